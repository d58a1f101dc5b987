/** Files from outside: good lines stay, bad lines are named with number, field and reason, the same ref updates. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database } from '#db/client.ts';
import { kandidaat, vacature, werkgever } from '#db/schema.ts';
import { searchEngine } from '#search/index.ts';
import { GeenToegang } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { VELDEN, type Veldnaam } from '#src/domain/kandidaat/invoer.ts';
import type { ProfielStatus } from '#src/domain/kandidaat/kandidaat.ts';
import { consentOf } from '#src/domain/kandidaat/kandidaat.server.ts';
import { zichtbaar, today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { getMatch, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { chooseItem, recordConsent, withdrawOwn } from '#src/domain/match/intrekken.server.ts';
import { importFile, type ImportSoort, type Verslag } from '#src/jobs/import.server.ts';
import { BEZOEKER, SYSTEEM, makeActor, makePartner, useDatabase } from '../support/database.ts';

useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAMIRA = {
  ref: 'k-samira', voornaam: 'Samira', kop: 'Ik wil orders verzamelen', presentatie: 'Een opgeruimde plank maakt mij blij.', wensberoepen: ['orderpicker'],
  ervaring: [{ beroep: 'inpakker', maanden: 11, omschrijving: 'Dozen vullen en plakken' }], vaardigheden: ['orderpicken', 'inpakken'], certificaten: ['VCA basis'], rijbewijzen: [],
  talen: [{ taal: 'nl', niveau: 'B1' }], denkniveau: 'laag', sectoren: ['logistiek'], uren: { min: 20, max: 32 }, dagdelen: ['ma-ochtend', 'di-ochtend'], beschikbaarVanaf: '2026-12-01',
  plaats: 'Tilburg', reisafstandKm: 12, vervoer: ['fiets'], nodig: ['vaste begintijd'], begeleiding: 'licht', werkvormen: ['betaald werk'], arbeidsfit: true, arbeidsfitSinds: '2026-10-05',
  toestemming: ['profiel', 'voornaam', 'foto', 'woonplaats'], aanmelder: 'Werkteam Noord', intern: { profiel: 1, loonwaarde: 70, doelgroepregister: true, notitie: 'belt liever' },
};
const PIET = { ref: 'k-piet', voornaam: 'Piet', plaats: 'Oisterwijk', uren: { min: 24, max: 40 }, arbeidsfit: true, toestemming: ['profiel'], wensberoepen: ['hovenier'] };
const FATIMA = { ref: 'k-fatima', voornaam: 'Fatima', plaats: 'Nergenshuizen', uren: { min: 8, max: 16 }, arbeidsfit: false };
const MAGAZIJN = {
  ref: 'v-magazijn', bron: 'WBS', werkgever: { naam: 'Van Dijk Opslag', kvk: '87654321' }, titel: 'Orderpicker gezocht', beroep: 'orderpicker', omschrijving: 'U verzamelt orders.', taken: ['orders verzamelen', 'inpakken'],
  vaardigheden: { vereist: ['orderpicken'], gewenst: ['inpakken'] }, certificaten: { gewenst: ['VCA basis'] }, rijbewijzen: [], talen: [{ taal: 'nl', niveau: 'A2' }], denkniveau: 'laag', sector: 'logistiek',
  uren: { min: 24, max: 32 }, dagdelen: ['ma-ochtend'], plaats: 'Tilburg', startdatum: '2026-12-01', sluitingsdatum: '2027-01-31', plekken: 2, werkvorm: 'betaald werk', biedt: ['begeleiding'],
};

let count = 0;
function file(content: string | Buffer): string {
  const path = join(folder, `${count++}.jsonl`);
  writeFileSync(path, content);
  return path;
}
const regels = (...items: (object | string)[]) => items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n');
const run = (soort: ImportSoort, content: string | Buffer, dryRun = false): Promise<Verslag> => importFile(SYSTEEM, soort, file(content), { dryRun });
const importeer = (...items: (object | string)[]) => run('kandidaten', regels(...items));
const rij = (ref: string) => database().select().from(kandidaat).where(eq(kandidaat.ref, ref)).get();
const refs = () => database().select({ ref: kandidaat.ref }).from(kandidaat).all().map((row) => row.ref).sort();
const totals = (verslag: Verslag) => [verslag.gelezen, verslag.nieuw, verslag.bijgewerkt, verslag.afgewezenRegels];

/** Everything in the database but the fixed list of places and sequence numbers of tables. */
function inhoud(): unknown {
  const tables = connection().prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('plaats') ORDER BY name").pluck().all() as string[];
  return tables.map((name) => [name, connection().prepare(`SELECT * FROM "${name}"`).all()]);
}

