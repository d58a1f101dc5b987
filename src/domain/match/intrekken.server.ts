/** Changing consent, with everything that follows from it in the same transaction: index, media, pairs, mail. */
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { Weigering, eis, eisRol } from '../../auth/policy.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { WISVERZOEK } from '../kandidaat/bewaren.ts';
import { getOwn, hideFrom } from '../kandidaat/eigen.server.ts';
import { TOESTEMMING_ITEMS, type ToestemmingItem } from '../kandidaat/kandidaat.ts';
import { afterChange, loadDossier } from '../kandidaat/kandidaat.server.ts';
import { writeConsent, type Hoe, type Wil } from '../kandidaat/toestemming.server.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { stopPresenting, withdrawKandidaat } from './afloop.server.ts';

/** The kandidaat says yes or no to one item. The same answer twice changes nothing. */
export function chooseItem(actor: Actor, item: ToestemmingItem, ja: boolean): void {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  change(actor, kandidaatId, ja ? { geef: [item], trekIn: [] } : { geef: [], trekIn: [item] }, { kanaal: 'persoonlijke link', op: new Date().toISOString() });
}

/**
 * A professional records what a kandidaat said on paper or by telephone.
 * @param items everything that is yes; what is not in it becomes no
 * @throws Weigering for a day that has yet to come
 */
export function recordConsent(actor: Actor, kandidaatId: number, items: readonly ToestemmingItem[], hoe: Hoe): void {
  if (hoe.op > today()) throw new Weigering('De datum ligt in de toekomst. Vul de dag in waarop de kandidaat dit zei.');
  change(actor, kandidaatId, { geef: items, trekIn: TOESTEMMING_ITEMS.filter((item) => !items.includes(item)) }, hoe);
}

function change(actor: Actor, kandidaatId: number, wil: Wil, hoe: Hoe): void {
  eis(actor, 'toestemming.wijzig');
  transaction(() => {
    const { kandidaat: row } = loadDossier(actor, kandidaatId);
    if (row.status === 'ingetrokken') throw new Weigering('Dit profiel is ingetrokken. Er is niets meer te kiezen.');
    const changed = writeConsent(actor, kandidaatId, wil, hoe);
    if (changed.length === 0) return;
    if (changed.includes('profiel') && wil.trekIn.includes('profiel')) stopPresenting(actor, kandidaatId, 'de kandidaat toont het profiel niet meer');
    database().update(kandidaat).set({ gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, kandidaatId)).run();
    afterChange(kandidaatId);
  });
}

/** Hides the own profile from one werkgever, who is presented this person no more; or shows it again. @throws NietGevonden */
export function hideOwnFrom(actor: Actor, werkgeverId: number, verberg: boolean): void {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  transaction(() => {
    hideFrom(actor, werkgeverId, verberg);
    if (verberg) stopPresenting(actor, kandidaatId, 'de kandidaat wil niet bij deze werkgever worden voorgesteld', werkgeverId);
  });
}

/** The kandidaat takes the profile out of the window for good. Doing so twice changes nothing. */
export function withdrawOwn(actor: Actor): void {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  transaction(() => {
    if (loadDossier(actor, kandidaatId).kandidaat.status !== 'ingetrokken') withdrawKandidaat(actor, kandidaatId, 'de kandidaat wil dit zelf');
  });
}

/** The kandidaat asks to be erased: the profile is withdrawn at once, the data go after the term for mistakes. Asked twice counts once. */
export function askErasure(actor: Actor): void {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  transaction(() => {
    withdrawOwn(actor);
    if (getOwn(actor).wissenOp === null) recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: WISVERZOEK });
  });
}
