/** A werkmakelaar who is away: who sees the caseload, until when, and what happens to cover that was given before. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connection, database } from '#db/client.ts';
import { gebeurtenis } from '#db/schema.ts';
import { GeenToegang, Weigering } from '#src/auth/policy.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { getAfwezigheid, setAanwezig, setAfwezig } from '#src/domain/gebruiker/afwezig.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { addDays } from '#src/domain/kalender/werkdagen.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { makeActor, useDatabase } from '../../support/database.ts';

useDatabase();
type Persoon = Actor & { id: number };
let mia: Persoon; let mo: Persoon; let fleur: Persoon; let karin: Persoon;
const in10 = () => addDays(today(), 10);
const caseloads = (who: Persoon) => (loadActor(who.id) as { caseloads: number[] }).caseloads;

beforeAll(async () => { [mia, mo, fleur, karin] = [await makeActor('werkmakelaar', 'Mia'), await makeActor('werkmakelaar', 'Mo'), await makeActor('werkmakelaar', 'Fleur'), await makeActor('accountmanager', 'Karin')]; });
beforeEach(() => { connection().exec('UPDATE gebruiker SET vervanger_id = NULL, afwezig_tot = NULL'); });

describe('Mia goes away', () => {
  it('and Mo sees her caseload beside the own one, at once, with an event that says so', () => {
    setAfwezig(mia, in10(), mo.id);
    expect(caseloads(mo).sort()).toEqual([mia.id, mo.id].sort());
    expect(caseloads(mia)).toEqual([mia.id]);
    expect(getAfwezigheid(mia).zelf).toEqual({ tot: in10(), vervanger: 'Mo' });
    expect(getAfwezigheid(mo).neemtWaarVoor).toEqual([{ id: mia.id, naam: 'Mia', tot: in10() }]);
    expect(database().select().from(gebeurtenis).all().at(-1)).toMatchObject({ soort: 'gebruiker', objectId: mia.id, verb: 'meld afwezig', naar: in10(), toelichting: 'waarneming door Mo', doorId: mia.id });
  });

  it('also when today is her last day, but not when it has passed', () => {
    setAfwezig(mia, today(), mo.id);
    expect(caseloads(mo)).toContain(mia.id);
    expect(() => setAfwezig(mia, addDays(today(), -1), mo.id)).toThrow(Weigering);
    connection().prepare('UPDATE gebruiker SET afwezig_tot = ? WHERE id = ?').run(addDays(today(), -1), mia.id);
    expect(caseloads(mo)).toEqual([mo.id]);
    expect(getAfwezigheid(mia).zelf).toBeNull();
  });

  it('and is back when she says so', () => {
    setAfwezig(mia, in10(), mo.id);
    setAanwezig(mia);
    expect(caseloads(mo)).toEqual([mo.id]);
    expect(getAfwezigheid(mia)).toMatchObject({ zelf: null, collegas: [{ naam: 'Fleur' }, { naam: 'Mo' }] });
  });
});

describe('the colleague', () => {
  it('is another werkmakelaar who is there: not herself, not an accountmanager, not somebody who is away or left', () => {
    setAfwezig(fleur, in10(), mo.id);
    expect(getAfwezigheid(mia).collegas.map(({ naam }) => naam)).toEqual(['Mo']);
    for (const id of [mia.id, karin.id, fleur.id, 999_999]) expect(() => setAfwezig(mia, in10(), id)).toThrow(Weigering);
    expect(() => setAfwezig(mia, in10(), fleur.id)).toThrow(/Fleur is zelf afwezig tot en met/);
    connection().prepare('UPDATE gebruiker SET actief = 0 WHERE id = ?').run(mo.id);
    expect(() => setAfwezig(mia, in10(), mo.id)).toThrow(Weigering);
    connection().prepare('UPDATE gebruiker SET actief = 1 WHERE id = ?').run(mo.id);
  });

  it('also takes over what was in her care: Fleur\'s people go on from Mia to Mo, so that nobody is forgotten', () => {
    setAfwezig(fleur, in10(), mia.id);
    setAfwezig(mia, in10(), mo.id);
    expect(caseloads(mo).sort()).toEqual([mia.id, mo.id, fleur.id].sort());
    expect(database().select().from(gebeurtenis).all().at(-1)).toMatchObject({ objectId: fleur.id, verb: 'geef waarneming door' });
  });
});

it('is nobody\'s business but a werkmakelaar\'s', () => {
  for (const step of [() => getAfwezigheid(karin), () => setAfwezig(karin, in10(), mo.id), () => setAanwezig(karin)]) expect(step).toThrow(GeenToegang);
});
