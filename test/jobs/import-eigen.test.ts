/** The file of an aanmelder: what is shown beforehand is what happens, to the own kandidaten only. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database } from '#db/client.ts';
import { kandidaat, kandidaatIntern, toestemming } from '#db/schema.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { consentOf } from '#src/domain/kandidaat/kandidaat.server.ts';
import { kandidaatInvoer, type KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { applyImport, previewImport, type Voorbeeld } from '#src/jobs/import-eigen.server.ts';
import { KOLOMMEN, SJABLOON, waardeVan } from '#src/jobs/import-kolommen.ts';
import { knownByRef } from '#src/jobs/import-stand.server.ts';
import { verschillen } from '#src/jobs/import-verschil.ts';
import { saveOwnKandidaten } from '#src/jobs/import.server.ts';
import { BEZOEKER, SYSTEEM, makeActor, makeKandidaat, makePartner, useDatabase } from '../support/database.ts';

useDatabase();
let ad: Actor; let ada: Actor;
beforeAll(async () => {
  ad = await makeActor('aanmelder', 'Ad', { partnerId: makePartner('Partner Een') });
  ada = await makeActor('aanmelder', 'Ada', { partnerId: makePartner('Partner Twee') });
  await makeActor('werkmakelaar', 'Mia');
});
beforeEach(() => {
  for (const table of ['outbox', 'gebeurtenis', 'toestemming', 'kandidaat_intern', 'kandidaat']) connection().exec(`DELETE FROM ${table}`);
  makeKandidaat({ ref: 'eigen', voornaam: 'Samira', aanmelder: 'Partner Een', werkmakelaar: 'mia@test.example', vaardigheden: ['inpakken'], certificaten: [], intern: { notitie: 'belt liever' }, toestemming: ['profiel', 'foto'] });
  makeKandidaat({ ref: 'ander', voornaam: 'Piet', aanmelder: 'Partner Twee' });
});
const bytes = (text: string) => Buffer.from(text);
const KOP = 'ref,voornaam,plaats,urenMin,urenMax,arbeidsfit';
const look = (text: string, actor = ad) => previewImport(actor, 'bestand.csv', bytes(text));
const soorten = ({ regels }: Voorbeeld) => regels.map(({ regel, soort }) => [regel, soort]);
const yes = (actor: Actor, { sleutel, vingerafdruk }: Voorbeeld) => applyImport(actor, sleutel, vingerafdruk);
const state = () => ['kandidaat', 'kandidaat_intern', 'toestemming', 'gebeurtenis', 'outbox', 'partner'].map((table) => connection().prepare(`SELECT * FROM ${table}`).all());
const rij = (ref: string) => database().select().from(kandidaat).where(eq(kandidaat.ref, ref)).get()!;

describe('a preview', () => {
  it('names per line what is new, changes, stays or is refused, and writes nothing', async () => {
    const before = state();
    const preview = await look(`${KOP},vaardigheden\neigen,Samira,Tilburg,24,32,ja,inpakken | orderpicken\nnieuw,Kees,Nergenshuizen,8,16,nee,\nfout,Lies,Tilburg,veel,16,misschien,\nander,Piet,Tilburg,20,32,ja,\nnieuw,Kees,Tilburg,8,16,nee,\n`);
    expect(soorten(preview)).toEqual([[2, 'gewijzigd'], [3, 'nieuw'], [4, 'afgewezen'], [5, 'afgewezen'], [6, 'afgewezen']]);
    expect(preview.regels[0]!.verschillen).toEqual([{ veld: 'urenMin', oud: '20', nieuw: '24' }, { veld: 'vaardigheden', oud: 'inpakken', nieuw: 'inpakken | orderpicken' }]);
    expect(preview.regels[1]!.opmerking).toContain('Nergenshuizen');
    expect(preview.regels[2]).toMatchObject({ ref: 'fout', fouten: [{ veld: 'urenMin', reden: 'moet een getal zijn' }, { veld: 'arbeidsfit', reden: 'moet ja of nee zijn' }] });
    expect(preview.regels[4]!.fouten[0]!.reden).toContain('regel 3');
    expect(state()).toEqual(before);
  });

  it('tells nothing about a kandidaat of another partner', async () => {
    const [line] = (await look(`${KOP}\nander,X,Tilburg,20,32,ja\n`)).regels;
    expect(line).toEqual({ regel: 2, ref: 'ander', naam: '', soort: 'afgewezen', verschillen: [], fouten: [{ veld: 'ref', reden: 'dit kenmerk kan niet; kies een ander kenmerk' }], opmerking: null });
    expect(() => saveOwnKandidaten(ad, [kandidaatInvoer.parse({ ref: 'ander', voornaam: 'X', plaats: 'Tilburg', uren: { min: 8, max: 9 }, arbeidsfit: true })])).toThrow(NietGevonden);
    expect(rij('ander').voornaam).toBe('Piet');
  });

  it('reads semicolons, days as a spreadsheet writes them, "geen", languages and earlier work, and names columns it does not know', async () => {
    const preview = await look('ref;voornaam;plaats;urenMin;urenMax;arbeidsfit;beschikbaarVanaf;rijbewijzen;talen;ervaring;bsn\nn;Kees;Goirle;8;16,5;nee;1-12-2026;geen;Nederlands B1;"kok (2 jaar): soep koken";1\n');
    expect(preview.onbekendeKolommen).toEqual(['bsn']);
    yes(ad, preview);
    expect(rij('n')).toMatchObject({ urenMax: 16.5, beschikbaarVanaf: '2026-12-01', rijbewijzen: [], talen: [{ taal: 'nl', niveau: 'B1' }], ervaring: [{ beroep: 'kok', maanden: 24, omschrijving: 'soep koken' }], certificaten: null, status: 'concept' });
  });

  it('reads its own template, and JSON Lines with a fault on their own line', async () => {
    expect(soorten(await look(SJABLOON))).toEqual([[2, 'nieuw']]);
    const preview = await look('{"ref":"eigen","kop":"Anders"}\n{kapot\n{"ref":"n","voornaam":"Kees","bsn":1}\n{"ref":"eigen2","aanmelder":"Partner Twee"}');
    expect(soorten(preview)).toEqual([[1, 'gewijzigd'], [2, 'afgewezen'], [3, 'afgewezen'], [4, 'afgewezen']]);
    expect(preview.regels[2]!.fouten.map(({ veld }) => veld).sort()).toEqual(['arbeidsfit', 'bsn', 'plaats', 'uren']);
  });

  it('refuses a file without the column ref, and a name that is no werkmakelaar', async () => {
    await expect(look('naam,adres\nx,y\n')).rejects.toThrow(Weigering);
    expect((await look(`${KOP},werkmakelaar\nn,Kees,Tilburg,8,16,nee,wie@test.example\n`)).regels[0]!.fouten).toEqual([{ veld: 'werkmakelaar', reden: 'is geen werkmakelaar in dit portaal' }]);
  });

  it('gives back no consent that was withdrawn, and changes no text in the window', async () => {
    database().update(toestemming).set({ ingetrokkenOp: '2026-11-01T10:00:00.000Z' }).where(eq(toestemming.item, 'foto')).run();
    expect((await look('ref,toestemming\neigen,profiel | foto\n')).regels[0]!.fouten).toEqual([{ veld: 'toestemming', reden: expect.stringContaining('foto is eerder ingetrokken') }]);
    database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.ref, 'eigen')).run();
    expect((await look('ref,kop\neigen,Nieuw\n')).regels[0]!.fouten).toEqual([{ veld: 'kop', reden: expect.stringContaining('in het venster') }]);
    expect(soorten(await look('ref,urenMin\neigen,8\n'))).toEqual([[2, 'gewijzigd']]);
  });
});

describe('a yes', () => {
  it('does exactly what was shown: what the file leaves out stays, and an empty cell empties', async () => {
    database().update(kandidaatIntern).set({ email: 'samira@voorbeeld.example' }).run();
    const preview = await look('ref,vaardigheden,kop,notitie\neigen,,Ik zoek werk buiten,\n');
    expect(yes(ad, preview)).toEqual({ nieuw: 0, gewijzigd: 1 });
    const { own } = knownByRef(ad, ['eigen']);
    for (const { veld, nieuw } of preview.regels[0]!.verschillen) {
      const kolom = KOLOMMEN.find(({ naam }) => naam === veld)!;
      const kept = waardeVan(kolom, own.get('eigen')!.invoer);
      expect([veld, kept === undefined || (Array.isArray(kept) && kept.length === 0) ? null : kolom.toon(kept as never)]).toEqual([veld, nieuw]);
    }
    expect(rij('eigen')).toMatchObject({ vaardigheden: [], kop: 'Ik zoek werk buiten', certificaten: [], presentatie: 'Ik werk graag en kom op tijd.', status: 'ter curatie' });
    expect(database().select().from(kandidaatIntern).where(eq(kandidaatIntern.kandidaatId, rij('eigen').id)).get()).toMatchObject({ notitie: null, email: 'samira@voorbeeld.example' });
    expect(consentOf([rij('eigen').id]).get(rij('eigen').id)).toEqual(new Set(['profiel', 'foto']));
  });

  it('counts once, and not for a colleague', async () => {
    const preview = await look(`${KOP}\nn,Kees,Tilburg,8,16,nee\n`);
    expect(() => yes(ada, preview)).toThrow(Weigering);
    expect(yes(ad, preview)).toEqual({ nieuw: 1, gewijzigd: 0 });
    expect(() => yes(ad, preview)).toThrow('al verwerkt');
  });

  it('does nothing but show anew when a kandidaat changed since', async () => {
    const preview = await look('ref,kop\neigen,Nieuw\n');
    database().update(kandidaat).set({ kop: 'Intussen' }).where(eq(kandidaat.ref, 'eigen')).run();
    const outcome = yes(ad, preview);
    expect(outcome).toMatchObject({ anders: { regels: [{ verschillen: [{ veld: 'kop', oud: 'Intussen', nieuw: 'Nieuw' }] }] } });
    expect(rij('eigen').kop).toBe('Intussen');
    if ('anders' in outcome) expect(yes(ad, outcome.anders)).toEqual({ nieuw: 0, gewijzigd: 1 });
  });

  it('of the same file again changes nothing and leaves no event', async () => {
    yes(ad, await look(`${KOP},toestemming\nn,Kees,Tilburg,8,16,ja,profiel\n`));
    expect(rij('n').status).toBe('ter curatie');
    const before = state();
    const again = await look(`${KOP},toestemming\nn,Kees,Tilburg,8,16,ja,profiel\n`);
    expect(soorten(again)).toEqual([[2, 'gelijk']]);
    yes(ad, again);
    expect(state()).toEqual(before);
  });

  it('is for an aanmelder, and so is the look beforehand', async () => {
    for (const actor of [BEZOEKER, SYSTEEM, await makeActor('werkmakelaar', 'Mo'), await makeActor('beheerder', 'Bea')]) {
      await expect(look(`${KOP}\n`, actor)).rejects.toThrow(GeenToegang);
      expect(() => applyImport(actor, 'x', 'y')).toThrow(GeenToegang);
      expect(() => saveOwnKandidaten(actor, [])).toThrow(GeenToegang);
    }
  });
});

it('two states of one kandidaat differ in no field that only has another order or another way of being empty', () => {
  const one: Partial<KandidaatInvoer> = { vaardigheden: [], vervoer: ['ov', 'fiets'], kop: '', rijbewijzen: [] };
  expect(verschillen(one, { vervoer: ['fiets', 'ov'], rijbewijzen: [] })).toEqual([]);
  expect(verschillen(one, { vervoer: ['fiets', 'ov'] })).toEqual([{ veld: 'rijbewijzen', oud: 'geen', nieuw: null }]);
});
