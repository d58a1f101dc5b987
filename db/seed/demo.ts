/**
 * The demo region Midden-Brabant: 60 employers, 120 vacatures, 600 kandidaten, and work in every state. Made-up
 * people; the same seed number gives the same region, with dates counted from today so that it never grows old.
 */
import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { contact, gebeurtenis, gebruiker, kandidaat, partner, verborgenVoor, vestiging, werkgever } from '#db/schema.ts';
import { rebuildIndex } from '#search/sync.ts';
import { createGebruiker } from '#src/domain/gebruiker/gebruiker.server.ts';
import type { Actor, Rol } from '#src/domain/gebruiker/gebruiker.ts';
import { DAGEN, type Dagdeel, type KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { refreshSuggestions } from '#src/domain/match/voorstellen.server.ts';
import { findPlaats } from '#src/domain/plaats/plaats.server.ts';
import type { VacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { momentOf } from '#src/werkdagen.ts';
import { BATCH, saveKandidaten, saveVacatures } from '#src/jobs/import.server.ts';
import { seedFilms } from './filmpjes.ts';
import { randomFrom } from './random.ts';
import { personen, vacatureTeksten, voornamen, werkgevers } from './streek.ts';
import { actorOf, seedWeek, werkdagTerug } from './week.ts';

const SYSTEEM: Actor = { rol: 'systeem' };
export const DEMO_WACHTWOORD = 'venster-op-talent';
export const DEMO_ACCOUNTS: { rol: Rol; email: string; naam: string }[] = [
  { rol: 'werkgever', email: 'werkgever@demo.example', naam: 'Karin van Dijk' },
  { rol: 'aanmelder', email: 'aanmelder@demo.example', naam: 'Mo Yilmaz' },
  { rol: 'werkmakelaar', email: 'werkmakelaar@demo.example', naam: 'Anja de Wit' },
  { rol: 'accountmanager', email: 'accountmanager@demo.example', naam: 'Peter Jansen' },
  { rol: 'beheerder', email: 'beheerder@demo.example', naam: 'Els Bakker' },
];
const COLLEAGUES = ['Bram Smits', 'Chantal Verhoeven', 'Dirk Mutsaers', 'Fleur Maas'];
const PARTNERS = [['Team Werk', 65], ['Sagènn', 18], ['Diamant-groep', 18]] as const;
const PLAATSEN = ['Tilburg', 'Tilburg', 'Tilburg', 'Tilburg', 'Goirle', 'Oisterwijk', 'Waalwijk', 'Dongen', 'Hilvarenbeek', 'Gilze', 'Rijen', 'Loon op Zand', 'Kaatsheuvel', 'Udenhout', 'Berkel-Enschot', 'Moergestel'];
const AANTAL = 600;

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Fills an empty database. @param report called with a line per step */
export async function seedDemo(report: (step: string) => void): Promise<void> {
  const random = randomFrom(2026);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  report('werkgevers en accounts');
  const ids = transaction(() => { seedPartners(); return seedWerkgevers(); });
  const makelaars = await seedAccounts(ids);
  report('120 vacatures');
  saveVacatures(SYSTEEM, vacatureTeksten.map((text, at): VacatureInvoer => {
    const employer = werkgevers.find((item) => item.naam === text.werkgever)!;
    return {
      ref: `va-${String(at + 1).padStart(3, '0')}`, bron: at % 3 === 0 ? 'WBS' : 'portaal', werkgever: { naam: employer.naam }, titel: text.titel, ...(text.beroep ? { beroep: text.beroep } : {}), omschrijving: text.omschrijving, taken: [...text.taken],
      vaardigheden: { vereist: [...text.vereist], gewenst: [...text.gewenst] }, certificaten: { vereist: [...text.certificaten.vereist], gewenst: [...text.certificaten.gewenst] }, rijbewijzen: [...text.rijbewijzen], talen: text.talen.map((taal) => ({ ...taal })),
      ...(text.denkniveau ? { denkniveau: text.denkniveau } : {}), sector: employer.sector, uren: text.uren, ...(text.dagdelen ? { dagdelen: text.dagdelen as Dagdeel[] } : {}), plaats: employer.plaats,
      startdatum: dayFrom(14 + Math.floor(random() * 50)), sluitingsdatum: dayFrom(at % 17 === 5 ? -3 : 20 + Math.floor(random() * 70)), plekken: text.plekken, werkvorm: text.werkvorm, biedt: [...text.biedt],
    };
  }));
  report(`${AANTAL} kandidaten`);
  const drawings: { stijl: 'v' | 'm'; leeftijd: 'jong' | 'midden' | 'ouder' }[] = [];
  const people = Array.from({ length: AANTAL }, (_, at) => {
    const naam = voornamen[(at * 37) % voornamen.length]!;
    drawings.push({ stijl: naam.stijl, leeftijd: pick(['jong', 'midden', 'midden', 'ouder'] as const) });
    return person(at, naam.naam, random, pick, makelaars);
  });
  const kandidaten: number[] = [];
  for (let at = 0; at < people.length; at += BATCH) kandidaten.push(...saveKandidaten(SYSTEEM, people.slice(at, at + BATCH)).ids);
  transaction(() => settle(kandidaten, drawings, random, ids[1]!));
  report('zoekindex');
  rebuildIndex();
  report('voorstellen');
  refreshSuggestions();
  report('een week werk');
  await seedWeek(ids[0]!, DEMO_WACHTWOORD);
  report('films');
  await seedFilms(actorOf('accountmanager@demo.example'));
}

function seedPartners(): void {
  for (const [naam, maanddoel] of PARTNERS) database().insert(partner).values({ naam, maanddoel }).run();
}

function seedWerkgevers(): number[] {
  const db = database();
  return werkgevers.map((item, at) => {
    const { id } = db.insert(werkgever).values({ naam: item.naam, kvk: String(80_000_000 + at * 137), status: at >= 57 ? 'aangemeld' : 'geverifieerd', sectoren: [item.sector], omschrijving: item.omschrijving }).returning({ id: werkgever.id }).get();
    const punt = findPlaats(item.plaats);
    db.insert(vestiging).values({ werkgeverId: id, plaats: item.plaats, lat: punt?.lat ?? null, lng: punt?.lng ?? null }).run();
    db.insert(contact).values({ werkgeverId: id, naam: item.contact.naam, functie: item.contact.functie, telefoon: `013 5${String(100_000 + at * 311).slice(0, 5)}` }).run();
    return id;
  });
}

/** @returns the e-mail addresses of the werkmakelaars; the first is the one who signs in */
async function seedAccounts(werkgeverIds: number[]): Promise<string[]> {
  const partnerId = database().select({ id: partner.id }).from(partner).where(eq(partner.naam, 'Team Werk')).get()!.id;
  for (const { rol, email, naam } of DEMO_ACCOUNTS) {
    await createGebruiker(SYSTEEM, { rol, email, naam, wachtwoord: DEMO_WACHTWOORD, telefoon: '013 000 00 0' + DEMO_ACCOUNTS.findIndex((item) => item.rol === rol), ...(rol === 'werkgever' ? { werkgeverId: werkgeverIds[0]! } : {}), ...(rol === 'aanmelder' ? { partnerId } : {}), ...(rol === 'accountmanager' ? { sectoren: ['logistiek', 'productie'] } : {}) });
  }
  const emails = COLLEAGUES.map((naam) => `${naam.toLowerCase().replace(/[^a-z]+/g, '.')}@demo.example`);
  for (const [at, naam] of COLLEAGUES.entries()) await createGebruiker(SYSTEEM, { rol: 'werkmakelaar', email: emails[at]!, naam, wachtwoord: DEMO_WACHTWOORD });
  const db = database();
  const anja = db.select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, 'werkmakelaar@demo.example')).get()!.id;
  const peter = db.select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, 'accountmanager@demo.example')).get()!.id;
  db.update(gebruiker).set({ vervangerId: anja, afwezigTot: dayFrom(10) }).where(eq(gebruiker.email, emails[0]!)).run();
  db.update(werkgever).set({ accountmanagerId: peter }).where(eq(werkgever.status, 'geverifieerd')).run();
  return ['werkmakelaar@demo.example', ...emails];
}

