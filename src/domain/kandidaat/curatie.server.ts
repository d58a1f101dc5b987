/** Use cases of curation: who waits, what was looked at by whom, publish or send back. */
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, media, partner } from '#db/schema.ts';
import { Weigering, eis } from '../../auth/policy.ts';
import { formatMoment } from '../../format.ts';
import { mediaVersie } from '../../media/media.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { CURATIE_PUNTEN, factsOf, stillToCheck, type CuratieInvoer, type CuratiePunt, type Punt, type Vink } from './curatie.ts';
import { getDossier, listCuration, missingForPublication, moveProfile, type Dossier, type KandidaatRij } from './kandidaat.server.ts';

/** The event of ticks that were saved on the way, before the decision. */
const NAGEKEKEN = 'kijk na';

export type Wachtende = { kandidaat: KandidaatRij; partner: string | null; /** ISO moment of handing in. */ sinds: string };

/** Profiles that wait, longest first. An empty filter is no filter. */
export function listWaiting(actor: Actor, filter: { sector?: string; partner?: string } = {}): Wachtende[] {
  const rows = listCuration(actor);
  const ids = rows.map((row) => row.id);
  const handedIn = new Map(database().select({ id: gebeurtenis.objectId, op: sql<string>`max(${gebeurtenis.op})` }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'kandidaat'), inArray(gebeurtenis.objectId, ids), eq(gebeurtenis.naar, 'ter curatie'))).groupBy(gebeurtenis.objectId).all().map((row) => [row.id, row.op]));
  const partners = new Map(database().select().from(partner).all().map((row) => [row.id, row.naam]));
  return rows.map((row) => ({ kandidaat: row, partner: row.partnerId === null ? null : (partners.get(row.partnerId) ?? null), sinds: handedIn.get(row.id) ?? row.gewijzigdOp }))
    .filter((item) => (!filter.sector || item.kandidaat.sectoren.includes(filter.sector)) && (!filter.partner || item.partner === filter.partner))
    .sort((a, b) => a.sinds.localeCompare(b.sinds) || a.kandidaat.id - b.kandidaat.id);
}

export type Curatie = Dossier & { punten: Punt[]; /** What was on the screen; it comes back with the form. */ versie: string; /** The mark of photo and film in it. */ beeld: string; belet: string[] };

/** One profile with everything a curator needs. */
export function getCuratie(actor: Actor, id: number): Curatie {
  eis(actor, 'kandidaat.cureer');
  const dossier = getDossier(actor, id);
  const own = database().select().from(media).where(eq(media.kandidaatId, id)).all();
  const { kandidaat: row, toestemming, werkmakelaar } = dossier;
  const beeld = mediaVersie(own);
  const { vinken, laatste } = ticks(row, beeld);
  const punten = factsOf(row, { toestemming, werkmakelaar, foto: own.some((item) => item.soort === 'foto'), film: own.find((item) => item.soort === 'film') }).map((item) => ({ ...item, vink: vinken[item.punt] ?? null }));
  // Consent and contact stand in the list already.
  const belet = missingForPublication(row, new Set([...toestemming, 'profiel']));
  return { ...dossier, punten, belet, beeld, versie: `${row.gewijzigdOp} ${laatste} ${beeld}` };
}

/** Ticks saved since the profile was changed last: an older tick says nothing about the text, or the picture, as it is now. */
function ticks(row: KandidaatRij, beeld: string): { vinken: Partial<Record<CuratiePunt, Vink>>; laatste: number } {
  const last = database().select({ id: gebeurtenis.id, op: gebeurtenis.op, getoond: gebeurtenis.getoond }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, row.id), eq(gebeurtenis.verb, NAGEKEKEN))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  if (!last || last.op < row.gewijzigdOp) return { vinken: {}, laatste: last?.id ?? 0 };
  const gezien = last.getoond as { punten: Partial<Record<CuratiePunt, Vink>>; beeld?: string };
  const { beeld: _beeld, film: _film, ...overige } = gezien.punten;
  return { vinken: gezien.beeld === beeld ? gezien.punten : overige, laatste: last.id };
}

