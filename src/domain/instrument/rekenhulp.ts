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
import { z } from 'zod';
import { aandeel, deelHalfOp, zoekTarief, type Tarief, type TariefSleutel } from '#src/domain/instrument/tarieven.ts';

/** Fields of the form, as they stand in the URL. Amounts, hours and percentages may have a comma or a point. */
export const rekenInvoer = z
  .object({
    leeftijd: getal({ wat: 'de leeftijd', min: 15, max: 67, decimalen: 0, eenheid: ' jaar' }),
    urenPerWeek: getal({ wat: 'de uren per week', min: 0.01, max: 48, decimalen: 2, eenheid: ' uur' }),
    loonwaarde: getal({ wat: 'de loonwaarde', min: 0, max: 100, decimalen: 0, eenheid: '%' }),
    uurloon: getal({ wat: 'het uurloon', min: 0.01, max: 100, decimalen: 2, eenheid: ' euro', leeg: null }),
    contract: z.enum(['vast', 'flex'], { error: 'Kies een vast of een flexibel contract.' }),
    omvang: z.enum(['klein', 'groter'], { error: 'Kies of u een kleine of een grotere werkgever bent.' }),
    leerweg: z.enum(['geen', 'bbl'], { error: 'Kies of de medewerker een bbl-opleiding volgt.' }),
    register: jaNee('Kies of de medewerker in het doelgroepregister staat.'),
    forfait: jaNee('Kies of u begint met de vaste subsidie zonder meting.'),
    pensioen: getal({ wat: 'uw deel van de pensioenpremie', min: 0, max: 40, decimalen: 2, eenheid: '%', leeg: 0 }),
    begeleidingUren: getal({ wat: 'de uren begeleiding per week', min: 0, max: 48, decimalen: 2, eenheid: ' uur', leeg: 0 }),
    begeleidingUurkosten: getal({ wat: 'de kosten per uur van de collega', min: 0, max: 200, decimalen: 2, eenheid: ' euro', leeg: 0 }),
  })
  .superRefine((invoer, ctx) => {
    if (invoer.begeleidingUren > 0 && invoer.begeleidingUurkosten === 0) {
      ctx.addIssue({ code: 'custom', path: ['begeleidingUurkosten'], message: 'Vul in wat een uur van de collega u kost.' });
    }
  });

/** Checked input: hours, percentages with decimals and amounts are whole hundredths (24 uur = 2400, € 15,50 = 1550). */
export type RekenInvoer = z.output<typeof rekenInvoer>;
export type RekenVeld = keyof RekenInvoer;
export type RekenFouten = Partial<Record<RekenVeld, string>>;

export interface Stap {
  readonly id: 'brutoloon' | 'vakantiebijslag' | 'premies' | 'pensioen' | 'begeleiding' | 'brutokosten'
    | 'loonkostensubsidie' | 'opslag' | 'naSubsidie' | 'lkv' | 'netto';
  readonly label: string;
  /** Negative for what comes back to the employer. */
  readonly bedragCenten: number;
  readonly uitleg: string;
  readonly bron: readonly string[];
  readonly soort: 'kosten' | 'terug' | 'totaal';
  /** When the money moves; null for a (sub)total. */
  readonly wanneer: 'elke maand' | 'een keer per jaar' | 'in het jaar zelf' | 'het jaar erna' | null;
}

export interface PerPeriode { readonly jaarCenten: number; readonly maandCenten: number; readonly uurCenten: number }

/**
 * Six months: LKS and opslag together are what comes back; the LKV stays out because it comes a year later.
 * Each half is rounded up from half a cent, so two halves can be a cent more than the year.
 */
export interface Halfjaar {
  readonly wijze: 'forfaitair' | 'gemeten loonwaarde';
  readonly brutoCenten: number;
  readonly subsidieCenten: number;
  readonly opslagCenten: number;
  readonly terugCenten: number;
  readonly kostenCenten: number;
}

export interface Mededeling { readonly id: string; readonly tekst: string }

