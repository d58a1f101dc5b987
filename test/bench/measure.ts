/** Times, quantiles and the table that every part of the bench prints. */
import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** One line of the table; `gehaald` is null where there is no target. */
export type Row = { wat: string; aantal: number; mediaan: string; p99: string; doel: string; gehaald: boolean | null; basis: string };

export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The smallest value that is at least as large as this share of all. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
export function median(list: readonly number[]): number { return quantile(list, 0.5); }
export function p99(list: readonly number[]): number { return quantile(list, 0.99); }
export function ms(value: number): string { return value.toFixed(value < 10 ? 2 : 0); }
export function nl(value: number): string { return value.toLocaleString('en-GB'); }

export function row(wat: string, times: readonly number[], { p99Ms }: { p99Ms?: number }, basis: string): Row {
  const few = times.length < 100;
  return { wat, aantal: times.length, mediaan: `${ms(median(times))} ms`, p99: few ? (times.length === 1 ? '–' : `${ms(Math.max(...times))} ms (worst)`) : `${ms(p99(times))} ms`, doel: p99Ms === undefined ? '–' : `${few ? 'worst' : 'p99'} < ${p99Ms} ms`, gehaald: p99Ms === undefined ? null : (few ? Math.max(...times) : p99(times)) < p99Ms, basis };
}

export function describeMachine(): string {
  const all = cpus();
  return `${all.length} cores ${all[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB memory, ${platform()} ${release().split('-')[0]}, Node ${process.versions.node}; load at the start ${loadavg()[0]!.toFixed(1)}.`;
}

export function renderTable(list: readonly Row[]): string {
  const lines = [['What', 'n', 'Median', 'p99', 'Target', 'Met', 'Baseline in the same run'], ...list.map((item) => [item.wat, String(item.aantal), item.mediaan, item.p99, item.doel, item.gehaald === null ? '' : item.gehaald ? 'yes' : 'NO', item.basis])];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const render = (line: string[]) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [render(lines[0]!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1).map(render)].join('\n');
}