/**
 * What the form asks: save the ticks, publish, or send back. The event holds per point who ticked it, and when.
 * @throws Weigering when someone else did something first, when not all is seen to, or when sending back says nothing
 */
export function cureer(actor: Actor, id: number, invoer: CuratieInvoer): void {
  eis(actor, 'kandidaat.cureer');
  transaction(() => {
    const curatie = getCuratie(actor, id);
    refuseWhenChanged(curatie, invoer.versie);
    const getoond = { punten: tickedNow(actor, curatie.punten, invoer.punten), beeld: curatie.beeld };
    if (invoer.stap === 'bewaar') return recordEvent(actor, { soort: 'kandidaat', objectId: id, verb: NAGEKEKEN, toelichting: namesOf(Object.keys(getoond.punten) as CuratiePunt[]) || 'Nog niets aangevinkt', getoond });
    if (invoer.stap === 'publiceer') {
      const open = [...stillToCheck(curatie.punten, invoer.punten), ...curatie.belet];
      if (open.length > 0) throw new Weigering(open.join(' '));
      return moveProfile(actor, id, 'publiceer', undefined, { getoond });
    }
    const remarks = (Object.keys(CURATIE_PUNTEN) as CuratiePunt[]).filter((punt) => invoer[`opmerking-${punt}`] !== '');
    if (remarks.length === 0 && invoer.reden === '') throw new Weigering('Schrijf wat er beter kan: bij een punt of hieronder.');
    moveProfile(actor, id, 'stuur terug', invoer.reden || namesOf(remarks), { getoond, toelichting: remarks.map((punt) => `${CURATIE_PUNTEN[punt].naam}: ${invoer[`opmerking-${punt}`]}`).join('\n') });
  });
}

const namesOf = (punten: readonly CuratiePunt[]): string => punten.map((punt) => CURATIE_PUNTEN[punt].naam).join(', ');

/** A tick that stood already keeps its own name and moment. */
function tickedNow(actor: Actor, punten: readonly Punt[], gevinkt: readonly CuratiePunt[]): Partial<Record<CuratiePunt, Vink>> {
  const vink = { door: 'naam' in actor ? actor.naam : '', op: new Date().toISOString() };
  return Object.fromEntries(punten.filter(({ punt }) => gevinkt.includes(punt)).map((item) => [item.punt, item.vink ?? vink]));
}

/** Two curators at once: the second one reads what the first did, and nothing is lost of either. */
function refuseWhenChanged({ kandidaat: row, versie }: Curatie, gezien: string): void {
  if (row.status === 'ter curatie' && versie === gezien) return;
  const last = database().select({ verb: gebeurtenis.verb, op: gebeurtenis.op, door: gebruiker.naam }).from(gebeurtenis).leftJoin(gebruiker, eq(gebruiker.id, gebeurtenis.doorId))
    .where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, row.id), ne(gebeurtenis.verb, 'bekijk'))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  const wie = last?.door ?? 'Iemand anders';
  const wanneer = last ? ` op ${formatMoment(last.op)}` : '';
  const GEDAAN: Record<string, string> = { publiceer: 'dit profiel gepubliceerd', 'stuur terug': 'dit profiel teruggestuurd', [NAGEKEKEN]: 'dit profiel ook nagekeken', 'foto geplaatst': 'een andere foto geplaatst', 'uitsnede gekozen': 'de foto anders uitgesneden', 'film geplaatst': 'een andere film geplaatst', 'filmtekst bewaard': 'de tekst bij de film veranderd', 'trek in': 'dit profiel ingetrokken', plaats: 'bij dit profiel een plaatsing vastgelegd' };
  const wat = GEDAAN[last?.verb ?? ''] ?? 'dit profiel gewijzigd';
  throw new Weigering(`${wie} heeft ${wat}${wanneer}, terwijl u bezig was. ${row.status === 'ter curatie' ? 'Kijk wat er veranderd is en ga dan verder. Wat u typte staat er nog.' : `Het profiel is nu ${row.status}.`}`);
}
