/**
 * Rekenhulp "wat kost deze medewerker mij?": one employee, one year, in whole cents.
 *
 *   U      = contract hours a week × 52
 *   WMLVB  = U × WML per hour(age) × 1,08
 *   LKS    = min((100% − loonwaarde) × WMLVB, 70% × WMLVB)
 *   LKS6m  = 50% × WMLVB, six months at most (forfaitair)
 *   OPSLAG = 23,5% × LKS
 *   LKV    = min(1,01 × U, 2.000), only for the doelgroepregister
 *   COST   = gross wage × 1,08 × (1 + premies) + pension + guidance time
 *   NET    = COST − LKS − OPSLAG − LKV
 *
 * Rounding: half up to a cent, once per step that is shown (wage, vakantiebijslag, premies, pension, guidance,
 * LKS, opslag, LKV). A later step counts on with the rounded cents of an earlier one, so that the table adds up.
 * LKS is always a part of the minimum wage, also where the employer pays more than that.
 */
import { euro } from './bedrag.ts';
import type { Berekening, Halfjaar, PerPeriode, Rekenuitkomst, Stap } from './berekening.ts';
import { foutenPerVeld, rekenInvoer, type RekenInvoer } from './rekeninvoer.ts';
import { somNietMeegerekendOp, waarschuw } from './rekenmeldingen.ts';
import { maakStappen } from './rekenstappen.ts';
import { grondslag, minimumloon, verzamelTarieven, waarde, type Tarieven } from './rekentarieven.ts';
import { aandeel, deelHalfOp } from './tarieven.ts';

/** From the raw fields of a form or URL to an outcome, for one date (yyyy-mm-dd, Europe/Amsterdam). */
export function rekenhulp(velden: Readonly<Record<string, unknown>>, datum: string): Rekenuitkomst {
  const gelezen = rekenInvoer.safeParse(velden);
  if (!gelezen.success) return { soort: 'fouten', fouten: foutenPerVeld(gelezen.error.issues) };
  return bereken(gelezen.data, datum);
}

/** The calculation on checked input. Pure: the same input and date always give the same outcome. */
export function bereken(invoer: RekenInvoer, datum: string): Rekenuitkomst {
  const gezocht = verzamelTarieven(invoer, datum);
  if ('meldingen' in gezocht) return { soort: 'geweigerd', meldingen: gezocht.meldingen };
  const { t } = gezocht;
  const wml = minimumloon(invoer, t);
  if (invoer.uurloon !== null && invoer.uurloon < wml) {
    const melding = `Het uurloon is lager dan het minimumloon voor deze leeftijd (${euro(wml)}). Vul ${euro(wml)} of meer in, of laat dit veld leeg.`;
    return { soort: 'fouten', fouten: { uurloon: melding } };
  }
  const stappen = maakStappen(invoer, t, wml);
  const bedrag = (id: Stap['id']): number => stappen.find((stap) => stap.id === id)?.bedragCenten ?? 0;
  const perPeriode = (jaarCenten: number): PerPeriode => ({
    jaarCenten,
    maandCenten: deelMetTeken(jaarCenten, 12),
    uurCenten: deelMetTeken(jaarCenten * 100, invoer.urenPerWeek * 52),
  });
  return {
    soort: 'berekend', datum, invoer, stappen,
    totalen: { bruto: perPeriode(bedrag('brutokosten')), naSubsidie: perPeriode(bedrag('naSubsidie')), netto: perPeriode(bedrag('netto')) },
    halfjaren: vergelijkHalfjaren(invoer, t, wml, bedrag),
    nietMeegerekend: somNietMeegerekendOp(invoer),
    waarschuwingen: waarschuw(invoer, t, bedrag),
  };
}

function vergelijkHalfjaren(invoer: RekenInvoer, t: Tarieven, wml: number, bedrag: (id: Stap['id']) => number): Berekening['halfjaren'] {
  const brutoCenten = deelHalfOp(bedrag('brutokosten'), 2);
  // The sum is halved first and the opslag is the rest: halving both would add a cent twice.
  const terugCenten = deelHalfOp(-bedrag('loonkostensubsidie') - bedrag('opslag'), 2);
  const subsidieCenten = deelHalfOp(-bedrag('loonkostensubsidie'), 2);
  const daarna: Halfjaar = {
    wijze: 'gemeten loonwaarde', brutoCenten, subsidieCenten, opslagCenten: terugCenten - subsidieCenten, terugCenten, kostenCenten: brutoCenten - terugCenten,
  };
  if (!invoer.forfait) return { eerste: daarna, daarna, verschilCenten: 0 };
  const lks = deelHalfOp(grondslag(invoer, t, wml) * waarde(t, 'lksForfait') * waarde(t, 'lksForfaitMaanden'), 12 * 10_000);
  const opslag = aandeel(lks, waarde(t, 'lksOpslag'));
  const eerste: Halfjaar = {
    wijze: 'forfaitair', brutoCenten, subsidieCenten: lks, opslagCenten: opslag, terugCenten: lks + opslag, kostenCenten: brutoCenten - lks - opslag,
  };
  return { eerste, daarna, verschilCenten: eerste.terugCenten - daarna.terugCenten };
}

function deelMetTeken(teller: number, noemer: number): number {
  return teller < 0 ? -deelHalfOp(-teller, noemer) : deelHalfOp(teller, noemer);
}