function person(at: number, voornaam: string, random: () => number, pick: <T>(list: readonly T[]) => T, makelaars: string[]): KandidaatInvoer {
  const base = personen[(at * 7 + Math.floor(at / personen.length)) % personen.length]!;
  const max = pick([16, 20, 24, 24, 32, 32, 36, 40]);
  const days = DAGEN.slice(0, random() < 0.2 ? 7 : 5).filter(() => random() < 0.9);
  const parts = random() < 0.4 ? ['ochtend'] : random() < 0.8 ? ['ochtend', 'middag'] : ['middag', 'avond'];
  const shown = random();
  return {
    ref: `ka-${String(at + 1).padStart(4, '0')}`, voornaam, kop: base.kop, presentatie: base.presentatie, wensberoepen: [base.beroep], ervaring: base.ervaring.map((item) => ({ ...item, maanden: Math.max(2, item.maanden + Math.floor(random() * 12) - 4) })),
    vaardigheden: base.vaardigheden.filter(() => random() < 0.85), ...(random() < 0.85 ? { certificaten: base.certificaten.filter(() => random() < 0.9) } : {}), ...(random() < 0.9 ? { rijbewijzen: random() < 0.2 ? [] : [...base.rijbewijzen] } : {}),
    ...(random() < 0.85 ? { talen: [{ taal: 'nl', niveau: pick(['A2', 'B1', 'B1', 'B2', 'C1', 'C2'] as const) }, ...(random() < 0.35 ? [{ taal: pick(['ar', 'tr', 'pl', 'ti', 'en', 'es', 'fa', 'uk']), niveau: 'C1' as const }] : [])] } : {}),
    denkniveau: base.denkniveau, sectoren: [base.sector], uren: { min: Math.max(8, max - pick([0, 4, 8, 12])), max }, ...(random() < 0.85 ? { dagdelen: days.flatMap((day) => parts.map((part) => `${day}-${part}` as Dagdeel)) } : {}),
    ...(random() < 0.8 ? { beschikbaarVanaf: dayFrom(Math.floor(random() * 40) - 20) } : {}), plaats: pick(PLAATSEN), ...(random() < 0.9 ? { reisafstandKm: pick([5, 8, 10, 12, 15, 20, 25, 30]), vervoer: base.rijbewijzen.includes('B') && random() < 0.7 ? ['auto' as const, 'fiets' as const] : pick([['fiets' as const, 'ov' as const], ['fiets' as const], ['ov' as const]]) } : {}),
    nodig: [...base.nodig], begeleiding: base.begeleiding, werkvormen: pick([['betaald werk' as const], ['betaald werk' as const, 'proefplaatsing' as const], ['betaald werk' as const, 'leerwerkplek' as const, 'detachering' as const]]),
    arbeidsfit: at % 12 !== 7, ...(at % 12 !== 7 ? { arbeidsfitSinds: dayFrom(-30 - Math.floor(random() * 120)) } : {}), toestemming: shown < 0.05 ? [] : shown < 0.15 ? ['profiel'] : shown < 0.3 ? ['profiel', 'voornaam', 'woonplaats'] : ['profiel', 'voornaam', 'foto', 'woonplaats'],
    aanmelder: pick(['Team Werk', 'Team Werk', 'Team Werk', 'Sagènn', 'Diamant-groep']), werkmakelaar: makelaars[at % 5 === 4 ? 1 + (at % 4) : at % makelaars.length]!, intern: { profiel: pick([1, 2, 3] as const), doelgroepregister: random() < 0.4, loonwaarde: 40 + Math.floor(random() * 60) },
  };
}

