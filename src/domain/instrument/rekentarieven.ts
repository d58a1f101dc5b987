/** Which constants a calculation needs, and the wage that follows from them. Pure. */
import type { RekenInvoer } from './rekeninvoer.ts';
import { aandeel, deelHalfOp, zoekTarief, type Tarief, type TariefSleutel } from './tarieven.ts';

export type Tarieven = Partial<Record<TariefSleutel, Tarief>>;

const ALTIJD = [
  'wmlPerUur', 'vakantiebijslag', 'lksMaximum', 'lksForfait', 'lksForfaitMaanden', 'lksOpslag',
] as const satisfies readonly TariefSleutel[];

/** The constants that this calculation needs on a date (yyyy-mm-dd), or why some of them cannot be used. */
export function verzamelTarieven(invoer: RekenInvoer, datum: string): { t: Tarieven } | { meldingen: string[] } {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(datum)) return { meldingen: ['Deze datum kunnen wij niet lezen.'] };
  const jeugd = jeugdSleutel(invoer);
  const sleutels: TariefSleutel[] = [
    ...ALTIJD,
    ...premieSleutels(invoer),
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
export function jeugdSleutel({ leeftijd, leerweg }: RekenInvoer): TariefSleutel | null {
  if (leeftijd >= 21) return null;
  const staffel = leerweg === 'bbl' && leeftijd >= 18 ? 'bbl' : 'jeugd';
  return `${staffel}${leeftijd}` as TariefSleutel;
}

/** Minimum wage in cents per hour for this age, rounded to a cent as in the published table. */
export function minimumloon(invoer: RekenInvoer, t: Tarieven): number {
  const jeugd = jeugdSleutel(invoer);
  return jeugd ? aandeel(waarde(t, 'wmlPerUur'), waarde(t, jeugd)) : waarde(t, 'wmlPerUur');
}

/** The year's minimum wage with vakantiebijslag: the amount of which LKS is a part. */
export function grondslag(invoer: RekenInvoer, t: Tarieven, wml: number): number {
  const loon = jaarloon(invoer.urenPerWeek, wml);
  return loon + aandeel(loon, waarde(t, 'vakantiebijslag'));
}

/** `uren` in hundredths of an hour a week, `centPerUur` in cents; the year has 52 weeks. */
export function jaarloon(uren: number, centPerUur: number): number {
  return deelHalfOp(uren * 52 * centPerUur, 100);
}

/** The premies that an employer pays over wage and vakantiebijslag. */
export function premieSleutels({ contract, omvang }: RekenInvoer): TariefSleutel[] {
  return [
    contract === 'vast' ? 'premieAwfVast' : 'premieAwfFlex',
    omvang === 'klein' ? 'premieAofKlein' : 'premieAofGroter',
    'premieKinderopvang', 'premieWhk', 'premieZvw',
  ];
}

/** Only asked for keys that verzamelTarieven has filled. */
export function waarde(t: Tarieven, sleutel: TariefSleutel): number {
  return t[sleutel]!.waarde;
}

/** Where the value comes from. */
export function bron(t: Tarieven, sleutel: TariefSleutel): string {
  return t[sleutel]!.bron;
}
