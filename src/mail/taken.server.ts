/**
 * Tasks at set times on working days. Each has one row in the outbox: `nietVoor` is when it is due, `aangemaaktOp`
 * when it went well last. A task that was missed while the process was down runs when it is up again; what it tells
 * is counted from the last success, never from "yesterday".
 */
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { outbox } from '#db/schema.ts';
import { log } from '../log.ts';
import { dayOf, isWerkdag } from '../domain/kalender/werkdagen.ts';
import { nextOnWerkdag } from '../werkdagen.ts';

/** `run` gets the last success and the present moment; what it throws is noted, and it is run again. */
export type Taak = { naam: string; /** hh:mm in the Netherlands. */ tijd: string; run: (sinds: string, now: Date) => unknown };
const WAIT_MS = 60_000;
const MAX_WAIT_MS = 3_600_000;

/** Runs the tasks that are due. The first time a task is seen it is only put on the list. */
export async function runTaken(taken: readonly Taak[], now: Date): Promise<void> {
  for (const taak of taken) {
    const soort = `taak ${taak.naam}`;
    const row = database().select().from(outbox).where(eq(outbox.soort, soort)).get();
    if (!row) database().insert(outbox).values({ soort, objectId: 0, aangemaaktOp: now.toISOString(), nietVoor: nextOnWerkdag(now, taak.tijd).toISOString() }).run();
    else if (row.nietVoor <= now.toISOString() && isWerkdag(dayOf(now))) await runOne(taak, row, now);
  }
}

async function runOne({ naam, tijd, run }: Taak, { id, aangemaaktOp, pogingen }: typeof outbox.$inferSelect, now: Date): Promise<void> {
  try {
    await run(aangemaaktOp, now);
    database().update(outbox).set({ aangemaaktOp: now.toISOString(), nietVoor: nextOnWerkdag(now, tijd).toISOString(), pogingen: 0, fout: null }).where(eq(outbox.id, id)).run();
  } catch (error) {
    const fout = error instanceof Error ? error.message : String(error);
    database().update(outbox).set({ pogingen: pogingen + 1, fout, nietVoor: new Date(now.getTime() + Math.min(WAIT_MS * 2 ** pogingen, MAX_WAIT_MS)).toISOString() }).where(eq(outbox.id, id)).run();
    log.error({ taak: naam, fout }, 'taak mislukt');
  }
}

/** Does the work for each row, so that one that fails keeps none of the others from theirs. @throws Error afterwards, naming the failed rows by id */
export async function eachApart<T extends { id: number }>(rows: readonly T[], wat: string, work: (row: T) => unknown): Promise<void> {
  const failed: string[] = [];
  for (const row of rows) {
    try { await work(row); } catch (error) { failed.push(`${wat} ${row.id}: ${error instanceof Error ? error.message : String(error)}`); }
  }
  if (failed.length > 0) throw new Error(`${failed.length} van ${rows.length} mislukt. ${failed.slice(0, 3).join('; ')}`);
}
