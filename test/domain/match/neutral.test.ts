/**
 * What the ranking never looks at. Twelve people go in through the import, then come in again with everything
 * swapped that must not count: every ranking and every reason has to stay the same, to the letter.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat, vacature } from '#db/schema.ts';
import { kandidaatInvoer, type KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { kandidaatProfiel } from '#src/domain/match/poel.server.ts';
import { kandidaatByRef, rankKandidaten, rankVacatures, vacatureByRef } from '#src/domain/match/ranglijst.server.ts';
import { saveKandidaten } from '#src/jobs/import.server.ts';
import { SYSTEEM, makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();

const NAMEN = ['Samira', 'Bas', 'Joke', 'Mohammed', 'Fleur', 'Ömer', 'Wim', 'Xiu', 'Grace', 'Piotr', 'Anna-Marie', 'Jan'];
const BEROEPEN = ['orderpicker', 'kok', 'magazijnmedewerker', 'schoonmaker', 'inpakmedewerker', 'beveiliger'];

/** Twelve different profiles in pairs of two that are equal, so that ties are in play too. */
const mensen: KandidaatInvoer[] = NAMEN.map((voornaam, i) => kandidaatInvoer.parse({
  ref: `nk-${String(i).padStart(2, '0')}`, voornaam, plaats: i === 5 ? 'Nergenshuizen' : ['Tilburg', 'Waalwijk', 'Goirle'][(i >> 1) % 3], uren: { min: 16, max: 24 + (i >> 1) * 2 },
  wensberoepen: [BEROEPEN[(i >> 1) % 6]], vaardigheden: i % 4 < 2 ? ['inpakken', 'nauwkeurig werken'] : [], reisafstandKm: i % 4 < 2 ? 15 : undefined, rijbewijzen: i % 4 < 2 ? ['B'] : undefined,
  arbeidsfit: true, toestemming: ['profiel', 'voornaam', 'foto', 'film', 'woonplaats'], presentatie: 'Ik werk graag en kom op tijd.', kop: 'Ik zoek werk', aanmelder: 'Partner Een',
  intern: { profiel: (1 + (i % 3)) as 1 | 2 | 3, loonwaarde: 40 + i * 5, doelgroepregister: i % 2 === 0, notitie: `Notitie ${i}` },
}));

/** Every ranking of all vacatures and of all people, with every reason. */
function everything(): string {
  const jobs = database().select().from(vacature).orderBy(vacature.id).all().map((job) => ({ job: job.ref, lijst: rankKandidaten(job) }));
  const people = database().select().from(kandidaat).orderBy(kandidaat.id).all().map((person) => ({ person: person.ref, lijst: rankVacatures(person) }));
  return JSON.stringify({ jobs, people });
}

/** Brings everyone in again, changed; the clock moves on so that nothing prepared earlier can be reused. */
async function again(change: (mens: KandidaatInvoer, i: number) => Partial<KandidaatInvoer>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  saveKandidaten(SYSTEEM, mensen.map((mens, i) => kandidaatInvoer.parse({ ...mens, ...change(mens, i) })));
}

beforeAll(() => {
  saveKandidaten(SYSTEEM, mensen);
  makeVacature({ ref: 'nv-1', titel: 'Orderpicker', beroep: 'orderpicker', taken: ['orders verzamelen met een scanner', 'inpakken'], vaardigheden: { vereist: ['inpakken'] }, rijbewijzen: ['B'] });
  makeVacature({ ref: 'nv-2', titel: 'Keukenhulp', taken: ['groente snijden'], biedt: ['begeleiding', 'scholing'] });
  makeVacature({ ref: 'nv-3', titel: 'Beveiliger', certificaten: { vereist: ['beveiligingspas'] } });
});

