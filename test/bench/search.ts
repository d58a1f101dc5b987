/**
 * The embedded engine against its targets, and MiniSearch beside it on the same documents and questions. Each engine
 * runs in a process of its own, so that its memory is its own.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { closeDatabase, connection, openDatabase } from '#db/client.ts';
import { rebuildIndex } from '#search/sync.ts';
import { saveKandidaten } from '#src/jobs/import.server.ts';
import { kandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { generateKandidaten } from './generate.ts';
import { ms, nl, type Row } from './measure.ts';
import type { Meting, Soort } from './search-child.ts';

export const AANTALLEN = [1_000, 10_000, 100_000] as const;
/** What must hold at the largest number. Source: the design of search; ms, s and MB. */
const DOELEN: Partial<Record<Soort, { p50?: number; p99?: number }>> = {
  'two words': { p50: 2, p99: 15 }, 'a word with a typing mistake': { p99: 25 }, 'the first three letters': { p99: 25 }, 'four facets': { p50: 4 },
  'text, filter, facets, distance and sort': { p50: 1 }, 'one update': { p50: 1, p99: 25 },
};
const LAADTIJD_S = 5;
const GEHEUGEN_MB = 250;

/** A database with this many published kandidaten, indexed. @returns its path */
export function makeRegion(folder: string, aantal: number, progress: (text: string) => void): string {
  const path = join(folder, `regio-${aantal}.db`);
  openDatabase(path);
  let batch: ReturnType<typeof kandidaatInvoer.parse>[] = [];
  let done = 0;
  const store = () => { saveKandidaten({ rol: 'systeem' }, batch); done += batch.length; batch = []; if (done % 20_000 === 0 || done === aantal) progress(`  ${nl(done)} of ${nl(aantal)} kandidaten stored`); };
  for (const item of generateKandidaten(aantal)) { batch.push(kandidaatInvoer.parse(item)); if (batch.length === 500) store(); }
  if (batch.length > 0) store();
  connection().prepare("UPDATE kandidaat SET status = 'gepubliceerd', gepubliceerd_op = aangemaakt_op WHERE arbeidsfit = 1").run();
  rebuildIndex((at, total) => { if (at % 20_000 === 0 || at === total) progress(`  ${nl(at)} of ${nl(total)} indexed`); });
  closeDatabase();
  return path;
}

/** All lines of the table about searching. */
export async function benchSearch(regions: ReadonlyMap<number, string>, flags: readonly string[], progress: (text: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [aantal, path] of regions) {
    progress(`search, ${nl(aantal)} kandidaten: embedded`);
    const own = await measure('embedded', path, flags);
    progress(`search, ${nl(aantal)} kandidaten: MiniSearch`);
    const other = await measure('minisearch', path, flags);
    const strict = aantal === Math.max(...regions.keys());
    for (const [soort, tijd] of Object.entries(own.tijden) as [Soort, Meting['tijden'][Soort]][]) {
      const doel = strict ? DOELEN[soort] : undefined;
      const beside = other.tijden[soort];
      rows.push({
        wat: `${nl(aantal)}: ${soort}`, aantal: tijd.aantal, mediaan: `${ms(tijd.p50)} ms`, p99: `${ms(tijd.p99)} ms`,
        doel: doel ? [doel.p50 === undefined ? '' : `p50 ≤ ${doel.p50} ms`, doel.p99 === undefined ? '' : `p99 ≤ ${doel.p99} ms`].filter(Boolean).join(', ') : '–',
        gehaald: doel ? tijd.p50 <= (doel.p50 ?? Infinity) && tijd.p99 <= (doel.p99 ?? Infinity) : null,
        basis: `MiniSearch (n = ${beside.aantal}) ${ms(beside.p50)} / ${ms(beside.p99)} ms, × ${(beside.p50 / tijd.p50).toFixed(1)} / ${(beside.p99 / tijd.p99).toFixed(1)}`,
      });
    }
    rows.push(
      { wat: `${nl(aantal)}: load at start`, aantal: 1, mediaan: `${own.laadS.toFixed(2)} s`, p99: '–', doel: strict ? `≤ ${LAADTIJD_S} s` : '–', gehaald: strict ? own.laadS <= LAADTIJD_S : null, basis: `MiniSearch, indexing anew: ${other.laadS.toFixed(1)} s` },
      { wat: `${nl(aantal)}: memory of the engine, beside the process without it`, aantal: 1, mediaan: `${(own.geheugenMb - own.leegMb).toFixed(0)} MB`, p99: '–', doel: strict ? `≤ ${GEHEUGEN_MB} MB` : '–', gehaald: strict ? own.geheugenMb - own.leegMb <= GEHEUGEN_MB : null, basis: `the process with it ${own.geheugenMb.toFixed(0)} MB; MiniSearch ${(other.geheugenMb - other.leegMb).toFixed(0)} MB` },
    );
  }
  return rows;
}

function measure(engine: 'embedded' | 'minisearch', path: string, flags: readonly string[]): Promise<Meting> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, '--expose-gc', 'test/bench/search-child.ts', engine, path], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'silent' } });
    let out = '';
    child.stdout.on('data', (data) => { out += data; });
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(out) as Meting) : reject(new Error(`Measuring ${engine} ended with ${code}`))));
  });
}
