/**
 * Keeps suggestions fresh. Every change writes an outbox row in its own transaction; this worker turns rows into
 * suggestions. Each row is handled in one transaction with its removal: killed half-way, it is simply done again.
 */
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, match, outbox, vacature } from '#db/schema.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { today, voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { matchbaar } from '../vacature/vacature.server.ts';
import { PAST_VANAF } from './eiskosten.ts';
import { insertMatch } from './match.server.ts';
import { rankKandidaten, rankVacatures } from './ranglijst.server.ts';

const SYSTEEM: Actor = { rol: 'systeem' };
/** Open suggestions per vacature at most; refilled as they are judged. */
export const MAX_OPEN = 20;
/** Vacatures that one changed kandidaat is suggested for at most. */
const MAX_PER_KANDIDAAT = 10;
const MAX_POGINGEN = 8;

/**
 * Handles what is in the outbox now.
 * @param report called after each row with the number done
 * @returns how many rows were handled
 */
export function refreshSuggestions(report: (done: number) => void = () => {}): number {
  let done = 0;
  for (;;) {
    const nu = new Date().toISOString();
    const row = database().select().from(outbox).where(and(inArray(outbox.soort, ['voorstellen-vacature', 'voorstellen-kandidaat']), lte(outbox.nietVoor, nu), sql`${outbox.pogingen} < ${MAX_POGINGEN}`)).orderBy(asc(outbox.id)).limit(1).get();
    if (!row) return done;
    handle(row);
    report(++done);
  }
}

function handle(row: typeof outbox.$inferSelect): void {
  try {
    transaction(() => {
      if (row.soort === 'voorstellen-vacature') suggestForVacature(row.objectId);
      else suggestForKandidaat(row.objectId);
      // Rows about the same object that are waiting too are answered by this one.
      database().delete(outbox).where(and(eq(outbox.soort, row.soort), eq(outbox.objectId, row.objectId), sql`${outbox.id} >= ${row.id}`)).run();
    });
  } catch (error) {
    const wait = new Date(Date.now() + 1000 * 2 ** row.pogingen).toISOString();
    database().update(outbox).set({ pogingen: row.pogingen + 1, nietVoor: wait, fout: error instanceof Error ? error.message : String(error) }).where(eq(outbox.id, row.id)).run();
  }
}

/** Fills the open suggestions of one vacature up to the limit with the best pairs that nobody judged yet. */
export function suggestForVacature(vacatureId: number): void {
  const row = database().select().from(vacature).where(and(eq(vacature.id, vacatureId), matchbaar(today()))).get();
  if (!row) return;
  const known = new Set(database().select({ id: match.kandidaatId }).from(match).where(eq(match.vacatureId, vacatureId)).all().map((pair) => pair.id));
  let room = MAX_OPEN - openCount(vacatureId);
  for (const { id, uitleg } of rankKandidaten(row).resultaten) {
    if (room <= 0 || uitleg.score < PAST_VANAF) break;
    if (known.has(id)) continue;
    suggest(row, id, uitleg);
    room--;
  }
}

/** Suggests one kandidaat for the vacatures that fit best and have room. */
export function suggestForKandidaat(kandidaatId: number): void {
  const row = database().select().from(kandidaat).where(and(eq(kandidaat.id, kandidaatId), voorstelbaar())).get();
  if (!row) return;
  const known = new Set(database().select({ id: match.vacatureId }).from(match).where(eq(match.kandidaatId, kandidaatId)).all().map((pair) => pair.id));
  const fitting = rankVacatures(row).resultaten.filter((item) => item.uitleg.score >= PAST_VANAF).slice(0, MAX_PER_KANDIDAAT);
  for (const { id, uitleg } of fitting) {
    if (known.has(id) || openCount(id) >= MAX_OPEN) continue;
    suggest(database().select().from(vacature).where(eq(vacature.id, id)).get()!, kandidaatId, uitleg);
  }
}

function suggest(job: typeof vacature.$inferSelect, kandidaatId: number, uitleg: Parameters<typeof insertMatch>[1]['uitleg']): void {
  insertMatch(SYSTEEM, { kandidaatId, vacatureId: job.id, werkgeverId: job.werkgeverId, herkomst: 'voorstel', uitleg });
  // Not a change of the profile, so gewijzigdOp stays: who waited longest comes first in a tie.
  database().update(kandidaat).set({ laatstVoorgesteldOp: new Date().toISOString() }).where(eq(kandidaat.id, kandidaatId)).run();
}

function openCount(vacatureId: number): number {
  return database().select({ count: sql<number>`count(*)` }).from(match).where(and(eq(match.vacatureId, vacatureId), eq(match.status, 'voorgesteld'))).get()!.count;
}
