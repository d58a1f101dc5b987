/**
 * Verhalen: the front matter of the storytelling book, and the pure rules
 * around it. No file access here: the content collection and the tests bring
 * the texts.
 *
 * Every story is about a composite person (`samengesteld` can only be true),
 * carries the same five-part card and names the instruments that occur in it.
 */
import { z } from 'zod';
import { filmSchema } from './film.ts';

/** Who tells the story. */
export const VERTELLERS = ['kandidaat', 'werkgever', 'collega'] as const;

/** The form in which the story is told; printed as a label above the title. */
export const VORMEN = ['dagboek', 'tijdlijn', 'gesprek', 'verhaal', 'twee stemmen'] as const;

/** Sectors a story can be set in; the keys are shared with the sector pages. */
export const VERHAAL_SECTOREN = [
  'logistiek', 'productie', 'voeding', 'metaal', 'bouw', 'groen', 'schoonmaak', 'horeca',
  'zorg', 'detailhandel', 'transport', 'kantoor', 'beveiliging', 'recycling', 'kinderopvang',
  'techniek',
] as const;

/** Age bands of the drawn portrait; a drawing needs no exact age. */
export const LEEFTIJDEN = ['jong', 'midden', 'ouder'] as const;

/** Reading speed for B1 readers, in words per minute. */
export const WOORDEN_PER_MINUUT = 180;

/** Shortest and longest body of a story, in words. */
export const WOORDEN_MIN = 400;
export const WOORDEN_MAX = 900;

/** Required text on one line, trimmed, with a Dutch message naming the field. */
function regel(veld: string, max: number) {
  return z
    .string(`${veld}: vul een tekst in.`)
    .trim()
    .min(1, `${veld}: vul een tekst in.`)
    .max(max, `${veld}: gebruik ten hoogste ${max} tekens.`)
    .refine((tekst) => !/[\r\n]/.test(tekst), `${veld}: houd de tekst op één regel.`);
}

/**
 * A calendar date. YAML readers differ: some hand over a Date, others the
 * text. Both end as `JJJJ-MM-DD`, so no time zone can shift the day.
 */
const datum = z
  .union([z.date(), z.iso.date()], 'Vul een datum in als JJJJ-MM-DD.')
  .transform((waarde) => (typeof waarde === 'string' ? waarde : waarde.toISOString().slice(0, 10)));

/** The card at the end of every story: always the same five questions. */
export const kaartSchema = z.strictObject({
  watKanIk: regel('Wat kan ik', 320),
  watHebIkNodig: regel('Wat heb ik nodig', 320),
  wieHelpt: regel('Wie helpt', 320),
  watKostHet: regel('Wat kost het', 320).refine(
    (tekst) => tekst.includes('rekenhulp') && !tekst.includes('€'),
    'Wat kost het: verwijs voor bedragen naar de rekenhulp en noem zelf geen bedrag.',
  ),
  watAlsHetMisgaat: regel('Wat als het misgaat', 320),
});

/** The five questions of the card, in printing order. */
export const KAART_VRAGEN = [
  { sleutel: 'watKanIk', vraag: 'Wat kan ik?' },
  { sleutel: 'watHebIkNodig', vraag: 'Wat heb ik nodig?' },
  { sleutel: 'wieHelpt', vraag: 'Wie helpt?' },
  { sleutel: 'watKostHet', vraag: 'Wat kost het?' },
  { sleutel: 'watAlsHetMisgaat', vraag: 'Wat als het misgaat?' },
] as const satisfies readonly { sleutel: keyof z.infer<typeof kaartSchema>; vraag: string }[];

/** Input of the portrait drawing: skin tone 1 (light) to 6 (dark), hair in words, age band, and how the face is drawn. */
export const portretSchema = z.strictObject({
  huid: z.literal([1, 2, 3, 4, 5, 6], 'Huid: kies een heel getal van 1 tot en met 6.'),
  haar: regel('Haar', 40),
  leeftijd: z.enum(LEEFTIJDEN),
  stijl: z.enum(['v', 'm'], 'Stijl: kies v of m, zoals de tekst over deze persoon spreekt.'),
});

