/** What the rekenhulp asks: the fields of its form, how each is checked, and what is said when it is wrong. Pure. */
import { z } from 'zod';

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

/** The first message per field. */
export function foutenPerVeld(issues: readonly z.core.$ZodIssue[]): RekenFouten {
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