beforeEach(() => {
  const names = ['mail', 'match', 'outbox', 'gebeurtenis', 'toestemming', 'kandidaat_intern', 'kandidaat', 'vacature', 'werkgever', 'gebruiker', 'partner'];
  for (const name of names) connection().exec(`DELETE FROM ${name}`);
  for (const index of ['kandidaten-werkgever', 'kandidaten-professional', 'vacatures'] as const) searchEngine().replaceAll(index, []);
});

describe('a good file', () => {
  test('brings Samira in with everything the line says', async () => {
    const verslag = await importeer(SAMIRA, PIET);
    expect(totals(verslag)).toEqual([2, 2, 0, 0]);
    const { ervaring, vaardigheden, talen, dagdelen, nodig, begeleiding, denkniveau, reisafstandKm } = SAMIRA;
    expect(rij('k-samira')).toMatchObject({ voornaam: 'Samira', urenMin: 20, urenMax: 32, status: 'ter curatie', rijbewijzen: [], lat: expect.closeTo(51.56, 1), ervaring, vaardigheden, talen, dagdelen, nodig, begeleiding, denkniveau, reisafstandKm });
    expect(connection().prepare('SELECT profiel, loonwaarde, notitie FROM kandidaat_intern WHERE kandidaat_id = ?').get(rij('k-samira')!.id)).toEqual({ profiel: 1, loonwaarde: 70, notitie: 'belt liever' });
    expect(connection().prepare('SELECT count(*) FROM toestemming WHERE kandidaat_id = ?').pluck().get(rij('k-samira')!.id)).toBe(4);
  });

  test('leaves unknown what Piet did not say, and does not take it for "none"', async () => {
    await importeer(PIET);
    expect(rij('k-piet')).toMatchObject({ rijbewijzen: null, talen: null, dagdelen: null, certificaten: null, begeleiding: null, reisafstandKm: null });
  });

  test('keeps Fatima a concept: not arbeidsfit, no toestemming', async () => {
    await importeer(FATIMA);
    expect(rij('k-fatima')!.status).toBe('concept');
  });

  test('accepts an unknown place and names it, with how often', async () => {
    const verslag = await importeer(FATIMA, { ...PIET, plaats: 'Nergenshuizen' }, SAMIRA);
    expect([...verslag.onbekendePlaatsen]).toEqual([['Nergenshuizen', 2]]);
    expect(rij('k-fatima')).toMatchObject({ plaats: 'Nergenshuizen', lat: null, lng: null });
  });

  test('couples the werkmakelaar and names an address that nobody has', async () => {
    const wim = await makeActor('werkmakelaar', 'Wim');
    await makeActor('beheerder', 'Bea');
    const verslag = await importeer({ ...SAMIRA, werkmakelaar: 'wim@test.example' }, { ...PIET, werkmakelaar: 'niemand@test.example' }, { ...FATIMA, werkmakelaar: 'bea@test.example' });
    expect([rij('k-samira')!.werkmakelaarId, rij('k-piet')!.werkmakelaarId, rij('k-fatima')!.werkmakelaarId]).toEqual([wim.id, null, null]);
    expect([...verslag.onbekendeWerkmakelaars]).toEqual(['niemand@test.example', 'bea@test.example']);
  });

  test('opens the vacature of Van Dijk, whose account waits for verification', async () => {
    expect(totals(await run('vacatures', regels(MAGAZIJN)))).toEqual([1, 1, 0, 0]);
    expect(database().select().from(vacature).where(eq(vacature.ref, 'v-magazijn')).get()).toMatchObject({ status: 'open', titel: 'Orderpicker gezocht', vaardighedenVereist: ['orderpicken'], certificatenVereist: [], biedt: ['begeleiding'], plekken: 2 });
    expect(database().select().from(werkgever).all()).toMatchObject([{ naam: 'Van Dijk Opslag', kvk: '87654321', status: 'aangemeld' }]);
    expect(searchEngine().search('vacatures', { tekst: 'orderpicker' }).totaal).toBe(1);
  });

  test('keeps two employers with one name but two KvK numbers apart, and one employer in two lines together', async () => {
    const bij = (ref: string, werkgever: object) => ({ ...MAGAZIJN, ref, werkgever });
    await run('vacatures', regels(bij('a', { naam: 'Bakkerij Jansen', kvk: '11111111' }), bij('b', { naam: 'Bakkerij Jansen', kvk: '22222222' }), bij('c', { naam: 'bakkerij jansen b.v.', kvk: '11111111' })));
    expect(database().select().from(werkgever).all().map((row) => row.kvk).sort()).toEqual(['11111111', '22222222']);
  });

  test('keeps them apart also when the first line had no KvK number', async () => {
    const bij = (ref: string, werkgever: object) => ({ ...MAGAZIJN, ref, werkgever });
    await run('vacatures', regels(bij('a', { naam: 'Bakkerij Jansen' }), bij('b', { naam: 'Bakkerij Jansen', kvk: '11111111' }), bij('c', { naam: 'Bakkerij Jansen', kvk: '22222222' })));
    expect(new Set(database().select({ id: vacature.werkgeverId }).from(vacature).where(eq(vacature.ref, 'b')).all().concat(database().select({ id: vacature.werkgeverId }).from(vacature).where(eq(vacature.ref, 'c')).all()).map((row) => row.id)).size).toBe(2);
  });

  test('writes one event and one request for suggestions per line', async () => {
    await importeer(SAMIRA, PIET);
    expect(connection().prepare("SELECT count(*) FROM gebeurtenis WHERE soort = 'kandidaat' AND verb = 'importeer'").pluck().get()).toBe(2);
    expect(connection().prepare("SELECT count(*) FROM outbox WHERE soort = 'voorstellen-kandidaat'").pluck().get()).toBe(2);
  });
});

