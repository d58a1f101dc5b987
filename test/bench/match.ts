/** The ranking at the size of one region, of the whole country's, and all against all. */
import { spawn } from 'node:child_process';
import { ms, nl, type Row } from './measure.ts';
import type { MatchMeting } from './match-child.ts';

const RANG = { p50: 25, p99: 80 };
const EISEN_MS = 100;
const ALLES = { vacatures: 1_000, kandidaten: 10_000, s: 60, geheugenMb: 500 };

/** All lines of the table about the ranking of large regions. */
export async function benchMatch(regions: ReadonlyMap<number, string>, flags: readonly string[], progress: (text: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [aantal, path] of regions) {
    progress(`ranking, ${nl(aantal)} kandidaten`);
    const middle = aantal === ALLES.kandidaten;
    const meting = await measure(path, flags, middle ? ['--eisen', '--alles', String(ALLES.vacatures)] : []);
    const strict = aantal === Math.max(...regions.keys());
    const wie = `${nl(aantal)} kandidaten (${nl(meting.wieKan)} may be proposed)`;
    rows.push({
      wat: `one vacature against ${wie}, top 20 explained`, aantal: meting.rang.aantal, mediaan: `${ms(meting.rang.p50)} ms`, p99: `${ms(meting.rang.p99)} ms`,
      doel: strict ? `p50 ≤ ${RANG.p50} ms, p99 ≤ ${RANG.p99} ms` : '–', gehaald: strict ? meting.rang.p50 <= RANG.p50 && meting.rang.p99 <= RANG.p99 : null,
      basis: `full-text query of the title: ${ms(meting.basis.p50)} / ${ms(meting.basis.p99)} ms`,
    }, { wat: `preparing those profiles after a start, in the background`, aantal: 1, mediaan: `${meting.bereidS.toFixed(1)} s`, p99: '–', doel: '–', gehaald: null, basis: `memory of the process: ${meting.geheugenMb.toFixed(0)} MB` });
    if (meting.eisen) rows.push({ wat: `what each must costs, ${wie}`, aantal: meting.eisen.aantal, mediaan: `${ms(meting.eisen.p50)} ms`, p99: `${ms(meting.eisen.p99)} ms`, doel: `p50 < ${EISEN_MS} ms`, gehaald: meting.eisen.p50 < EISEN_MS, basis: '–' });
    if (meting.alles) rows.push({
      wat: `${nl(meting.alles.vacatures)} vacatures against ${wie}, every pair scored`, aantal: 1, mediaan: `${meting.alles.s.toFixed(1)} s`, p99: '–', doel: `≤ ${ALLES.s} s, ≤ ${ALLES.geheugenMb} MB`,
      gehaald: meting.alles.s <= ALLES.s && meting.alles.geheugenMb <= ALLES.geheugenMb, basis: `memory at most ${meting.alles.geheugenMb.toFixed(0)} MB`,
    });
  }
  return rows;
}

function measure(path: string, flags: readonly string[], options: readonly string[]): Promise<MatchMeting> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, '--expose-gc', 'test/bench/match-child.ts', path, ...options], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'silent' } });
    let out = '';
    child.stdout.on('data', (data) => { out += data; });
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(out) as MatchMeting) : reject(new Error(`Measuring the ranking ended with ${code}`))));
  });
}
