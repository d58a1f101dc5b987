/** What a kandidaat does with the own profile, by the personal link. Every function works on the actor's own row only. */
import { and, asc, eq, like, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat, verborgenVoor, werkgever } from '#db/schema.ts';
import { NietGevonden, Weigering, eis, eisRol } from '../../auth/policy.ts';
import { addDays, dayOf } from '../kalender/werkdagen.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { WISVERZOEK_DAGEN } from './bewaren.ts';
import type { TijdInvoer } from './eigen.ts';
import { VERSHEIDSTERMIJN_DAGEN, type ToestemmingItem } from './kandidaat.ts';
import { afterChange, loadDossier, moveProfile, type KandidaatRij } from './kandidaat.server.ts';
import { publicProfile, type PubliekProfiel } from './publiek.ts';
import { erasureAsked } from './toestemming.server.ts';
import { today, zichtbaar } from './zichtbaar.server.ts';

/** A werkgever as the profile is made for one: checked, and of no particular organisation. */
const WERKGEVER: Actor = { rol: 'werkgever', id: 0, naam: '', werkgeverId: 0, geverifieerd: true };

export type Eigen = {
  kandidaat: KandidaatRij;
  toestemming: Set<ToestemmingItem>;
  /** Whether anybody sees the profile now, by the predicate itself. */
  zichtbaar: boolean;
  vers: boolean;
  /** The last day in the etalage without a new confirmation, yyyy-mm-dd. */
  versTot: string;
  /** Exactly what a checked werkgever reads. */
  profiel: PubliekProfiel;
  /** The day of erasure when it was asked, yyyy-mm-dd. */
  wissenOp: string | null;
};

/** Everything the own pages show. */
export function getOwn(actor: Actor): Eigen {
  eis(actor, 'kandidaat.eigen');
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  const { kandidaat: row, toestemming, vers } = loadDossier(actor, kandidaatId);
  const seen = database().select({ id: kandidaat.id }).from(kandidaat).where(and(eq(kandidaat.id, kandidaatId), zichtbaar({ rol: 'bezoeker' }, today()))).get();
  const verzoek = erasureAsked(kandidaatId);
  return {
    kandidaat: row, toestemming, zichtbaar: seen !== undefined, vers, versTot: addDays(row.bevestigdOp, VERSHEIDSTERMIJN_DAGEN), profiel: publicProfile(row, toestemming, WERKGEVER),
    wissenOp: verzoek ? addDays(dayOf(new Date(verzoek)), WISVERZOEK_DAGEN) : null,
  };
}

function lastEvent(id: number, verb: string) {
  return database().select({ doorId: gebeurtenis.doorId }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, id), eq(gebeurtenis.verb, verb))).orderBy(sql`${gebeurtenis.id} DESC`).limit(1).get();
}

/** Changes the own row and what follows from it, in one transaction. @throws Weigering when the profile was withdrawn */
function changeOwn(actor: Actor, verb: string, values: Partial<KandidaatRij>, toelichting: string | null = null): void {
  eis(actor, 'kandidaat.eigen');
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  transaction(() => {
    checkInUse(loadDossier(actor, kandidaatId).kandidaat);
    database().update(kandidaat).set({ ...values, gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, kandidaatId)).run();
    recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb, toelichting });
    afterChange(kandidaatId);
  });
}

function checkInUse({ status }: KandidaatRij): void {
  if (status === 'ingetrokken') throw new Weigering('Dit profiel is ingetrokken. Er is niets meer te veranderen.');
}

/** Changes hours and availability; the same once more changes nothing. No part of the week chosen means "not told". */
export function changeTijd(actor: Actor, { urenMin, urenMax, dagdelen, beschikbaarVanaf }: TijdInvoer): void {
  const { kandidaat: row } = getOwn(actor);
  const values = { urenMin, urenMax, dagdelen: dagdelen.length > 0 ? dagdelen : null, beschikbaarVanaf };
  const same = JSON.stringify([row.urenMin, row.urenMax, row.dagdelen, row.beschikbaarVanaf]) === JSON.stringify(Object.values(values));
  if (!same) changeOwn(actor, 'wijzig beschikbaarheid', values);
}

