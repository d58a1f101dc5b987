/**
 * npm run evaluate [-- --verbose | --json]: the golden set, measured on this ranking and two baselines in one run.
 * Exit code 1 when the reported half misses a target.
 */
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { readGolden } from './data.ts';
import { measure, measureNames, missedTargets, summarize, type VacatureMeting } from './measure.ts';
import { openGolden } from './regio.ts';
import { renderNames, renderTable, renderVacature, type Uitkomst } from './report.ts';
import { BESCHRIJVING } from './stage1.ts';

const { values: options } = parseArgs({ options: { verbose: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });

const vacatures = await run();
const uitkomst: Uitkomst = { delen: { afstemmen: summarize(vacatures, 'afstemmen'), rapport: summarize(vacatures, 'rapport') }, synoniemen: measureNames('synoniemen'), vrij: measureNames('vrij'), vacatures };
const gemist = missedTargets(uitkomst.delen.rapport, uitkomst.synoniemen);
if (options.json) console.log(JSON.stringify({ ...uitkomst, stage1: BESCHRIJVING, gemist }));
else print();
if (gemist.length > 0) {
  console.error(`\nTarget missed: ${gemist.join('; ')}`);
  process.exitCode = 1;
}

/** Imports and measures in a folder of its own; progress goes to standard error. */
async function run(): Promise<VacatureMeting[]> {
  const golden = readGolden();
  const total = golden.vacatures.length;
  console.error(`Importing ${golden.kandidaten.length} kandidaten and ${total} vacatures`);
  await openGolden(golden);
  if (!process.stderr.isTTY) return measure(golden, (done) => { if (done % 16 === 0) console.error(`  ${done} of ${total} vacatures`); });
  const bar = new SingleBar({ format: '{bar} {value} of {total} vacatures', stream: process.stderr }, Presets.shades_classic);
  bar.start(total, 0);
  const metingen = measure(golden, (done) => bar.update(done));
  bar.stop();
  return metingen;
}

function print(): void {
  if (options.verbose) {
    for (const vacature of vacatures) console.log(renderVacature(vacature));
    console.log(renderNames('Synonyms', uitkomst.synoniemen));
    console.log(renderNames('Free names', uitkomst.vrij));
  }
  console.log(`\n${renderTable(uitkomst, BESCHRIJVING)}`);
}
