/** The demo region, filled once as `npm run demo` does: every list, signal and calendar has something in it, and the dates are believable. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connection, database } from '#db/client.ts';
import { gebruiker } from '#db/schema.ts';
import { DEMO_ACCOUNTS, seedDemo } from '#db/seed/demo.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { listWaiting } from '#src/domain/kandidaat/curatie.server.ts';
import { daysBetween, dayInNetherlands } from '#src/domain/kalender/werkdagen.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { listEigenAfspraken } from '#src/domain/match/agenda.server.ts';
import { listKennismakingen, listZonderAntwoord } from '#src/domain/match/kennismaking.server.ts';
import { SIGNALEN } from '#src/domain/match/signalen.ts';
import { listSignalen } from '#src/domain/match/signalen.server.ts';
import { maandVan } from '#src/domain/match/stand.server.ts';
import type { Rol } from '#src/domain/gebruiker/gebruiker.ts';
import { useDatabase } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'talentvenster-demo-'));
process.env.MEDIA_PATH = join(folder, 'media');
useDatabase();
beforeAll(() => seedDemo(() => {}), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const actor = (rol: Rol) => loadActor(database().select().from(gebruiker).all().find(({ email }) => email === DEMO_ACCOUNTS.find((item) => item.rol === rol)!.email)!.id);
const number = (sql: string) => connection().prepare(sql).pluck().get() as number;

describe('the demo region', () => {
  it('shows Anja every kind of signal', () => {
    expect(new Set(listSignalen(actor('werkmakelaar')).map(({ soort }) => soort))).toEqual(new Set(Object.keys(SIGNALEN)));
  });

  it('gives Peter meetings to plan, one ahead, one without an outcome, and an employer who is silent', () => {
    const meetings = listKennismakingen(actor('accountmanager'));
    expect(new Set(meetings.map(({ stand }) => stand))).toEqual(new Set(['te plannen', 'gepland', 'hoe ging het']));
    expect(listZonderAntwoord(actor('accountmanager'))).not.toEqual([]);
    const [ahead] = listEigenAfspraken(actor('werkgever'));
    expect(ahead!.begin > new Date().toISOString()).toBe(true);
    expect(ahead!.voornaam).not.toBeNull();
  });

  it('has Mo\'s month near what his partner agreed, and people who came all through the year', () => {
    const { bereikt, doel } = maandVan(actor('aanmelder'))!;
    expect(bereikt).toBeLessThanOrEqual(doel! * 1.2);
    expect(number("SELECT count(DISTINCT substr(aangemaakt_op, 1, 7)) FROM kandidaat")).toBeGreaterThanOrEqual(12);
    for (const { sinds } of listWaiting(actor('accountmanager'))) expect(daysBetween(dayInNetherlands(sinds), today())).toBeLessThanOrEqual(14);
  });

  it('holds nothing that happened before its time or is still to happen', () => {
    const now = new Date().toISOString();
    expect(number(`SELECT count(*) FROM gebeurtenis WHERE op > '${now}'`)).toBe(0);
    expect(number(`SELECT count(*) FROM kandidaat WHERE aangemaakt_op > '${now}' OR gepubliceerd_op < aangemaakt_op OR gepubliceerd_op > '${now}' OR bevestigd_op < substr(aangemaakt_op, 1, 10) OR arbeidsfit_sinds > substr(aangemaakt_op, 1, 10)`)).toBe(0);
    expect(number("SELECT count(*) FROM match m JOIN kandidaat k ON k.id = m.kandidaat_id WHERE m.status <> 'voorgesteld' AND (SELECT min(op) FROM gebeurtenis WHERE soort = 'match' AND object_id = m.id) < k.aangemaakt_op")).toBe(0);
  });
});
