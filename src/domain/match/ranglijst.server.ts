/** Ranking: stage 1 (who is worth a full score) and stage 2 (the score), both ways, on prepared profiles in memory. */
import { asc, eq } from 'drizzle-orm';
import { database, statement, type Database } from '#db/client.ts';
import { kandidaat, vacature } from '#db/schema.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { matchbaar } from '../vacature/vacature.server.ts';
import { woordenboek } from '../woorden/woorden.ts';
import { PAST_VANAF, withoutEachMust } from './eiskosten.ts';
import { readKandidaat, readVacature, type KandidaatKenmerken, type VacatureKenmerken, type VacatureProfiel } from './kenmerken.ts';
import { GEWICHTEN, type OnderdeelNaam, type Uitleg } from './onderdeel.ts';
import { kandidaatProfiel, poel, type Lid, type Poel } from './poel.server.ts';
import { scoreNumber, scorePair, scorePart } from './score.ts';

type KandidaatRij = typeof kandidaat.$inferSelect;
type VacatureRij = typeof vacature.$inferSelect;
export type Uitslag = { id: number; ref: string; laatst: string | null; uitleg: Uitleg };
/** Best first; `totaal` and `vallenAf` count everybody, also who is not in the lists. */
export type Ranglijst = { resultaten: Uitslag[]; afgevallen: Uitslag[]; totaal: number; vallenAf: number };

/** Up to this many, scoring everybody takes about as long as choosing first (test/bench). */
export const IEDEREEN_TOT = 1_000;
/** How many stage 1 keeps. Recall of the best 50: 0.99 with 500, 0.91 with 200 (design of search). */
export const VOORSELECTIE = 500;
/** How many of those who drop out are looked at further, to be shown. */
const AFGEVALLEN = 100;

type Bewaard<K> = { gewijzigdOp: string; woorden: unknown; kenmerken: K };
const vacatures = new Map<number, Bewaard<VacatureKenmerken>>();
const kandidaten = new Map<number, Bewaard<KandidaatKenmerken>>();
/** People remembered outside the pool, at most. */
const ONTHOUDEN = 500;
let preparedFor: Database | undefined;

export function vacatureProfiel(row: VacatureRij): VacatureProfiel {
  return {
    titel: row.titel, beroep: row.beroep, omschrijving: row.omschrijving, taken: row.taken, vaardighedenVereist: row.vaardighedenVereist,
    vaardighedenGewenst: row.vaardighedenGewenst, certificatenVereist: row.certificatenVereist, certificatenGewenst: row.certificatenGewenst,
    rijbewijzen: row.rijbewijzen, talen: row.talen, denkniveau: row.denkniveau, sector: row.sector, urenMin: row.urenMin, urenMax: row.urenMax,
    dagdelen: row.dagdelen, plaats: row.plaats, punt: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
    startdatum: row.startdatum, werkvorm: row.werkvorm, biedt: row.biedt,
  };
}

/**
 * Who may be proposed, against one vacature.
 * @param limit how many of each list get an explanation; without it all that stage 1 kept
 */
export function rankKandidaten(row: VacatureRij, vandaag = today(), limit = Infinity): Ranglijst {
  return rankAgainst(vacatureOf(row), vandaag, limit);
}

/** The same for a vacature that is not stored. */
export function rankProfiel(profiel: VacatureProfiel, vandaag = today(), limit = Infinity): Ranglijst {
  return rankAgainst(readVacature(profiel, woordenboek()), vandaag, limit);
}

/** Ids of whom stage 1 hands on for a vacature, however few there are in all, and of those who drop out for the list of them: to measure what it loses. */
export function preselect(row: VacatureRij): { past: number[]; afgevallen: number[] } {
  const everybody = poel();
  const { rows, afgevallen } = everybody.voorselectie.select(vacatureOf(row), everybody.rows(), VOORSELECTIE, woordenboek());
  const ids = (list: readonly number[]) => list.map((at) => everybody.leden[at]!.id);
  return { past: ids(rows), afgevallen: ids(afgevallen) };
}

