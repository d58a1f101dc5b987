/** Who is seen by whom: one predicate, and every way to a profile keeps to it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, toestemming, verborgenVoor, weergave, werkgever } from '#db/schema.ts';
import { werkgeverDocument } from '#search/documents.ts';
import { searchEngine } from '#search/index.ts';
import { indexKandidaten, rebuildIndex } from '#search/sync.ts';
import { NietGevonden } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { readEtalageVraag, searchEtalage } from '#src/domain/kandidaat/etalage.server.ts';
import { PROFIEL_STATUSSEN, TOESTEMMING_ITEMS, kandidaatInvoer, versSinds, type KandidaatInvoer, type ToestemmingItem } from '#src/domain/kandidaat/kandidaat.ts';
import { listPublicProfiles, portraitOf, viewProfile, visibleIds } from '#src/domain/kandidaat/kandidaat.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { askKennismaking, getMatch, listByStatus, listForVacature } from '#src/domain/match/match.server.ts';
import { fitForWerkgever, listVoordrachten } from '#src/domain/match/voordracht.server.ts';
import { saveKandidaten } from '#src/jobs/import.server.ts';
import { BEZOEKER, SYSTEEM, makeActor, makeKandidaat, makePartner, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();

const dayBefore = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const vraag = (query = '') => readEtalageVraag(new URLSearchParams(query));
let actors: Record<'bezoeker' | 'Van Dijk' | 'De Vries' | 'nieuw bedrijf' | 'aanmelder' | 'werkmakelaar' | 'accountmanager' | 'beheerder', Actor>;
let vanDijk: number;
let deVries: number;

/** Makes someone the import would make, published. */
function publish(values: Partial<KandidaatInvoer> & { ref: string; voornaam: string }): number {
  const id = makeKandidaat(values);
  database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, id)).run();
  transaction(() => indexKandidaten([id]));
  return id;
}

/** Everything an actor can find in the etalage, over all pages. */
async function found(actor: Actor, query = ''): Promise<number[]> {
  const ids: number[] = [];
  for (let pagina = 1; ; pagina++) {
    const page = await searchEtalage(actor, { ...vraag(query), pagina }, 50);
    ids.push(...page.profielen.map(({ profiel }) => profiel.id));
    if (pagina >= page.antwoord.paginas) return ids.sort((a, b) => a - b);
  }
}
const opens = (look: () => unknown) => { try { look(); return true; } catch (error) { if (error instanceof NietGevonden) return false; throw error; } };

beforeAll(async () => {
  const firm = (naam: string, kvk: string, status: 'geverifieerd' | 'aangemeld') => database().insert(werkgever).values({ naam, kvk, status }).returning({ id: werkgever.id }).get().id;
  vanDijk = firm('Van Dijk Logistiek', '12345678', 'geverifieerd');
  deVries = firm('De Vries', '87654321', 'geverifieerd');
  actors = {
    bezoeker: BEZOEKER,
    'Van Dijk': await makeActor('werkgever', 'Ruud van Dijk', { werkgeverId: vanDijk }),
    'De Vries': await makeActor('werkgever', 'Anja de Vries', { werkgeverId: deVries }),
    'nieuw bedrijf': await makeActor('werkgever', 'Nico Nieuw', { werkgeverId: firm('Nieuw', '11112222', 'aangemeld') }),
    aanmelder: await makeActor('aanmelder', 'Ad', { partnerId: makePartner('Partner Een') }),
    werkmakelaar: await makeActor('werkmakelaar', 'Mia'), accountmanager: await makeActor('accountmanager', 'Karin'), beheerder: await makeActor('beheerder', 'Bea'),
  };
});

