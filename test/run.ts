/** npm test: types, lint, build, then unit and browser tests. Gets a browser where there is none. Ends in plain counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSERS } from './support/chromium.ts';

type Counts = { passed: number; failed: number };
const folder = mkdtempSync(join(tmpdir(), 'talentvenster-test-'));
const started = Date.now();
const total: Counts = { passed: 0, failed: 0 };

step('types', () => one('astro', ['check', '--minimumSeverity', 'error']));
step('lint en pijlen', () => one('eslint', ['.']));
step('bouwen', () => one('astro', ['build']));
if (!process.env.MEILI_HOST) console.log('\nZonder MEILI_HOST: het zoekcontract draait op de ingebouwde machine en op een dubbel van Meilisearch, niet op een echte server.');
step('eenheid, eigenschappen en contracten', () => suite('eenheid'));
step('browser zoeken', () => findBrowser());
step('reizen in de browser', () => suite('reis'));
rmSync(folder, { recursive: true, force: true });
console.log(`\nKlaar in ${seconds(started)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function step(name: string, work: () => Counts): void {
  const from = Date.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = work();
  total.passed += passed;
  total.failed += failed;
  console.log(`── ${name}: ${passed} goed, ${failed} fout (${seconds(from)})`);
}

/** One tool that passes or fails as a whole. */
function one(command: string, args: string[]): Counts {
  return run(command, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A vitest project; a crash without a report counts as a failure, never as nothing. */
function suite(project: string): Counts {
  const report = join(folder, `${project}.json`);
  const status = run('vitest', ['run', '-c', 'test/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numTotalTests: number };
  const failed = numFailedTests + (status !== 0 && numFailedTests === 0 ? 1 : 0) + (numTotalTests === 0 ? 1 : 0);
  return { passed: numPassedTests, failed };
}

/** A browser that is there; on Debian, as root, the shell is fetched when it is not. Without any: Playwright's own. */
function findBrowser(): Counts {
  const apt = (pakket: string) => run('apt-get', ['install', '-y', '-qq', pakket]) === 0;
  const present = () => BROWSERS.find((path) => existsSync(path));
  if (present() !== BROWSERS[0] && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    if (!apt('chromium-headless-shell') && !present()) apt('chromium');
  }
  const found = present();
  if (found) console.log(`Browser: ${found}`);
  if (found || run('playwright', ['install', '--with-deps', '--only-shell', 'chromium']) === 0 || run('playwright', ['install', '--only-shell', 'chromium']) === 0) return { passed: 1, failed: 0 };
  console.error('Er is geen browser te krijgen; de reizen in de browser mislukken daarom.');
  return { passed: 0, failed: 1 };
}

function run(command: string, args: string[]): number {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DEBIAN_FRONTEND: 'noninteractive', NO_COLOR: process.env.CI ? '1' : process.env.NO_COLOR };
  return spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status ?? 1;
}

function seconds(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}