describe('the same file again', () => {
  test('makes no duplicates of anything', async () => {
    await importeer(SAMIRA, PIET, FATIMA);
    const rows = () => ['kandidaat', 'toestemming', 'kandidaat_intern', 'partner'].map((name) => connection().prepare(`SELECT count(*) FROM ${name}`).pluck().get());
    const before = rows();
    const id = rij('k-samira')!.id;
    expect(totals(await importeer(SAMIRA, PIET, FATIMA))).toEqual([3, 0, 3, 0]);
    expect(rows()).toEqual(before);
    expect(rij('k-samira')!.id).toBe(id);
    expect(searchEngine().search('kandidaten-professional', { tekst: 'samira' }).totaal).toBe(1);
    await run('vacatures', regels(MAGAZIJN));
    expect(totals(await run('vacatures', regels({ ...MAGAZIJN, titel: 'Magazijnhulp' })))).toEqual([1, 0, 1, 0]);
    expect(database().select({ titel: vacature.titel }).from(vacature).all()).toEqual([{ titel: 'Magazijnhulp' }]);
  });

  test('updates what changed and empties what is no longer said', async () => {
    await importeer(SAMIRA);
    const { reisafstandKm: _weg, intern: _ook, ...rest } = SAMIRA;
    await importeer({ ...rest, plaats: 'Breda', uren: { min: 8, max: 12 } });
    expect(rij('k-samira')).toMatchObject({ plaats: 'Breda', urenMin: 8, reisafstandKm: null });
    expect(connection().prepare('SELECT loonwaarde, notitie FROM kandidaat_intern').get()).toEqual({ loonwaarde: null, notitie: null });
  });

  test('withdraws the toestemming that Samira no longer gives: she leaves the etalage at once, and the history stays', async () => {
    await importeer(SAMIRA);
    connection().exec("UPDATE kandidaat SET status = 'gepubliceerd' WHERE ref = 'k-samira'");
    await importeer(SAMIRA);
    const seen = () => database().select({ id: kandidaat.id }).from(kandidaat).where(zichtbaar(BEZOEKER, today())).all().length;
    const hits = () => searchEngine().search('kandidaten-werkgever', { tekst: 'orderpicker' }).totaal;
    expect([seen(), hits(), rij('k-samira')!.status]).toEqual([1, 1, 'gepubliceerd']);
    await importeer({ ...SAMIRA, toestemming: ['voornaam'] });
    expect([seen(), hits()]).toEqual([0, 0]);
    const consent = () => connection().prepare('SELECT item, ingetrokken_op IS NULL AS geldt FROM toestemming ORDER BY id').all();
    expect(consent()).toEqual([{ item: 'profiel', geldt: 0 }, { item: 'voornaam', geldt: 1 }, { item: 'foto', geldt: 0 }, { item: 'woonplaats', geldt: 0 }]);
    await importeer(SAMIRA);
    expect([seen(), hits(), consent().length]).toEqual([1, 1, 7]);
  });

  test('a line without toestemming withdraws everything', async () => {
    await importeer(SAMIRA);
    const { toestemming: _weg, ...rest } = SAMIRA;
    await importeer(rest);
    expect(connection().prepare('SELECT count(*) FROM toestemming WHERE ingetrokken_op IS NULL').pluck().get()).toBe(0);
  });
});

