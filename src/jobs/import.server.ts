/**
 * Import of JSON Lines files: kandidaten and vacatures. Read line by line, so memory does not grow with the file.
 * Good lines stay, bad lines are reported with number, field and reason; the same ref again updates.
 */
import { createReadStream, statSync } from 'node:fs';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { insertRows, updateRows } from '#db/bulk.ts';
import { connection, database, transaction } from '#db/client.ts';
import { gebruiker, kandidaat, kandidaatIntern, partner, toestemming, vacature, werkgever } from '#db/schema.ts';
import { indexKandidaten, indexVacatures } from '#search/sync.ts';
import { NietGevonden, eis, eisRol } from '../auth/policy.ts';
import { enqueue, recordEvent, recordEvents, type NieuweGebeurtenis } from '../domain/gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { TOESTEMMING_TEKSTVERSIE, kandidaatInvoer, type KandidaatInvoer, type ProfielStatus } from '../domain/kandidaat/kandidaat.ts';
import { today } from '../domain/kandidaat/zichtbaar.server.ts';
import { findPlaats } from '../domain/plaats/plaats.server.ts';
import { vacatureInvoer, type VacatureInvoer } from '../domain/vacature/vacature.ts';
import { followConsent, guardTexts, type Tekstgevolg } from './import-keuzes.server.ts';
import { readLines } from './lines.ts';

export type Afwijzing = { regel: number; veld: string; reden: string };
export type Verslag = { gelezen: number; nieuw: number; bijgewerkt: number; afgewezen: Afwijzing[]; afgewezenRegels: number; onbekendePlaatsen: Map<string, number>; onbekendeWerkmakelaars: Set<string> } & Ontzien;
/** Kandidaten for whom a line did not do all it says: a no that stays a no, texts that are read first, texts that wait for the end of a pause. */
type Ontzien = { toestemmingBlijftUit: number; terCuratie: number; tekstBlijft: number };
export type ImportSoort = 'kandidaten' | 'vacatures';

/** Lines per transaction: small enough to keep the site responsive, large enough to be quick. */
export const BATCH = 200;
/** The report keeps this many rejections; the count goes on. */
const MAX_AFWIJZINGEN = 10_000;

/** What storing a batch gave: the ids in order, and what to tell the sender. */
type Opgeslagen = { ids: number[]; nieuw: number; bijgewerkt: number; onbekendePlaatsen: string[]; onbekendeWerkmakelaars: string[] } & Ontzien;
type Import<T> = { schema: z.ZodType<T>; save: (actor: Actor, items: T[]) => Opgeslagen };

/**
 * Imports a file.
 * @param report called with bytes read and bytes in all
 * @throws when the file cannot be opened; a bad line is never an exception
 */
export async function importFile(actor: Actor, soort: ImportSoort, file: string, opties: { dryRun: boolean }, report: (read: number, total: number) => void = () => {}): Promise<Verslag> {
  eis(actor, 'import.voerUit');
  return soort === 'kandidaten' ? run<KandidaatInvoer>(actor, file, opties, report, { schema: kandidaatInvoer, save: saveKandidaten }) : run<VacatureInvoer>(actor, file, opties, report, { schema: vacatureInvoer, save: saveVacatures });
}

async function run<T extends { ref: string }>(actor: Actor, file: string, { dryRun }: { dryRun: boolean }, report: (read: number, total: number) => void, { schema, save }: Import<T>): Promise<Verslag> {
  const verslag: Verslag = { gelezen: 0, nieuw: 0, bijgewerkt: 0, afgewezen: [], afgewezenRegels: 0, onbekendePlaatsen: new Map(), onbekendeWerkmakelaars: new Set(), toestemmingBlijftUit: 0, terCuratie: 0, tekstBlijft: 0 };
  const total = statSync(file).size;
  const seen = new Map<string, number>();
  let batch: T[] = [];
  let bytes = 0;
  const flush = () => {
    if (batch.length === 0) return;
    inTransaction(dryRun, () => add(verslag, save(actor, batch)));
    batch = [];
  };
  const source = createReadStream(file).on('data', (chunk) => { bytes += chunk.length; });
  for await (const line of readLines(source)) {
    if ('leeg' in line) continue;
    verslag.gelezen++;
    if ('fout' in line) { reject(verslag, line.nummer, [{ veld: 'regel', reden: line.fout }]); continue; }
    const parsed = parseLine(schema, line.tekst);
    if ('fouten' in parsed) { reject(verslag, line.nummer, parsed.fouten); continue; }
    const earlier = seen.get(parsed.waarde.ref);
    if (earlier !== undefined) { reject(verslag, line.nummer, [{ veld: 'ref', reden: `"${parsed.waarde.ref}" staat ook op regel ${earlier}; die regel telt` }]); continue; }
    seen.set(parsed.waarde.ref, line.nummer);
    batch.push(parsed.waarde);
    if (batch.length >= BATCH) { flush(); report(bytes, total); }
  }
  flush();
  report(total, total);
  return verslag;
}

