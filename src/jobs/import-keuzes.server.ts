/** What a file may not undo: someone's no, and that an accountmanager read what employers read. */
import type { kandidaat } from '#db/schema.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { NAGEKEKEN_VELDEN, VELDEN, canonVeld, isNagekeken } from '../domain/kandidaat/invoer.ts';
import { TOESTEMMING_ITEMS, type ToestemmingItem } from '../domain/kandidaat/kandidaat.ts';
import { consentOf } from '../domain/kandidaat/kandidaat.server.ts';
import { refusedByPeople, writeConsent } from '../domain/kandidaat/toestemming.server.ts';
import { stopPresenting } from '../domain/match/afloop.server.ts';

type Rij = typeof kandidaat.$inferSelect;

/**
 * Makes the consent in force equal to what each line says, but for items to which the person said no: the exchange
 * format has no day on which someone agreed, so a line cannot say that a yes is newer. Who shows no profile any more is
 * presented no more either. In the caller's transaction.
 * @returns how many lines asked for an item that stays withdrawn
 */
export function followConsent(actor: Actor, lines: readonly { id: number; items: readonly ToestemmingItem[] }[], nu: string): number {
  const ids = lines.map(({ id }) => id);
  const [refused, agreed] = [refusedByPeople(ids), consentOf(ids)];
  let kept = 0;
  for (const { id, items } of lines) {
    const geef = items.filter((item) => !refused.get(id)?.has(item));
    if (geef.length < items.length) kept++;
    // Most lines say what is so already.
    const same = TOESTEMMING_ITEMS.every((item) => geef.includes(item) === (agreed.get(id)?.has(item) ?? false));
    if (same) continue;
    writeConsent(actor, id, { geef, trekIn: TOESTEMMING_ITEMS.filter((item) => !geef.includes(item)) }, { kanaal: 'import', op: nu });
    if (agreed.get(id)?.has('profiel') && !geef.includes('profiel')) stopPresenting(actor, id, 'de kandidaat toont het profiel niet meer');
  }
  return kept;
}

/** What becomes of a profile whose texts a file changes: read again, or as they were while it is paused; null where nothing has to. */
export type Tekstgevolg = { soort: 'ter curatie' | 'blijft'; waarden: Partial<Rij>; toelichting: string };

/**
 * A published profile leaves the window until an accountmanager read the new texts. A paused one keeps the old texts:
 * curation would end a pause that is not the sender's to end, and the next file brings the texts after it.
 */
export function guardTexts(was: Rij, wordt: Partial<Rij>): Tekstgevolg | null {
  if (!isNagekeken(was.status)) return null;
  const changed = NAGEKEKEN_VELDEN.filter((naam) => canonVeld(naam, was[naam as keyof Rij]) !== canonVeld(naam, wordt[naam as keyof Rij]));
  if (changed.length === 0) return null;
  const names = changed.map((naam) => VELDEN[naam].label).join(', ');
  if (was.status === 'gepubliceerd') return { soort: 'ter curatie', waarden: { status: 'ter curatie' }, toelichting: `Veranderd, en eerst na te kijken: ${names}` };
  return { soort: 'blijft', waarden: Object.fromEntries(changed.map((naam) => [naam, was[naam as keyof Rij]])), toelichting: `Niet veranderd tijdens de pauze: ${names}` };
}
