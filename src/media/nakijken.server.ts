/**
 * The second look: photo and film that came to a profile after it was published. Nobody outside sees them before an
 * accountmanager did, as nobody saw the profile before its curation.
 */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat, media } from '#db/schema.ts';
import { Weigering, eis } from '../auth/policy.ts';
import { recordEvent } from '../domain/gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor } from '../domain/gebruiker/gebruiker.ts';
import { consentOf } from '../domain/kandidaat/kandidaat.server.ts';
import { mediaVersie, type NakijkInvoer } from './media.ts';
import { ownMedia } from './media.server.ts';
import { bestandenVan, verwijder } from './opslag.server.ts';
import { AF, filmDelen, type Film } from './toegang.server.ts';

type Rij = typeof media.$inferSelect;
export type NieuwBeeld = {
  kandidaatId: number; voornaam: string; soort: Rij['soort'];
  /** ISO moment of the last change that waits. */
  sinds: string;
  /** What was on the screen; it comes back with the form. */
  versie: string;
  /** Whether the kandidaat agrees to it: without, nobody outside sees it after the look either. */
  toestemming: boolean;
  film: Film | null;
};

const SINDS = sql<string>`coalesce((SELECT max(g.op) FROM gebeurtenis g WHERE g.soort = 'kandidaat' AND g.object_id = media.kandidaat_id AND g.verb IN ('foto geplaatst', 'uitsnede gekozen', 'film geplaatst', 'filmtekst bewaard') AND (g.verb LIKE 'film%') = (media.soort = 'film')), media.aangemaakt_op)`;

/** What waits for a look at published profiles, longest first; a film only once its captions and transcript are there. */
export function listNieuwBeeld(actor: Actor): NieuwBeeld[] {
  eis(actor, 'kandidaat.cureer');
  const rows = database().select({ rij: media, voornaam: kandidaat.voornaam, sinds: SINDS }).from(media).innerJoin(kandidaat, eq(kandidaat.id, media.kandidaatId))
    .where(and(eq(kandidaat.status, 'gepubliceerd'), isNull(media.nagekekenOp), AF)).orderBy(asc(SINDS), asc(media.id)).all();
  const agreed = consentOf(rows.map(({ rij }) => rij.kandidaatId));
  return rows.map(({ rij, voornaam, sinds }) => ({
    kandidaatId: rij.kandidaatId, voornaam, soort: rij.soort, sinds, versie: mediaVersie([rij]), toestemming: agreed.get(rij.kandidaatId)?.has(rij.soort) ?? false, film: rij.soort === 'film' ? filmDelen(actor, rij) : null,
  }));
}

/** "Laat zien", or "haal weg" with the reason that aanmelder and kandidaat read. @throws Weigering when it is not what was on the screen any more */
export async function lookAt(actor: Actor, invoer: NakijkInvoer): Promise<void> {
  eis(actor, 'kandidaat.cureer');
  const weg = transaction(() => {
    const rij = asSeen(actor, invoer);
    const wat = { soort: 'kandidaat', objectId: invoer.kandidaat } as const;
    if (invoer.stap === 'laat zien') {
      database().update(media).set({ nagekekenOp: new Date().toISOString(), nagekekenDoorId: actorId(actor) }).where(eq(media.id, rij.id)).run();
      recordEvent(actor, { ...wat, verb: `${rij.soort} nagekeken` });
      return [];
    }
    database().delete(media).where(eq(media.id, rij.id)).run();
    recordEvent(actor, { ...wat, verb: `${rij.soort} afgekeurd`, reden: invoer.reden });
    return bestandenVan(rij);
  });
  await verwijder(weg);
}

/** Two accountmanagers at once, or an aanmelder meanwhile: nobody decides about a picture that was not on the screen. */
function asSeen(actor: Actor, { kandidaat: id, soort, versie }: NakijkInvoer): Rij {
  const rij = ownMedia(actor, id)[soort];
  if (!rij) throw new Weigering(`Deze ${soort} is al weggehaald.`);
  if (mediaVersie([rij]) !== versie) throw new Weigering(`Deze ${soort} is veranderd terwijl u keek. Kijk eerst naar de nieuwe.`);
  if (rij.nagekekenOp !== null) throw new Weigering(`Een collega keek deze ${soort} al na en liet hem zien.`);
  return rij;
}

export type Afgekeurd = { soort: Rij['soort']; reden: string; /** ISO moment. */ op: string };

/** What an accountmanager took away and why, until something else is put there; for the kandidaat and the own professionals. */
export function listAfgekeurd(actor: Actor, kandidaatId: number): Afgekeurd[] {
  eis(actor, 'media.bekijk');
  const staat = ownMedia(actor, kandidaatId);
  return (['foto', 'film'] as const).filter((soort) => !staat[soort]).flatMap((soort) => {
    const last = database().select({ verb: gebeurtenis.verb, reden: gebeurtenis.reden, op: gebeurtenis.op }).from(gebeurtenis)
      .where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, kandidaatId), inArray(gebeurtenis.verb, [`${soort} weggehaald`, `${soort} afgekeurd`]))).orderBy(desc(gebeurtenis.id)).limit(1).get();
    return last?.verb === `${soort} afgekeurd` && last.reden !== null ? [{ soort, reden: last.reden, op: last.op }] : [];
  });
}