/** Spreads the profiles over the states that a real region has, and over the year in which they came; most of those that may be shown, are. */
function settle(ids: number[], drawings: { stijl: 'v' | 'm'; leeftijd: 'jong' | 'midden' | 'ouder' }[], random: () => number, hiddenFor: number): void {
  const db = database();
  for (const [at, id] of ids.entries()) {
    const row = db.select({ status: kandidaat.status, arbeidsfitSinds: kandidaat.arbeidsfitSinds }).from(kandidaat).where(eq(kandidaat.id, id)).get()!;
    const ready = row.status === 'ter curatie';
    const published = ready && at % 20 !== 3 && at % 9 !== 4;
    const status = !ready ? row.status : at % 20 === 3 ? (at % 40 === 3 ? 'geplaatst' : 'gepauzeerd') : published ? 'gepubliceerd' : at % 18 === 4 ? 'ter curatie' : 'concept';
    const stale = at % 25 === 11;
    // Nobody waits long for curation; of the others somewhat more came lately than a year ago.
    const dagen = 1 + Math.floor(status === 'ter curatie' ? random() * 9 : stale ? 100 + random() * 260 : 364 * random() ** 1.25);
    const op = momentOf(werkdagTerug(dagen), `${9 + (at % 3)}:${10 + (at % 50)}`.padStart(5, '0')).toISOString();
    const arbeidsfitSinds = row.arbeidsfitSinds && [row.arbeidsfitSinds, op.slice(0, 10)].sort()[0];
    const gepubliceerdOp = published ? momentOf(werkdagTerug(Math.max(1, dagen - 2)), `${13 + (at % 3)}:${10 + (at % 50)}`).toISOString() : null;
    db.update(kandidaat).set({ status, portret: drawings[at]!, arbeidsfitSinds, aangemaaktOp: op, bevestigdOp: dayFrom(-Math.min(dagen, stale ? 100 : Math.floor(random() * 80))), gepubliceerdOp }).where(eq(kandidaat.id, id)).run();
    db.update(gebeurtenis).set({ op }).where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, id))).run();
    if (at % 97 === 0) db.insert(verborgenVoor).values({ kandidaatId: id, werkgeverId: hiddenFor }).run();
  }
}
