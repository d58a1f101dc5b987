/**
 * The one Dutch text analysis: used for indexing, for queries and for scoring, on both search engines.
 * Pure. Stemming is Snowball Dutch from @orama/stemmers.
 */
import { stemmer } from '@orama/stemmers/dutch';

/** Words that carry no meaning in job titles and profiles. */
const STOP = new Set('de het een en of in op aan bij van voor met te tot als om uit je jij jouw ik mijn wij ons onze u uw die dat deze dit er ook wel niet naar is zijn was ben bent heb heeft hebben word wordt worden kan kunt kunnen zal zul wil wilt door over per dan maar nog al the and for'.split(' '));

/** Parts between the halves of a Dutch compound: "bediening-s-medewerker", "boek-en-kast". */
const JOINTS = ['', 's', 'en', 'e', 'n', 'er'];
const MIN_PART = 4;

/** Lower case, no accents, and the two signs that carry meaning spelled out: C++ and C#. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/\bc\+\+/g, 'cplusplus').replace(/\bc#/g, 'csharp').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Folded words of a text, in order. Letters and digits of any script count; everything else separates. */
export function tokenize(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const stems = new Map<string, string>();

/** The Snowball stem of one folded word; words with digits and very short words stay as they are. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = word.length < 4 || /\d/.test(word) ? word : stemmer(word);
    // A cache with a ceiling: free text from outside must not be able to fill the memory.
    if (stems.size > 50_000) stems.clear();
    stems.set(word, known);
  }
  return known;
}

/**
 * Splits a compound when all of it is made of known words: "magazijnmedewerker" gives magazijn, medewerker.
 * @param known folded words and stems that may be parts
 * @returns the parts, or [] when the word is no such compound
 */
export function splitCompound(word: string, known: ReadonlySet<string>): string[] {
  if (word.length < MIN_PART * 2 || word.length > 60) return [];
  for (let at = word.length - MIN_PART; at >= MIN_PART; at--) {
    const head = word.slice(at);
    if (!known.has(head) && !known.has(stem(head))) continue;
    const rest = word.slice(0, at);
    for (const joint of JOINTS) {
      if (joint && !rest.endsWith(joint)) continue;
      const first = joint ? rest.slice(0, -joint.length) : rest;
      if (first.length >= 3 && (known.has(first) || known.has(stem(first)))) return [first, head];
      const deeper = splitCompound(first, known);
      if (deeper.length > 0) return [...deeper, head];
    }
  }
  return [];
}

/**
 * What a text is about: stems of its words and of the parts of its compounds, without stop words, each once.
 * @param known words that compounds may be made of; leave out to stem only
 */
export function analyse(text: string, known?: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const word of tokenize(text)) {
    if (STOP.has(word)) continue;
    found.add(stem(word));
    if (known) for (const part of splitCompound(word, known)) if (!STOP.has(part)) found.add(stem(part));
  }
  return [...found];
}

/** One key for all ways to write the same words: stems, sorted. "Orders picken" and "picken van orders" are equal. */
export function stemKey(text: string): string {
  return tokenize(text).filter((word) => !STOP.has(word)).map(stem).sort().join(' ');
}

/** Words that are noise in a job title: (m/v/x), exclamations, hours, praise. */
const TITLE_NOISE = /\([^)]*\)|\bm\s*\/\s*v(\s*\/\s*[xd])?\b|\b\d+\s*(-|tot|\/)?\s*\d*\s*(uur|uren|u|fte)\b|[!?*"“”„]+/giu;
const TITLE_PRAISE = new Set('topper toppers gezocht wij zoeken vacature spoed gevraagd leuke leuk enthousiaste enthousiast gemotiveerde ervaren fulltime parttime full part time direct starten nieuwe collega baan bijbaan z s m asap zelfstandig allround startende gezellige hardwerkende team regio omgeving m v x d hele halve'.split(' '));

/** A job title without the firm's name ("bij Van Dijk"), exclamation marks, hours and praise. */
export function cleanTitle(title: string): string {
  const bare = title.replace(TITLE_NOISE, ' ').replace(/\s+(bij|voor|te|in|regio|omgeving|@|\|)\s+.*$/iu, ' ').replace(/\s+[-–|]\s+.*$/u, ' ');
  const words = (bare.trim() || title).split(/\s+/).filter((word) => !TITLE_PRAISE.has(fold(word).replace(/[^a-z]/g, '')));
  return words.join(' ').trim() || title.trim();
}