describe('the ranking does not change', () => {
  const last = NAMEN.length - 1;
  it.each<[string, (mens: KandidaatInvoer, i: number) => Partial<KandidaatInvoer>]>([
    ['when everyone swaps first names', (_, i) => ({ voornaam: NAMEN[last - i]! })],
    ['when everyone is called the same', () => ({ voornaam: 'A' })],
    ['when profiel 1, 2 and 3 change places', (mens) => ({ intern: { ...mens.intern, profiel: (4 - mens.intern!.profiel!) as 1 | 2 | 3 } })],
    ['when loonwaarde is turned around', (mens, i) => ({ intern: { ...mens.intern, loonwaarde: (i * 37) % 120 } })],
    ['when everyone in the doelgroepregister leaves it and the others come in', (mens) => ({ intern: { ...mens.intern, doelgroepregister: !mens.intern!.doelgroepregister } })],
    ['when the notes say that someone is the best orderpicker of all', (mens, i) => ({ intern: { ...mens.intern, notitie: i === 11 ? 'orderpicker orderpicker orderpicker' : '' } })],
    ['when nothing internal is known at all', () => ({ intern: undefined })],
    ['when other partners entered everyone', (_, i) => ({ aanmelder: `Partner ${i % 4}` })],
    ['when everybody tells in so many words who they are', (mens, i) => ({ presentatie: `${mens.presentatie} ${['Vrouw, 58.', 'Man van 21.', 'Gevlucht uit Syrië.', 'Alleenstaande moeder.', 'Wajong.', 'Moslim met hoofddoek.', 'Rugklachten.', 'Pools.', 'Zwanger.', 'Statushouder.', 'Autisme.', 'Opa.'][i]}` })],
    ['when nobody agrees to a photo or a film', () => ({ toestemming: ['profiel', 'voornaam', 'woonplaats'] })],
    ['when nobody agrees to show name or place', () => ({ toestemming: ['profiel'] })],
    ['when everybody has a werkmakelaar', () => ({ werkmakelaar: 'mia@test.example' })],
  ])('%s', async (_, change) => {
    if ((change(mensen[0]!, 0).werkmakelaar)) await makeActor('werkmakelaar', 'Mia');
    const before = everything();
    await again(change);
    expect(everything()).toBe(before);
  });

  it('when the drawn portraits are of other people', () => {
    const before = everything();
    database().update(kandidaat).set({ portret: { stijl: 'v', huid: 6, leeftijd: 'ouder' }, gewijzigdOp: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+1 second')` }).where(eq(kandidaat.status, 'ter curatie')).run();
    expect(everything()).toBe(before);
  });

  it('but it does change when Samira can work other hours, so the test can see a change', async () => {
    const before = everything();
    await again((_, i) => (i === 0 ? { uren: { min: 8, max: 10 } } : {}));
    expect(everything()).not.toBe(before);
    await again(() => ({}));
  });
});

describe('the lock beneath it', () => {
  it('gives the score no field to read a name, a label or a note from', () => {
    const fields = Object.keys(kandidaatProfiel(kandidaatByRef('nk-00')!)).sort();
    expect(fields).toEqual(['begeleiding', 'beschikbaarVanaf', 'certificaten', 'dagdelen', 'denkniveau', 'ervaring', 'kop', 'nodig', 'plaats', 'presentatie', 'punt', 'reisafstandKm', 'rijbewijzen', 'sectoren', 'talen', 'urenMax', 'urenMin', 'vaardigheden', 'vervoer', 'wensberoepen', 'werkvormen']);
  });

  it('keeps the first name out of every reason, so that Samira stays a stranger in a stored explanation', () => {
    for (const naam of NAMEN) expect(everything()).not.toMatch(new RegExp(`(?<!\\p{L})${naam}(?!\\p{L})`, 'u'));
  });
});

describe('both directions', () => {
  it('give every pair of a person and a vacature one and the same score and explanation', () => {
    const people = database().select().from(kandidaat).all().filter((person) => !person.ref.startsWith('nk-9'));
    for (const job of database().select().from(vacature).all()) {
      const { resultaten, afgevallen } = rankKandidaten(job);
      expect(resultaten.length + afgevallen.length).toBe(people.length);
      for (const found of [...resultaten, ...afgevallen]) {
        const back = rankVacatures(people.find((person) => person.id === found.id)!);
        const same = [...back.resultaten, ...back.afgevallen].find((other) => other.id === job.id)!;
        expect(same.uitleg).toEqual(found.uitleg);
        expect(back.afgevallen.includes(same)).toBe(afgevallen.includes(found));
      }
    }
  });

  it('order equal scores by who waited longest and then by ref, never by chance', () => {
    const { resultaten } = rankKandidaten(vacatureByRef('nv-1')!);
    for (const [i, item] of resultaten.entries()) {
      const next = resultaten[i + 1];
      if (next && next.uitleg.score === item.uitleg.score && next.laatst === item.laatst) expect(item.ref < next.ref).toBe(true);
    }
    const [first, second] = resultaten.filter((item) => ['nk-00', 'nk-01'].includes(item.ref));
    expect(first!.uitleg.score).toBe(second!.uitleg.score);
    database().update(kandidaat).set({ laatstVoorgesteldOp: '2026-10-01T00:00:00.000Z' }).where(eq(kandidaat.ref, 'nk-00')).run();
    expect(rankKandidaten(vacatureByRef('nv-1')!).resultaten.filter((item) => ['nk-00', 'nk-01'].includes(item.ref)).map((item) => item.ref)).toEqual(['nk-01', 'nk-00']);
  });

  it('leave out who may not be proposed: not arbeidsfit, no consent', () => {
    makeKandidaat({ ref: 'nk-90', voornaam: 'Lars', arbeidsfit: false });
    makeKandidaat({ ref: 'nk-91', voornaam: 'Lotte', toestemming: ['foto'] });
    const { resultaten, afgevallen } = rankKandidaten(vacatureByRef('nv-1')!);
    expect([...resultaten, ...afgevallen].filter((item) => item.ref.startsWith('nk-9'))).toEqual([]);
  });
});
