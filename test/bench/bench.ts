/**
 * npm run bench: cold start, the etalage over HTTP, the ranking and the import, measured on the demo region and on
 * generated kandidaten, each beside a baseline of the same run. With --write the outcome goes into README.md.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { closeDatabase, connection, database, openDatabase } from '#db/client.ts';
import { vacature } from '#db/schema.ts';
import { seedDemo } from '#db/seed/demo.ts';
import { searchEngine } from '#search/index.ts';
import { rankKandidaten } from '#src/domain/match/ranglijst.server.ts';
import { writeLargeEsco } from '../support/esco.ts';
import { writeKandidaten } from './generate.ts';
import { describeMachine, median, ms, nl, p99, renderTable, row, timed, type Row } from './measure.ts';
import { benchMatch } from './match.ts';
import { AANTALLEN, benchSearch, makeRegion } from './search.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = fileURLToPath(new URL('./README.md', import.meta.url));
const STARTS = 5;
const REQUESTS = 300;
const ROUNDS = 5;
const IMPORTS = 3;
const IMPORT_AANTAL = 10_000;
const ESCO_AANTAL = { beroepen: 3000, vaardigheden: 13_000, relaties: 120_000 };
const WARM_UP = 30;
const CROWD = 10;
const SETTLE_MS = 15_000;
const CROWD_PAGES = ['/talent', '/talent?q=magazijn', '/talent?sector=logistiek&afstand=15', '/talent?q=orderpicker&uren=32+uur+of+meer', '/talent?q=hefftruck', '/talent?q=schoonmaak&sorteer=afstand'];

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'talentvenster-bench-'));
const running = new Set<ChildProcess>();
process.once('exit', () => { for (const child of running) child.kill('SIGKILL'); rmSync(folder, { recursive: true, force: true }); });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const began = performance.now();
const progress = (text: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

const machine = describeMachine();
console.log(machine);
buildWhenNeeded();
const demo = join(folder, 'demo.db');
progress('demo region');
openDatabase(demo);
await seedDemo((step) => progress(`  ${step}`));
const size = countRegion();
closeDatabase();

const rows: Row[] = [...await benchStart(), ...await benchEtalage(), ...benchRanking(), ...await benchImport(), ...await benchEsco(), ...await benchLarge()];
const table = renderTable(rows);
console.log(`\n${table}`);
if (options.write) {
  const date = new Date().toISOString().slice(0, 10);
  writeReadme(`Run of ${date}. ${machine}\n\n${table}`);
  progress('test/bench/README.md renewed');
}
const missed = rows.filter((row) => row.gehaald === false);
if (missed.length > 0) {
  console.error(`\nTarget missed: ${missed.map((row) => row.wat).join('; ')}`);
  process.exitCode = 1;
}

/** From the start of the process to the first 200 of the health page, each time on a fresh copy of the database. */
async function benchStart(): Promise<Row[]> {
  const times: number[] = [];
  const empty: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    empty.push(timed(() => { spawnSync(process.execPath, [...flagsOf('start'), '--eval', '0']); }));
    const server = await startServer(copyOf(demo, `start-${run}.db`));
    times.push(server.ms);
    await server.stop();
    progress(`cold start ${run + 1} of ${STARTS}: ${server.ms.toFixed(0)} ms`);
  }
  return [row('cold start until the first 200', times, { p99Ms: 1000 }, `a Node process that does nothing: ${ms(median(empty))} ms`)];
}

/** Pages of the etalage for a bezoeker, turn by turn with the health page, over one kept-alive connection. */
async function benchEtalage(): Promise<Row[]> {
  const server = await startServer(copyOf(demo, 'http.db'));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const pages = { gezondheid: '/api/gezondheid', etalage: '/talent', zoeken: '/talent?q=magazijn&sector=logistiek' };
  const times: Record<keyof typeof pages, number[]> = { gezondheid: [], etalage: [], zoeken: [] };
  try {
    for (let request = -WARM_UP; request < REQUESTS; request++) {
      for (const [name, path] of Object.entries(pages) as [keyof typeof pages, string][]) {
        const started = performance.now();
        const status = await get(server.port, path, agent);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        if (request >= 0) times[name].push(performance.now() - started);
      }
      if (request % 100 === 99) progress(`etalage, request ${request + 1} of ${REQUESTS}`);
    }
  } finally {
    agent.destroy();
    await server.stop();
  }
  const basis = `${pages.gezondheid}: ${ms(median(times.gezondheid))} / ${ms(p99(times.gezondheid))} ms`;
  return [row(`GET ${pages.etalage}, ${size}`, times.etalage, { p99Ms: 50 }, basis), row(`GET ${pages.zoeken}`, times.zoeken, { p99Ms: 50 }, basis)];
}