const nothing = (): Opgeslagen => ({ ids: [], nieuw: 0, bijgewerkt: 0, onbekendePlaatsen: [], onbekendeWerkmakelaars: [], toestemmingBlijftUit: 0, terCuratie: 0, tekstBlijft: 0 });

/** All or nothing per batch; a dry run does everything and then takes it back. */
function inTransaction(dryRun: boolean, work: () => void): void {
  const db = connection();
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec(dryRun ? 'ROLLBACK' : 'COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function add(verslag: Verslag, saved: Opgeslagen): void {
  for (const telling of ['nieuw', 'bijgewerkt', 'toestemmingBlijftUit', 'terCuratie', 'tekstBlijft'] as const) verslag[telling] += saved[telling];
  for (const naam of saved.onbekendePlaatsen) verslag.onbekendePlaatsen.set(naam, (verslag.onbekendePlaatsen.get(naam) ?? 0) + 1);
  for (const email of saved.onbekendeWerkmakelaars) verslag.onbekendeWerkmakelaars.add(email);
}

function reject(verslag: Verslag, regel: number, fouten: { veld: string; reden: string }[]): void {
  verslag.afgewezenRegels++;
  for (const fout of fouten) if (verslag.afgewezen.length < MAX_AFWIJZINGEN) verslag.afgewezen.push({ regel, ...fout });
}

/** One line to a checked value, or what is wrong with it, field by field. */
export function parseLine<T>(schema: z.ZodType<T>, text: string): { waarde: T } | { fouten: { veld: string; reden: string }[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { fouten: [{ veld: 'regel', reden: `is geen geldige JSON (${error instanceof Error ? error.message.slice(0, 120) : 'onleesbaar'})` }] };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { fouten: [{ veld: 'regel', reden: 'moet één JSON-object zijn' }] };
  return checkLine(schema, json);
}

/** One line that was read, as a checked value, or what is wrong with it, field by field. */
export function checkLine<T>(schema: z.ZodType<T>, json: object): { waarde: T } | { fouten: { veld: string; reden: string }[] } {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { waarde: parsed.data };
  return { fouten: parsed.error.issues.flatMap((issue) => describeIssue(json, issue)) };
}

function describeIssue(json: object, issue: z.core.$ZodIssue): { veld: string; reden: string }[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ veld: at ? `${at}.${key}` : key, reden: 'dit veld kennen wij niet' }));
  const value = issue.path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], json);
  if (value === undefined) return [{ veld: at, reden: 'ontbreekt' }];
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid')) return [{ veld: at, reden: `heeft de verkeerde soort waarde (verwacht: ${({ string: 'tekst', number: 'getal', array: 'lijst', object: 'object', boolean: 'true of false' } as Record<string, string>)[issue.expected] ?? issue.expected})` }];
  return [{ veld: at || 'regel', reden: issue.message }];
}

function place(naam: string, unknown: string[]): { lat: number | null; lng: number | null } {
  const found = findPlaats(naam);
  if (!found) unknown.push(naam);
  return { lat: found?.lat ?? null, lng: found?.lng ?? null };
}

/** Stores kandidaten with consent, internal facts, event, index and request for suggestions, in one transaction. */
export function saveKandidaten(actor: Actor, items: KandidaatInvoer[]): Opgeslagen {
  eis(actor, 'import.voerUit');
  return storeKandidaten(actor, items);
}

/**
 * The same for an aanmelder, with the own partner as the sender of every line.
 * @throws NietGevonden when one of the refs is another partner's; nothing is stored then
 */
export function saveOwnKandidaten(actor: Actor, items: readonly KandidaatInvoer[]): Opgeslagen {
  eis(actor, 'kandidaat.importeer');
  const { partnerId: mine } = eisRol(actor, 'aanmelder');
  return transaction(() => {
    const { naam } = database().select({ naam: partner.naam }).from(partner).where(eq(partner.id, mine)).get()!;
    const others = database().select({ ref: kandidaat.ref }).from(kandidaat).where(and(inArray(kandidaat.ref, items.map((item) => item.ref)), sql`${kandidaat.partnerId} IS NOT ${mine}`)).get();
    if (others) throw new NietGevonden('kandidaat');
    return storeKandidaten(actor, items.map((item) => ({ ...item, aanmelder: naam })));
  });
}

