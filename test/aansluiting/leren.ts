/**
 * npm run aansluiting: learns from the examples what work suits whom, says how well that reads examples it did not see,
 * and writes src/domain/woorden/aansluiting.json. The same examples and vocabulary give the same file.
 */
import { writeFileSync } from 'node:fs';
import { Aandelen, MEEST, drawKring } from '#src/domain/match/beeld.ts';
import { Aansluiting, BRONNEN, packRij, perBron, weighWoorden, type AansluitingBestand, type Bron, type Kant, type Zegt } from '#src/domain/woorden/aansluiting.ts';
import { pack } from '#src/domain/woorden/beelden.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { mean, ndcg } from '../golden/metrics.ts';
import { solveRidge, type Kolommen } from './ridge.ts';
import { readVoorbeelden, type Voorbeeld } from './voorbeelden.ts';

/** How much more an occupation of a vacature itself, and with it what is related, counts than in the examples: people are found by what they say. */
const HOUVAST = { mens: { zelf: 0, naast: 0 }, vacature: { zelf: 0.3, naast: 0.24 } } as const;
/** So many numbers are kept of the row of an occupation and of a word, those that count most either way. */
const KEPT = { beroep: 40, woord: 64 } as const;
/** A word counts that so many people say, and not more than this share of them. */
const GENOEG = { van: 4, tot: 0.3 } as const;
/** One in so many examples is left out, to see how well those are read. */
const FOLDS = 5;
/** From these shares on a person suits a vacature by their lists: 3, 2 or 1, as in the golden set. */
const GRADEN = [0.32, 0.55, 0.78] as const;

const woorden = woordenboek();
const aantal = woorden.beroepen.length;
const voorbeelden = readVoorbeelden();
console.error(`${voorbeelden.mens.length} people and ${voorbeelden.vacature.length} vacatures`);

const split = (items: readonly Voorbeeld[]) => ({ seen: items.filter((_, at) => at % FOLDS > 0), unseen: items.filter((_, at) => at % FOLDS === 0) });
const [mens, vacature] = [split(voorbeelden.mens), split(voorbeelden.vacature)];
const part = learn({ mens: mens.seen, vacature: vacature.seen }, `without one in ${FOLDS}`);
console.log(`nDCG@10 of ${mens.unseen.length} people for ${vacature.unseen.length} vacatures that were not seen, by the circles alone: ${order(withoutRows(part)).toFixed(3)} by what is related, ${order(withoutWords(part)).toFixed(3)} by occupations, ${order(part).toFixed(3)} by occupations and words`);
writeFileSync(new URL('../../src/domain/woorden/aansluiting.json', import.meta.url), write(learn(voorbeelden, 'of all')));
console.error('Written to src/domain/woorden/aansluiting.json');

type Lexicon = Record<Bron, { stammen: string[]; zeldzaamheid: number[]; places: ReadonlyMap<string, number> }>;

