/** npm run esco: the files of ESCO come in whole or not at all, and ranking and searching use them at once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { connection, database } from '#db/client.ts';
import { escoBeroep, escoRelatie, escoVaardigheid, outbox } from '#db/schema.ts';
import { search } from '#search/index.ts';
import { GeenToegang } from '#src/auth/policy.ts';
import { rankKandidaten, vacatureByRef } from '#src/domain/match/ranglijst.server.ts';
import { followEsco } from '#src/domain/woorden/esco.server.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { EscoFout } from '#src/jobs/esco-lezen.server.ts';
import { importEsco } from '#src/jobs/esco.server.ts';
import { BEZOEKER, SYSTEEM, makeKandidaat, makeVacature, useDatabase } from '../support/database.ts';
import { beroepRegel, beroepUri, relatieRegel, vaardigheidRegel, writeEsco } from '../support/esco.ts';

useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'esco-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const IMKER = beroepRegel('imker', 'imker/imkerin', '6123', ['bijenhouder', 'bijenteler']);
const SLINGEREN = vaardigheidRegel('slingeren', 'honing slingeren', ['honing oogsten']);
const inhoud = () => ({
  beroepen: [IMKER, beroepRegel('picker', 'orderpicker', '9333', ['goederenverzamelaar'])],
  vaardigheden: [SLINGEREN, vaardigheidRegel('volk', 'bijenvolken verzorgen')],
  relaties: [relatieRegel('imker', 'slingeren'), relatieRegel('imker', 'volk'), relatieRegel('picker', 'volk', 'optional')],
});
const run = (dryRun = false) => importEsco(SYSTEEM, folder, { dryRun });
const stored = () => ({ beroepen: database().select().from(escoBeroep).all(), vaardigheden: database().select().from(escoVaardigheid).all(), relaties: database().select().from(escoRelatie).all() });
const file = (naam: string) => join(folder, naam);

beforeEach(() => {
  connection().exec('DELETE FROM esco_relatie; DELETE FROM esco_beroep; DELETE FROM esco_vaardigheid; DELETE FROM outbox; PRAGMA user_version = 0');
  followEsco();
  writeEsco(folder, inhoud());
});

describe('a good folder', () => {
  test('is stored with names, codes and relations', async () => {
    const { veranderd, gelezen } = await run();
    expect(gelezen).toEqual({ beroepen: 2, vaardigheden: 2, relaties: 3, groepen: 2 });
    expect(veranderd!.relaties).toEqual({ nieuw: 3, bijgewerkt: 0, verwijderd: 0, gelijk: 0 });
    expect(stored().beroepen).toContainEqual({ uri: beroepUri('imker'), naam: 'imker/imkerin', isco: '6123', synoniemen: ['bijenhouder', 'bijenteler'] });
    expect(stored().relaties.filter(({ essentieel }) => essentieel)).toHaveLength(2);
  });

  test('gives the same the second time, and then changes nothing at all', async () => {
    await run();
    const [before, versie] = [stored(), connection().pragma('user_version')];
    const { veranderd } = await run();
    expect(veranderd).toEqual({ beroepen: { nieuw: 0, bijgewerkt: 0, verwijderd: 0, gelijk: 2 }, vaardigheden: { nieuw: 0, bijgewerkt: 0, verwijderd: 0, gelijk: 2 }, relaties: { nieuw: 0, bijgewerkt: 0, verwijderd: 0, gelijk: 3 } });
    expect([stored(), connection().pragma('user_version')]).toEqual([before, versie]);
  });

  test('is only looked at in a dry run, which tells what would change', async () => {
    const words = woordenboek();
    const { veranderd } = await run(true);
    expect(veranderd!.beroepen.nieuw).toBe(2);
    expect(stored()).toEqual({ beroepen: [], vaardigheden: [], relaties: [] });
    expect(woordenboek()).toBe(words);
  });

  test('that changed is followed: what is new comes, what is other is updated, what vanished goes', async () => {
    await run();
    const { beroepen, vaardigheden, relaties } = inhoud();
    writeEsco(folder, { beroepen: [{ ...beroepen[0]!, altLabels: 'bijenhouder' }, beroepRegel('boer', 'geitenboer', '6121')], vaardigheden, relaties: [relaties[0]!, relatieRegel('imker', 'volk', 'optional')] });
    const { veranderd } = await run();
    expect(veranderd).toMatchObject({ beroepen: { nieuw: 1, bijgewerkt: 1, verwijderd: 1 }, relaties: { nieuw: 0, bijgewerkt: 1, verwijderd: 1, gelijk: 1 } });
    expect(stored().beroepen.map(({ naam }) => naam).sort()).toEqual(['geitenboer', 'imker/imkerin']);
  });

  test('may have columns that ESCO does not have, which are named, and a BOM', async () => {
    const text = readFileSync(file('skills_nl.csv'), 'utf8').replace('conceptType,', 'eigenKolom,conceptType,').replaceAll('\nKnowledge', '\nx,Knowledge');
    writeFileSync(file('skills_nl.csv'), `\uFEFF${text}`);
    const verslag = await run();
    expect(verslag.onbekendeKolommen).toEqual([{ bestand: 'skills_nl.csv', kolommen: ['eigenKolom'] }]);
    expect(verslag.veranderd!.vaardigheden.nieuw).toBe(2);
  });

  test('loses what is no longer in force, lines that come twice, and relations of nothing, and counts them', async () => {
    const { beroepen, vaardigheden, relaties } = inhoud();
    writeEsco(folder, { beroepen: [...beroepen, beroepen[0]!, beroepRegel('oud', 'lantaarnopsteker', '9999', [], { status: 'obsolete' })], vaardigheden, relaties: [...relaties, relatieRegel('oud', 'volk'), relatieRegel('imker', 'nergens')] });
    const { overgeslagen } = await run();
    expect(overgeslagen).toEqual({ vervallen: 2, dubbel: 1, los: 1 });
    expect(stored().beroepen).toHaveLength(2);
  });
});

describe('a folder that is not good', () => {
  test.each(['occupations_nl.csv', 'skills_nl.csv', 'occupationSkillRelations_nl.csv'])('is refused without %s, by name', async (naam) => {
    rmSync(file(naam));
    await expect(run()).rejects.toThrow(naam);
  });

  test('is refused when a column is missing, by name, and when the columns are split otherwise', async () => {
    const text = readFileSync(file('occupations_nl.csv'), 'utf8');
    writeFileSync(file('occupations_nl.csv'), text.replace('iscoGroup', 'isco'));
    await expect(run()).rejects.toThrow(/occupations_nl\.csv.*iscoGroup/);
    writeFileSync(file('occupations_nl.csv'), text.split('\n')[0]!.replaceAll(',', ';'));
    await expect(run()).rejects.toThrow(/puntkomma/);
  });

  test.each(['', 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status\n'])('is refused when there are no beroepen in it (%j), so that nothing is emptied by mistake', async (text) => {
    await run();
    writeFileSync(file('occupations_nl.csv'), text);
    await expect(run()).rejects.toThrow(EscoFout);
    expect(stored().beroepen).toHaveLength(2);
  });

  test('stores nothing of any file when one line is wrong, and names the line and the column', async () => {
    const { beroepen, vaardigheden, relaties } = inhoud();
    writeEsco(folder, { beroepen, vaardigheden, relaties: [...relaties, { ...relaties[0]!, relationType: 'soms' }] });
    const verslag = await run();
    expect(verslag).toMatchObject({ afgewezenRegels: 1, afgewezen: [{ bestand: 'occupationSkillRelations_nl.csv', regel: 5, kolom: 'relationType', reden: 'moet essential of optional zijn' }] });
    expect(verslag.veranderd).toBeUndefined();
    expect(stored()).toEqual({ beroepen: [], vaardigheden: [], relaties: [] });
  });

  test('counts the lines of the file, also after a field of several lines', async () => {
    const { vaardigheden, relaties } = inhoud();
    writeEsco(folder, { beroepen: [IMKER, beroepRegel('x', '', '12')], vaardigheden, relaties });
    const { afgewezen } = await run();
    // One line of titles; Imker takes three for its names and its description.
    expect(afgewezen.map(({ bestand, regel, kolom }) => [bestand, regel, kolom])).toEqual([['occupations_nl.csv', 5, 'iscoGroup'], ['occupations_nl.csv', 5, 'preferredLabel']]);
  });

  test('is told about an ISCO code that is in no group, another kind of file, and bytes that are no text', async () => {
    const groups = readFileSync(file('ISCOGroups_nl.csv'), 'utf8');
    writeFileSync(file('ISCOGroups_nl.csv'), groups.replaceAll('6123', '6121'));
    expect((await run()).afgewezen[0]).toMatchObject({ kolom: 'iscoGroup', reden: expect.stringContaining('6123') });
    writeEsco(folder, { ...inhoud(), vaardigheden: [{ ...SLINGEREN, conceptType: 'SkillGroup' }] });
    expect((await run()).afgewezen[0]).toMatchObject({ bestand: 'skills_nl.csv', kolom: 'conceptType' });
    writeEsco(folder, inhoud());
    writeFileSync(file('skills_nl.csv'), Buffer.concat([readFileSync(file('skills_nl.csv')), Buffer.from([0x4b, 0xe9, 0x0a])]));
    expect((await run()).afgewezen[0]).toMatchObject({ bestand: 'skills_nl.csv', reden: expect.stringContaining('UTF-8') });
    expect(stored().beroepen).toEqual([]);
  });

  test('is not even read for somebody without the right', async () => {
    await expect(importEsco(BEZOEKER, folder, { dryRun: true })).rejects.toThrow(GeenToegang);
  });
});

describe('after the import', () => {
  beforeEach(() => {
    makeKandidaat({ ref: 'bram', voornaam: 'Bram', wensberoepen: ['bijenteler'], ervaring: [{ beroep: 'bijenhouder', maanden: 12 }] });
    makeKandidaat({ ref: 'kees', voornaam: 'Kees', wensberoepen: ['kok'], ervaring: [{ beroep: 'kok', maanden: 12 }] });
    makeVacature({ ref: 'imkerij', titel: 'Imker (m/v)', vaardigheden: { vereist: ['honing oogsten'] } });
    database().delete(outbox).run();
  });

  const names = (found: { resultaten: { ref: string; uitleg: { onderdelen: { naam: string; dekking: number }[] } }[] }) => found.resultaten.map(({ ref, uitleg }) => [ref, uitleg.onderdelen.find(({ naam }) => naam === 'werk')!.dekking] as const);

  test('a vacature for an imker finds Bram, who calls himself bijenhouder, before Kees, who was a kok', async () => {
    const work = () => new Map(names(rankKandidaten(vacatureByRef('imkerij')!)));
    const before = work().get('bram')!;
    await run();
    expect(work().get('bram')!).toBeGreaterThan(before);
    expect(rankKandidaten(vacatureByRef('imkerij')!).resultaten[0]!.ref).toBe('bram');
    // Not full: the vacature speaks of honey and he does not.
    expect(work().get('bram')!).toBeGreaterThan(2 * work().get('kees')!);
  });

  test('that vacature asks for fresh suggestions, and searching knows the name that both share', async () => {
    await run();
    expect(database().select().from(outbox).all().map(({ soort }) => soort)).toEqual(['voorstellen-vacature']);
    expect((await search('vacatures', { tekst: 'imkerin' })).totaal).toBe(1);
  });

  test('another process that had read the words before reads them again, and only then', async () => {
    await run();
    const words = woordenboek();
    followEsco();
    expect(woordenboek()).toBe(words);
    connection().exec("UPDATE esco_beroep SET naam = 'honingmaker' WHERE naam LIKE 'imker%'; PRAGMA user_version = 7");
    followEsco();
    expect(woordenboek().beroepen.some(({ naam }) => naam === 'honingmaker')).toBe(true);
  });
});
