/** What is kept of the kandidaten that a file names, as lines of the exchange format. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebruiker, kandidaat, kandidaatIntern, toestemming } from '#db/schema.ts';
import { eisRol } from '../auth/policy.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import type { KandidaatInvoer, ProfielStatus } from '../domain/kandidaat/kandidaat.ts';
import { consentOf } from '../domain/kandidaat/kandidaat.server.ts';

/** `ingetrokken` are the items that were agreed once and are not now. */
export type Bekend = { invoer: KandidaatInvoer; status: ProfielStatus; ingetrokken: Set<string> };

/** The kandidaten with these refs: the own ones as lines of the exchange format, of others only that they are there. */
export function knownByRef(actor: Actor, refs: readonly string[]): { own: Map<string, Bekend>; others: Set<string> } {
  if (refs.length === 0) return { own: new Map(), others: new Set() };
  const { partnerId } = eisRol(actor, 'aanmelder');
  const rows = database().select({ row: kandidaat, intern: kandidaatIntern, makelaar: gebruiker.email }).from(kandidaat).leftJoin(kandidaatIntern, eq(kandidaatIntern.kandidaatId, kandidaat.id)).leftJoin(gebruiker, eq(gebruiker.id, kandidaat.werkmakelaarId)).where(inArray(kandidaat.ref, [...new Set(refs)])).all();
  const mine = rows.filter(({ row }) => row.partnerId === partnerId);
  const agreed = consentOf(mine.map(({ row }) => row.id));
  const withdrawn = Map.groupBy(mine.length === 0 ? [] : database().select().from(toestemming).where(and(inArray(toestemming.kandidaatId, mine.map(({ row }) => row.id)), isNotNull(toestemming.ingetrokkenOp))).all(), (item) => item.kandidaatId);
  const own = mine.map(({ row, intern, makelaar }): [string, Bekend] => {
    const inForce = agreed.get(row.id) ?? new Set();
    return [row.ref, { status: row.status, invoer: toInvoer(row, intern, makelaar, [...inForce]), ingetrokken: new Set((withdrawn.get(row.id) ?? []).map(({ item }) => item).filter((item) => !inForce.has(item))) }];
  });
  return { own: new Map(own), others: new Set(rows.filter(({ row }) => row.partnerId !== partnerId).map(({ row }) => row.ref)) };
}

function toInvoer(row: typeof kandidaat.$inferSelect, intern: typeof kandidaatIntern.$inferSelect | null, werkmakelaar: string | null, agreed: NonNullable<KandidaatInvoer['toestemming']>): KandidaatInvoer {
  const { ref, voornaam, kop, presentatie, wensberoepen, ervaring, vaardigheden, certificaten, rijbewijzen, talen, denkniveau, sectoren, urenMin, urenMax, dagdelen, beschikbaarVanaf, plaats, reisafstandKm, vervoer, nodig, begeleiding, werkvormen, arbeidsfit, arbeidsfitSinds } = row;
  const facts = { profiel: intern?.profiel, loonwaarde: intern?.loonwaarde, doelgroepregister: intern?.doelgroepregister, notitie: intern?.notitie };
  const all = { ref, voornaam, kop, presentatie, wensberoepen, ervaring, vaardigheden, certificaten, rijbewijzen, talen, denkniveau, sectoren, uren: urenMax > 0 ? { min: urenMin, max: urenMax } : null, dagdelen, beschikbaarVanaf, plaats, reisafstandKm, vervoer, nodig, begeleiding, werkvormen, arbeidsfit, arbeidsfitSinds, toestemming: agreed, werkmakelaar, intern: withoutNothing(facts) };
  return withoutNothing(all) as KandidaatInvoer;
}

const withoutNothing = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
