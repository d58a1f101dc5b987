/** Whatever is done to the files of ESCO: a report or a clear refusal, and what was stored is the old or the new, whole. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { connection } from '#db/client.ts';
import { ESCO } from '#src/jobs/esco.ts';
import { EscoFout } from '#src/jobs/esco-lezen.server.ts';
import { importEsco } from '#src/jobs/esco.server.ts';
import { SYSTEEM, useDatabase } from '../support/database.ts';
import { writeLargeEsco } from '../support/esco.ts';

useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'esco-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = Object.values(ESCO).map(({ bestand }) => join(folder, bestand));

const stored = () => JSON.stringify(['esco_beroep', 'esco_vaardigheid', 'esco_relatie'].map((table) => connection().prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()));

/** Damage to a text: a piece taken away, put in, or doubled, at any place. */
const schade = fc.record({ file: fc.nat(3), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(80), by: fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '\r', ';', '\u0000', '\uFEFF', 'obsolete', 'http://data.europa.eu/esco/skill/1')) });

test('damaged files never leave half of them behind, and give reasons in Dutch', async () => {
  await fc.assert(fc.asyncProperty(fc.array(schade, { minLength: 1, maxLength: 4 }), async (all) => {
    writeLargeEsco(folder, { beroepen: 6, vaardigheden: 9, relaties: 30 }, all.length);
    const goed = await importEsco(SYSTEEM, folder, { dryRun: false });
    expect(goed.afgewezenRegels).toBe(0);
    const before = stored();
    for (const { file, at, length, by } of all) {
      const text = readFileSync(files[file]!, 'utf8');
      const from = Math.floor(at * text.length);
      writeFileSync(files[file]!, text.slice(0, from) + by + text.slice(from + length));
    }
    try {
      const dry = await importEsco(SYSTEEM, folder, { dryRun: true });
      expect(stored()).toBe(before);
      const verslag = await importEsco(SYSTEEM, folder, { dryRun: false });
      expect(verslag).toEqual(dry);
      for (const { regel, kolom, reden } of verslag.afgewezen) {
        expect(regel).toBeGreaterThan(0);
        expect(kolom).not.toBe('');
        expect(reden).not.toMatch(/invalid|expected|too (big|small)|required|undefined|\bNaN\b/i);
      }
      if (!verslag.veranderd) expect(stored()).toBe(before);
      else expect(await importEsco(SYSTEEM, folder, { dryRun: true })).toMatchObject({ veranderd: { beroepen: { nieuw: 0, bijgewerkt: 0, verwijderd: 0 }, vaardigheden: { nieuw: 0, bijgewerkt: 0, verwijderd: 0 }, relaties: { nieuw: 0, bijgewerkt: 0, verwijderd: 0 } } });
    } catch (error) {
      if (!(error instanceof EscoFout)) throw error;
      expect(stored()).toBe(before);
    }
    expect(connection().pragma('foreign_key_check')).toEqual([]);
  }), { numRuns: 60 });
  expect(connection().pragma('integrity_check', { simple: true })).toBe('ok');
}, 120_000);
