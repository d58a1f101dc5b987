/**
 * Which words of a text a search found, so that a page can mark them. It follows the search port: the word itself,
 * its stem, the last word as a beginning, parts of compounds, and what was searched too. Pure.
 */
import { stem, tokenize } from './analyse.ts';
import { woordenboek } from './woorden.ts';

/** A piece of text, marked or not. All pieces together are the text, letter by letter. */
export type Stuk = { tekst: string; raak: boolean };

/** A word as tokenize sees it, in the text as it was written. */
const WORD = /c\+\+|c#|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/giu;
/** From this length a word may stand anywhere in a longer one, as in the search port. */
const MIN_DEEL = 5;
/** A text that is cut starts at most this many characters before its first mark. */
const AANLOOP = 60;

/** Tells of one word of a text whether the query found it. */
export type Marker = (tekst: string) => Stuk[];

/**
 * Reads a query once; the function that comes back cuts texts into pieces.
 * @param ookGezocht words that the search port looked for too
 */
export function marker(vraag: string, ookGezocht: readonly string[] = []): Marker {
  const woorden = woordenboek();
  // Words without meaning ("de", "met") are searched, but marking them would only be noise.
  const wanted = tokenize(vraag).filter((word) => word.length >= 2 && woorden.analyse(word).length > 0);
  const last = tokenize(vraag).at(-1);
  const exact = new Set([...wanted, ...ookGezocht.flatMap(tokenize)]);
  const stems = new Set([...exact].map(stem));
  const inside = wanted.filter((word) => word.length >= MIN_DEEL).map((word) => (stem(word).length >= MIN_DEEL ? stem(word) : word));
  const hit = (word: string): boolean => exact.has(word) || stems.has(stem(word))
    || (last !== undefined && wanted.includes(last) && word.startsWith(last))
    || inside.some((part) => word.includes(part))
    || (word.length > MIN_DEEL && woorden.analyse(word).some((part) => stems.has(part)));
  const known = new Map<string, boolean>();
  const remember = (written: string): boolean => {
    let answer = known.get(written);
    if (answer === undefined) known.set(written, answer = tokenize(written).some(hit));
    return answer;
  };
  return (tekst) => (exact.size === 0 ? plain(tekst) : pieces(tekst, remember));
}

/** A text of which nothing is marked. */
export const plain: Marker = (tekst) => (tekst === '' ? [] : [{ tekst, raak: false }]);

function pieces(tekst: string, hit: (word: string) => boolean): Stuk[] {
  const found: Stuk[] = [];
  let at = 0;
  for (const { 0: word, index } of tekst.matchAll(WORD)) {
    if (!hit(word)) continue;
    if (index > at) found.push({ tekst: tekst.slice(at, index), raak: false });
    found.push({ tekst: word, raak: true });
    at = index + word.length;
  }
  if (at < tekst.length) found.push({ tekst: tekst.slice(at), raak: false });
  return found;
}

/** The pieces from a little before the first mark, where that stands too far down to be seen on a card. */
export function excerpt(stukken: readonly Stuk[], zichtbaar = 110): Stuk[] {
  const first = stukken.findIndex((stuk) => stuk.raak);
  const [head] = stukken;
  if (first !== 1 || !head || head.tekst.length <= zichtbaar) return [...stukken];
  const tail = head.tekst.slice(-AANLOOP);
  const sentence = tail.search(/(?<=[.!?]\s)\S/u);
  const space = tail.indexOf(' ') + 1;
  return [{ tekst: `… ${tail.slice(sentence >= 0 ? sentence : space)}`, raak: false }, ...stukken.slice(1)];
}
