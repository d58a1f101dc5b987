/** Being away: a werkmakelaar names a colleague who sees the caseload until the day before the return. */
import { and, asc, eq, gte, ne } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebruiker } from '#db/schema.ts';
import { Weigering, eis, eisRol } from '../../auth/policy.ts';
import { formatDay } from '../../format.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import type { Actor } from './gebruiker.ts';

export type Collega = { id: number; naam: string; afwezigTot: string | null };
export type Afwezigheid = {
  /** Last day away (yyyy-mm-dd) and who looks after the caseload; null when not away. */
  zelf: { tot: string; vervanger: string } | null;
  /** Colleagues whose caseload the actor looks after now. */
  neemtWaarVoor: { id: number; naam: string; tot: string }[];
  /** Who may be asked: werkmakelaars who are not away themselves. */
  collegas: Collega[];
};

/** How the actor's absence stands, and whose caseloads the actor looks after. */
export function getAfwezigheid(actor: Actor): Afwezigheid {
  eis(actor, 'afwezigheid.regel');
  const { id } = eisRol(actor, 'werkmakelaar');
  const db = database();
  const vandaag = today();
  const all = db.select({ id: gebruiker.id, naam: gebruiker.naam, afwezigTot: gebruiker.afwezigTot, vervangerId: gebruiker.vervangerId }).from(gebruiker).where(and(eq(gebruiker.rol, 'werkmakelaar'), eq(gebruiker.actief, true))).orderBy(asc(gebruiker.naam)).all();
  const away = (person: { afwezigTot: string | null }) => person.afwezigTot !== null && person.afwezigTot >= vandaag;
  const self = all.find((person) => person.id === id);
  return {
    zelf: self && away(self) ? { tot: self.afwezigTot!, vervanger: all.find((person) => person.id === self.vervangerId)?.naam ?? 'niemand' } : null,
    neemtWaarVoor: all.filter((person) => person.vervangerId === id && away(person)).map((person) => ({ id: person.id, naam: person.naam, tot: person.afwezigTot! })),
    collegas: all.filter((person) => person.id !== id && !away(person)),
  };
}

/**
 * Hands the caseload to a colleague up to and including the last day away. Caseloads that the actor looked after for
 * others go along: nobody's kandidaten are left without someone.
 * @param tot last day away, yyyy-mm-dd
 * @throws Weigering when the day has passed, or the colleague is away too or is no werkmakelaar
 */
export function setAfwezig(actor: Actor, tot: string, vervangerId: number): void {
  eis(actor, 'afwezigheid.regel');
  const { id } = eisRol(actor, 'werkmakelaar');
  if (tot < today()) throw new Weigering('Kies een dag die nog moet komen.');
  transaction(() => {
    const colleague = database().select({ naam: gebruiker.naam, afwezigTot: gebruiker.afwezigTot }).from(gebruiker).where(and(eq(gebruiker.id, vervangerId), ne(gebruiker.id, id), eq(gebruiker.rol, 'werkmakelaar'), eq(gebruiker.actief, true))).get();
    if (!colleague) throw new Weigering('Kies een collega uit de lijst.');
    if (colleague.afwezigTot !== null && colleague.afwezigTot >= today()) throw new Weigering(`${colleague.naam} is zelf afwezig tot en met ${formatDay(colleague.afwezigTot)}. Kies een andere collega.`);
    const passedOn = database().select({ id: gebruiker.id }).from(gebruiker).where(and(eq(gebruiker.vervangerId, id), gte(gebruiker.afwezigTot, today()))).all();
    database().update(gebruiker).set({ vervangerId, afwezigTot: tot }).where(eq(gebruiker.id, id)).run();
    recordEvent(actor, { soort: 'gebruiker', objectId: id, verb: 'meld afwezig', naar: tot, toelichting: `waarneming door ${colleague.naam}` });
    for (const other of passedOn) {
      database().update(gebruiker).set({ vervangerId }).where(eq(gebruiker.id, other.id)).run();
      recordEvent(actor, { soort: 'gebruiker', objectId: other.id, verb: 'geef waarneming door', toelichting: `waarneming door ${colleague.naam}` });
    }
  });
}

/** Back again: from now on the caseload is only the actor's own. */
export function setAanwezig(actor: Actor): void {
  eis(actor, 'afwezigheid.regel');
  const { id } = eisRol(actor, 'werkmakelaar');
  transaction(() => {
    database().update(gebruiker).set({ vervangerId: null, afwezigTot: null }).where(eq(gebruiker.id, id)).run();
    recordEvent(actor, { soort: 'gebruiker', objectId: id, verb: 'meld terug' });
  });
}
