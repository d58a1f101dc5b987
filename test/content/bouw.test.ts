/** The real check of the real build: a file of the book that is not right stops it, by name. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kopie = mkdtempSync(join(tmpdir(), 'bouw-'));
const scholing = join(kopie, 'src/content/instrumenten/scholing.md');
const regio = join(kopie, 'regio.json');

beforeAll(() => {
  for (const name of ['src', 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(kopie, name), { recursive: true });
  for (const name of ['node_modules', 'db', 'search']) symlinkSync(join(root, name), join(kopie, name));
  // A cache of its own: the one in node_modules belongs to the site.
  writeFileSync(join(kopie, 'astro.config.mjs'), `import site from ${JSON.stringify(join(root, 'astro.config.mjs'))};\nexport default { ...site, cacheDir: './cache' };\n`);
});
afterAll(() => rmSync(kopie, { recursive: true, force: true }));

/** Reads all content as a build does. @returns the exit code and everything that was said */
function lees(env: Record<string, string> = {}): { code: number | null; uitvoer: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'sync', '--force'], { cwd: kopie, encoding: 'utf8', timeout: 60_000, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env } });
  return { code: status, uitvoer: stdout + stderr };
}

/** Runs `check` while scholing.md holds something else. */
function metScholing(wijzig: (tekst: string) => string, check: () => void): void {
  const goed = readFileSync(scholing, 'utf8');
  const anders = wijzig(goed);
  expect(anders).not.toBe(goed);
  writeFileSync(scholing, anders);
  try { check(); } finally { writeFileSync(scholing, goed); }
}

describe('the build', () => {
  it('reads the book as it is', () => {
    expect(lees()).toMatchObject({ code: 0 });
  });

  it('stops at a current instrument without a source', () => {
    metScholing((tekst) => tekst.replace(/^bron:\n( .*\n)+/m, 'bron: []\n'), () => {
      const { code, uitvoer } = lees();
      expect(code).not.toBe(0);
      expect(uitvoer).toContain('scholing');
      expect(uitvoer).toContain('Een actueel instrument heeft een bron nodig.');
    });
  });

  it('stops at a current instrument whose term has passed', () => {
    metScholing((tekst) => tekst.replace(/^geldigTot: .*$/m, 'geldigTot: "2026-03-01"'), () => {
      const { code, uitvoer } = lees();
      expect(code).not.toBe(0);
      expect(uitvoer).toContain('src/content/instrumenten/scholing.md: geldigTot (2026-03-01) is voorbij.');
    });
  });

  it('stops at an amount of the region that belongs to no instrument', () => {
    const bedrag = { bedrag: 'Een bedrag.', bron: 'Verordening', geldigVan: '2026-01-01', geldigTot: null, gecontroleerdOp: '2026-01-01' };
    writeFileSync(regio, JSON.stringify({ ...JSON.parse(readFileSync(join(root, 'src/regio.json'), 'utf8')), lokaal: { schooling: bedrag } }));
    const { code, uitvoer } = lees({ REGIO_FILE: regio });
    expect(code).not.toBe(0);
    expect(uitvoer).toContain('REGIO_FILE: lokaal.schooling: geen instrument heeft deze sleutel.');
  });
});
