/**
 * Erasing a person for good. What stays is a number with its counts: no name, no word, no address, nothing to lead
 * back. Files of photo and film are named to the caller, who owns the folder.
 */
import { and, eq, inArray, like, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { afspraak, favoriet, gebeurtenis, kandidaat, kandidaatIntern, mail, match, media, outbox, persoonlijkeLink, toestemming, verborgenVoor, weergave } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { eis } from '../../auth/policy.ts';
import { bestandenVan } from '../../media/opslag.server.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';

/** What a row of someone erased holds. The partner stays, for the count of who entered how many. */
const LEEG = {
  voornaam: 'Gewist', kop: '', presentatie: '', wensberoepen: [], ervaring: [], vaardigheden: [], certificaten: null, rijbewijzen: null, talen: null, denkniveau: null, sectoren: [], urenMin: 0, urenMax: 0, dagdelen: null,
  beschikbaarVanaf: null, plaats: '', lat: null, lng: null, reisafstandKm: null, vervoer: null, nodig: [], begeleiding: null, werkvormen: [], status: 'ingetrokken', arbeidsfit: false, arbeidsfitSinds: null, arbeidsfitDoor: null,
  bevestigingGevraagdOp: null, werkmakelaarId: null, portret: null,
} satisfies Partial<typeof kandidaat.$inferInsert>;

/**
 * Erases one person, in the caller's transaction.
 * @returns names of all files in the media folder that must go too, once this is committed
 */
export function erase(actor: Actor, id: number): string[] {
  eis(actor, 'kandidaat.bewaar');
  const db = database();
  const files = db.select().from(media).where(eq(media.kandidaatId, id)).all().flatMap(bestandenVan);
  const pairs = db.select({ id: match.id }).from(match).where(eq(match.kandidaatId, id)).all().map((row) => row.id);
  eraseMail(id, pairs);
  for (const table of [toestemming, verborgenVoor, favoriet, weergave, persoonlijkeLink, media, kandidaatIntern]) db.delete(table).where(eq(table.kandidaatId, id)).run();
  db.delete(afspraak).where(inArray(afspraak.matchId, pairs)).run();
  db.update(match).set({ uitleg: null, bericht: null, veranderd: [] }).where(eq(match.kandidaatId, id)).run();
  const about = or(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, id)), and(eq(gebeurtenis.soort, 'match'), inArray(gebeurtenis.objectId, pairs)));
  db.update(gebeurtenis).set({ toelichting: null, getoond: null, reden: null }).where(about).run();
  db.delete(outbox).where(and(eq(outbox.soort, 'voorstellen-kandidaat'), eq(outbox.objectId, id))).run();
  db.update(kandidaat).set({ ...LEEG, ref: `gewist-${id}`, gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, id)).run();
  indexKandidaten([id]);
  recordEvent(actor, { soort: 'kandidaat', objectId: id, verb: 'wis' });
  return files;
}

/** Post to this person, and post to others that may hold the first name. */
function eraseMail(id: number, pairs: readonly number[]): void {
  const { email } = database().select({ email: kandidaatIntern.email }).from(kandidaatIntern).where(eq(kandidaatIntern.kandidaatId, id)).get() ?? {};
  const about = pairs.map((pair) => sql`(${mail.sleutel} LIKE ${`%:${pair}:%`} AND ${mail.soort} IN ('voordracht', 'herinnering', 'kennismaking-bevestiging', 'kennismaking-gevraagd', 'antwoord', 'niet-beschikbaar', 'afspraak') AND ${mail.sleutel} LIKE ${mail.soort} || ${`:${pair}:%`})`);
  database().delete(mail).where(or(email ? sql`lower(${mail.aan}) = lower(${email})` : undefined, like(mail.sleutel, `curatie:%:${id}`), ...about)).run();
}
