/**
 * npm run aansluiting: learns from the examples what work suits whom, says how well that reads examples it did not see,
 * and writes src/domain/woorden/aansluiting.json. The same examples and vocabulary give the same file.
 */
import { writeFileSync } from 'node:fs';
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { Aandelen, MEEST, drawKring } from '#src/domain/match/beeld.ts';
import { Aansluiting, type AansluitingBestand, type Kant } from '#src/domain/woorden/aansluiting.ts';
import { pack } from '#src/domain/woorden/beelden.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { mean, ndcg } from '../golden/metrics.ts';
import { readVoorbeelden, type Voorbeeld } from './voorbeelden.ts';

/** How many examples must say a thing before it counts for half of what they say. */
const TERUGHOUDEND = 1;
/** How much more an occupation itself, and with it what is related, counts than in the examples: people are found by what they say. */
const HOUVAST = { deel: 0.3, naast: { mens: 0.3, vacature: 0.8 } } as const;
/** So many occupations are kept of each row, those that count most either way. */
const KEPT = 24;
const FOLDS = 5;
/** From these shares on a person suits a vacature by their lists: 3, 2 or 1, as in the golden set. */
const GRADEN = [0.32, 0.55, 0.78] as const;

const woorden = woordenboek();
const aantal = woorden.beroepen.length;
const near = new Matrix(woorden.beroepen.map((_, a) => Array.from({ length: aantal }, (_, b) => (woorden.verwant[a]!.get(b) ?? 0) ** 2)));
const voorbeelden = readVoorbeelden();
console.error(`${voorbeelden.mens.length} people and ${voorbeelden.vacature.length} vacatures`);

const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const split = (items: readonly Voorbeeld[]) => ({ seen: items.filter((_, at) => at % FOLDS !== fold), unseen: items.filter((_, at) => at % FOLDS === fold) });
  const [mens, vacature] = [split(voorbeelden.mens), split(voorbeelden.vacature)];
  const bestand = learn({ mens: mens.seen, vacature: vacature.seen });
  console.error(`  ${fold + 1} of ${FOLDS} parts left out`);
  return { geleerd: order(bestand, mens.unseen, vacature.unseen), verwant: order(withoutRows(bestand), mens.unseen, vacature.unseen) };
});
console.log(`nDCG@10 of examples that were not seen, by the circles alone: ${mean(folds.map(({ verwant }) => verwant)).toFixed(3)} by what is related, ${mean(folds.map(({ geleerd }) => geleerd)).toFixed(3)} learned`);
const file = new URL('../../src/domain/woorden/aansluiting.json', import.meta.url);
writeFileSync(file, write(learn(voorbeelden)));
console.error('Written to src/domain/woorden/aansluiting.json');

/** Two tables from what our reading finds to what suits: ridge regression of what being related does not say already. */
function learn(by: Record<Kant, readonly Voorbeeld[]>): AansluitingBestand {
  const side = (kant: Kant) => {
    const found = new Matrix(by[kant].map(({ kern }) => { const length = Math.hypot(...kern) || 1; return Array.from(kern, (share) => share / length); }));
    const wanted = new Matrix(by[kant].map(({ past }) => Array.from(past)));
    const related = found.mmul(near);
    const [zelf, naast] = fitTwo(found, related, wanted);
    const rest = Matrix.sub(wanted, Matrix.add(Matrix.mul(found, zelf), Matrix.mul(related, naast)));
    const turned = found.transpose();
    const learned = new CholeskyDecomposition(turned.mmul(found).add(Matrix.eye(aantal).mul(TERUGHOUDEND))).solve(turned.mmul(rest));
    const own = { zelf: zelf + HOUVAST.deel, naast: naast + HOUVAST.deel * HOUVAST.naast[kant] };
    const table = Matrix.add(Matrix.add(learned, Matrix.eye(aantal).mul(own.zelf)), Matrix.mul(near, own.naast));
    return { ...own, rijen: table.to2DArray().map(strongest) };
  };
  return { beroepen: woorden.beroepen.map(({ id }) => id), voorbeelden: { mens: by.mens.length, vacature: by.vacature.length }, mens: side('mens'), vacature: side('vacature') };
}

/** The two factors, of what is found and of what is related to it, with which both together come nearest to what is wanted. */
function fitTwo(a: Matrix, b: Matrix, wanted: Matrix): [number, number] {
  const dot = (x: Matrix, y: Matrix) => Matrix.mul(x, y).sum();
  const [aa, ab, bb, aw, bw] = [dot(a, a), dot(a, b), dot(b, b), dot(a, wanted), dot(b, wanted)];
  const det = aa * bb - ab * ab;
  return [(aw * bb - bw * ab) / det, (bw * aa - aw * ab) / det];
}

/** A row as pairs of a place and hundredths. */
function strongest(row: readonly number[]): number[] {
  return row.map((value, at) => ({ at, hundredths: Math.round(value * 100) })).filter(({ hundredths }) => hundredths !== 0)
    .sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths)).slice(0, KEPT).flatMap(({ at, hundredths }) => [at, hundredths]);
}

/** What there is where nothing was learned. */
function withoutRows({ mens, vacature, ...rest }: AansluitingBestand): AansluitingBestand {
  return { ...rest, mens: { ...mens, rijen: [] }, vacature: { ...vacature, rijen: [] } };
}

/** nDCG@10 of the people of these examples for its vacatures, in the order of how much their circles share. */
function order(bestand: AansluitingBestand, mensen: readonly Voorbeeld[], vacatures: readonly Voorbeeld[]): number {
  const by = { aansluiting: new Aansluiting(woorden.beroepen, woorden.verwant, bestand) };
  const circles = mensen.map(({ kern }) => pack(drawKring(kern, 'mens', by), MEEST.kring));
  return mean(vacatures.map(({ kern, past }) => {
    const rond = new Aandelen(drawKring(kern, 'vacature', by), []);
    const graded = mensen.map((mens, at) => ({ share: rond.cosine(circles[at]!), graad: gradeOf(past, mens.past) })).sort((a, b) => b.share - a.share).map(({ graad }) => graad);
    return ndcg(graded.slice(0, 10), graded, 10);
  }));
}

/** How well somebody suits a vacature by both lists: the occupation that suits both best. */
function gradeOf(one: Float64Array, other: Float64Array): number {
  let most = 0;
  for (let nr = 0; nr < aantal; nr++) if (one[nr] !== 0) most = Math.max(most, one[nr]! * other[nr]!);
  return GRADEN.filter((from) => most >= from).length;
}

/** One row a line, so that a change shows what changed. */
function write({ beroepen, voorbeelden: seen, ...kanten }: AansluitingBestand): string {
  const table = (kant: Kant) => { const { zelf, naast, rijen } = kanten[kant]; return `{\n    "zelf": ${zelf.toFixed(3)}, "naast": ${naast.toFixed(3)}, "rijen": [\n${rijen.map((rij) => `      ${JSON.stringify(rij)}`).join(',\n')}\n    ]\n  }`; };
  return `{\n  "voorbeelden": ${JSON.stringify(seen)},\n  "beroepen": ${JSON.stringify(beroepen)},\n  "mens": ${table('mens')},\n  "vacature": ${table('vacature')}\n}\n`;
}