export interface Berekening {
  readonly soort: 'berekend';
  readonly datum: string;
  readonly invoer: RekenInvoer;
  readonly stappen: readonly Stap[];
  readonly totalen: { readonly bruto: PerPeriode; readonly naSubsidie: PerPeriode; readonly netto: PerPeriode };
  readonly halfjaren: { readonly eerste: Halfjaar; readonly daarna: Halfjaar; readonly verschilCenten: number };
  readonly nietMeegerekend: readonly Mededeling[];
  readonly waarschuwingen: readonly Mededeling[];
}

export type Rekenuitkomst =
  | Berekening
  | { readonly soort: 'fouten'; readonly fouten: RekenFouten }
  /** A constant does not apply on the date: no figure at all instead of an old one. */
  | { readonly soort: 'geweigerd'; readonly meldingen: readonly string[] };

/** Said beside every result. */
export const voorbehoud =
  'Dit is een indicatie. U kunt er geen rechten aan ontlenen: de gemeente, UWV en de Belastingdienst beslissen. ' +
  'Vraag loonkostensubsidie aan voordat de medewerker begint.';

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

type Tarieven = Partial<Record<TariefSleutel, Tarief>>;

const ALTIJD = [
  'wmlPerUur', 'vakantiebijslag', 'lksMaximum', 'lksForfait', 'lksForfaitMaanden', 'lksOpslag',
  'premieKinderopvang', 'premieWhk', 'premieZvw',
] as const satisfies readonly TariefSleutel[];

function verzamelTarieven(invoer: RekenInvoer, datum: string): { t: Tarieven } | { meldingen: string[] } {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(datum)) return { meldingen: ['Deze datum kunnen wij niet lezen.'] };
  const jeugd = jeugdSleutel(invoer);
  const sleutels: TariefSleutel[] = [
    ...ALTIJD,
    invoer.contract === 'vast' ? 'premieAwfVast' : 'premieAwfFlex',
    invoer.omvang === 'klein' ? 'premieAofKlein' : 'premieAofGroter',
    ...(jeugd ? [jeugd] : []),
    ...(invoer.register ? (['lkvPerUur', 'lkvMaximum'] as const) : []),
  ];
  const t: Tarieven = {};
  const meldingen: string[] = [];
  for (const sleutel of sleutels) {
    const gezocht = zoekTarief(sleutel, datum);
    if ('melding' in gezocht) meldingen.push(gezocht.melding);
    else t[sleutel] = gezocht.tarief;
  }
  return meldingen.length > 0 ? { meldingen } : { t };
}

/** Under 21 a part of the minimum wage applies; bbl has parts of its own from 18 to 20 only. */
function jeugdSleutel({ leeftijd, leerweg }: RekenInvoer): TariefSleutel | null {
  if (leeftijd >= 21) return null;
  const staffel = leerweg === 'bbl' && leeftijd >= 18 ? 'bbl' : 'jeugd';
  return `${staffel}${leeftijd}` as TariefSleutel;
}

/** Minimum wage in cents per hour for this age, rounded to a cent as in the published table. */
function minimumloon(invoer: RekenInvoer, t: Tarieven): number {
  const jeugd = jeugdSleutel(invoer);
  return jeugd ? aandeel(waarde(t, 'wmlPerUur'), waarde(t, jeugd)) : waarde(t, 'wmlPerUur');
}

/** The year's minimum wage with vakantiebijslag: the amount of which LKS is a part. */
function grondslag(invoer: RekenInvoer, t: Tarieven, wml: number): number {
  const loon = jaarloon(invoer.urenPerWeek, wml);
  return loon + aandeel(loon, waarde(t, 'vakantiebijslag'));
}

/** `uren` in hundredths of an hour a week, `centPerUur` in cents; the year has 52 weeks. */
function jaarloon(uren: number, centPerUur: number): number {
  return deelHalfOp(uren * 52 * centPerUur, 100);
}

