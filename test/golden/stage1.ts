/**
 * Stage 1 of the ranking, as the evaluation sees it: who gets as far as the score. The one seam: when the product
 * retrieves before it scores, `retrieve` asks that retrieval and `BESCHRIJVING` says so.
 */
import { database } from '#db/client.ts';
import { kandidaat, type vacature } from '#db/schema.ts';
import { voorstelbaar } from '#src/domain/kandidaat/zichtbaar.server.ts';

/** Printed beside the recall, so that nobody takes a recall of 1 for a merit. */
export const BESCHRIJVING = 'no retrieval yet: everyone who may be proposed is scored, so recall is 1 by design';

/** Refs of the kandidaten that are scored for a vacature. */
export function retrieve(_vacature: typeof vacature.$inferSelect): Set<string> {
  return new Set(database().select({ ref: kandidaat.ref }).from(kandidaat).where(voorstelbaar()).all().map(({ ref }) => ref));
}
