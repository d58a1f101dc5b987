/** A fresh, migrated database per test file, in a folder of its own that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, database, openDatabase } from '#db/client.ts';
import { partner, vacature, werkgever } from '#db/schema.ts';
import { createGebruiker } from '#src/domain/gebruiker/gebruiker.server.ts';
import { loadActor } from '#src/auth/session.server.ts';
import type { Actor, Rol } from '#src/domain/gebruiker/gebruiker.ts';
import { kandidaatInvoer, type KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { vacatureInvoer, type VacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { saveKandidaten, saveVacatures } from '#src/jobs/import.server.ts';

/**
 * Opens an empty, migrated database before the tests of a file and removes it after them.
 */
export function useDatabase(): void {
  const folder = mkdtempSync(join(tmpdir(), 'talentvenster-'));
  beforeAll(() => { openDatabase(join(folder, 'test.db')); });
  afterAll(() => { closeDatabase(); rmSync(folder, { recursive: true, force: true }); });
}

export const SYSTEEM: Actor = { rol: 'systeem' };
export const BEZOEKER: Actor = { rol: 'bezoeker' };
export const WACHTWOORD = 'vier blauwe fietsen';

/** Makes an account and gives the actor behind it. */
export async function makeActor(rol: Rol, naam: string, extra: { werkgeverId?: number; partnerId?: number; sectoren?: string[] } = {}): Promise<Actor & { id: number }> {
  const id = await createGebruiker(SYSTEEM, { email: `${naam.toLowerCase().replace(/[^a-z]+/g, '.')}@test.example`, naam, rol, wachtwoord: WACHTWOORD, ...extra });
  return loadActor(id) as Actor & { id: number };
}

/** Stores one kandidaat the way an import does. @returns the id */
export function makeKandidaat(values: Partial<KandidaatInvoer> & { ref: string; voornaam: string }): number {
  const invoer = kandidaatInvoer.parse({ plaats: 'Tilburg', uren: { min: 20, max: 32 }, arbeidsfit: true, toestemming: ['profiel', 'voornaam', 'foto', 'woonplaats'], kop: 'Ik zoek werk', presentatie: 'Ik werk graag en kom op tijd.', ...values });
  return saveKandidaten(SYSTEEM, [invoer]).ids[0]!;
}

/** Stores one open vacature the way an import does. @returns the id */
export function makeVacature(values: Partial<VacatureInvoer> & { ref: string; titel: string }): number {
  const invoer = vacatureInvoer.parse({ werkgever: { naam: 'Van Dijk Logistiek', kvk: '12345678' }, plaats: 'Tilburg', uren: { min: 24, max: 40 }, ...values });
  return saveVacatures(SYSTEEM, [invoer]).ids[0]!;
}

/** Verifies the werkgever of a vacature. @returns its id */
export function verifyWerkgever(vacatureId: number): number {
  const { werkgeverId } = database().select().from(vacature).where(eq(vacature.id, vacatureId)).get()!;
  database().update(werkgever).set({ status: 'geverifieerd' }).where(eq(werkgever.id, werkgeverId)).run();
  return werkgeverId;
}

/** Makes a chain partner. @returns the id */
export function makePartner(naam: string): number {
  return database().insert(partner).values({ naam }).returning({ id: partner.id }).get().id;
}