/** Front matter of one story. Unknown keys are refused, so a typo cannot hide. */
export const verhaalSchema = z.strictObject({
  titel: regel('Titel', 80),
  /** First name only: a composite person has no surname. */
  persoon: regel('Persoon', 30).refine((naam) => !/\s/.test(naam), 'Persoon: alleen een voornaam.'),
  verteller: z.enum(VERTELLERS),
  /** Internal profile 1, 2 or 3: steers the order, is never printed. */
  profiel: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  vorm: z.enum(VORMEN),
  sector: z.enum(VERHAAL_SECTOREN),
  inleiding: regel('Inleiding', 260),
  citaat: regel('Citaat', 140),
  leestijdMinuten: z.int().min(1).max(15),
  samengesteld: z.literal(true, 'Samengesteld: een verhaal gaat altijd over een samengestelde persoon.'),
  instrumenten: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Instrumenten: gebruik de id van het instrument.'))
    .min(1, 'Instrumenten: noem er ten minste één.')
    .refine((ids) => new Set(ids).size === ids.length, 'Instrumenten: elk instrument één keer.'),
  kaart: kaartSchema,
  portret: portretSchema,
  /** A short drawn film with the story, scene by scene; made by `npm run films`. */
  film: filmSchema.optional(),
  gepubliceerdOp: datum,
});

export type Verhaal = z.infer<typeof verhaalSchema>;
export type VerhaalInvoer = z.input<typeof verhaalSchema>;
export type Kaart = z.infer<typeof kaartSchema>;
export type Portret = z.infer<typeof portretSchema>;

/** A story as pages may show it: everything but the internal profile. */
export type OpenbaarVerhaal = Omit<Verhaal, 'profiel'>;

/** Strips the internal profile before a story reaches a page or an export. */
export function openbaar(verhaal: Verhaal): OpenbaarVerhaal {
  const { profiel: _profiel, ...rest } = verhaal;
  return rest;
}

/** Number of words in a Markdown body; marks such as `##` and `*` are not words. */
export function telWoorden(markdown: string): number {
  return markdown.split(/\s+/).filter((deel) => /[\p{L}\p{N}]/u.test(deel)).length;
}

/** Reading time in whole minutes, at least one. */
export function leestijd(woorden: number): number {
  return Math.max(1, Math.round(woorden / WOORDEN_PER_MINUUT));
}

/** Order inside one profile: newest first, then by title. */
function vergelijk(a: Verhaal, b: Verhaal): number {
  return b.gepubliceerdOp.localeCompare(a.gepubliceerdOp) || a.titel.localeCompare(b.titel, 'nl');
}

/**
 * Reading order of the book: in turn one story of each profile (1, 2, 3, 1, …),
 * so that neither the top of the page nor the end belongs to one group and the
 * profile cannot be read off from the place in the list.
 */
export function leesvolgorde<T extends Verhaal>(verhalen: readonly T[]): T[] {
  const rijen = ([1, 2, 3] as const).map((profiel) =>
    verhalen.filter((verhaal) => verhaal.profiel === profiel).sort(vergelijk),
  );
  const langste = Math.max(...rijen.map((rij) => rij.length));
  return Array.from({ length: langste }, (_, plaats) => rijen.flatMap((rij) => rij[plaats] ?? [])).flat();
}

/**
 * Stories that go with an instrument page, in reading order.
 * @param maximum how many at most
 */
export function verhalenBij<T extends Verhaal>(verhalen: readonly T[], instrument: string, maximum = 3): T[] {
  return leesvolgorde(verhalen)
    .filter((verhaal) => verhaal.instrumenten.includes(instrument))
    .slice(0, maximum);
}