describe('a later file and what people chose', () => {
  const inKracht = () => [...(consentOf([rij('k-samira')!.id]).get(rij('k-samira')!.id) ?? [])].sort();
  const samira = (): Actor => ({ rol: 'kandidaat', kandidaatId: rij('k-samira')!.id });
  const zet = (status: ProfielStatus) => database().update(kandidaat).set({ status }).where(eq(kandidaat.ref, 'k-samira')).run();
  const laatste = () => connection().prepare("SELECT verb, van, naar, toelichting FROM gebeurtenis WHERE soort = 'kandidaat' ORDER BY id DESC LIMIT 1").get();

  test('gives nothing back that Samira withdrew by her link, and says for how many', async () => {
    await importeer(SAMIRA, PIET);
    zet('gepubliceerd');
    chooseItem(samira(), 'profiel', false);
    const proef = await run('kandidaten', regels(SAMIRA, PIET), true);
    const verslag = await importeer(SAMIRA, PIET);
    expect([verslag, verslag.toestemmingBlijftUit, verslag.afgewezenRegels]).toEqual([proef, 1, 0]);
    expect(inKracht()).toEqual(['foto', 'voornaam', 'woonplaats']);
    expect(database().select({ id: kandidaat.id }).from(kandidaat).where(zichtbaar(BEZOEKER, today())).all()).toEqual([]);
    expect(searchEngine().search('kandidaten-werkgever', { tekst: 'orderpicker' }).totaal).toBe(0);
  });

  test.each(['papier', 'telefoon'] as const)('holds for what she said by %s, until she says yes herself; then a file may follow again', async (kanaal) => {
    const mia = await makeActor('werkmakelaar', 'Mia');
    await importeer({ ...SAMIRA, werkmakelaar: 'mia@test.example' });
    recordConsent(mia, rij('k-samira')!.id, ['profiel'], { kanaal, op: today() });
    expect((await importeer({ ...SAMIRA, werkmakelaar: 'mia@test.example' })).toestemmingBlijftUit).toBe(1);
    expect(inKracht()).toEqual(['profiel']);
    for (const item of ['voornaam', 'foto', 'woonplaats'] as const) chooseItem(samira(), item, true);
    expect((await importeer(SAMIRA)).toestemmingBlijftUit).toBe(0);
    await importeer({ ...SAMIRA, toestemming: [] });
    expect(inKracht()).toEqual([]);
    await importeer(SAMIRA);
    expect(inKracht()).toEqual(['foto', 'profiel', 'voornaam', 'woonplaats']);
  });

  test('gives nothing to who withdrew the whole profile', async () => {
    await importeer(SAMIRA);
    withdrawOwn(samira());
    expect((await importeer(SAMIRA)).toestemmingBlijftUit).toBe(1);
    expect([inKracht(), rij('k-samira')!.status]).toEqual([[], 'ingetrokken']);
  });

  test('presents nobody any more whose file takes the profile back, and Van Dijk hears that without a name', async () => {
    const [mia, karin] = [await makeActor('werkmakelaar', 'Mia'), await makeActor('accountmanager', 'Karin')];
    const line = { ...SAMIRA, werkmakelaar: 'mia@test.example' };
    await importeer(line);
    await run('vacatures', regels(MAGAZIJN));
    await makeActor('werkgever', 'Ruud', { werkgeverId: database().select().from(werkgever).get()!.id });
    const pair = proposeByHand(mia, rij('k-samira')!.id, database().select().from(vacature).get()!.id);
    moveMatch(mia, pair, 'vind geschikt');
    moveMatch(karin, pair, 'draag voor', { bericht: 'Zij past.' });
    await importeer({ ...line, toestemming: ['voornaam'] });
    expect(getMatch(mia, pair).match.status).toBe('teruggetrokken');
    const post = connection().prepare('SELECT soort, tekst FROM mail').all() as { soort: string; tekst: string }[];
    expect(post.map(({ soort }) => soort)).toEqual(['niet-beschikbaar']);
    expect(post[0]!.tekst).not.toContain('Samira');
  });

  test.each([['kop', 'Ik zoek iets heel anders'], ['voornaam', 'Sam'], ['vaardigheden', ['inpakken']], ['ervaring', []], ['nodig', []], ['talen', [{ taal: 'nl', niveau: 'A2' }]]])('takes a published profile out of the window when its %s changes, until an accountmanager read it', async (veld, waarde) => {
    await importeer(SAMIRA);
    zet('gepubliceerd');
    expect((await importeer({ ...SAMIRA, [veld]: waarde })).terCuratie).toBe(1);
    expect(rij('k-samira')).toMatchObject({ status: 'ter curatie', [veld]: waarde });
    expect(searchEngine().search('kandidaten-werkgever', {}).totaal).toBe(0);
    expect(laatste()).toMatchObject({ verb: 'importeer wijziging', van: 'gepubliceerd', naar: 'ter curatie', toelichting: expect.stringContaining(VELDEN[veld as Veldnaam].label) });
  });

  test('leaves her in the window when hours, place or the order of ticks change', async () => {
    const twee = { ...SAMIRA, sectoren: ['logistiek', 'productie'] };
    await importeer(twee);
    zet('gepubliceerd');
    const verslag = await importeer({ ...twee, sectoren: ['productie', 'logistiek'], uren: { min: 8, max: 12 }, plaats: 'Breda', dagdelen: ['vr-avond'], reisafstandKm: 3, kop: ` ${SAMIRA.kop} ` });
    expect([verslag.terCuratie, rij('k-samira')]).toMatchObject([0, { status: 'gepubliceerd', plaats: 'Breda', urenMin: 8 }]);
  });

  test('keeps the texts of a paused profile as they were read, and brings them after the pause', async () => {
    await importeer(SAMIRA);
    zet('gepauzeerd');
    const nieuw = { ...SAMIRA, presentatie: 'Dit heeft nog niemand gelezen.', plaats: 'Breda' };
    expect((await importeer(nieuw)).tekstBlijft).toBe(1);
    expect(rij('k-samira')).toMatchObject({ status: 'gepauzeerd', presentatie: SAMIRA.presentatie, plaats: 'Breda' });
    zet('gepubliceerd');
    await importeer(nieuw);
    expect(rij('k-samira')).toMatchObject({ status: 'ter curatie', presentatie: nieuw.presentatie });
  });
});

