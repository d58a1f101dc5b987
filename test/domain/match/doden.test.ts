/** Killed half-way, again and again: no suggestion is lost, none is made twice, the outcome is that of a quiet day. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { closeDatabase, connection, openDatabase } from '#db/client.ts';
import { randomFrom } from '#db/seed/random.ts';
import { kandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { refreshSuggestions } from '#src/domain/match/voorstellen.server.ts';
import { vacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { saveKandidaten, saveVacatures } from '#src/jobs/import.server.ts';
import { SYSTEEM } from '../../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'talentvenster-doden-'));
afterAll(() => { closeDatabase(); rmSync(folder, { recursive: true, force: true }); });

const KIND = new URL('../../support/voorstellen-kind.ts', import.meta.url).pathname;
const KEREN = 8;

/** A region in which more people fit than there is room for, and everything still has to be suggested. */
function fill(path: string): void {
  openDatabase(path);
  const work = ['orderpicker', 'inpakmedewerker', 'schoonmaker', 'hovenier', 'keukenhulp'];
  saveVacatures(SYSTEEM, Array.from({ length: 30 }, (_, at) => vacatureInvoer.parse({ ref: `v${at}`, titel: work[at % 5], werkgever: { naam: `Bedrijf ${at % 7}`, kvk: String(10_000_000 + (at % 7)) }, plaats: 'Tilburg', uren: { min: 8 + (at % 6) * 2, max: 24 + (at % 9) } })));
  saveKandidaten(SYSTEEM, Array.from({ length: 200 }, (_, at) => kandidaatInvoer.parse({
    ref: `k${String(at).padStart(3, '0')}`, voornaam: 'Samira', plaats: ['Tilburg', 'Goirle', 'Waalwijk'][at % 3], uren: { min: 8, max: 9 + (at % 31) }, wensberoepen: [work[at % 5]], arbeidsfit: true, toestemming: ['profiel'],
  })));
  closeDatabase();
}

/** Runs the worker and kills it some time after a number of portions. @returns whether it was killed before its end */
function runAndKill(path: string, portions: number, afterMs: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--import', './db/start.mjs', KIND, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let seen = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      const before = seen;
      seen += chunk.toString().split('deel').length - 1;
      if (before < portions && seen >= portions) setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.once('error', reject).once('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

const outcome = () => connection().prepare("SELECT k.ref || ' ' || v.ref || ' ' || m.status || ' ' || m.score FROM match m JOIN kandidaat k ON k.id = m.kandidaat_id JOIN vacature v ON v.id = m.vacature_id ORDER BY 1").pluck().all();
const number = (sql: string) => connection().prepare(sql).pluck().get() as number;

it('gives the same suggestions as an undisturbed run, with one event each, and leaves nothing waiting', async () => {
  const [killed, quiet] = [join(folder, 'gedood.db'), join(folder, 'rustig.db')];
  fill(killed);
  copyFileSync(killed, quiet);
  openDatabase(quiet);
  refreshSuggestions();
  const expected = outcome();
  closeDatabase();
  expect(expected.length).toBeGreaterThan(200);
  const random = randomFrom(7);
  let deaths = 0;
  for (let keer = 0; keer < KEREN; keer++) if (await runAndKill(killed, 1 + Math.floor(random() * 5), random() * 12)) deaths++;
  openDatabase(killed);
  expect(deaths).toBeGreaterThanOrEqual(KEREN - 2);
  expect(number('SELECT count(*) FROM outbox')).toBeGreaterThan(0);
  refreshSuggestions();
  expect(outcome()).toEqual(expected);
  expect(number('SELECT count(*) FROM (SELECT 1 FROM match GROUP BY kandidaat_id, vacature_id HAVING count(*) > 1)')).toBe(0);
  expect(number("SELECT count(*) FROM gebeurtenis WHERE soort = 'match' AND verb = 'stel voor'")).toBe(expected.length);
  expect(number('SELECT count(*) FROM outbox')).toBe(0);
}, 60_000);