/** Ridge regression of what being related does not say already, then once more with only the numbers that are kept. */
function learn(by: Record<Kant, readonly Voorbeeld[]>, name: string): AansluitingBestand {
  const side = (kant: Kant, lexicon?: Lexicon) => {
    const items = by[kant];
    const size = aantal + (lexicon ? BRONNEN.reduce((sum, bron) => sum + lexicon[bron].stammen.length, 0) : 0);
    const found = items.map(({ kern }) => { const length = Math.hypot(...kern) || 1; return kern.map((share) => share / length); });
    const rows = items.map(({ zegt }, i) => toRow(found[i]!, lexicon, zegt));
    const related = found.map(spread);
    const wanted = items.map(({ past }) => past);
    const [zelf, naast] = fitTwo(found, related, wanted);
    const base = Array.from({ length: aantal }, (_, nr) => spread(unit(nr)).map((near, other) => naast * near + (other === nr ? zelf : 0)));
    const report = (what: string) => (done: number, of: number) => { if (done % 10 === 0) console.error(`  ${name}, ${kant}: ${what} ${done} of ${of}`); };
    const full = solveRidge(rows, minus(wanted, found, base), size, aantal, { report: report('all numbers') });
    const kept = full.map((row, at) => strongest(at < aantal ? row.map((value, nr) => value + base[at]![nr]!) : row, at < aantal ? KEPT.beroep : KEPT.woord));
    const keptBase = base.map((row, at) => row.map((value, nr) => (kept[at]!.has(nr) ? value : 0)));
    const table = solveRidge(rows, minus(wanted, found, keptBase), size, aantal, { begin: full, kept, report: report('those that are kept') });
    const rij = (at: number) => packRij([...kept[at]!].sort((a, b) => a - b).map((nr) => ({ at: nr, hundredths: Math.round(100 * (table[at]![nr]! + (at < aantal ? keptBase[at]![nr]! + held(kant, at, nr) : 0))) })).filter(({ hundredths }) => hundredths !== 0));
    return { zelf: zelf + HOUVAST[kant].zelf, naast: naast + HOUVAST[kant].naast, rijen: woorden.beroepen.map((_, nr) => rij(nr)), rij };
  };
  const lexicon = readLexicon(by.mens.map(({ zegt }) => zegt!));
  const { rij, ...mens } = side('mens', lexicon);
  const { rij: _, ...vacature } = side('vacature');
  let at = aantal;
  const words = perBron((bron) => { const { stammen, zeldzaamheid } = lexicon[bron]; return { stammen, zeldzaamheid, rijen: stammen.map(() => rij(at++)) }; });
  return { beroepen: woorden.beroepen.map(({ id }) => id), voorbeelden: { mens: by.mens.length, vacature: by.vacature.length }, gezegd: countWords(by.mens), mens: { ...mens, woorden: words }, vacature };
}

/** The words that count, by where they are said, with how rare each is in hundredths. */
function readLexicon(all: readonly Zegt[]): Lexicon {
  return perBron((bron) => {
    const counts = countEach(all.map((zegt) => zegt[bron]));
    const stammen = [...counts.keys()].filter((stam) => counts.get(stam)! >= GENOEG.van && counts.get(stam)! < GENOEG.tot * all.length).sort();
    return { stammen, zeldzaamheid: stammen.map((stam) => Math.round(100 * Math.log(all.length / counts.get(stam)!))), places: new Map(stammen.map((stam, at) => [stam, at])) };
  });
}

/** How many of these hold each word. */
function countEach(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const stam of new Set(list)) counts.set(stam, (counts.get(stam) ?? 0) + 1);
  return counts;
}