/**
 * How many of all who may be proposed fit a vacature, and how many would without each of its musts. Nobody is left
 * out by stage 1; of each person only the part that the must belongs to is measured again.
 */
export function countFitting(profiel: VacatureProfiel, vandaag = today()): { nu: number; zonder: { eis: string; aantal: number }[] } {
  const woorden = woordenboek();
  const job = readVacature(profiel, woorden);
  const variants = withoutEachMust(profiel).map(({ eis, deel, zonder }) => ({ eis, deel, job: readVacature(zonder, woorden), aantal: 0 }));
  const everybody = poel();
  let nu = 0;
  for (const row of everybody.rows()) {
    const { kenmerken } = everybody.leden[row]!;
    const part = (naam: OnderdeelNaam, of: VacatureKenmerken) => scorePart(naam, of, kenmerken, woorden, vandaag) ?? DROPPED;
    const own: Record<OnderdeelNaam, number> = { werk: FULL.werk, eisen: part('eisen', job), tijd: part('tijd', job), bereikbaarheid: part('bereikbaarheid', job) };
    // The work takes most time to measure: not for who falls short even with all its points, and with those of a must.
    let total = own.werk + own.eisen + own.tijd + own.bereikbaarheid;
    if (total < ENOUGH && !variants.some(({ deel }) => total - own[deel] + FULL[deel] >= ENOUGH)) continue;
    own.werk = part('werk', job);
    total += own.werk - FULL.werk;
    if (total >= ENOUGH) nu++;
    for (const variant of variants) {
      const others = total - own[variant.deel];
      if (others + FULL[variant.deel] >= ENOUGH && others + part(variant.deel, variant.job) >= ENOUGH) variant.aantal++;
    }
  }
  return { nu, zonder: variants.map(({ eis, aantal }) => ({ eis, aantal })) };
}

/** Points in hundredths: of each part in full, of a pair that fits, and of a part that makes a pair drop out whatever the others give. */
const FULL = { werk: GEWICHTEN.werk * 100, eisen: GEWICHTEN.eisen * 100, tijd: GEWICHTEN.tijd * 100, bereikbaarheid: GEWICHTEN.bereikbaarheid * 100 } as const;
const ENOUGH = PAST_VANAF * 100;
const DROPPED = -1_000_000;

/** All open vacatures against one kandidaat. */
export function rankVacatures(row: KandidaatRij, vandaag = today()): Ranglijst {
  const woorden = woordenboek();
  const own = kenmerkenOf(row);
  const open = database().select().from(vacature).where(matchbaar(vandaag)).orderBy(asc(vacature.id)).all();
  const scored = open.map((job) => ({ id: job.id, ref: job.ref ?? `v${job.id}`, laatst: null, uitleg: scorePair(vacatureOf(job), own, woorden, vandaag) })).sort(byScore);
  const resultaten = scored.filter((item) => item.uitleg.afgevallen === null);
  const afgevallen = scored.filter((item) => item.uitleg.afgevallen !== null);
  return { resultaten, afgevallen, totaal: resultaten.length, vallenAf: afgevallen.length };
}

/** One pair, whatever the state of both. */
export function explainPair(job: VacatureRij, person: KandidaatRij, vandaag = today()): Uitleg {
  return scorePair(vacatureOf(job), kenmerkenOf(person), woordenboek(), vandaag);
}

function rankAgainst(job: VacatureKenmerken, vandaag: string, limit: number): Ranglijst {
  const everybody = poel();
  const rows = everybody.rows();
  if (rows.length <= IEDEREEN_TOT) return scoreRows(job, everybody, [...rows], vandaag, limit);
  const chosen = everybody.voorselectie.select(job, rows, VOORSELECTIE, woordenboek());
  const list = scoreRows(job, everybody, [...chosen.rows, ...chosen.afgevallen.slice(0, AFGEVALLEN)], vandaag, limit);
  // Who dropped out of the chosen for another reason than hours or distance is counted where the score put them.
  const moved = list.vallenAf - Math.min(AFGEVALLEN, chosen.afgevallen.length);
  return { ...list, totaal: chosen.past - moved, vallenAf: chosen.vallenAf + moved };
}

