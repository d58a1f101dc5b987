/** Stage 1 of the ranking, as the evaluation sees it: who gets as far as the score. */
import { database } from '#db/client.ts';
import { kandidaat, type vacature } from '#db/schema.ts';
import { VOORSELECTIE, preselect } from '#src/domain/match/ranglijst.server.ts';

/** The golden set is smaller than what stage 1 keeps: recall over all of it would be 1 and say nothing. */
const DEEL = 0.3;
/** Printed beside the recall. */
export const BESCHRIJVING = `among the first ${DEEL * 100}% of all by the rough guess of stage 1; the product keeps ${VOORSELECTIE}, more than this set holds`;

/** Refs of the kandidaten that stage 1 would hand on for a vacature, were it to keep three in ten. */
export function retrieve(row: typeof vacature.$inferSelect): Set<string> {
  const refs = new Map(database().select({ id: kandidaat.id, ref: kandidaat.ref }).from(kandidaat).all().map(({ id, ref }) => [id, ref]));
  return new Set(preselect(row).slice(0, Math.ceil(refs.size * DEEL)).map((id) => refs.get(id)!));
}
