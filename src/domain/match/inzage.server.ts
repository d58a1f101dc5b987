/** What a kandidaat may know of the own matches, and the copy of all own data (AVG art. 15 and 20). */
import { desc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { favoriet, match, media, partner, persoonlijkeLink, vacature, werkgever } from '#db/schema.ts';
import { eis, eisRol } from '../../auth/policy.ts';
import { listEvents } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { getOwn, listHidden } from '../kandidaat/eigen.server.ts';
import { loadDossier } from '../kandidaat/kandidaat.server.ts';
import { listConsent } from '../kandidaat/toestemming.server.ts';
import { listKijkers } from '../kandidaat/weergave.server.ts';
import type { MatchStatus } from './match.ts';
import { explainForKandidaat, type KandidaatUitleg } from './uitlegkandidaat.ts';

/** How the state of a pair reads to the person it is about. */
const STAND: Record<MatchStatus, string> = {
  voorgesteld: 'gevonden door de computer, nog niet bekeken', geschikt: 'je begeleider vindt dit bij je passen', ongeschikt: 'je begeleider vindt dit nu niet passen', later: 'je begeleider kijkt er later naar',
  voorgedragen: 'wij hebben je voorgesteld', 'niet voorgedragen': 'wij hebben je niet voorgesteld', uitgenodigd: 'de werkgever wil je spreken', afgewezen: 'de werkgever gaat niet verder', proefplaatsing: 'je bent op proef', geplaatst: 'je hebt deze baan', gestopt: 'de proef is gestopt', teruggetrokken: 'gaat niet door',
};

export type EigenMatch = { id: number; titel: string; werkgever: string; stand: string; bekeken: boolean; sinds: string; /** What the accountmanager wrote to the werkgever. */ bericht: string | null; uitleg: KandidaatUitleg | null };

/** The own matches, newest change first: what it is, how it stands, and why the computer found it to fit. */
export function listOwnMatches(actor: Actor): EigenMatch[] {
  eis(actor, 'kandidaat.eigen');
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  const rows = database().select({ match, titel: vacature.titel, werkgever: werkgever.naam }).from(match).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId))
    .where(eq(match.kandidaatId, kandidaatId)).orderBy(desc(match.gewijzigdOp), desc(match.id)).all();
  return rows.map(({ match: row, titel, werkgever: naam }) => ({
    id: row.id, titel: titel ?? 'Kennismaken', werkgever: naam, bekeken: row.status !== 'voorgesteld', sinds: row.gewijzigdOp, bericht: row.bericht, uitleg: row.uitleg && explainForKandidaat(row.uitleg),
    stand: row.herkomst === 'kennismaking' && row.status === 'voorgesteld' ? 'de werkgever wil kennismaken' : STAND[row.status],
  }));
}

/** Everything the portal knows of the person, with Dutch names, also what only professionals see. */
export function exportOwn(actor: Actor) {
  const eigen = getOwn(actor);
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  const { intern, werkmakelaar } = loadDossier(actor, kandidaatId);
  const { id: _id, partnerId, werkmakelaarId: _werkmakelaar, lat, lng, ...profiel } = eigen.kandidaat;
  const db = database();
  const aangemeldDoor = partnerId === null ? null : (db.select({ naam: partner.naam }).from(partner).where(eq(partner.id, partnerId)).get()?.naam ?? null);
  const { kandidaatId: _intern, ...alleenProfessionals } = intern ?? { kandidaatId };
  return {
    gemaaktOp: new Date().toISOString(),
    profiel: { ...profiel, plaatsOpKaart: lat === null ? null : { lat, lng } },
    alleenVoorProfessionals: { ...alleenProfessionals, aangemeldDoor, werkmakelaar },
    toestemmingen: listConsent(actor, kandidaatId).map(({ door, ...row }) => ({ ...row, vastgelegdDoor: door })),
    verborgenVoor: listHidden(actor).map(({ naam }) => naam),
    wieKeek: listKijkers(actor).map(({ naam, keren, laatst }) => ({ werkgever: naam, keren, laatst })),
    bewaardDoor: db.select({ werkgever: werkgever.naam, op: favoriet.op }).from(favoriet).innerJoin(werkgever, eq(werkgever.id, favoriet.werkgeverId)).where(eq(favoriet.kandidaatId, kandidaatId)).all(),
    beelden: db.select({ soort: media.soort, mime: media.mime, bytes: media.bytes, transcript: media.transcript, aangemaaktOp: media.aangemaaktOp, nagekekenOp: media.nagekekenOp }).from(media).where(eq(media.kandidaatId, kandidaatId)).all(),
    matches: listOwnMatches(actor).map(({ id, bekeken: _bekeken, ...item }) => ({ ...item, gebeurtenissen: events('match', id) })),
    links: db.select({ gegevenOp: persoonlijkeLink.aangemaaktOp, geldigTot: persoonlijkeLink.verlooptOp, ingetrokkenOp: persoonlijkeLink.ingetrokkenOp, laatstGebruiktOp: persoonlijkeLink.laatstGebruiktOp }).from(persoonlijkeLink).where(eq(persoonlijkeLink.kandidaatId, kandidaatId)).all(),
    gebeurtenissen: events('kandidaat', kandidaatId),
  };
}

/** What happened, without the names of those who did it: those are data about others. */
function events(soort: 'kandidaat' | 'match', id: number) {
  return listEvents(soort, id).map(({ id: _id, door: _door, ...event }) => event);
}