function maakStappen(invoer: RekenInvoer, t: Tarieven, wml: number): Stap[] {
  const uurloon = invoer.uurloon ?? wml;
  const loon = jaarloon(invoer.urenPerWeek, uurloon);
  const bijslag = aandeel(loon, waarde(t, 'vakantiebijslag'));
  const kosten = kostenStappen(invoer, t, loon, bijslag, uurloon);
  const bruto = som(kosten);
  const basis = grondslag(invoer, t, wml);
  const deel = Math.min((100 - invoer.loonwaarde) * 100, waarde(t, 'lksMaximum'));
  const lks = aandeel(basis, deel);
  const opslag = aandeel(lks, waarde(t, 'lksOpslag'));
  const uren = invoer.urenPerWeek * 52;
  const lkv = invoer.register ? Math.min(deelHalfOp(uren * waarde(t, 'lkvPerUur'), 100), waarde(t, 'lkvMaximum')) : 0;
  const naSubsidie = bruto - lks - opslag;
  return [
    ...kosten,
    totaal('brutokosten', 'Kosten zonder hulp', bruto, 'Wat u in een jaar betaalt als u niets aanvraagt.'),
    terug('loonkostensubsidie', 'Loonkostensubsidie', lks, 'in het jaar zelf', [bron(t, 'lksMaximum')],
      `${procent(deel)} van het minimumloon met vakantiebijslag (${euro(basis)}). De gemeente betaalt dit.`),
    terug('opslag', 'Opslag voor werkgeverslasten', opslag, 'in het jaar zelf', [bron(t, 'lksOpslag')],
      `${procent(waarde(t, 'lksOpslag'))} van de loonkostensubsidie. De gemeente betaalt dit mee.`),
    totaal('naSubsidie', 'Kosten na subsidie', naSubsidie, 'Wat u in dit jaar zelf betaalt.'),
    ...(invoer.register ? [terug('lkv', 'Loonkostenvoordeel banenafspraak', lkv, 'het jaar erna', [bron(t, 'lkvPerUur')],
      `${euro(waarde(t, 'lkvPerUur'))} per verloond uur, ten hoogste ${euro(waarde(t, 'lkvMaximum'))}. De Belastingdienst betaalt dit een jaar later.`)] : []),
    totaal('netto', 'Kosten als alles binnen is', naSubsidie - lkv, 'Wat een jaar werk u kost als ook het geld van het jaar erna binnen is.'),
  ];
}

function kostenStappen(invoer: RekenInvoer, t: Tarieven, loon: number, bijslag: number, uurloon: number): Stap[] {
  const sleutels = premieSleutels(invoer);
  const jeugd = jeugdSleutel(invoer);
  const loonbronnen = [bron(t, 'wmlPerUur'), ...(jeugd ? [bron(t, jeugd)] : [])];
  const premie = sleutels.reduce((deel, sleutel) => deel + waarde(t, sleutel), 0);
  const stappen: Stap[] = [
    kosten('brutoloon', 'Brutoloon', loon, invoer.uurloon === null ? loonbronnen : ['Uw eigen opgave'],
      `${aantal(invoer.urenPerWeek * 52)} uur × ${euro(uurloon)}${invoer.uurloon === null ? ' (het minimumloon)' : ''}.`),
    { ...kosten('vakantiebijslag', 'Vakantiebijslag', bijslag, [bron(t, 'vakantiebijslag')], `${procent(waarde(t, 'vakantiebijslag'))} van het brutoloon.`),
      wanneer: 'een keer per jaar' as const },
    kosten('premies', 'Premies voor de werkgever', aandeel(loon + bijslag, premie), [...new Set(sleutels.map((sleutel) => bron(t, sleutel)))],
      `${procent(premie)} van loon en vakantiebijslag: AWf, Aof, kinderopvang, Whk (gemiddeld) en Zvw.`),
  ];
  if (invoer.pensioen > 0) {
    stappen.push(kosten('pensioen', 'Pensioenpremie, uw deel', aandeel(loon + bijslag, invoer.pensioen), ['Uw eigen opgave'],
      `${procent(invoer.pensioen)} van loon en vakantiebijslag.`));
  }
  if (invoer.begeleidingUren > 0) {
    stappen.push(kosten('begeleiding', 'Tijd van een collega', jaarloon(invoer.begeleidingUren, invoer.begeleidingUurkosten), ['Uw eigen opgave'],
      `${aantal(invoer.begeleidingUren)} uur per week × 52 × ${euro(invoer.begeleidingUurkosten)}.`));
  }
  return stappen;
}