describe('the predicate, as a matrix of 540 people', () => {
  const verst = versSinds(today());
  const CONSENT = ['in kracht', 'nooit gegeven', 'ingetrokken', 'alleen foto', 'ingetrokken en opnieuw gegeven'] as const;
  const cells = PROFIEL_STATUSSEN.flatMap((status) => [true, false].flatMap((arbeidsfit) => CONSENT.flatMap((consent) => [today(), verst, dayBefore(verst)].flatMap((bevestigdOp) => (['niemand', 'Van Dijk', 'De Vries'] as const).map((hidden) => ({ status, arbeidsfit, consent, bevestigdOp, hidden, id: 0 }))))));
  const visible = (cell: (typeof cells)[number], actor: keyof typeof actors) => cell.status === 'gepubliceerd' && cell.arbeidsfit && (cell.consent === 'in kracht' || cell.consent === 'ingetrokken en opnieuw gegeven') && cell.bevestigdOp >= verst && cell.hidden !== actor;

  beforeAll(() => transaction(() => {
    const db = database();
    const nu = new Date().toISOString();
    const give = (kandidaatId: number, item: ToestemmingItem, ingetrokkenOp: string | null) => db.insert(toestemming).values({ kandidaatId, item, gegevenOp: nu, ingetrokkenOp, kanaal: 'test', tekstversie: '1' }).run();
    for (const [i, cell] of cells.entries()) {
      const { id } = db.insert(kandidaat).values({ ref: `m-${i}`, voornaam: 'Matrix', urenMin: 8, urenMax: 24, plaats: 'Tilburg', vaardigheden: ['matrixwerk'], status: cell.status, arbeidsfit: cell.arbeidsfit, bevestigdOp: cell.bevestigdOp }).returning({ id: kandidaat.id }).get();
      cell.id = id;
      if (cell.consent !== 'nooit gegeven') give(id, 'foto', null);
      if (cell.consent.startsWith('ingetrokken')) give(id, 'profiel', nu);
      if (cell.consent === 'in kracht' || cell.consent.endsWith('opnieuw gegeven')) give(id, 'profiel', null);
      if (cell.hidden !== 'niemand') db.insert(verborgenVoor).values({ kandidaatId: id, werkgeverId: cell.hidden === 'Van Dijk' ? vanDijk : deVries }).run();
    }
    rebuildIndex();
  }));

  it.each(['bezoeker', 'Van Dijk', 'De Vries', 'nieuw bedrijf', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'] as const)('gives %s the same people in search, in lists, by address and in the count', async (name) => {
    const actor = actors[name];
    const ids = cells.map((cell) => cell.id);
    const expected = cells.filter((cell) => visible(cell, name)).map((cell) => cell.id);
    expect(expected.length).toBeGreaterThan(0);
    expect(await found(actor, 'q=matrixwerk')).toEqual(expected);
    expect((await searchEtalage(actor, vraag('q=matrixwerk'))).antwoord.totaal).toBe(expected.length);
    expect(listPublicProfiles(actor, ids).map((profiel) => profiel.id)).toEqual(expected);
    expect([...visibleIds(actor, ids)].sort((a, b) => a - b)).toEqual(expected);
    expect(ids.filter((id) => opens(() => viewProfile(actor, id)))).toEqual(expected);
    // A portrait is for signed-in, verified people; inside, for the own caseload.
    const portraits = name === 'bezoeker' || name === 'nieuw bedrijf' || name === 'aanmelder' || name === 'werkmakelaar' ? [] : name === 'accountmanager' ? ids : expected;
    expect(ids.filter((id) => opens(() => portraitOf(actor, id)))).toEqual(portraits);
  });

  it('counts in no facet who may not be seen', async () => {
    for (const name of ['bezoeker', 'Van Dijk', 'De Vries'] as const) {
      const { antwoord } = await searchEtalage(actors[name], vraag('q=matrixwerk'));
      expect(Object.fromEntries(antwoord.facetten.uren!.map(({ waarde, aantal }) => [waarde, aantal]))['16 tot 32 uur']).toBe(antwoord.totaal);
    }
  });
});

describe('withdrawing', () => {
  it('takes Samira out of every view at once when the next import says she agrees no more', async () => {
    const samira = { ref: 'z-1', voornaam: 'Samira', presentatie: 'Ik kan zandkastelen bouwen.' };
    const id = publish(samira);
    expect(await found(BEZOEKER, 'q=zandkastelen')).toEqual([id]);
    saveKandidaten(SYSTEEM, [kandidaatInvoer.parse({ ...samira, plaats: 'Tilburg', uren: { min: 20, max: 32 }, arbeidsfit: true, toestemming: ['foto'] })]);
    for (const actor of Object.values(actors)) {
      expect((await searchEtalage(actor, vraag('q=zandkastelen'))).antwoord.totaal).toBe(0);
      expect(listPublicProfiles(actor, [id])).toEqual([]);
      expect(opens(() => viewProfile(actor, id))).toBe(false);
    }
    expect(opens(() => portraitOf(actors['Van Dijk'], id))).toBe(false);
  });

  it('hides Bas even while the index still knows him, because SQL is asked again for every hit', async () => {
    const id = publish({ ref: 'z-2', voornaam: 'Bas', presentatie: 'Ik kan luchtkastelen bouwen.' });
    database().update(toestemming).set({ ingetrokkenOp: new Date().toISOString() }).where(and(eq(toestemming.kandidaatId, id), eq(toestemming.item, 'profiel'))).run();
    expect((await searchEtalage(actors['Van Dijk'], vraag('q=luchtkastelen'))).profielen).toEqual([]);
  });
});