/** How many people say a word, wherever; what few say is no sign of how many would. */
function countWords(mensen: readonly Voorbeeld[]): Record<string, number> {
  const counts = countEach(mensen.map(({ zegt, kan }) => [...Object.values(zegt!).flat(), ...kan!]));
  return Object.fromEntries([...counts].filter(([, count]) => count >= GENOEG.van).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An example as Aansluiting reads it: its core of length 1, then the words of each place, together of length 1. */
function toRow(found: Float64Array, lexicon?: Lexicon, zegt?: Zegt): Kolommen {
  const row = [...found].flatMap((telt, at) => (telt === 0 ? [] : [{ at, telt }]));
  let from = aantal;
  if (lexicon && zegt) for (const bron of BRONNEN) {
    const { stammen, zeldzaamheid, places } = lexicon[bron];
    const own = [...new Set(zegt[bron])].map((stam) => places.get(stam)).filter((at) => at !== undefined);
    for (const { woord: { at }, telt } of weighWoorden(own.map((at) => ({ at, zeldzaamheid: zeldzaamheid[at]! })))) row.push({ at: from + at, telt });
    from += stammen.length;
  }
  return row;
}

/** What is related to what is found, by the square of how near that is. */
function spread(found: Float64Array): Float64Array {
  const near = new Float64Array(aantal);
  for (let nr = 0; nr < aantal; nr++) if (found[nr] !== 0) for (const [other, share] of woorden.verwant[nr]!) near[other]! += found[nr]! * share ** 2;
  return near;
}

function unit(nr: number): Float64Array {
  const one = new Float64Array(aantal);
  one[nr] = 1;
  return one;
}

/** What the base does not say of what is wanted. */
function minus(wanted: readonly Float64Array[], found: readonly Float64Array[], base: readonly Float64Array[]): Float64Array[] {
  return wanted.map((list, i) => {
    const rest = list.slice();
    for (const [nr, share] of found[i]!.entries()) if (share !== 0) for (let other = 0; other < aantal; other++) rest[other]! -= share * base[nr]![other]!;
    return rest;
  });
}

/** What the hold adds to a number of an occupation's row. */
function held(kant: Kant, nr: number, other: number): number {
  return nr === other ? HOUVAST[kant].zelf : HOUVAST[kant].naast * (woorden.verwant[nr]!.get(other) ?? 0) ** 2;
}

/** The two factors, of what is found and of what is related to it, with which both together come nearest to what is wanted. */
function fitTwo(a: readonly Float64Array[], b: readonly Float64Array[], wanted: readonly Float64Array[]): [number, number] {
  const dot = (x: readonly Float64Array[], y: readonly Float64Array[]) => x.reduce((sum, row, i) => { let own = 0; for (let j = 0; j < aantal; j++) own += row[j]! * y[i]![j]!; return sum + own; }, 0);
  const [aa, ab, bb, aw, bw] = [dot(a, a), dot(a, b), dot(b, b), dot(a, wanted), dot(b, wanted)];
  const det = aa * bb - ab * ab;
  return [(aw * bb - bw * ab) / det, (bw * aa - aw * ab) / det];
}

/** The places of the numbers that count most. */
function strongest(row: Float64Array, kept: number): Set<number> {
  return new Set([...row.keys()].filter((at) => row[at] !== 0).sort((a, b) => Math.abs(row[b]!) - Math.abs(row[a]!)).slice(0, kept));
}

/** The table of occupations alone. */
function withoutWords(bestand: AansluitingBestand): AansluitingBestand {
  const none = { stammen: [], zeldzaamheid: [], rijen: [] };
  return { ...bestand, mens: { ...bestand.mens, woorden: perBron(() => none) } };
}

/** What there is where nothing was learned. */
function withoutRows(bestand: AansluitingBestand): AansluitingBestand {
  const { mens, vacature, ...rest } = withoutWords(bestand);
  return { ...rest, mens: { ...mens, rijen: [] }, vacature: { ...vacature, rijen: [] } };
}

/** nDCG@10 of the people that were left out for the vacatures that were, in the order of how much their circles share. */
function order(bestand: AansluitingBestand): number {
  const by = { aansluiting: new Aansluiting(woorden.beroepen, woorden.verwant, bestand) };
  const circles = mens.unseen.map(({ kern, zegt }) => pack(drawKring(kern, 'mens', by, zegt), MEEST.kring));
  return mean(vacature.unseen.map(({ kern, past }) => {
    const rond = new Aandelen(drawKring(kern, 'vacature', by), []);
    const graded = mens.unseen.map((one, at) => ({ share: rond.cosine(circles[at]!), graad: gradeOf(past, one.past) })).sort((a, b) => b.share - a.share).map(({ graad }) => graad);
    return ndcg(graded.slice(0, 10), graded, 10);
  }));
}

/** How well somebody suits a vacature by both lists: the occupation that suits both best. */
function gradeOf(one: Float64Array, other: Float64Array): number {
  let most = 0;
  for (let nr = 0; nr < aantal; nr++) if (one[nr] !== 0) most = Math.max(most, one[nr]! * other[nr]!);
  return GRADEN.filter((from) => most >= from).length;
}

/** One row a line, so that a change shows where it is. */
function write({ beroepen, voorbeelden: seen, gezegd, mens: { woorden: said, ...mens }, vacature }: AansluitingBestand): string {
  const lines = (rijen: readonly string[]) => `[\n${rijen.map((rij) => JSON.stringify(rij)).join(',\n')}\n]`;
  const head = ({ zelf, naast, rijen }: { zelf: number; naast: number; rijen: readonly string[] }) => `"zelf": ${zelf.toFixed(3)}, "naast": ${naast.toFixed(3)}, "rijen": ${lines(rijen)}`;
  const words = BRONNEN.map((bron) => `"${bron}": { "stammen": ${JSON.stringify(said[bron].stammen)}, "zeldzaamheid": ${JSON.stringify(said[bron].zeldzaamheid)}, "rijen": ${lines(said[bron].rijen)} }`);
  return `{\n"voorbeelden": ${JSON.stringify(seen)},\n"beroepen": ${JSON.stringify(beroepen)},\n"gezegd": ${JSON.stringify(gezegd)},\n"mens": { ${head(mens)},\n"woorden": {\n${words.join(',\n')} } },\n"vacature": { ${head(vacature)} }\n}\n`;
}
