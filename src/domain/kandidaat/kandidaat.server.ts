/** Use cases and queries about kandidaten. Every one takes the actor first and asks the policy. */
import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebruiker, kandidaat, kandidaatIntern, media, partner, toestemming } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { NietGevonden, Weigering, eis } from '../../auth/policy.ts';
import { mailProfielStap } from '../../mail/gebeurtenissen.server.ts';
import { enqueue, listEvents, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor } from '../gebruiker/gebruiker.ts';
import { ontbreekt, type Veldwaarden } from './invoer.ts';
import { PROFIEL_OVERGANGEN, profielVerbs, versSinds, type ProfielVerb, type ToestemmingItem } from './kandidaat.ts';
import { publicProfile, type PubliekProfiel } from './publiek.ts';
import { recordView } from './weergave.server.ts';
import { today, zichtbaar } from './zichtbaar.server.ts';

export type KandidaatRij = typeof kandidaat.$inferSelect;

/** Public profiles of these ids that the actor may see, in the order of the ids. */
export function listPublicProfiles(actor: Actor, ids: readonly number[]): PubliekProfiel[] {
  eis(actor, 'etalage.bekijk');
  if (ids.length === 0) return [];
  const rows = database().select().from(kandidaat).where(and(inArray(kandidaat.id, [...ids]), zichtbaar(actor, today()))).all();
  const agreed = consentOf(rows.map((row) => row.id));
  const byId = new Map(rows.map((row) => [row.id, publicProfile(row, agreed.get(row.id) ?? new Set(), actor)]));
  return ids.map((id) => byId.get(id)).filter((profile) => profile !== undefined);
}

/** The ids among these that the actor may see in the etalage. */
export function visibleIds(actor: Actor, ids: readonly number[]): Set<number> {
  if (ids.length === 0) return new Set();
  return new Set(database().select({ id: kandidaat.id }).from(kandidaat).where(and(inArray(kandidaat.id, [...ids]), zichtbaar(actor, today()))).all().map((row) => row.id));
}

/**
 * One profile as this viewer may see it; a view by an employer is recorded, so that the kandidaat can see who looked.
 * @throws KijkbudgetOp when the employer opened as many other profiles today as the region allows
 */
export function viewProfile(actor: Actor, id: number): PubliekProfiel {
  const [profile] = listPublicProfiles(actor, [id]);
  if (!profile) throw new NietGevonden(`profiel ${id}`);
  recordView(actor, id);
  return profile;
}

/** How the stand-in portrait is drawn, for those who may see it. */
export function portraitOf(actor: Actor, id: number): { seed: string; kenmerken: NonNullable<KandidaatRij['portret']> } {
  const inside = actor.rol === 'werkmakelaar' || actor.rol === 'accountmanager' || actor.rol === 'aanmelder';
  const allowed = inside ? database().select({ id: kandidaat.id }).from(kandidaat).where(and(eq(kandidaat.id, id), own(actor))).get() : listPublicProfiles(actor, [id]).find((profile) => profile.portret !== null);
  if (!allowed) throw new NietGevonden(`portret ${id}`);
  const row = database().select({ portret: kandidaat.portret }).from(kandidaat).where(eq(kandidaat.id, id)).get();
  return { seed: `kandidaat-${id}`, kenmerken: row?.portret ?? {} };
}

/** Which kandidaten an actor works for: own caseload and absent colleagues', own partner; accountmanagers all; a kandidaat only themselves. */
export function own(actor: Actor): SQL {
  switch (actor.rol) {
    case 'werkmakelaar': return inArray(kandidaat.werkmakelaarId, actor.caseloads);
    case 'aanmelder': return eq(kandidaat.partnerId, actor.partnerId);
    case 'kandidaat': return eq(kandidaat.id, actor.kandidaatId);
    case 'accountmanager':
    case 'systeem': return sql`1 = 1`;
    default: return sql`1 = 0`;
  }
}

export type Dossier = { kandidaat: KandidaatRij; intern: typeof kandidaatIntern.$inferSelect | null; toestemming: Set<ToestemmingItem>; werkmakelaar: string | null; partner: string | null; vers: boolean; verbs: ProfielVerb[] };

/** Everything professionals may know of one kandidaat of their own. */
export function getDossier(actor: Actor, id: number): Dossier {
  eis(actor, 'kandidaat.bekijk');
  return loadDossier(actor, id);
}

/** The same for a use case that asked the policy itself; only within the actor's scope. @throws NietGevonden */
export function loadDossier(actor: Actor, id: number): Dossier {
  const row = database().select().from(kandidaat).leftJoin(kandidaatIntern, eq(kandidaatIntern.kandidaatId, kandidaat.id))
    .leftJoin(gebruiker, eq(gebruiker.id, kandidaat.werkmakelaarId)).leftJoin(partner, eq(partner.id, kandidaat.partnerId))
    .where(and(eq(kandidaat.id, id), own(actor))).get();
  if (!row) throw new NietGevonden(`kandidaat ${id}`);
  return {
    kandidaat: row.kandidaat, intern: row.kandidaat_intern, werkmakelaar: row.gebruiker?.naam ?? null, partner: row.partner?.naam ?? null,
    toestemming: consentOf([id]).get(id) ?? new Set(), vers: row.kandidaat.bevestigdOp >= versSinds(today()), verbs: profielVerbs(row.kandidaat.status),
  };
}

