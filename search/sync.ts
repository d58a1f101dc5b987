/** Keeps the index equal to the tables. Called inside the transaction of every change, so the index never lags. */
import { eq, inArray, isNull, and } from 'drizzle-orm';
import { connection, database, transaction } from '#db/client.ts';
import { kandidaat, toestemming, vacature, verborgenVoor, werkgever } from '#db/schema.ts';
import { professionalDocument, vacatureDocument, werkgeverDocument, type KandidaatBron } from './documents.ts';
import { searchEngine } from './index.ts';

const BATCH = 500;
/** Raise this when documents or their analysis change: indexes of an earlier form are then made anew at the start. */
const VORM = 2;

/** Writes or removes the documents of these kandidaten, whatever state they are in now. */
export function indexKandidaten(ids: readonly number[]): void {
  const engine = searchEngine();
  const bronnen = readBronnen(ids);
  const shown = bronnen.filter(inEtalage);
  const hidden = bronnen.filter((bron) => !inEtalage(bron));
  engine.upsert('kandidaten-werkgever', shown.map(werkgeverDocument));
  engine.remove('kandidaten-werkgever', hidden.map((bron) => bron.kandidaat.id));
  const gone = bronnen.filter((bron) => bron.kandidaat.status === 'ingetrokken');
  engine.upsert('kandidaten-professional', bronnen.filter((bron) => bron.kandidaat.status !== 'ingetrokken').map(professionalDocument));
  engine.remove('kandidaten-professional', gone.map((bron) => bron.kandidaat.id));
}

/** Writes or removes the documents of these vacatures. */
export function indexVacatures(ids: readonly number[]): void {
  const rows = database().select().from(vacature).innerJoin(werkgever, eq(werkgever.id, vacature.werkgeverId)).where(inArray(vacature.id, [...ids])).all();
  for (const row of rows) {
    if (row.vacature.status === 'concept') searchEngine().remove('vacatures', [row.vacature.id]);
    else searchEngine().upsert('vacatures', [vacatureDocument(row.vacature, row.werkgever)]);
  }
}

/**
 * Builds all indexes anew, in one transaction.
 * @param report called with done and total after every batch
 */
export function rebuildIndex(report: (done: number, total: number) => void = () => {}): void {
  const db = database();
  const kandidaten = db.select({ id: kandidaat.id }).from(kandidaat).all().map((row) => row.id);
  const vacatures = db.select({ id: vacature.id }).from(vacature).all().map((row) => row.id);
  const total = kandidaten.length + vacatures.length;
  transaction(() => {
    for (const index of ['kandidaten-werkgever', 'kandidaten-professional', 'vacatures'] as const) searchEngine().replaceAll(index, []);
    for (let at = 0; at < kandidaten.length; at += BATCH) { indexKandidaten(kandidaten.slice(at, at + BATCH)); report(Math.min(at + BATCH, kandidaten.length), total); }
    for (let at = 0; at < vacatures.length; at += BATCH) { indexVacatures(vacatures.slice(at, at + BATCH)); report(kandidaten.length + Math.min(at + BATCH, vacatures.length), total); }
    connection().prepare('UPDATE zoek_stand SET vorm = ?').run(VORM);
  });
}

/** Whether an earlier version of this program made the index, with another analysis than queries get now. */
export function indexIsOutdated(): boolean {
  return connection().prepare('SELECT vorm FROM zoek_stand').pluck().get() !== VORM;
}

/**
 * What does not depend on the clock or on who looks. The rest of the predicate (freshness, hidden for this werkgever)
 * is a filter on every query, and SQL checks the whole predicate again for every id that comes back.
 */
function inEtalage({ kandidaat, toestemming }: KandidaatBron): boolean {
  return kandidaat.status === 'gepubliceerd' && kandidaat.arbeidsfit && toestemming.has('profiel');
}

function readBronnen(ids: readonly number[]): KandidaatBron[] {
  const db = database();
  const list = [...ids];
  const agreed = Map.groupBy(db.select().from(toestemming).where(and(inArray(toestemming.kandidaatId, list), isNull(toestemming.ingetrokkenOp))).all(), (row) => row.kandidaatId);
  const hidden = Map.groupBy(db.select().from(verborgenVoor).where(inArray(verborgenVoor.kandidaatId, list)).all(), (row) => row.kandidaatId);
  return db.select().from(kandidaat).where(inArray(kandidaat.id, list)).all().map((row) => ({
    kandidaat: row,
    toestemming: new Set(agreed.get(row.id)?.map((item) => item.item)),
    verborgenVoor: hidden.get(row.id)?.map((item) => item.werkgeverId) ?? [],
  }));
}
