/** The set in a database of its own, which goes with the process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '#db/client.ts';
import type { Golden } from './data.ts';
import { importGolden } from './measure.ts';

/** Opens a database in a temporary folder and brings the set into it. @throws when a line is rejected */
export async function openGolden(golden: Golden): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'talentvenster-golden-'));
  process.once('exit', () => { closeDatabase(); rmSync(folder, { recursive: true, force: true }); });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  openDatabase(join(folder, 'golden.db'));
  await importGolden(golden);
}