/** "Nog steeds beschikbaar": the term of the etalage begins anew. By the kandidaat, or by a professional who asked. */
export function confirmAvailable(actor: Actor, kandidaatId: number): void {
  eis(actor, 'kandidaat.bevestig');
  transaction(() => {
    const { kandidaat: row } = loadDossier(actor, kandidaatId);
    checkInUse(row);
    if (row.bevestigdOp === today() && row.bevestigingGevraagdOp === null) return;
    database().update(kandidaat).set({ bevestigdOp: today(), bevestigingGevraagdOp: null, gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, kandidaatId)).run();
    recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: 'bevestig' });
    afterChange(kandidaatId);
  });
}

/**
 * Pauses the own profile or puts it back. Done already: nothing happens.
 * @throws Weigering when it cannot be from here, or when a professional paused it
 */
export function pauseOwn(actor: Actor, pauze: boolean): void {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  transaction(() => {
    const { status } = loadDossier(actor, kandidaatId).kandidaat;
    if (status === (pauze ? 'gepauzeerd' : 'gepubliceerd')) return;
    if (!pauze && lastEvent(kandidaatId, 'pauzeer')?.doorId != null) throw new Weigering('Je begeleider heeft je profiel op pauze gezet. Bel ons om het weer te laten zien.');
    moveProfile(actor, kandidaatId, pauze ? 'pauzeer' : 'hervat');
  });
}

export type Organisatie = { id: number; naam: string };

/** Organisations that may not see the own profile. */
export function listHidden(actor: Actor): Organisatie[] {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  return database().select({ id: werkgever.id, naam: werkgever.naam }).from(verborgenVoor).innerJoin(werkgever, eq(werkgever.id, verborgenVoor.werkgeverId)).where(eq(verborgenVoor.kandidaatId, kandidaatId)).orderBy(asc(werkgever.naam)).all();
}

const GEVONDEN_MAX = 20;

/** Checked organisations whose name holds these words; only they have an account that sees names. */
export function findWerkgevers(actor: Actor, q: string): Organisatie[] {
  eis(actor, 'kandidaat.eigen');
  const words = q.trim().slice(0, 80).replace(/[\\%_]/g, '\\$&');
  if (words.length < 2) return [];
  return database().select({ id: werkgever.id, naam: werkgever.naam }).from(werkgever).where(and(eq(werkgever.status, 'geverifieerd'), like(werkgever.naam, sql`${`%${words}%`} ESCAPE '\\'`))).orderBy(asc(werkgever.naam)).limit(GEVONDEN_MAX).all();
}

/** Hides the own profile from one organisation, or shows it again. Twice the same changes nothing. @throws NietGevonden */
export function hideFrom(actor: Actor, werkgeverId: number, verberg: boolean): void {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  transaction(() => {
    const firm = database().select({ naam: werkgever.naam }).from(werkgever).where(eq(werkgever.id, werkgeverId)).get();
    if (!firm) throw new NietGevonden(`werkgever ${werkgeverId}`);
    const pair = and(eq(verborgenVoor.kandidaatId, kandidaatId), eq(verborgenVoor.werkgeverId, werkgeverId));
    const { changes } = verberg ? database().insert(verborgenVoor).values({ kandidaatId, werkgeverId }).onConflictDoNothing().run() : database().delete(verborgenVoor).where(pair).run();
    if (changes > 0) changeOwn(actor, verberg ? 'verberg voor werkgever' : 'toon weer aan werkgever', {}, firm.naam);
  });
}

/** How the own stand-in portrait is drawn. */
export function ownPortrait(actor: Actor): { seed: string; kenmerken: NonNullable<KandidaatRij['portret']> } {
  const { kandidaat: row } = getOwn(actor);
  return { seed: `kandidaat-${row.id}`, kenmerken: row.portret ?? {} };
}