/** What the fields of the form hold for this row. */
export function waardenVan(row: KandidaatRij, intern: Dossier['intern']): Veldwaarden {
  return { ...row, uren: row.urenMax > 0 ? { min: row.urenMin, max: row.urenMax } : null, werkmakelaar: row.werkmakelaarId, email: intern?.email ?? null, telefoon: intern?.telefoon ?? null, notitie: intern?.notitie ?? null };
}

/** Profiles that wait for an accountmanager, oldest first. */
export function listCuration(actor: Actor): KandidaatRij[] {
  eis(actor, 'kandidaat.cureer');
  return database().select().from(kandidaat).where(eq(kandidaat.status, 'ter curatie')).orderBy(asc(kandidaat.gewijzigdOp), asc(kandidaat.id)).all();
}

const ACTION_OF = { 'dien in': 'kandidaat.dienIn', 'stuur terug': 'kandidaat.cureer', publiceer: 'kandidaat.cureer', pauzeer: 'kandidaat.pauzeer', hervat: 'kandidaat.pauzeer', plaats: 'match.plaats', 'trek in': 'kandidaat.pauzeer', 'keer terug': 'kandidaat.dienIn', herzie: 'kandidaat.dienIn' } as const satisfies Record<ProfielVerb, string>;

/**
 * Takes one step with a profile. Publishing is also the look at its photo and film. `extra` goes into the event: words beside the reason, and what the person saw.
 * @throws Weigering when the step is not possible from here, when a reason is missing, or when publishing lacks something
 */
export function moveProfile(actor: Actor, id: number, verb: ProfielVerb, reden?: string, extra: { toelichting?: string; getoond?: unknown } = {}): void {
  eis(actor, ACTION_OF[verb]);
  transaction(() => {
    const { kandidaat: row, toestemming: agreed, intern } = loadDossier(actor, id);
    const overgang = PROFIEL_OVERGANGEN[verb];
    if (!(overgang.van as readonly string[]).includes(row.status)) throw new Weigering(`Dit profiel is ${row.status}; deze stap kan dan niet. Misschien was een collega u voor.`);
    if ('reden' in overgang && !reden?.trim()) throw new Weigering('Vul een reden in.');
    if (verb === 'publiceer') checkPublishable(row, agreed);
    if (verb === 'dien in') checkComplete(waardenVan(row, intern));
    const nu = new Date().toISOString();
    const published = verb === 'publiceer' ? { gepubliceerdOp: nu } : {};
    database().update(kandidaat).set({ status: overgang.naar, gewijzigdOp: nu, ...published }).where(eq(kandidaat.id, id)).run();
    if (verb === 'publiceer') database().update(media).set({ nagekekenOp: nu, nagekekenDoorId: actorId(actor) }).where(and(eq(media.kandidaatId, id), isNull(media.nagekekenOp))).run();
    recordEvent(actor, { soort: 'kandidaat', objectId: id, verb, van: row.status, naar: overgang.naar, reden: reden?.trim() || null, toelichting: extra.toelichting || null, getoond: extra.getoond });
    mailProfielStap(id, verb);
    afterChange(id);
  });
}

/** What a profile still lacks before it may be published; [] when it may. */
export function missingForPublication(row: KandidaatRij, agreed: ReadonlySet<ToestemmingItem>): string[] {
  return [
    !agreed.has('profiel') && 'De kandidaat heeft (nog) geen toestemming gegeven om het profiel te tonen.',
    !row.arbeidsfit && 'De kandidaat is nog niet arbeidsfit.',
    row.kop.trim() === '' && 'De kop ontbreekt: één zin over wat iemand zoekt.',
    row.presentatie.trim().length < 20 && 'De presentatie in eigen woorden ontbreekt of is te kort.',
  ].filter((line) => line !== false);
}

function checkPublishable(row: KandidaatRij, agreed: ReadonlySet<ToestemmingItem>): void {
  const missing = missingForPublication(row, agreed);
  if (missing.length > 0) throw new Weigering(missing.join(' '));
}

function checkComplete(waarden: Veldwaarden): void {
  const missing = ontbreekt(waarden);
  if (missing.length > 0) throw new Weigering(`Het profiel is nog niet klaar. ${missing.map(({ tekst }) => tekst).join(' ')}`);
}

/** Index and suggestions follow every change of a kandidaat; call inside the transaction. */
export function afterChange(id: number): void {
  indexKandidaten([id]);
  enqueue('voorstellen-kandidaat', [id]);
}

/** What happened with one profile, for those who may see it. */
export function profileHistory(actor: Actor, id: number) {
  getDossier(actor, id);
  return listEvents('kandidaat', id);
}

/** Consent in force per kandidaat. */
export function consentOf(ids: readonly number[]): Map<number, Set<ToestemmingItem>> {
  const rows = database().select().from(toestemming).where(and(inArray(toestemming.kandidaatId, [...ids]), isNull(toestemming.ingetrokkenOp))).all();
  return new Map([...Map.groupBy(rows, (row) => row.kandidaatId)].map(([id, items]) => [id, new Set(items.map((item) => item.item))]));
}
