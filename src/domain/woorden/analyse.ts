/**
 * The one Dutch text analysis: used for indexing, for queries and for scoring, on both search engines.
 * Pure. Stemming is Snowball Dutch from @orama/stemmers.
 */
import { stemmer } from '@orama/stemmers/dutch';
import { CappedMap } from '../../cappedmap.ts';

/** Words that carry no meaning in job titles and profiles. */
const STOP = new Set('de het een en of in op aan bij van voor met te tot als om uit je jij jouw ik mijn wij ons onze u uw die dat deze dit er ook wel niet naar is zijn was ben bent heb heeft hebben word wordt worden kan kunt kunnen zal zul wil wilt door over per dan maar nog al the and for'.split(' '));

/** Whether a folded word carries no meaning of its own, so that no analysis keeps it. */
export function isStop(word: string): boolean {
  return STOP.has(word);
}

/** Parts between the halves of a Dutch compound: "bediening-s-medewerker", "boek-en-kast". */
const JOINTS = ['', 's', 'en', 'e', 'n', 'er'];
const MIN_PART = 4;
const NONE: ReadonlySet<string> = new Set();
const MAX_WORD = 60;
/** A job title is no longer; what comes after this many characters is a text. */
export const MAX_TITLE = 200;

const BEYOND_ASCII = /\P{ASCII}/u;

/** Lower case, no accents, and the two signs that carry meaning spelled out: C++ and C#. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const spelled = lower.includes('c+') || lower.includes('c#') ? lower.replace(/\bc\+\+/g, 'cplusplus').replace(/\bc#/g, 'csharp') : lower;
  // Most text has no accent, and this runs for every word of every page.
  return BEYOND_ASCII.test(spelled) ? spelled.normalize('NFD').replace(/\p{M}/gu, '') : spelled;
}

/** Folded words of a text, in order. Letters and digits of any script count; everything else separates. */
export function tokenize(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const stems = new CappedMap<string>();

/** The Snowball stem of one folded word; words with digits and very short words stay as they are. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = word.length < 4 || /\d/.test(word) ? word : stemmer(word);
    stems.set(word, known);
  }
  return known;
}

const reaches = new WeakMap<ReadonlySet<string>, { size: number; reach: Map<string, number> }>();

/**
 * Per first letters of known words: how long a form of such a word may be. A part that starts otherwise or is longer
 * need not be stemmed, which is the costly step.
 */
function reachOf(known: ReadonlySet<string>): ReadonlyMap<string, number> {
  const earlier = reaches.get(known);
  if (earlier?.size === known.size) return earlier.reach;
  const reach = new Map<string, number>();
  for (const word of known) reach.set(start(word, 0), Math.max(reach.get(start(word, 0)) ?? 0, word.length + 4));
  reaches.set(known, { size: known.size, reach });
  return reach;
}

/** The first letters from `at`, a doubled one once, as stems have them: "boor" and its stem "bor" start alike. */
function start(word: string, at: number): string {
  let letters = '';
  for (let i = at; i < word.length && letters.length < 3; i++) if (word[i] !== letters.at(-1)) letters += word[i];
  return letters;
}

/**
 * Splits a compound when all of it is made of known words: "magazijnmedewerker" gives magazijn, medewerker.
 * @param known folded words and stems that may be parts
 * @param short folded words of 3 letters that may come last: "restaurantkok" gives restaurant, kok
 * @returns the parts, or [] when the word is no such compound
 */
export function splitCompound(word: string, known: ReadonlySet<string>, short: ReadonlySet<string> = NONE): string[] {
  if (word.length > MAX_WORD) return [];
  const reach = reachOf(known);
  const isPart = (part: string) => known.has(part) || known.has(stem(part));
  const heads: number[] = [];
  if (word.length - 3 >= MIN_PART && short.has(word.slice(-3))) heads.push(word.length - 3);
  for (let at = word.length - MIN_PART; at >= MIN_PART; at--) {
    if (word.length - at <= (reach.get(start(word, at)) ?? 0) && isPart(word.slice(at))) heads.push(at);
  }
  if (heads.length === 0) return [];
  // From left to right: the fewest parts that lead up to each place, so that no place is looked at twice.
  const upTo = new Map<number, string[]>([[0, []]]);
  const last = heads[0]!;
  for (let at = 0; at < last; at++) {
    const parts = upTo.get(at);
    if (!parts) continue;
    const longest = reach.get(start(word, at)) ?? 0;
    for (let end = at + (at === 0 ? 3 : MIN_PART); end <= Math.min(last, at + longest); end++) {
      const part = word.slice(at, end);
      if (!isPart(part)) continue;
      for (const joint of JOINTS) {
        const next = end + joint.length;
        if (next >= MIN_PART && word.startsWith(joint, end) && (upTo.get(next)?.length ?? Infinity) > parts.length) upTo.set(next, [...parts, part]);
      }
    }
  }
  const at = heads.find((head) => upTo.has(head));
  return at === undefined ? [] : [...upTo.get(at)!, word.slice(at)];
}

/**
 * What a text is about: stems of its words and of the parts of its compounds, without stop words, each once.
 * @param known words that compounds may be made of; leave out to stem only
 * @param short words of 3 letters that compounds may end in
 */
export function analyse(text: string, known?: ReadonlySet<string>, short?: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const word of tokenize(text)) for (const stam of stemsOf(word, known, short)) found.add(stam);
  return [...found];
}

/** The stems of one folded word: its own and those of its parts; none of a stop word. Otherwise as `analyse`. */
export function stemsOf(word: string, known?: ReadonlySet<string>, short?: ReadonlySet<string>): string[] {
  if (STOP.has(word)) return [];
  return [stem(word), ...(known ? splitCompound(word, known, short).filter((part) => !STOP.has(part)).map(stem) : [])];
}

/** One key for all ways to write the same words: stems, sorted. "Orders picken" and "picken van orders" are equal. */
export function stemKey(text: string): string {
  return nameKeys(text).stammen;
}

/** A name as it is, and by its stems: the two ways in which names are compared. */
export function nameKeys(text: string): { term: string; stammen: string } {
  const words = tokenize(text);
  return { term: words.join(' '), stammen: words.filter((word) => !STOP.has(word)).map(stem).sort().join(' ') };
}

/** Words that are noise in a job title: (m/v/x), exclamations, hours, praise. */
const TITLE_NOISE = /\([^)]*\)|\bm\s*\/\s*v(\s*\/\s*[xd])?\b|\b\d+\s*(-|tot|\/)?\s*\d*\s*(uur|uren|u|fte)\b|[!?*"“”„]+/giu;
const TITLE_PRAISE = new Set('topper toppers gezocht wij zoeken vacature spoed gevraagd leuke leuk enthousiaste enthousiast gemotiveerde ervaren fulltime parttime full part time direct starten nieuwe collega baan bijbaan z s m asap zelfstandig allround startende gezellige hardwerkende team regio omgeving m v x d hele halve'.split(' '));

/** A job title without the firm's name ("bij Van Dijk"), exclamation marks, hours and praise. */
export function cleanTitle(text: string): string {
  const title = text.trim().slice(0, MAX_TITLE);
  const bare = title.replace(TITLE_NOISE, ' ').replace(/\s+(bij|voor|te|in|regio|omgeving|@|\|)\s+.*$/iu, ' ').replace(/\s+[-–|]\s+.*$/u, ' ');
  const words = (bare.trim() || title).split(/\s+/).filter((word) => !TITLE_PRAISE.has(fold(word).replace(/[^a-z]/g, '')));
  return words.join(' ').trim() || title.trim();
}
