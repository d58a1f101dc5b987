/**
 * The job for which an instrument is looked up: hours, form of work, first day, and whether the employer arranges it
 * already. All of it stands in the vacature, and it is all that fits in the address: nothing about a kandidaat can
 * be in it, so the link may be kept, shared and logged. Pure.
 */
import { z } from 'zod';
import { WERKVORMEN, type Werkvorm } from '../kandidaat/kandidaat.ts';

export type Plek = { urenMin: number; urenMax: number; werkvorm: Werkvorm | null; start: string | null; geregeld: boolean };
/** What a plek takes from a vacature. */
export type PlekBron = { urenMin: number; urenMax: number; werkvorm: Werkvorm; startdatum: string | null };

const veld = {
  uren: z.string().regex(/^\d+(\.\d+)?-\d+(\.\d+)?$/).transform((text) => text.split('-').map(Number) as [number, number]).refine(([min, max]) => min > 0 && min <= max && max <= 48),
  vorm: z.enum(WERKVORMEN),
  start: z.iso.date(),
};

/** Where a bridge leads: the instrument with this job filled in, or the instrument alone when there is no vacature. */
export function plekAdres(instrument: string, vacature: PlekBron | null, geregeld = false): string {
  if (!vacature) return `/instrumenten/${instrument}`;
  const { urenMin, urenMax, werkvorm, startdatum } = vacature;
  const vraag = new URLSearchParams({ vorm: werkvorm, ...(urenMax > 0 ? { uren: `${urenMin || urenMax}-${urenMax}` } : {}), ...(startdatum ? { start: startdatum } : {}), ...(geregeld ? { geregeld: 'ja' } : {}) });
  return `/instrumenten/${instrument}/plek?${vraag}`;
}

/** The job in an address. What cannot be read is left out: an address is typed and cut off by mistake. */
export function leesPlek(vraag: URLSearchParams): Plek {
  const [urenMin, urenMax] = veld.uren.safeParse(vraag.get('uren')).data ?? [0, 0];
  const werkvorm = veld.vorm.safeParse(vraag.get('vorm')).data ?? null;
  const start = veld.start.safeParse(vraag.get('start')).data ?? null;
  return { urenMin, urenMax, werkvorm, start, geregeld: vraag.get('geregeld') === 'ja' };
}

/** Instruments that belong to an own employee: they follow from a wage that the employer pays. */
const BIJ_CONTRACT = new Set(['loonkostensubsidie', 'loonkostensubsidie-forfaitair', 'no-riskpolis', 'lkv-banenafspraak', 'lkv-arbeidsgehandicapte', 'lkv-herplaatsen', 'indienstnemingssubsidie', 'stimuleringspremie']);
const MET_CONTRACT: readonly (Werkvorm | null)[] = ['betaald werk', 'leerwerkplek', null];

/** The rekenhulp with the hours of this job filled in; the most hours, for those cost most. Null without hours or wage. */
export function rekenAdres({ urenMax, werkvorm }: Plek): string | null {
  return urenMax > 0 && MET_CONTRACT.includes(werkvorm) ? `/rekenhulp?urenPerWeek=${String(urenMax).replace('.', ',')}` : null;
}

/** Whether the instrument only starts with a contract that this form of work does not bring by itself. */
export function pasBijContract(instrument: string, { werkvorm }: Plek): boolean {
  return BIJ_CONTRACT.has(instrument) && !MET_CONTRACT.includes(werkvorm);
}
