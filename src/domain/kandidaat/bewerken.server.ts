/** Writing a profile: starting one, and saving fields as one goes without losing what somebody else saved meanwhile. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, kandidaatIntern } from '#db/schema.ts';
import { Weigering, eis } from '../../auth/policy.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { INTERNE_VELDEN, VELDEN, VELDNAMEN, bewerkbaar, canonVeld, leesVeld, veldId, type Veldnaam, type Veldwaarden } from './invoer.ts';
import { afterChange, getDossier, own, waardenVan } from './kandidaat.server.ts';
import type { Ruw, Veld } from './velden.ts';
import { today } from './zichtbaar.server.ts';

/**
 * Starts a concept of one's own.
 * @param sleutel made with the form: the same form sent twice makes one kandidaat
 * @returns the id
 */
export function startKandidaat(actor: Actor, { sleutel, voornaam, plaats }: { sleutel: string; voornaam: string; plaats: string }): number {
  eis(actor, 'kandidaat.bewerk');
  const ref = `tv-${sleutel}`;
  return transaction(() => {
    const known = database().select({ id: kandidaat.id }).from(kandidaat).where(and(eq(kandidaat.ref, ref), own(actor))).get();
    if (known) return known.id;
    const punt = findPlaats(plaats);
    const mine = actor.rol === 'aanmelder' ? { partnerId: actor.partnerId } : actor.rol === 'werkmakelaar' ? { werkmakelaarId: actor.id } : {};
    const { id } = database().insert(kandidaat).values({ ref, voornaam, plaats, lat: punt?.lat ?? null, lng: punt?.lng ?? null, urenMin: 0, urenMax: 0, bevestigdOp: today(), gewijzigdOp: new Date().toISOString(), ...mine }).returning({ id: kandidaat.id }).get();
    recordEvent(actor, { soort: 'kandidaat', objectId: id, verb: 'begin', naar: 'concept' });
    afterChange(id);
    return id;
  });
}

/** A field that somebody else changed since it was on the screen; `nu` is what is kept now. */
export type Botsing = { veld: Veldnaam; label: string; door: string | null; nu: string };
export type Bewaard = { gewijzigd: Veldnaam[]; fouten: Record<string, string>; botsingen: Botsing[] };

/**
 * Saves fields as the form sends them. Every good field is kept, also when another is wrong.
 * @param velden which fields were sent @param was per field the mark of what was on the screen before (see `marks`)
 * @throws Weigering when the profile cannot be changed any more
 */
export function saveVelden(actor: Actor, id: number, ruw: Ruw, velden: readonly Veldnaam[], was: Readonly<Record<string, string>>): Bewaard {
  eis(actor, 'kandidaat.bewerk');
  return transaction(() => {
    const { kandidaat: row, intern } = getDossier(actor, id);
    const allowed = bewerkbaar(row.status);
    if (allowed.length === 0) throw new Weigering(`Dit profiel is ${row.status} en kan niet meer veranderen.`);
    const now = waardenVan(row, intern);
    const outcome: Bewaard = { gewijzigd: [], fouten: {}, botsingen: [] };
    const values: Partial<Record<Veldnaam, unknown>> = {};
    for (const naam of velden) {
      const read = leesVeld(naam, ruw, now[naam]);
      if ('fout' in read) { outcome.fouten[read.bij] = read.fout; continue; }
      const [typed, kept] = [mark(naam, read.waarde), markShown(naam, now[naam])];
      if (typed === kept || typed === was[naam]) continue;
      if (!allowed.includes(naam)) outcome.fouten[veldId(naam)] = `${VELDEN[naam].label}: dit staat in het venster en kan zo niet veranderen.`;
      else if (was[naam] !== undefined && was[naam] !== kept) outcome.botsingen.push({ veld: naam, label: VELDEN[naam].label, door: lastEditor(id, naam), nu: showText(naam, now[naam]) });
      else values[naam] = read.waarde;
    }
    outcome.gewijzigd = Object.keys(values) as Veldnaam[];
    checkWerkmakelaar(actor, values, outcome);
    if (outcome.gewijzigd.length > 0) store(actor, id, values, outcome.gewijzigd);
    return outcome;
  });
}

/** A consulent may name the werkmakelaar; a werkmakelaar would hand the kandidaat away and no longer find it. */
function checkWerkmakelaar(actor: Actor, values: Partial<Record<Veldnaam, unknown>>, outcome: Bewaard): void {
  if (!('werkmakelaar' in values)) return;
  const known = values.werkmakelaar === null || listWerkmakelaars(actor).some(({ id }) => id === values.werkmakelaar);
  if (actor.rol === 'aanmelder' && known) return;
  delete values.werkmakelaar;
  outcome.gewijzigd = outcome.gewijzigd.filter((naam) => naam !== 'werkmakelaar');
  outcome.fouten.werkmakelaar = 'Werkmakelaar: kies iemand uit de lijst.';
}