function storeKandidaten(actor: Actor, items: readonly KandidaatInvoer[]): Opgeslagen {
  return transaction(() => {
    const db = database();
    const saved = nothing();
    const nu = new Date().toISOString();
    const known = new Map(db.select().from(kandidaat).where(inArray(kandidaat.ref, items.map((item) => item.ref))).all().map((row) => [row.ref, row]));
    const ids = new Map([...known].map(([ref, row]) => [ref, row.id]));
    const rows = kandidaatRows(items, nu, saved);
    const fresh = rows.filter((row) => !known.has(row.ref));
    for (const [at, id] of insertRows(kandidaat, fresh).entries()) ids.set(fresh[at]!.ref, id);
    const gevolgen = new Map<string, Tekstgevolg>();
    updateRows(kandidaat, rows.flatMap((row) => {
      const was = known.get(row.ref);
      if (!was) return [];
      const gevolg = guardTexts(was, row);
      if (gevolg) gevolgen.set(row.ref, gevolg);
      return [{ ...row, status: was.status, ...gevolg?.waarden, id: was.id }];
    }));
    saved.ids = rows.map((row) => ids.get(row.ref)!);
    saved.nieuw = fresh.length;
    saved.bijgewerkt = rows.length - fresh.length;
    saved.terCuratie = [...gevolgen.values()].filter(({ soort }) => soort === 'ter curatie').length;
    saved.tekstBlijft = gevolgen.size - saved.terCuratie;
    saved.toestemmingBlijftUit = followConsent(actor, items.filter((item) => known.has(item.ref)).map((item) => ({ id: ids.get(item.ref)!, items: item.toestemming ?? [] })), nu);
    insertRows(toestemming, items.filter((item) => !known.has(item.ref)).flatMap((item) => [...new Set(item.toestemming)].map((what) => ({ kandidaatId: ids.get(item.ref)!, item: what, gegevenOp: nu, kanaal: 'import', tekstversie: TOESTEMMING_TEKSTVERSIE }))));
    // How to reach someone is no field of the exchange format: what the form keeps stays.
    const bereik = new Map(db.select({ id: kandidaatIntern.kandidaatId, email: kandidaatIntern.email, telefoon: kandidaatIntern.telefoon }).from(kandidaatIntern).where(inArray(kandidaatIntern.kandidaatId, saved.ids)).all().map((row) => [row.id, row]));
    db.delete(kandidaatIntern).where(inArray(kandidaatIntern.kandidaatId, saved.ids)).run();
    insertRows(kandidaatIntern, items.map(({ ref, intern }) => ({ kandidaatId: ids.get(ref)!, email: bereik.get(ids.get(ref)!)?.email ?? null, telefoon: bereik.get(ids.get(ref)!)?.telefoon ?? null, profiel: intern?.profiel ?? null, loonwaarde: intern?.loonwaarde ?? null, doelgroepregister: intern?.doelgroepregister ?? null, notitie: intern?.notitie ?? null })));
    recordEvents(actor, rows.map((row) => eventOf(ids.get(row.ref)!, row.status, known.get(row.ref), gevolgen.get(row.ref))));
    enqueue('voorstellen-kandidaat', saved.ids);
    indexKandidaten(saved.ids);
    return saved;
  });
}

/** Table rows of imported kandidaten; a new one that is arbeidsfit and agreed waits for curation, never published. */
function kandidaatRows(items: readonly KandidaatInvoer[], nu: string, saved: Opgeslagen) {
  const partnerOf = remember(partnerId);
  const placeOf = remember(findPlaats);
  const vandaag = today();
  return items.map(({ uren, toestemming: agreed, aanmelder, werkmakelaar, intern: _intern, ...item }) => {
    const punt = placeOf(item.plaats);
    if (!punt) saved.onbekendePlaatsen.push(item.plaats);
    return {
      ref: item.ref, voornaam: item.voornaam, kop: item.kop ?? '', presentatie: item.presentatie ?? '', wensberoepen: item.wensberoepen ?? [], ervaring: item.ervaring ?? [], vaardigheden: item.vaardigheden ?? [], sectoren: item.sectoren ?? [], nodig: item.nodig ?? [], werkvormen: item.werkvormen ?? [],
      certificaten: item.certificaten ?? null, rijbewijzen: item.rijbewijzen ?? null, talen: item.talen ?? null, dagdelen: item.dagdelen ?? null, vervoer: item.vervoer ?? null, denkniveau: item.denkniveau ?? null,
      beschikbaarVanaf: item.beschikbaarVanaf ?? null, reisafstandKm: item.reisafstandKm ?? null, begeleiding: item.begeleiding ?? null, urenMin: uren.min, urenMax: uren.max, plaats: item.plaats, lat: punt?.lat ?? null, lng: punt?.lng ?? null,
      arbeidsfit: item.arbeidsfit, arbeidsfitSinds: item.arbeidsfitSinds ?? null, arbeidsfitDoor: item.arbeidsfit ? (aanmelder ?? 'import') : null, partnerId: aanmelder ? partnerOf(aanmelder) : null,
      werkmakelaarId: werkmakelaar ? werkmakelaarId(werkmakelaar, saved.onbekendeWerkmakelaars) : null, bevestigdOp: vandaag, bevestigingGevraagdOp: null, gewijzigdOp: nu, status: item.arbeidsfit && (agreed ?? []).includes('profiel') ? 'ter curatie' as const : 'concept' as const,
    };
  });
}