describe('items under their own consent', () => {
  it.each(TOESTEMMING_ITEMS.filter((item) => item !== 'profiel'))('shows Van Dijk nothing of %s before Noor agreed to that very item', (item) => {
    const zonder = publish({ ref: `zonder-${item}`, voornaam: 'Noor', plaats: 'Goirle', reisafstandKm: 12, toestemming: TOESTEMMING_ITEMS.filter((other) => other !== item) });
    const alleen = publish({ ref: `alleen-${item}`, voornaam: 'Noor', plaats: 'Goirle', reisafstandKm: 12, toestemming: ['profiel', item] });
    const [zonderProfiel, alleenProfiel] = listPublicProfiles(actors['Van Dijk'], [zonder, alleen]);
    const shown = (profiel: typeof zonderProfiel) => ({ voornaam: profiel!.voornaam, woonplaats: profiel!.plaats, reisafstand: profiel!.reisafstandKm, foto: profiel!.portret !== null });
    const all = { voornaam: 'Noor', woonplaats: 'Goirle', reisafstand: 12, foto: true };
    const none = { voornaam: null, woonplaats: null, reisafstand: null, foto: false };
    const parts = { voornaam: ['voornaam'], foto: ['foto'], woonplaats: ['woonplaats', 'reisafstand'], film: [] }[item];
    expect(shown(zonderProfiel)).toEqual({ ...all, ...Object.fromEntries(parts.map((part) => [part, none[part as keyof typeof none]])) });
    expect(shown(alleenProfiel)).toEqual({ ...none, ...Object.fromEntries(parts.map((part) => [part, all[part as keyof typeof all]])) });
    expect(opens(() => portraitOf(actors['Van Dijk'], alleen))).toBe(item === 'foto');
  });

  it('shows name and portrait to no bezoeker and to no employer that waits for verification, whatever was agreed', () => {
    const id = publish({ ref: 'z-3', voornaam: 'Fleur', kop: 'Fleur wil graag werken', presentatie: 'Ik heet Fleur en ik werk graag buiten.' });
    for (const actor of [BEZOEKER, actors['nieuw bedrijf']]) {
      const profiel = viewProfile(actor, id);
      expect(profiel).toMatchObject({ voornaam: null, portret: null });
      expect(JSON.stringify(profiel)).not.toContain('Fleur');
    }
    expect(viewProfile(actors['Van Dijk'], id).kop).toBe('Fleur wil graag werken');
  });

  it('measures no distance from a home that Grace does not show', async () => {
    const id = publish({ ref: 'z-4', voornaam: 'Grace', presentatie: 'Ik kan goed jongleren.', toestemming: ['profiel'] });
    const { profielen } = await searchEtalage(actors['Van Dijk'], vraag('q=jongleren&plaats=Tilburg&sorteer=afstand'));
    expect(profielen).toMatchObject([{ profiel: { id, plaats: null }, afstandKm: null }]);
    expect(await found(actors['Van Dijk'], 'q=jongleren&plaats=Tilburg&afstand=5')).toEqual([]);
  });

  it('records that Van Dijk looked at Joke, and not that a colleague did', () => {
    const id = publish({ ref: 'z-5', voornaam: 'Joke' });
    viewProfile(actors['Van Dijk'], id);
    viewProfile(actors.werkmakelaar, id);
    viewProfile(BEZOEKER, id);
    const views = database().select().from(weergave).where(eq(weergave.kandidaatId, id)).all();
    expect(views).toMatchObject([{ werkgeverId: vanDijk, gebruikerId: (actors['Van Dijk'] as { id: number }).id, dag: today() }]);
  });
});

