/**
 * A film with a story: its scenes as the front matter of the story holds them. The same lines are the words in the
 * picture, the captions and the transcript on the page, so that the three cannot differ. Pure.
 */
import { z } from 'zod';

/** Shortest and longest film of a story, in seconds. */
export const FILM_MIN = 30;
export const FILM_MAX = 60;

/** Characters of reading text per second that a B1 reader keeps up with, with the picture to look at as well. */
export const TEKENS_PER_SECONDE = 15;

function regel(veld: string, max: number) {
  return z.string(`${veld}: vul een tekst in.`).trim().min(1, `${veld}: vul een tekst in.`).max(max, `${veld}: gebruik ten hoogste ${max} tekens.`);
}

export const tafereelSchema = z.strictObject({
  /** Name of the drawing in src/media/film. */
  tekening: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Tekening: gebruik kleine letters en streepjes.'),
  seconden: z.number().min(3, 'Seconden: ten minste 3.').max(8, 'Seconden: ten hoogste 8.'),
  /** Small line above the words: the week, the day. */
  kop: regel('Kop', 30),
  /** The words in the picture. */
  tekst: regel('Tekst', 90),
  /** What there is to see, for those who read instead of watch. */
  beeld: regel('Beeld', 200),
  /** What there is to hear, where a sound tells something. */
  geluid: regel('Geluid', 60).optional(),
}).refine(({ tekst, seconden }) => tekst.length <= seconden * TEKENS_PER_SECONDE, 'Tekst: te lang om in deze tijd te lezen.');

export const filmSchema = z.array(tafereelSchema).min(5, 'Film: ten minste vijf taferelen.').refine(
  (film) => filmSeconden(film) >= FILM_MIN && filmSeconden(film) <= FILM_MAX,
  `Film: tussen ${FILM_MIN} en ${FILM_MAX} seconden.`,
);

export type Filmtafereel = z.infer<typeof tafereelSchema>;

/** Length of a film in seconds. */
export function filmSeconden(film: readonly Pick<Filmtafereel, 'seconden'>[]): number {
  return film.reduce((som, { seconden }) => som + seconden, 0);
}

/**
 * The captions as WebVTT: one cue per scene, sounds in square brackets.
 * @param film scenes in order; each cue lasts as long as its scene
 */
export function ondertitels(film: readonly Pick<Filmtafereel, 'seconden' | 'tekst' | 'geluid'>[]): string {
  let van = 0;
  const cues = film.map(({ seconden, tekst, geluid }) => {
    const tot = van + seconden;
    const cue = `${vttTijd(van)} --> ${vttTijd(tot)}\n${geluid ? `[${escapeVtt(geluid)}]\n` : ''}${escapeVtt(tekst)}`;
    van = tot;
    return cue;
  });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function vttTijd(seconden: number): string {
  const ms = Math.round(seconden * 1000);
  const deel = (waarde: number, lengte: number) => String(waarde).padStart(lengte, '0');
  return `${deel(Math.floor(ms / 60_000), 2)}:${deel(Math.floor(ms / 1000) % 60, 2)}.${deel(ms % 1000, 3)}`;
}

const escapeVtt = (tekst: string) => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
