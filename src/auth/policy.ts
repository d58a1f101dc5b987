/**
 * Who may do what: one table, role × action. Absent means forbidden. Every use case asks it first; which objects a
 * role may touch (own organisation, own caseload, own partner) is part of that use case's query. Pure.
 */
import type { Actor, Rol } from '../domain/gebruiker/gebruiker.ts';

type Wie = Rol | 'bezoeker' | 'kandidaat' | 'systeem';

export const POLICY = {
  'etalage.bekijk': ['bezoeker', 'werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'],
  'werk.bekijk': ['bezoeker', 'werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'],
  'kennismaking.vraag': ['werkgever'],
  'favoriet.beheer': ['werkgever'],
  'zoekopdracht.beheer': ['werkgever', 'werkmakelaar', 'accountmanager'],
  'kennismaking.plan': ['accountmanager'],
  'media.bekijk': ['kandidaat', 'werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'],
  'media.bewerk': ['kandidaat', 'aanmelder', 'werkmakelaar', 'systeem'],
  'budget.bekijk': ['accountmanager'],
  'kandidaat.bekijk': ['aanmelder', 'werkmakelaar', 'accountmanager'],
  'kandidaat.zoek': ['werkmakelaar', 'accountmanager'],
  'kandidaat.bewerk': ['aanmelder', 'werkmakelaar', 'systeem'],
  'kandidaat.importeer': ['aanmelder'],
  'kandidaat.dienIn': ['aanmelder', 'werkmakelaar'],
  'kandidaat.cureer': ['accountmanager'],
  'kandidaat.pauzeer': ['kandidaat', 'aanmelder', 'werkmakelaar', 'accountmanager'],
  'kandidaat.eigen': ['kandidaat'],
  'kandidaat.bevestig': ['kandidaat', 'aanmelder', 'werkmakelaar'],
  'kandidaat.bewaar': ['systeem'],
  'toestemming.bekijk': ['kandidaat', 'aanmelder', 'werkmakelaar', 'accountmanager'],
  'toestemming.wijzig': ['kandidaat', 'aanmelder', 'werkmakelaar'],
  'toestemming.link': ['aanmelder', 'werkmakelaar'],
  'vacature.beheer': ['werkgever'],
  'vacature.bekijk': ['werkgever', 'werkmakelaar', 'accountmanager'],
  'vacature.zoek': ['werkmakelaar', 'accountmanager'],
  'vacature.open': ['accountmanager', 'systeem'],
  'match.bekijk': ['werkmakelaar', 'accountmanager'],
  'match.voorstel': ['systeem'],
  'match.beoordeel': ['werkmakelaar'],
  'afwezigheid.regel': ['werkmakelaar'],
  'match.draagVoor': ['accountmanager'],
  'match.antwoord': ['werkgever'],
  'match.plaats': ['accountmanager'],
  'werkgever.registreer': ['bezoeker'],
  'werkgever.verifieer': ['accountmanager'],
  'werkgever.bekijk': ['accountmanager'],
  'account.herstel': ['bezoeker', 'werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'],
  'post.afmelden': ['bezoeker', 'werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'],
  'post.beheer': ['beheerder'],
  'gebruiker.beheer': ['beheerder', 'systeem'],
  'import.voerUit': ['beheerder', 'systeem'],
} as const satisfies Record<string, readonly Wie[]>;
export type Handeling = keyof typeof POLICY;

/** The actor may not do this at all, whichever object it concerns. Pages answer 404, so nothing is given away. */
export class GeenToegang extends Error {
  constructor(handeling: string) { super(`Geen toegang: ${handeling}`); }
}
/** There is no such object, or it is not this actor's. */
export class NietGevonden extends Error {
  constructor(wat: string) { super(`Niet gevonden: ${wat}`); }
}
/** The step is not possible from here, or something is missing; the message is for the person who asked. */
export class Weigering extends Error {}

export function mag(actor: Actor, handeling: Handeling): boolean {
  return (POLICY[handeling] as readonly Wie[]).includes(actor.rol);
}

/** @throws GeenToegang */
export function eis(actor: Actor, handeling: Handeling): void {
  if (!mag(actor, handeling)) throw new GeenToegang(handeling);
}

/** The actor as a signed-in person of one role. @throws GeenToegang for anyone else */
export function eisRol<R extends Actor['rol']>(actor: Actor, rol: R): Extract<Actor, { rol: R }> {
  if (actor.rol !== rol) throw new GeenToegang(rol);
  return actor as Extract<Actor, { rol: R }>;
}