/** Stage 2: numbers for all, words for the few that are shown. */
function scoreRows(job: VacatureKenmerken, { leden }: Poel, rows: readonly number[], vandaag: string, limit: number): Ranglijst {
  const woorden = woordenboek();
  const past: Genoteerd[] = [];
  const uit: Genoteerd[] = [];
  for (const row of rows) {
    const lid = leden[row]!;
    const { score, afgevallen } = scoreNumber(job, lid.kenmerken, woorden, vandaag);
    (afgevallen ? uit : past).push({ lid, score });
  }
  const [resultaten, afgevallen] = [firstByScore(past, limit), firstByScore(uit, limit)];
  const laatst = lastSuggested([...resultaten, ...afgevallen].map(({ lid }) => lid.id));
  const explain = (list: readonly Genoteerd[]): Uitslag[] =>
    list.map(({ lid: { id, ref, kenmerken } }) => ({ id, ref, laatst: laatst.get(id) ?? null, uitleg: scorePair(job, kenmerken, woorden, vandaag) })).sort(byScore).slice(0, limit);
  return { resultaten: explain(resultaten), afgevallen: explain(afgevallen), totaal: past.length, vallenAf: uit.length };
}
type Genoteerd = { lid: Lid; score: number };

/** The first by score, with all who share the last score: who waited longest decides among those. */
function firstByScore<T extends { score: number }>(list: T[], limit: number): T[] {
  const sorted = list.sort((a, b) => b.score - a.score);
  if (sorted.length <= limit) return sorted;
  const last = sorted[limit - 1]!.score;
  return sorted.slice(0, sorted.findLastIndex(({ score }) => score >= last) + 1);
}

/** Best first. Ties: who waited longest since the last suggestion, then the ref; never chance. */
const byScore = (a: Uitslag, b: Uitslag) => b.uitleg.score - a.uitleg.score || compare(a.laatst ?? '', b.laatst ?? '') || compare(a.ref, b.ref);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function lastSuggested(ids: readonly number[]): Map<number, string | null> {
  const rows = statement('SELECT id, laatst_voorgesteld_op AS laatst FROM kandidaat WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)) as { id: number; laatst: string | null }[];
  return new Map(rows.map(({ id, laatst }) => [id, laatst]));
}

/** The prepared form of a kandidaat, in the pool or not; remembered for a while, as one person meets many vacatures. */
function kenmerkenOf(row: KandidaatRij): KandidaatKenmerken {
  if (kandidaten.size >= ONTHOUDEN) kandidaten.clear();
  return prepared(kandidaten, row, () => readKandidaat(kandidaatProfiel(row), woordenboek()));
}

function vacatureOf(row: VacatureRij): VacatureKenmerken {
  return prepared(vacatures, row, () => readVacature(vacatureProfiel(row), woordenboek()));
}

/** What was prepared earlier, unless the row, the vocabulary or the database is another one since. */
function prepared<K>(cache: Map<number, Bewaard<K>>, { id, gewijzigdOp }: { id: number; gewijzigdOp: string }, read: () => K): K {
  const woorden = woordenboek();
  if (preparedFor !== database()) { vacatures.clear(); kandidaten.clear(); preparedFor = database(); }
  const known = cache.get(id);
  if (known?.gewijzigdOp === gewijzigdOp && known.woorden === woorden) return known.kenmerken;
  const kenmerken = read();
  cache.set(id, { gewijzigdOp, woorden, kenmerken });
  return kenmerken;
}

/** Row of a ref, or undefined. */
export function kandidaatByRef(ref: string): KandidaatRij | undefined {
  return database().select().from(kandidaat).where(eq(kandidaat.ref, ref)).get();
}
export function vacatureByRef(ref: string): VacatureRij | undefined {
  return database().select().from(vacature).where(eq(vacature.ref, ref)).get();
}