function store(actor: Actor, id: number, { uren, plaats, werkmakelaar, email, telefoon, notitie, ...values }: Partial<Record<Veldnaam, unknown>>, velden: readonly Veldnaam[]): void {
  const db = database();
  const hours = uren as Veldwaarden['uren'] | undefined;
  const punt = typeof plaats === 'string' ? findPlaats(plaats) : undefined;
  const set = {
    ...values, gewijzigdOp: new Date().toISOString(),
    ...(hours === undefined ? {} : { urenMin: hours?.min ?? 0, urenMax: hours?.max ?? 0 }),
    ...(plaats === undefined ? {} : { plaats, lat: punt?.lat ?? null, lng: punt?.lng ?? null }),
    ...(werkmakelaar === undefined ? {} : { werkmakelaarId: werkmakelaar }),
    ...('arbeidsfit' in values ? { arbeidsfitDoor: values.arbeidsfit && 'naam' in actor ? actor.naam : null } : {}),
  } as Partial<typeof kandidaat.$inferInsert>;
  db.update(kandidaat).set(set).where(eq(kandidaat.id, id)).run();
  const intern = Object.fromEntries(Object.entries({ email, telefoon, notitie }).filter(([, value]) => value !== undefined));
  if (Object.keys(intern).length > 0) db.insert(kandidaatIntern).values({ kandidaatId: id, ...intern }).onConflictDoUpdate({ target: kandidaatIntern.kandidaatId, set: intern }).run();
  recordEvent(actor, { soort: 'kandidaat', objectId: id, verb: 'wijzig', toelichting: velden.map((naam) => VELDEN[naam].label).join(', '), getoond: { velden } });
  // Facts for professionals are neither found nor matched.
  if (velden.some((naam) => !(INTERNE_VELDEN as readonly string[]).includes(naam))) afterChange(id);
}

/** Who changed this field last, as far as a form did. */
function lastEditor(id: number, naam: Veldnaam): string | null {
  const rows = database().select({ door: gebruiker.naam, getoond: gebeurtenis.getoond }).from(gebeurtenis).leftJoin(gebruiker, eq(gebruiker.id, gebeurtenis.doorId))
    .where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, id), eq(gebeurtenis.verb, 'wijzig'))).orderBy(desc(gebeurtenis.id)).limit(50).all();
  return rows.find(({ getoond }) => (getoond as { velden?: string[] } | null)?.velden?.includes(naam))?.door ?? null;
}

const showText = (naam: Veldnaam, value: unknown) => Object.values((VELDEN[naam] as Veld<unknown>).toon(value)).map((list) => list.join(', ').replaceAll('\n', ', ')).filter((text) => text !== '').join(' – ');

/** Equal values have equal marks. */
function mark(naam: Veldnaam, value: unknown): string {
  return createHash('sha256').update(canonVeld(naam, value)).digest('base64url').slice(0, 10);
}

/** The mark of what the form would send back untouched: not every value that an import brought fits in its inputs. */
function markShown(naam: Veldnaam, value: unknown): string {
  const back = leesVeld(naam, (VELDEN[naam] as Veld<unknown>).toon(value), value);
  return mark(naam, 'fout' in back ? (VELDEN[naam] as Veld<unknown>).toon(value) : back.waarde);
}

/** What the form carries along, so that a later save knows what was on the screen. */
export function marks(actor: Actor, id: number): Record<Veldnaam, string> {
  const { kandidaat: row, intern } = getDossier(actor, id);
  const now = waardenVan(row, intern);
  return Object.fromEntries(VELDNAMEN.map((naam) => [naam, markShown(naam, now[naam])])) as Record<Veldnaam, string>;
}

/** Colleagues who may judge matches, for the choice in the form. */
export function listWerkmakelaars(actor: Actor): { id: number; naam: string }[] {
  eis(actor, 'kandidaat.bewerk');
  return database().select({ id: gebruiker.id, naam: gebruiker.naam }).from(gebruiker).where(and(eq(gebruiker.rol, 'werkmakelaar'), eq(gebruiker.actief, true))).orderBy(asc(gebruiker.naam)).all();
}

/** Why the accountmanager sent this profile back, as long as nobody handed it in again. */
export function sentBack(actor: Actor, id: number): { reden: string; door: string | null; op: string } | null {
  if (getDossier(actor, id).kandidaat.status !== 'concept') return null;
  const last = database().select({ verb: gebeurtenis.verb, reden: gebeurtenis.reden, door: gebruiker.naam, op: gebeurtenis.op }).from(gebeurtenis).leftJoin(gebruiker, eq(gebruiker.id, gebeurtenis.doorId))
    .where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, id), inArray(gebeurtenis.verb, ['stuur terug', 'dien in', 'herzie', 'keer terug']))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  return last?.verb === 'stuur terug' ? { reden: last.reden ?? '', door: last.door, op: last.op } : null;
}