/** Every vacature of the region against all who may be proposed; the first ranking also prepares their profiles. */
function benchRanking(): Row[] {
  openDatabase(copyOf(demo, 'ranking.db'));
  searchEngine().load();
  const vacatures = database().select().from(vacature).all();
  const pool = rankOne(vacatures[0]!);
  const times: number[] = [];
  const basis: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const item of vacatures) {
      times.push(timed(() => { rankKandidaten(item); }));
      basis.push(timed(() => { searchEngine().search('kandidaten-professional', { tekst: item.titel }); }));
    }
    progress(`ranking, round ${round + 1} of ${ROUNDS}`);
  }
  closeDatabase();
  return [
    row(`first ranking after a start (prepares ${pool.aantal} profiles)`, [pool.ms], {}, '–'),
    row(`ranking of one vacature, ${pool.aantal} who may be proposed`, times, { p99Ms: 50 }, `full-text query of the title: ${ms(median(basis))} / ${ms(p99(basis))} ms`),
  ];
}

function rankOne(item: typeof vacature.$inferSelect): { ms: number; aantal: number } {
  let aantal = 0;
  const spent = timed(() => { const list = rankKandidaten(item); aantal = list.resultaten.length + list.afgevallen.length; });
  return { ms: spent, aantal };
}

/** The command line as an operator runs it, on a database that is migrated and empty. */
async function benchImport(): Promise<Row[]> {
  const file = join(folder, 'kandidaten.jsonl');
  const bytes = writeKandidaten(file, IMPORT_AANTAL);
  progress(`${IMPORT_AANTAL} generated kandidaten, ${(bytes / 1e6).toFixed(1)} MB`);
  const parse = timed(() => { for (const line of readFileSync(file, 'utf8').split('\n')) if (line) JSON.parse(line); });
  const empty = join(folder, 'empty.db');
  openDatabase(empty);
  closeDatabase();
  const times: number[] = [];
  const peaks: number[] = [];
  for (let run = 0; run < IMPORTS; run++) {
    const path = copyOf(empty, `import-${run}.db`);
    const { spent, peakMb } = await runOnce('import', ['kandidaten', file], path);
    times.push(spent);
    if (peakMb !== null) peaks.push(peakMb);
    progress(`import ${run + 1} of ${IMPORTS}: ${(spent / 1000).toFixed(1)} s${peakMb === null ? '' : `, peak ${peakMb.toFixed(0)} MB`}`);
    openDatabase(path);
    const stored = connection().prepare('SELECT (SELECT count(*) FROM kandidaat) AS kandidaten, (SELECT count(*) FROM zoek_kandidaat_professional) AS gevonden').get() as { kandidaten: number; gevonden: number };
    closeDatabase();
    if (stored.kandidaten !== IMPORT_AANTAL || stored.gevonden !== IMPORT_AANTAL) throw new Error(`The import stored ${stored.kandidaten} kandidaten and indexed ${stored.gevonden}, expected ${IMPORT_AANTAL}`);
  }
  const seconds = times.map((spent) => spent / 1000);
  const basis = `JSON.parse of every line: ${(parse / 1000).toFixed(2)} s`;
  const result: Row[] = [{ wat: `import of ${nl(IMPORT_AANTAL)} kandidaten, index included`, aantal: IMPORTS, mediaan: `${median(seconds).toFixed(1)} s`, p99: `${Math.max(...seconds).toFixed(1)} s (worst)`, doel: '< 10 s', gehaald: Math.max(...seconds) < 10, basis }];
  if (peaks.length > 0) result.push({ wat: 'import, peak memory (RSS)', aantal: peaks.length, mediaan: `${median(peaks).toFixed(0)} MB`, p99: `${Math.max(...peaks).toFixed(0)} MB (worst)`, doel: '< 300 MB', gehaald: Math.max(...peaks) < 300, basis: `file: ${(bytes / 1e6).toFixed(1)} MB` });
  return result;
}