function premieSleutels({ contract, omvang }: RekenInvoer): TariefSleutel[] {
  return [
    contract === 'vast' ? 'premieAwfVast' : 'premieAwfFlex',
    omvang === 'klein' ? 'premieAofKlein' : 'premieAofGroter',
    'premieKinderopvang', 'premieWhk', 'premieZvw',
  ];
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

function somNietMeegerekendOp(invoer: RekenInvoer): Mededeling[] {
  const lijst: (Mededeling | false)[] = [
    invoer.pensioen === 0 && { id: 'pensioen', tekst: 'Uw deel van de pensioenpremie. U kunt het percentage zelf invullen.' },
    invoer.uurloon === null && { id: 'cao', tekst: 'Loon boven het minimumloon, bijvoorbeeld volgens uw cao. De loonkostensubsidie stijgt daar niet in mee.' },
    invoer.begeleidingUren === 0 && { id: 'begeleiding', tekst: 'De tijd van de collega die begeleidt.' },
    { id: 'werkplek', tekst: 'Aanpassing van de werkplek, kleding en gereedschap.' },
    { id: 'ziekte', tekst: 'Ziekengeld uit de no-riskpolis. Voor dezelfde dagen telt u dat nooit op bij de loonkostensubsidie.' },
    { id: 'toeslagen', tekst: 'Toeslagen, overwerk, reiskosten en een eindejaarsuitkering.' },
    { id: 'lokaal', tekst: 'Bijdragen die uw gemeente zelf vaststelt, zoals voor interne werkbegeleiding of scholing.' },
  ];
  return lijst.filter((regel) => regel !== false);
}

function waarschuw(invoer: RekenInvoer, t: Tarieven, bedrag: (id: Stap['id']) => number): Mededeling[] {
  const teBevestigen = Object.entries(t).flatMap(([sleutel, tarief]) =>
    tarief.teBevestigen ? [{ id: `te-bevestigen-${sleutel}`, tekst: `Te bevestigen: ${tarief.teBevestigen}` }] : []);
  const lijst: (Mededeling | false)[] = [
    { id: 'tarieven-van-vandaag', tekst: 'Het jaarbedrag rekent twaalf maanden met de tarieven van vandaag. Lonen en premies veranderen in de loop van de tijd.' },
    invoer.loonwaarde === 100 && { id: 'loonwaarde-100', tekst: `Bij een loonwaarde van 100% is er ${invoer.forfait ? 'na de eerste zes maanden ' : ''}geen loonkostensubsidie.` },
    invoer.loonwaarde <= 30 && { id: 'maximum-lks', tekst: 'De loonkostensubsidie is hier het maximum: 70% van het minimumloon met vakantiebijslag. Vraag de gemeente ook naar beschut werk.' },
    invoer.forfait && { id: 'forfait', tekst: 'De vaste subsidie zonder meting geldt ten hoogste zes maanden. Daarna telt de gemeten loonwaarde.' },
    invoer.leeftijd < 21 && { id: 'verjaardag', tekst: 'Tot 21 jaar stijgt het minimumloon op elke verjaardag. De subsidie stijgt mee.' },
    invoer.register && { id: 'lkv-later', tekst: 'Het loonkostenvoordeel komt pas in het jaar na het werk. Houd daar rekening mee in uw kas.' },
    invoer.register && -bedrag('lkv') === waarde(t, 'lkvMaximum') && { id: 'lkv-maximum', tekst: 'Het loonkostenvoordeel heeft hier het jaarmaximum bereikt.' },
  ];
  return [...teBevestigen, ...lijst.filter((regel) => regel !== false)];
}

function kosten(id: Stap['id'], label: string, bedragCenten: number, bronnen: string[], uitleg: string): Stap {
  return { id, label, bedragCenten, uitleg, bron: bronnen, soort: 'kosten', wanneer: 'elke maand' };
}

function terug(id: Stap['id'], label: string, centen: number, wanneer: Stap['wanneer'], bronnen: string[], uitleg: string): Stap {
  return { id, label, bedragCenten: centen === 0 ? 0 : -centen, uitleg, bron: bronnen, soort: 'terug', wanneer };
}

function totaal(id: Stap['id'], label: string, bedragCenten: number, uitleg: string): Stap {
  return { id, label, bedragCenten, uitleg, bron: [], soort: 'totaal', wanneer: null };
}

function som(stappen: readonly Stap[]): number {
  return stappen.reduce((centen, stap) => centen + stap.bedragCenten, 0);
}

/** Only asked for keys that verzamelTarieven has filled. */
function waarde(t: Tarieven, sleutel: TariefSleutel): number {
  return t[sleutel]!.waarde;
}

function bron(t: Tarieven, sleutel: TariefSleutel): string {
  return t[sleutel]!.bron;
}

function deelMetTeken(teller: number, noemer: number): number {
  return teller < 0 ? -deelHalfOp(-teller, noemer) : deelHalfOp(teller, noemer);
}

/** 1234550 → "€ 12.345,50". */
export function euro(centen: number): string {
  const cijfers = String(Math.abs(centen)).padStart(3, '0');
  const heel = cijfers.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${centen < 0 ? '−' : ''}€ ${heel},${cijfers.slice(-2)}`;
}

/** Hundredths to a Dutch number: 124800 → "1.248", 750 → "7,5". */
function aantal(honderdsten: number): string {
  const heel = String(Math.trunc(honderdsten / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = String(honderdsten % 100).padStart(2, '0').replace(/0+$/, '');
  return rest ? `${heel},${rest}` : heel;
}

function procent(honderdsten: number): string {
  return `${aantal(honderdsten)}%`;
}

function foutenPerVeld(issues: readonly z.core.$ZodIssue[]): RekenFouten {
  const fouten: RekenFouten = {};
  for (const issue of issues) fouten[issue.path[0] as RekenVeld] ??= issue.message;
  return fouten;
}

interface Getalregel { wat: string; min: number; max: number; decimalen: 0 | 2; eenheid: string }

/** A number from a form field, as an integer (times 100 where decimals are allowed). Never through a float. */
function getal(regel: Getalregel): z.ZodType<number>;
function getal<L extends number | null>(regel: Getalregel & { leeg: L }): z.ZodType<number | L>;
function getal(regel: Getalregel & { leeg?: number | null }): z.ZodType<number | null> {
  const { wat, min, max, decimalen, eenheid } = regel;
  const gelezen = z.unknown().transform((invoer, ctx) => {
    const fout = (message: string): never => {
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    const tekst = (typeof invoer === 'number' ? String(invoer) : typeof invoer === 'string' ? invoer : '').replace(/[€%\s]/g, '');
    if (tekst === '') return regel.leeg === undefined ? fout(`Vul ${wat} in.`) : regel.leeg;
    const delen = /^([-−]?)(\d+)(?:[.,](\d+))?$/.exec(tekst);
    if (!delen) return fout(`Vul ${wat} in met cijfers, bijvoorbeeld ${decimalen === 0 ? '60' : '7,5'}.`);
    const [, minteken, heel = '', breuk = ''] = delen;
    const bereik = `Vul bij ${wat} ${min === 0.01 ? 'meer dan 0' : `${min}${eenheid} of meer`} in, en ten hoogste ${max}${eenheid}.`;
    if (minteken || heel.length > 6) return fout(bereik);
    if (breuk.replace(/0+$/, '').length > decimalen) {
      return fout(decimalen === 0 ? `Vul bij ${wat} een heel getal in.` : `Gebruik bij ${wat} ten hoogste twee cijfers achter de komma.`);
    }
    const honderdsten = Number(heel) * 100 + Number(breuk.padEnd(2, '0').slice(0, 2));
    if (honderdsten < min * 100 || honderdsten > max * 100) return fout(bereik);
    return decimalen === 0 ? honderdsten / 100 : honderdsten;
  });
  // An absent field is read as an empty one.
  return gelezen.prefault('');
}

function jaNee(message: string): z.ZodType<boolean> {
  return z.unknown().transform((invoer, ctx) => {
    if (invoer === 'ja' || invoer === true) return true;
    if (invoer === 'nee' || invoer === false) return false;
    ctx.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