describe('a dry run', () => {
  test('reports the same and changes nothing at all', async () => {
    await importeer(PIET);
    const before = inhoud();
    const lines = regels(SAMIRA, { ...PIET, plaats: 'Nergenshuizen', aanmelder: 'Nieuwe Partner' }, '{kapot', SAMIRA);
    const proef = await run('kandidaten', lines, true);
    expect(inhoud()).toEqual(before);
    expect(searchEngine().search('kandidaten-professional', {}).totaal).toBe(1);
    expect(await run('kandidaten', lines)).toEqual(proef);
    expect(totals(proef)).toEqual([4, 1, 1, 2]);
    const vacatures = inhoud();
    await run('vacatures', regels(MAGAZIJN), true);
    expect(inhoud()).toEqual(vacatures);
  });

  test('holds for a file of more than one batch too', async () => {
    const before = inhoud();
    const proef = await run('kandidaten', regels(...Array.from({ length: 1100 }, (_, at) => ({ ...PIET, ref: `p-${at}` }))), true);
    expect(totals(proef)).toEqual([1100, 1100, 0, 0]);
    expect(inhoud()).toEqual(before);
  });
});

describe('bad lines', () => {
  const een = async (line: object | string, soort: ImportSoort = 'kandidaten') => (await run(soort, regels(line))).afgewezen;

  test.each<[string, object, string, RegExp]>([
    ['an impossible date', { ...SAMIRA, beschikbaarVanaf: '2026-02-30' }, 'beschikbaarVanaf', /bestaat niet/],
    ['a date the other way round', { ...SAMIRA, arbeidsfitSinds: '05-10-2026' }, 'arbeidsfitSinds', /datum/],
    ['an unknown field', { ...SAMIRA, bsn: '123456782' }, 'bsn', /kennen wij niet/],
    ['an unknown field deep inside', { ...SAMIRA, intern: { diagnose: 'x' } }, 'intern.diagnose', /kennen wij niet/],
    ['no voornaam', { ...SAMIRA, voornaam: undefined }, 'voornaam', /ontbreekt/],
    ['no uren', { ...SAMIRA, uren: undefined }, 'uren', /ontbreekt/],
    ['no arbeidsfit', { ...SAMIRA, arbeidsfit: undefined }, 'arbeidsfit', /ontbreekt/],
    ['a ref of spaces', { ...SAMIRA, ref: '   ' }, 'ref', /leeg/],
    ['hours the wrong way round', { ...SAMIRA, uren: { min: 32, max: 20 } }, 'uren.min', /groter/],
    ['a week of 80 hours', { ...SAMIRA, uren: { min: 0, max: 80 } }, 'uren.max', /48/],
    ['text where a list belongs', { ...SAMIRA, rijbewijzen: 'B' }, 'rijbewijzen', /lijst/],
    ['an unknown licence', { ...SAMIRA, rijbewijzen: ['B', 'Z'] }, 'rijbewijzen.1', /een van deze/],
    ['an unknown toestemming', { ...SAMIRA, toestemming: ['alles'] }, 'toestemming.0', /een van deze/],
    ['an unknown dagdeel', { ...SAMIRA, dagdelen: ['maandag'] }, 'dagdelen.0', /dagdeel/],
    ['half a month of ervaring', { ...SAMIRA, ervaring: [{ beroep: 'kok', maanden: 1.5 }] }, 'ervaring.0.maanden', /heel getal/],
    ['a profiel that is not there', { ...SAMIRA, intern: { profiel: 4 } }, 'intern.profiel', /1, 2 of 3/],
    ['no e-mail address', { ...SAMIRA, werkmakelaar: 'wim' }, 'werkmakelaar', /e-mailadres/],
    ['null instead of nothing', { ...SAMIRA, kop: null }, 'kop', /verkeerde soort/],
    ['a headline of 121 signs', { ...SAMIRA, kop: 'x'.repeat(121) }, 'kop', /120 tekens/],
    ['eleven wensberoepen', { ...SAMIRA, wensberoepen: Array.from({ length: 11 }, () => 'kok') }, 'wensberoepen', /hoogstens 10/],
  ])('%s is named with its field', async (_naam, line, veld, reden) => {
    const found = await een(line);
    expect(found).toEqual([{ regel: 1, veld, reden: expect.stringMatching(reden) }]);
    expect(refs()).toEqual([]);
  });

  test.each<[string, object, string, RegExp]>([
    ['no werkgever', { ...MAGAZIJN, werkgever: undefined }, 'werkgever', /ontbreekt/],
    ['a KvK number of seven figures', { ...MAGAZIJN, werkgever: { naam: 'X', kvk: '1234567' } }, 'werkgever.kvk', /8 cijfers/],
    ['zero places', { ...MAGAZIJN, plekken: 0 }, 'plekken', /1 of meer/],
    ['an empty titel', { ...MAGAZIJN, titel: ' ' }, 'titel', /leeg/],
    ['an impossible closing date', { ...MAGAZIJN, sluitingsdatum: '2027-13-01' }, 'sluitingsdatum', /bestaat niet/],
    ['a story of 20,001 signs', { ...MAGAZIJN, omschrijving: 'x'.repeat(20_001) }, 'omschrijving', /20000 tekens/],
  ])('a vacature with %s is named with its field', async (_naam, line, veld, reden) => {
    expect(await een(line, 'vacatures')).toEqual([{ regel: 1, veld, reden: expect.stringMatching(reden) }]);
  });

  test('everything wrong in one line is named at once, and counts as one line', async () => {
    const verslag = await importeer({ ref: 'k-x', uren: { min: 'veel', max: 20 }, hobby: 'vissen', arbeidsfit: 'ja', plaats: 5 });
    expect(verslag.afgewezen.map(({ veld }) => veld).sort()).toEqual(['arbeidsfit', 'hobby', 'plaats', 'uren.min', 'voornaam']);
    expect(verslag.afgewezenRegels).toBe(1);
  });

  test.each(['{"ref": "k-x",', 'Samira;Tilburg;32', '[]', '"Samira"', '42', 'null', '{} {}', '\u0000'])('%j is refused as a line and not as a file', async (line) => {
    const verslag = await importeer(SAMIRA, line, PIET);
    expect(verslag.afgewezen.length).toBeGreaterThan(0);
    for (const { regel } of verslag.afgewezen) expect(regel).toBe(2);
    expect(refs()).toEqual(['k-piet', 'k-samira']);
  });

  test('the second line of Samira in one file is refused and says which line counts', async () => {
    const verslag = await importeer(SAMIRA, '', PIET, { ...SAMIRA, voornaam: 'Sam' });
    expect(verslag.afgewezen).toEqual([{ regel: 4, veld: 'ref', reden: expect.stringContaining('regel 1') }]);
    expect(rij('k-samira')!.voornaam).toBe('Samira');
  });

  test('a good line counts when only a bad line had the same ref before it', async () => {
    expect(totals(await importeer({ ...SAMIRA, plaats: undefined }, SAMIRA))).toEqual([2, 1, 0, 1]);
    expect(refs()).toEqual(['k-samira']);
  });

  test('line numbers hold across empty lines, Windows line ends and a last line without an end', async () => {
    const verslag = await run('kandidaten', `\r\n${JSON.stringify(SAMIRA)}\r\n\r\n  \n{kapot\r\n${JSON.stringify(PIET)}`);
    expect(verslag.afgewezen.map(({ regel }) => regel)).toEqual([5]);
    expect(refs()).toEqual(['k-piet', 'k-samira']);
  });

  test('ten thousand reasons are kept and the count goes on', async () => {
    const verslag = await run('kandidaten', '{}\n'.repeat(2500));
    expect([verslag.afgewezenRegels, verslag.afgewezen.length]).toEqual([2500, 10_000]);
  });
});