/** The ESCO files at the size of the real ones, into a database that is migrated and empty. */
async function benchEsco(): Promise<Row[]> {
  const files = mkdtempSync(join(folder, 'esco-'));
  writeLargeEsco(files, ESCO_AANTAL);
  const read = timed(() => { for (const name of readdirSync(files)) readFileSync(join(files, name), 'utf8').split('\n'); });
  const seconds: number[] = [];
  for (let run = 0; run < IMPORTS; run++) {
    const path = copyOf(join(folder, 'empty.db'), `esco-${run}.db`);
    seconds.push((await runOnce('esco', [files], path)).spent / 1000);
    openDatabase(path);
    const stored = connection().prepare('SELECT count(*) AS beroepen FROM esco_beroep').get() as { beroepen: number };
    closeDatabase();
    if (stored.beroepen !== ESCO_AANTAL.beroepen) throw new Error(`The import stored ${stored.beroepen} occupations of ESCO, expected ${ESCO_AANTAL.beroepen}`);
  }
  progress(`ESCO: ${seconds.map((value) => value.toFixed(1)).join(', ')} s`);
  const wat = `ESCO: ${nl(ESCO_AANTAL.beroepen)} occupations, ${nl(ESCO_AANTAL.vaardigheden)} skills, ${nl(ESCO_AANTAL.relaties)} relations`;
  return [{ wat, aantal: IMPORTS, mediaan: `${median(seconds).toFixed(1)} s`, p99: `${Math.max(...seconds).toFixed(1)} s (worst)`, doel: '< 30 s', gehaald: Math.max(...seconds) < 30, basis: `reading the files as lines: ${(read / 1000).toFixed(2)} s` }];
}

/** One run of a command of src/cli as a process of its own. */
function runOnce(command: 'import' | 'esco', args: readonly string[], path: string): Promise<{ spent: number; peakMb: number | null }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [...flagsOf(command), `src/cli/${command}.ts`, ...args], { cwd: ROOT, env: { ...process.env, DATABASE_PATH: path, LOG_LEVEL: 'silent' }, stdio: ['ignore', 'ignore', 'pipe'] });
    running.add(child);
    let errors = '';
    let peakMb: number | null = null;
    child.stderr.on('data', (data) => { errors += data; });
    const watch = setInterval(() => { peakMb = peakOf(child.pid!) ?? peakMb; }, 20);
    child.once('close', (code) => {
      clearInterval(watch);
      running.delete(child);
      if (code === 0) resolve({ spent: performance.now() - started, peakMb });
      else reject(new Error(`${command} ended with ${code}: ${errors}`));
    });
  });
}

/** The most memory a process ever held so far, by the kernel's own count; null where there is no /proc. */
function peakOf(pid: number): number | null {
  try {
    const kb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? null : Number(kb) / 1024;
  } catch {
    return null;
  }
}

/** Searching and ranking at 1,000, 10,000 and 100,000 kandidaten. */
async function benchLarge(): Promise<Row[]> {
  const regions = new Map<number, string>();
  for (const aantal of AANTALLEN) {
    progress(`region of ${nl(aantal)} kandidaten`);
    regions.set(aantal, makeRegion(folder, aantal, progress));
  }
  return [...await benchSearch(regions, flagsOf('start'), progress), ...await benchMatch(regions, flagsOf('start'), progress), ...await benchCrowd(regions.get(10_000)!)];
}