function eventOf(objectId: number, status: ProfielStatus, was: { status: ProfielStatus } | undefined, gevolg: Tekstgevolg | undefined): NieuweGebeurtenis {
  const event = { soort: 'kandidaat', objectId, toelichting: gevolg?.toelichting ?? null } as const;
  if (!was) return { ...event, verb: 'importeer', van: null, naar: status };
  const step = gevolg?.soort === 'ter curatie' ? { van: was.status, naar: 'ter curatie' } : { van: null, naar: null };
  return { ...event, verb: 'importeer wijziging', ...step };
}

function partnerId(naam: string): number {
  const db = database();
  return (db.select({ id: partner.id }).from(partner).where(eq(partner.naam, naam)).get() ?? db.insert(partner).values({ naam }).returning({ id: partner.id }).get()).id;
}

function werkmakelaarId(email: string, unknown: string[]): number | null {
  const found = database().select({ id: gebruiker.id, rol: gebruiker.rol }).from(gebruiker).where(eq(gebruiker.email, email.toLowerCase())).get();
  if (found?.rol === 'werkmakelaar') return found.id;
  unknown.push(email);
  return null;
}

/** Stores vacatures as open, with event, index and request for suggestions, in one transaction. */
export function saveVacatures(actor: Actor, items: VacatureInvoer[]): Opgeslagen {
  eis(actor, 'import.voerUit');
  return transaction(() => {
    const saved = nothing();
    const db = database();
    const nu = new Date().toISOString();
    saved.ids = items.map((waarde) => {
      const { ref, bron, werkgever: employer, uren, plaats, vaardigheden, certificaten, beroep, denkniveau, sector, dagdelen, startdatum, sluitingsdatum, ...rest } = waarde;
      const values = {
        omschrijving: '', taken: [], rijbewijzen: [], talen: [], biedt: [], plekken: 1, werkvorm: 'betaald werk' as const, ...rest, bron: bron ?? 'import', werkgeverId: werkgeverId(employer), urenMin: uren.min, urenMax: uren.max,
        plaats, ...place(plaats, saved.onbekendePlaatsen), vaardighedenVereist: vaardigheden?.vereist ?? [], vaardighedenGewenst: vaardigheden?.gewenst ?? [], certificatenVereist: certificaten?.vereist ?? [], certificatenGewenst: certificaten?.gewenst ?? [],
        beroep: beroep ?? null, denkniveau: denkniveau ?? null, sector: sector ?? null, dagdelen: dagdelen ?? null, startdatum: startdatum ?? null, sluitingsdatum: sluitingsdatum ?? null, gewijzigdOp: nu,
      };
      const known = db.select({ id: vacature.id, status: vacature.status }).from(vacature).where(eq(vacature.ref, ref)).get();
      const id = known?.id ?? db.insert(vacature).values({ ref, ...values, status: 'open', stap: 4 }).returning({ id: vacature.id }).get().id;
      if (known) db.update(vacature).set(values).where(eq(vacature.id, id)).run();
      saved[known ? 'bijgewerkt' : 'nieuw']++;
      recordEvent(actor, { soort: 'vacature', objectId: id, verb: known ? 'importeer wijziging' : 'importeer', naar: known ? null : 'open' });
      if ((known?.status ?? 'open') === 'open') enqueue('voorstellen-vacature', [id]);
      return id;
  });
  indexVacatures(saved.ids);
  return saved;
  });
}

/** The employer by KvK number, else by name when that one has no other number; a new one waits for verification like every other. */
function werkgeverId({ naam, kvk }: VacatureInvoer['werkgever']): number {
  const db = database();
  const byKvk = kvk ? db.select({ id: werkgever.id }).from(werkgever).where(eq(werkgever.kvk, kvk)).get() : undefined;
  if (byKvk) return byKvk.id;
  const byName = db.select({ id: werkgever.id }).from(werkgever).where(sql`lower(${werkgever.naam}) = lower(${naam}) AND (${kvk ?? null} IS NULL OR ${werkgever.kvk} IS NULL)`).get();
  if (!byName) return db.insert(werkgever).values({ naam, kvk: kvk ?? null }).returning({ id: werkgever.id }).get().id;
  // From now on the number is known, so that a namesake with another number is another employer.
  if (kvk) db.update(werkgever).set({ kvk }).where(eq(werkgever.id, byName.id)).run();
  return byName.id;
}

/** Asks the same question once per batch. */
function remember<K, V>(look: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, look(key));
    return known.get(key)!;
  };
}
