/** Searching the etalage and the lists of the professionals: hours, ways out, neighbours and pages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, vacature, verborgenVoor, werkgever } from '#db/schema.ts';
import { indexKandidaten, indexVacatures } from '#search/sync.ts';
import { GeenToegang } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { countEtalage, neighbours, readEtalageVraag, searchEtalage } from '#src/domain/kandidaat/etalage.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { KANDIDATEN, searchKandidaten } from '#src/domain/kandidaat/zoeken.server.ts';
import { startVacature } from '#src/domain/vacature/vacature.server.ts';
import { VACATURES, lijstFor, searchVacatures } from '#src/domain/vacature/zoeken.server.ts';
import { WERKGEVERS, searchWerkgevers } from '#src/domain/werkgever/zoeken.server.ts';
import { readZoekvraag, type Lijst } from '#src/domain/zoeken/lijst.ts';
import { BEZOEKER, makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();

const vraag = (query: string) => readEtalageVraag(new URLSearchParams(query));
const inList = (lijst: Lijst, query: string) => readZoekvraag(lijst, new URLSearchParams(query));
const people: Record<string, number> = {};
let Karin: Actor; let Peter: Actor & { id: number }; let vanDijk: number;
const names = async (query: string) => (await searchEtalage(Karin, vraag(query))).profielen.map(({ profiel }) => profiel.voornaam).toSorted();

beforeAll(async () => {
  const make = (voornaam: string, values: Partial<Parameters<typeof makeKandidaat>[0]>) => { people[voornaam] = makeKandidaat({ ref: voornaam, voornaam, ...values }); };
  make('Samira', { kop: 'Ik zoek werk als orderpicker', wensberoepen: ['orderpicker'], sectoren: ['logistiek'], uren: { min: 16, max: 24 } });
  make('Joris', { kop: 'Heftruck rijden is mijn vak', wensberoepen: ['heftruckchauffeur'], sectoren: ['logistiek'], plaats: 'Waalwijk', uren: { min: 32, max: 40 } });
  make('Piet', { kop: 'Buiten werken', wensberoepen: ['hovenier'], sectoren: ['groen'], plaats: 'Breda', uren: { min: 24, max: 32 } });
  database().update(kandidaat).set({ status: 'gepubliceerd' }).where(inArray(kandidaat.id, Object.values(people))).run();
  transaction(() => indexKandidaten(Object.values(people)));
  makeVacature({ ref: 'v1', titel: 'Orderpicker', sector: 'logistiek' });
  vanDijk = database().select().from(werkgever).get()!.id;
  database().update(werkgever).set({ status: 'geverifieerd' }).where(eq(werkgever.id, vanDijk)).run();
  Karin = await makeActor('werkgever', 'Karin', { werkgeverId: vanDijk });
  Peter = await makeActor('accountmanager', 'Peter');
});

describe('hours', () => {
  it.each([['uren_van=24', ['Joris', 'Piet', 'Samira']], ['uren_van=28', ['Joris', 'Piet']], ['uren_tot=20', ['Samira']], ['uren_van=28&uren_tot=30', ['Piet']], ['uren_van=40', ['Joris']]])('overlap with what someone wants: %s gives %j', async (query, found) => {
    expect(await names(query)).toEqual(found);
  });
});

describe('nobody found', () => {
  it('has ways out that give exactly as many as they say', async () => {
    expect((await searchEtalage(Karin, vraag('q=heftruck&afstand=5&sector=groen'))).uitwegen).toEqual([]);
    const wider = await searchEtalage(Karin, vraag('sector=groen&afstand=5'));
    expect(wider.uitwegen.map((way) => [way.tekst, way.aantal])).toEqual([['Zoek tot 30 km', 1], ['Zonder 5 km rond Tilburg', 1], ['Zonder Groen en dieren', 1]]);
    for (const way of wider.uitwegen) expect(await countEtalage(Karin, way.vraag)).toBe(way.aantal);
  });

  it('offers the word that was meant', async () => {
    expect((await searchEtalage(Karin, vraag('q=orderpikc'))).uitwegen.map((way) => way.tekst)).toContain('Zoek op orderpicker');
  });

  it('shows the last page where an address asks for one beyond it', async () => {
    expect((await searchEtalage(Karin, vraag('pagina=999'), 2)).antwoord).toMatchObject({ pagina: 2, paginas: 2 });
  });
});

describe('the neighbours of a profile', () => {
  const order = async (query: string) => (await searchEtalage(Karin, vraag(query))).profielen.map(({ profiel }) => profiel.id);

  it('are those before and after it in the same search, wherever one comes in', async () => {
    const ids = await order('');
    expect(await neighbours(Karin, vraag(''), ids[1]!, 2)).toEqual({ nummer: 2, totaal: 3, vorige: { id: ids[0], nummer: 1 }, volgende: { id: ids[2], nummer: 3 } });
    expect(await neighbours(Karin, vraag(''), ids[0]!, 1)).toMatchObject({ vorige: null, volgende: { id: ids[1] } });
    expect(await neighbours(Karin, vraag(''), ids[2]!, 1)).toMatchObject({ nummer: 3, volgende: null });
    expect(await neighbours(Karin, vraag('sector=logistiek'), people.Piet!, 1)).toBeNull();
  });

  it('leave out whoever hides from this employer', async () => {
    const ids = await order('');
    database().insert(verborgenVoor).values({ kandidaatId: ids[1]!, werkgeverId: vanDijk }).run();
    expect(await neighbours(Karin, vraag(''), ids[0]!, 1)).toMatchObject({ volgende: null });
    expect((await neighbours(BEZOEKER, vraag(''), ids[0]!, 1))?.volgende).toMatchObject({ id: ids[1] });
    database().delete(verborgenVoor).run();
  });
});

describe('the lists of the professionals', () => {
  it('find kandidaten by words, hours, place and facets together', async () => {
    const found = async (query: string) => (await searchKandidaten(Peter, inList(KANDIDATEN, query))).rijen.map((row) => row.voornaam);
    expect(await found('')).toEqual(['Joris', 'Piet', 'Samira']);
    expect(await found('sector=logistiek&uren_van=30')).toEqual(['Joris']);
    expect(await found('plaats=Breda&afstand=5')).toEqual(['Piet']);
    expect((await searchKandidaten(Peter, inList(KANDIDATEN, 'q=samira&sector=groen'))).uitwegen.map((way) => way.tekst)).toEqual(['Zonder “samira”', 'Zonder Groen en dieren']);
  });

  it('find vacatures through the index, with what closed or closes soon as a facet of its own', async () => {
    const ids = [['v2', -3], ['v3', 5], ['v4', 60]].map(([ref, days]) => {
      const id = makeVacature({ ref: String(ref), titel: `Hovenier ${ref}`, sector: 'groen', plaats: 'Breda' });
      database().update(vacature).set({ sluitingsdatum: new Date(Date.parse(today()) + Number(days) * 86_400_000).toISOString().slice(0, 10) }).where(eq(vacature.id, id)).run();
      return id;
    });
    transaction(() => indexVacatures(ids));
    const titles = async (query: string) => (await searchVacatures(Peter, inList(VACATURES, query))).rijen.map((row) => row.vacature.titel).toSorted();
    expect(await titles('termijn=verlopen')).toEqual(['Hovenier v2']);
    expect(await titles('termijn=verlopen&termijn=sluit+binnen+twee+weken')).toEqual(['Hovenier v2', 'Hovenier v3']);
    expect(await titles('q=hovenier&plaats=Breda&afstand=5')).toHaveLength(3);
    expect((await searchVacatures(Peter, inList(VACATURES, 'sector=groen'))).facetten.termijn).toEqual([{ waarde: 'sluit binnen twee weken', aantal: 1 }, { waarde: 'verlopen', aantal: 1 }]);
    expect((await searchVacatures(Peter, inList(VACATURES, 'q=duikboot'))).rijen).toEqual([]);
  });

  it('give an employer the own vacatures with drafts, and professionals no drafts', async () => {
    startVacature(Karin);
    const own = await searchVacatures(Karin, inList(lijstFor(Karin), 'status=concept'));
    expect(own).toMatchObject({ totaal: 1, facetten: { status: expect.arrayContaining([{ waarde: 'concept', aantal: 1 }]) } });
    expect((await searchVacatures(Peter, inList(VACATURES, 'status=concept'))).totaal).toBe(0);
    await expect(searchVacatures(BEZOEKER, inList(VACATURES, ''))).rejects.toThrow(GeenToegang);
  });

  it('find werkgevers by name, status and who looks after them', async () => {
    database().insert(werkgever).values([{ naam: 'Anders Groen', status: 'aangemeld', sectoren: ['groen'] }, { naam: 'Café Dijkzicht', status: 'geverifieerd', accountmanagerId: Peter.id }]).run();
    const firms = async (query: string) => (await searchWerkgevers(Peter, inList(WERKGEVERS, query))).rijen.map((row) => row.werkgever.naam);
    expect(await firms('')).toEqual(['Anders Groen', 'Café Dijkzicht', 'Van Dijk Logistiek']);
    expect(await firms('q=dijk&sorteer=vacatures')).toEqual(['Van Dijk Logistiek', 'Café Dijkzicht']);
    expect(await firms('wie=ikzelf')).toEqual(['Café Dijkzicht']);
    await expect(searchWerkgevers(Karin, inList(WERKGEVERS, ''))).rejects.toThrow(GeenToegang);
  });
});