/** The etalage of 10,000 kandidaten for ten visitors at once: pages that somebody else asked for too, and pages that nobody asked for before. */
async function benchCrowd(path: string): Promise<Row[]> {
  const server = await startServer(copyOf(path, 'crowd.db'));
  const agent = new http.Agent({ keepAlive: true, maxSockets: CROWD });
  // The workers begin after the first answer, and prepare the profiles for ranking for some seconds.
  await new Promise((resolve) => { setTimeout(resolve, SETTLE_MS); });
  const pages = { gezondheid: ['/api/gezondheid'], etalage: CROWD_PAGES, nieuw: Array.from({ length: REQUESTS + WARM_UP + CROWD }, (_, at) => `/talent?${['', 'q=magazijn&', 'sector=logistiek&'][at % 3]}pagina=${2 + Math.floor(at / 3)}`) };
  const times: Record<keyof typeof pages, number[]> = { gezondheid: [], etalage: [], nieuw: [] };
  try {
    for (const [name, paths] of Object.entries(pages) as [keyof typeof pages, string[]][]) {
      let next = -WARM_UP;
      await Promise.all(Array.from({ length: CROWD }, async () => {
        while (next < REQUESTS) {
          const request = next++;
          const started = performance.now();
          const status = await get(server.port, paths[(request + WARM_UP) % paths.length]!, agent);
          if (status !== 200) throw new Error(`${name} answered ${status}`);
          if (request >= 0) times[name].push(performance.now() - started);
        }
      }));
    }
  } finally {
    agent.destroy();
    await server.stop();
  }
  const basis = `/api/gezondheid: ${ms(median(times.gezondheid))} / ${ms(p99(times.gezondheid))} ms`;
  return [row(`etalage of 10,000 kandidaten, ${CROWD} connections, ${CROWD_PAGES.length} pages turn by turn`, times.etalage, { p99Ms: 40 }, basis), row('the same, each page for the first time', times.nieuw, {}, basis)];
}

/** The Node flags of a package.json script, so that what is measured is what people run; without its .env file. */
function flagsOf(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  return scripts[script]!.split(' ').filter((word) => word.startsWith('--') || word.startsWith('./')).filter((word) => !word.startsWith('--env-file'));
}

type Server = { port: number; ms: number; stop: () => Promise<void> };

/** Starts src/server.ts on a database and waits for its first healthy answer. */
async function startServer(path: string): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...flagsOf('start'), 'src/server.ts'], { cwd: ROOT, env: { ...process.env, TALENTVENSTER_MODUS: '', REGIO_FILE: '', ALLOWED_HOSTS: '', HOST: '127.0.0.1', PORT: String(port), SITE_URL: `http://127.0.0.1:${port}`, DATABASE_PATH: path, LOG_LEVEL: 'silent' }, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let errors = '';
  child.stderr.on('data', (data) => { errors += data; });
  const ended = new Promise<void>((resolve) => { child.once('close', () => { running.delete(child); resolve(); }); });
  while (await get(port, '/api/gezondheid').catch(() => 0) !== 200) {
    if (child.exitCode !== null || performance.now() - started > 30_000) throw new Error(`The server did not start: ${errors}`);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  return { port, ms: performance.now() - started, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

/** One request, read to the end. @returns the status */
function get(port: number, path: string, agent?: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.once('error', reject).once('end', () => resolve(response.statusCode ?? 0)).resume();
    }).once('error', reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function copyOf(database: string, name: string): string {
  const copy = join(folder, name);
  copyFileSync(database, copy);
  return copy;
}

function buildWhenNeeded(): void {
  if (existsSync(join(ROOT, 'dist/server/entry.mjs'))) return;
  progress('building the site');
  const outcome = spawnSync(process.execPath, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (outcome.status !== 0) throw new Error(`The build failed: ${outcome.stderr}`);
}

function countRegion(): string {
  const { kandidaten } = connection().prepare('SELECT count(*) AS kandidaten FROM kandidaat').get() as { kandidaten: number };
  return `${kandidaten} kandidaten`;
}

/** Replaces what stands between the two marks of the README. */
function writeReadme(outcome: string): void {
  const [from, to] = ['<!-- outcome -->', '<!-- /outcome -->'];
  const text = readFileSync(README, 'utf8');
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < start) throw new Error(`README.md misses the marks ${from} and ${to}.`);
  writeFileSync(README, `${text.slice(0, start + from.length)}\n\n${outcome}\n\n${text.slice(end)}`);
}