describe('what an employer never gets', () => {
  const INTERN = ['ZAAK-4711', 'GEHEIME NOTITIE', 'mia@test.example', 'Partner Geheim', '"loonwaarde"', '"doelgroepregister"', '"notitie"', '"profiel":3', '"ref"', 'werkmakelaar', 'arbeidsfitDoor', '"lat"', '"lng"'];
  const PRIVE = ['Quirijn', 'Verborgendorp'];
  let id: number;
  let job: number;
  const clean = (value: unknown) => { for (const marker of [...INTERN, ...PRIVE]) expect(JSON.stringify(value)).not.toContain(marker); };

  beforeAll(() => {
    id = publish({
      ref: 'ZAAK-4711', voornaam: 'Quirijn', kop: 'Quirijn zoekt werk als orderpicker', presentatie: 'Ik ben Quirijn. Orders verzamelen is mijn vak.', plaats: 'Verborgendorp', wensberoepen: ['orderpicker'], vaardigheden: ['orderpicken', 'inpakken'],
      toestemming: ['profiel'], aanmelder: 'Partner Geheim', werkmakelaar: 'mia@test.example', arbeidsfitSinds: '2026-01-01', intern: { profiel: 3, loonwaarde: 63, doelgroepregister: true, notitie: 'GEHEIME NOTITIE' },
    });
    job = makeVacature({ ref: 'z-v1', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  });

  it('in the etalage and in the profile of Quirijn, who shows neither name nor place', async () => {
    for (const actor of [BEZOEKER, actors['Van Dijk']]) {
      const { profielen } = await searchEtalage(actor, vraag('q=orderpicker'));
      expect(profielen.map(({ profiel }) => profiel.id)).toContain(id);
      clean(profielen);
      clean(viewProfile(actor, id));
    }
  });

  it('in the description of his jobs either, when his name stands there', () => {
    const met = publish({ ref: 'z-6', voornaam: 'Quirijn', plaats: 'Goirle', toestemming: ['profiel'], ervaring: [{ beroep: 'verkoper', omschrijving: 'Bij Quirijn aan de kassa kwam iedereen graag.' }] });
    expect(JSON.stringify(viewProfile(actors['Van Dijk'], met))).not.toContain('Quirijn');
  });

  it('in the document of the index for employers', () => {
    const row = database().select().from(kandidaat).where(eq(kandidaat.id, id)).get()!;
    const document = werkgeverDocument({ kandidaat: row, toestemming: new Set(['profiel']), verborgenVoor: [] });
    expect(document.punt).toBeNull();
    clean(document);
  });

  it('by searching for his name, his place or his case number', async () => {
    const queries = ['Quirijn', 'quirij', 'Verborgendorp', 'ZAAK-4711', 'GEHEIME NOTITIE', 'Partner Geheim', 'mia@test.example'];
    expect(queries.filter((query) => searchEngine().search('kandidaten-werkgever', { tekst: query }).treffers.some((hit) => hit.id === id))).toEqual([]);
    for (const query of queries) expect(await found(actors['Van Dijk'], `q=${encodeURIComponent(query)}`)).not.toContain(id);
  });

  it('in the words beside an own vacature: how far he lives is told without a place or a figure', () => {
    for (const { uitleg } of fitForWerkgever(actors['Van Dijk'], job)) expect(JSON.stringify(uitleg)).not.toMatch(/\d\s*km|Verborgendorp|woonplaats/);
  });

  it('beside an own vacature that he fits', () => {
    const fit = fitForWerkgever(actors['Van Dijk'], job);
    expect(fit.map(({ profiel }) => profiel.id)).toContain(id);
    clean(fit.filter(({ profiel }) => profiel.id === id));
  });

  it('with the kennismaking that Van Dijk asked', () => {
    const match = askKennismaking(actors['Van Dijk'], id, job, 'Wij maken graag kennis.');
    expect(listVoordrachten(actors['Van Dijk']).map((item) => item.id)).toContain(match);
    clean(listVoordrachten(actors['Van Dijk']));
    clean(listVoordrachten(actors['Van Dijk'], job));
    for (const inside of [() => getMatch(actors['Van Dijk'], match), () => listByStatus(actors['Van Dijk'], ['voorgesteld']), () => listForVacature(actors['Van Dijk'], job)]) expect(inside).toThrow('Geen toegang');
  });
});
