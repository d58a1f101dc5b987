/** Stage 1 of the ranking, as the evaluation sees it: who gets as far as the score. */
import { database } from '#db/client.ts';
import { kandidaat, type vacature } from '#db/schema.ts';
import { VOORSELECTIE, preselect } from '#src/domain/match/ranglijst.server.ts';

/** The golden set is smaller than what stage 1 keeps: recall over all of it would be 1 and say nothing. */
const DEEL = 0.3;
/** Printed beside the recall. */
export const BESCHRIJVING = `among the first ${DEEL * 100}% of all by the rough guess of stage 1; the product keeps ${VOORSELECTIE}, more than this set holds`;

/**
 * Refs of the kandidaten that stage 1 would hand on for a vacature, were it to keep three in ten.
 * @returns those who may fit, and together with them three in ten of those who drop out by hours or distance: the score
 *   sees these too, for the list of who drops out and why
 */
export function retrieve(row: typeof vacature.$inferSelect): { past: Set<string>; gezien: Set<string> } {
  const refs = new Map(database().select({ id: kandidaat.id, ref: kandidaat.ref }).from(kandidaat).all().map(({ id, ref }) => [id, ref]));
  const { past, afgevallen } = preselect(row);
  const named = (ids: readonly number[], count: number) => ids.slice(0, Math.ceil(count * DEEL)).map((id) => refs.get(id)!);
  const first = new Set(named(past, refs.size));
  return { past: first, gezien: first.union(new Set(named(afgevallen, afgevallen.length))) };
}
