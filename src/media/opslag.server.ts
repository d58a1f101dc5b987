/**
 * The media folder: outside the web root, random names, nothing half-written. A file is made in `tmp/` and gets its
 * name by a rename, right before the row that names it. What no row names is removed later.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { database } from '#db/client.ts';
import { media } from '#db/schema.ts';
import { config } from '../config.ts';
import { fotoBestanden } from './media.ts';

/** Files that nobody names get this long: an upload may still be at work on them, or a page may still be open. */
const RESPIJT_MS = 6 * 3_600_000;

/** A place in the media folder. @param naam a name that this module made, never one from outside */
export function plek(naam: string): string {
  return join(config().mediaPath, naam);
}

/** The folder for partial uploads that can be resumed. */
export function uploadmap(): string {
  return maak('uploads');
}

/** A new file to write to, in the folder for what is not finished. */
export function tijdelijk(): string {
  return join(maak('tmp'), nieuweNaam());
}

/** 128 random bits: a name tells nothing and cannot be guessed. */
export function nieuweNaam(): string {
  return randomBytes(16).toString('hex');
}

/** Gives finished files their names; call it in the same tick as the transaction that stores those names. */
export function zetKlaar(bestanden: readonly (readonly [bron: string, naam: string])[]): void {
  maak('.');
  for (const [bron, naam] of bestanden) renameSync(bron, plek(naam));
}

/** Removes files of the media folder; one that is gone already is fine. */
export async function verwijder(namen: readonly string[]): Promise<void> {
  await Promise.all(namen.map((naam) => rm(plek(naam), { force: true })));
}

/** Removes unfinished files by their full path. */
export async function gooiWeg(paden: readonly string[]): Promise<void> {
  await Promise.all(paden.map((pad) => rm(pad, { force: true })));
}

/** Every file that one row of the table media stands for. */
export function bestandenVan(rij: Pick<typeof media.$inferSelect, 'soort' | 'bestand' | 'ondertiteling' | 'poster'>): string[] {
  return rij.soort === 'foto' ? fotoBestanden(rij.bestand) : [rij.bestand, rij.ondertiteling, rij.poster].filter((naam) => naam !== null);
}

/**
 * Removes what no row names any more: left by a process that was killed, or of a kandidaat who was erased.
 * @param nu the moment, in milliseconds; younger files than the respite stay
 * @returns how many files went
 */
export async function ruimOp(nu: number): Promise<number> {
  const bekend = new Set(database().select().from(media).all().flatMap(bestandenVan));
  const oud: string[] = [];
  for (const map of [maak('.'), maak('tmp')]) for (const item of await readdir(map, { withFileTypes: true })) {
    if (!item.isFile() || bekend.has(item.name)) continue;
    const pad = join(map, item.name);
    const { mtimeMs } = await stat(pad).catch(() => ({ mtimeMs: nu }));
    if (nu - mtimeMs > RESPIJT_MS) oud.push(pad);
  }
  await gooiWeg(oud);
  return oud.length;
}

function maak(map: string): string {
  const pad = join(config().mediaPath, map);
  mkdirSync(pad, { recursive: true, mode: 0o700 });
  return pad;
}