describe('files of another kind', () => {
  test('UTF-8 with a byte order mark reads like any other, accents and all', async () => {
    await run('kandidaten', `\uFEFF${regels({ ...SAMIRA, voornaam: 'Zoë' })}`);
    expect(rij('k-samira')!.voornaam).toBe('Zoë');
  });

  test.each(['le', 'be'] as const)('UTF-16 (%s) is refused with the advice to save it as UTF-8, and changes nothing', async (order) => {
    const bytes = Buffer.from(`\uFEFF${regels(SAMIRA, PIET)}\n`, 'utf16le');
    const verslag = await run('kandidaten', order === 'le' ? bytes : bytes.swap16());
    expect(verslag.afgewezen[0]).toEqual({ regel: 1, veld: 'regel', reden: expect.stringMatching(/UTF-16.*UTF-8/) });
    expect([verslag.nieuw, refs()]).toEqual([0, []]);
  });

  test('a line with Latin-1 bytes is refused by itself; nobody is stored under a broken name', async () => {
    const verslag = await run('kandidaten', Buffer.concat([Buffer.from(`${JSON.stringify(SAMIRA)}\n`), Buffer.from(`${JSON.stringify({ ...FATIMA, voornaam: 'Zoë' })}\n`, 'latin1'), Buffer.from(JSON.stringify(PIET))]));
    expect(verslag.afgewezen).toEqual([{ regel: 2, veld: 'regel', reden: expect.stringContaining('UTF-8') }]);
    expect(refs()).toEqual(['k-piet', 'k-samira']);
  });

  test('a line of 50 MB is refused with its size; the lines around it stay', async () => {
    const path = file(`${JSON.stringify(SAMIRA)}\n`);
    for (let mb = 0; mb < 50; mb++) appendFileSync(path, Buffer.alloc(1024 * 1024, 'a'));
    appendFileSync(path, `\n${JSON.stringify(PIET)}\n`);
    const verslag = await importFile(SYSTEEM, 'kandidaten', path, { dryRun: false });
    expect(verslag.afgewezen).toEqual([{ regel: 2, veld: 'regel', reden: expect.stringMatching(/te lang: 50[.,]0 MB/) }]);
    expect(refs()).toEqual(['k-piet', 'k-samira']);
    rmSync(path);
  });

  test('an empty file and a file of empty lines are no error', async () => {
    for (const content of ['', '\n\n\r\n', '\uFEFF']) expect(totals(await run('kandidaten', content))).toEqual([0, 0, 0, 0]);
  });

  test('a file that is not there is an error, and the progress of a good one ends at its size', async () => {
    await expect(importFile(SYSTEEM, 'kandidaten', join(folder, 'nergens.jsonl'), { dryRun: false })).rejects.toThrow(/ENOENT/);
    const seen: number[] = [];
    await importFile(SYSTEEM, 'kandidaten', file(regels(...Array.from({ length: 600 }, (_, at) => ({ ...PIET, ref: `p-${at}` })))), { dryRun: true }, (read, total) => { expect(read).toBeLessThanOrEqual(total); seen.push(read / total); });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

test.each(['werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager'] as const)('a %s gets nowhere with a file, nor does somebody who is not signed in', async (rol) => {
  const bakker = database().insert(werkgever).values({ naam: 'Bakker' }).returning({ id: werkgever.id }).get().id;
  const iemand = await makeActor(rol, `Iemand ${rol}`, rol === 'werkgever' ? { werkgeverId: bakker } : rol === 'aanmelder' ? { partnerId: makePartner('Werkteam') } : {});
  for (const actor of [iemand, BEZOEKER]) {
    for (const soort of ['kandidaten', 'vacatures'] as const) await expect(importFile(actor, soort, file(regels(soort === 'kandidaten' ? SAMIRA : MAGAZIJN)), { dryRun: false })).rejects.toBeInstanceOf(GeenToegang);
  }
  expect(refs()).toEqual([]);
});

test('a beheerder may import', async () => {
  const bea = await makeActor('beheerder', 'Bea');
  expect(totals(await importFile(bea, 'kandidaten', file(regels(SAMIRA)), { dryRun: false }))).toEqual([1, 1, 0, 0]);
});
