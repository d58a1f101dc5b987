/** Saved searches of the etalage: a question that somebody keeps, and whether new people are to be reported. */
import { and, asc, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { zoekopdracht } from '#db/schema.ts';
import { config } from '../../config.ts';
import { capital } from '../../format.ts';
import { NietGevonden, Weigering, eis } from '../../auth/policy.ts';
import { ETALAGE, countEtalage, readEtalageVraag } from '../kandidaat/etalage.server.ts';
import { chipsOf } from '../zoeken/beeld.ts';
import { writeZoekvraag } from '../zoeken/lijst.ts';
import { actorId, type Actor } from './gebruiker.ts';

export type ZoekopdrachtRij = typeof zoekopdracht.$inferSelect;

/** Somebody keeps at most this many searches: each is a message that may come every day. */
export const ZOEKOPDRACHTEN_MAX = 30;
export const NAAM_MAX = 80;

/** The searches that the actor keeps, by name, each with how many people it gives now. */
export async function listZoekopdrachten(actor: Actor): Promise<(ZoekopdrachtRij & { aantal: number })[]> {
  eis(actor, 'zoekopdracht.beheer');
  const rows = database().select().from(zoekopdracht).where(own(actor)).orderBy(asc(zoekopdracht.naam), asc(zoekopdracht.id)).all();
  return Promise.all(rows.map(async (row) => ({ ...row, aantal: await countEtalage(actor, readEtalageVraag(new URLSearchParams(row.zoekvraag))) })));
}

/**
 * Keeps a search. The same question in another order is the same search and keeps its name.
 * @param zoekvraag the query of an address of the etalage; page number and unknown names are left out
 * @param naam left out: named after what it asks
 * @returns its id
 * @throws Weigering when it asks for nothing, or when there are too many
 */
export function saveZoekopdracht(actor: Actor, zoekvraag: string, naam?: string): number {
  eis(actor, 'zoekopdracht.beheer');
  const vraag = { ...readEtalageVraag(new URLSearchParams(zoekvraag)), pagina: 1 };
  const query = writeZoekvraag(ETALAGE, { ...vraag, sorteer: 'relevantie' });
  if (query === '') throw new Weigering('Kies eerst waar u op zoekt. Een zoekopdracht zonder woorden of filters is het hele venster.');
  return transaction(() => {
    const known = database().select({ id: zoekopdracht.id }).from(zoekopdracht).where(and(own(actor), eq(zoekopdracht.zoekvraag, query))).get();
    if (known) return known.id;
    if (database().select({ id: zoekopdracht.id }).from(zoekopdracht).where(own(actor)).all().length >= ZOEKOPDRACHTEN_MAX) throw new Weigering(`U bewaart al ${ZOEKOPDRACHTEN_MAX} zoekopdrachten. Verwijder er eerst een.`);
    const named = naam?.trim() || capital([vraag.q, ...chipsOf(ETALAGE, { ...vraag, q: '' }, vraag.plaats || config().regio.middelpunt).map((chip) => chip.tekst)].filter(Boolean).join(', '));
    return database().insert(zoekopdracht).values({ gebruikerId: actorId(actor)!, naam: named.slice(0, NAAM_MAX), zoekvraag: query }).returning({ id: zoekopdracht.id }).get().id;
  });
}

/** Changes the name, and whether new people are reported. Who starts that again hears of nobody from before. @throws NietGevonden */
export function updateZoekopdracht(actor: Actor, id: number, invoer: { naam: string; melden: boolean }): void {
  eis(actor, 'zoekopdracht.beheer');
  transaction(() => {
    const row = getOwn(actor, id);
    const again = invoer.melden && !row.melden ? { gemeldTot: new Date().toISOString() } : {};
    database().update(zoekopdracht).set({ ...invoer, ...again }).where(eq(zoekopdracht.id, id)).run();
  });
}

/** Removes a search. @returns what it was, so that the page can offer to put it back; @throws NietGevonden */
export function removeZoekopdracht(actor: Actor, id: number): ZoekopdrachtRij {
  eis(actor, 'zoekopdracht.beheer');
  return transaction(() => {
    const row = getOwn(actor, id);
    database().delete(zoekopdracht).where(eq(zoekopdracht.id, id)).run();
    return row;
  });
}

function getOwn(actor: Actor, id: number): ZoekopdrachtRij {
  const row = database().select().from(zoekopdracht).where(and(own(actor), eq(zoekopdracht.id, id))).get();
  if (!row) throw new NietGevonden(`zoekopdracht ${id}`);
  return row;
}

function own(actor: Actor) {
  return eq(zoekopdracht.gebruikerId, actorId(actor) ?? -1);
}
