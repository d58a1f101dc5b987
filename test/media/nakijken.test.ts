/** The second look: nothing new reaches an employer before an accountmanager saw it, whoever put it there. */
import { readFileSync, readdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connection, database } from '#db/client.ts';
import { kandidaat, media, werkgever } from '#db/schema.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { addDays } from '#src/domain/kalender/werkdagen.ts';
import { WISVERZOEK_DAGEN } from '#src/domain/kandidaat/bewaren.ts';
import { curatieInvoer, type CuratiePunt } from '#src/domain/kandidaat/curatie.ts';
import { cureer, getCuratie } from '#src/domain/kandidaat/curatie.server.ts';
import { PROFIEL_STATUSSEN } from '#src/domain/kandidaat/kandidaat.ts';
import { moveProfile, profileHistory } from '#src/domain/kandidaat/kandidaat.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { askErasure, withdrawOwn } from '#src/domain/match/intrekken.server.ts';
import { bewaar } from '#src/jobs/bewaren.ts';
import { overzichtVoor } from '#src/mail/dagoverzicht.server.ts';
import { beeldstand } from '#src/media/media.ts';
import { getMedia, movePhotoFocus, removeMedia, saveFilm, saveFilmText, savePhoto } from '#src/media/media.server.ts';
import { listAfgekeurd, listNieuwBeeld, lookAt } from '#src/media/nakijken.server.ts';
import { choosePresentatie } from '#src/media/presentatie.server.ts';
import { findMedia, fotoVan } from '#src/media/toegang.server.ts';
import { makeActor, makeKandidaat, makePartner, useDatabase } from '../support/database.ts';
import { ONDERTITELING, mp4, tweekleur, useMediaFolder } from '../support/beelden.ts';

const map = useMediaFolder();
useDatabase();

type Persoon = Actor & { id: number };
let mo: Persoon; let ada: Persoon; let peter: Persoon; let petra: Persoon; let karin: Actor;
let samira: number; let foto: string; let count = 0;
const ALLE: CuratiePunt[] = ['tekst', 'beeld', 'gezondheid', 'contact', 'toestemming'];

beforeAll(async () => {
  mo = await makeActor('aanmelder', 'Mo', { partnerId: makePartner('Team Werk') });
  ada = await makeActor('aanmelder', 'Ada', { partnerId: makePartner('Anders') });
  await makeActor('werkmakelaar', 'Mia');
  peter = await makeActor('accountmanager', 'Peter');
  petra = await makeActor('accountmanager', 'Petra');
  karin = await makeActor('werkgever', 'Karin', { werkgeverId: database().insert(werkgever).values({ naam: 'Van Dijk', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id });
  foto = map.schrijf('samira.jpg', await tweekleur(500, 400).jpeg().toBuffer());
});
beforeEach(() => { samira = iemand('gepubliceerd'); });

function iemand(status: 'gepubliceerd' | 'concept'): number {
  const id = makeKandidaat({ ref: `n-${++count}`, voornaam: 'Samira', aanmelder: 'Team Werk', werkmakelaar: 'mia@test.example', sectoren: ['logistiek'], wensberoepen: ['orderpicker'], toestemming: ['profiel', 'voornaam', 'foto', 'film'] });
  database().update(kandidaat).set({ status }).where(eq(kandidaat.id, id)).run();
  return id;
}
const zelf = (): Actor => ({ rol: 'kandidaat', kandidaatId: samira });
const ziet = (actor: Actor, bestand = 'foto-640.jpg') => { try { return findMedia(actor, samira, bestand).mime; } catch (error) { if (error instanceof NietGevonden) return null; throw error; } };
const wachtend = (soort: 'foto' | 'film' = 'foto') => listNieuwBeeld(peter).find((item) => item.kandidaatId === samira && item.soort === soort);
const keuze = (soort: 'foto' | 'film' = 'foto') => ({ kandidaat: samira, soort, versie: wachtend(soort)?.versie ?? '' });
const laatZien = (soort: 'foto' | 'film' = 'foto') => lookAt(peter, { stap: 'laat zien', ...keuze(soort) });
const film = () => map.schrijf(`film-${++count}.mp4`, mp4());
const vtt = () => map.schrijf('tekst.vtt', ONDERTITELING);
const bestanden = () => readdirSync(process.env.MEDIA_PATH!, { withFileTypes: true }).filter((item) => item.isFile()).map(({ name }) => name);
const history = () => profileHistory(peter, samira).map(({ verb }) => verb);

describe('a photo that comes to the published profile of Samira', () => {
  it.each(['Mo', 'Samira'])('from %s is seen by no employer until Peter looked, and by her own people with a word that it waits', async (wie) => {
    await savePhoto(wie === 'Mo' ? mo : zelf(), samira, foto);
    expect([ziet(karin), fotoVan(karin, samira), ziet(ada)]).toEqual([null, null, null]);
    expect([ziet(mo), ziet(zelf()), fotoVan(mo, samira), fotoVan(peter, samira)]).toEqual(['image/jpeg', 'image/jpeg', { wacht: true }, { wacht: true }]);
    expect(fotoVan(zelf(), samira)).toBeNull();
    await laatZien();
    expect([ziet(karin), fotoVan(karin, samira), ziet(ada), fotoVan(zelf(), samira)]).toEqual(['image/jpeg', { wacht: false }, 'image/jpeg', { wacht: false }]);
    expect(getMedia(mo, samira).foto).toMatchObject({ nagekekenDoorId: peter.id });
    expect(history()).toContain('foto nagekeken');
    expect(wachtend()).toBeUndefined();
  });

  it('is told to Peter in the overview of the day, once', async () => {
    await savePhoto(mo, samira, foto);
    const regel = (sinds: string) => overzichtVoor(peter, sinds, today()).nieuw.find(({ een }) => een.startsWith('nieuwe foto'))!.aantal;
    expect([regel('2026-01-01'), regel(new Date(Date.now() + 1000).toISOString())]).toEqual([listNieuwBeeld(peter).length, 0]);
  });

  it('waits again when it is replaced or cropped anew, and the one before is gone from sight at once', async () => {
    for (const verander of [() => savePhoto(mo, samira, foto), () => movePhotoFocus(mo, samira, { x: 0, y: 0 }), () => savePhoto(zelf(), samira, foto)]) {
      await verander();
      expect([ziet(karin), wachtend()?.voornaam]).toEqual([null, 'Samira']);
      await laatZien();
      expect(ziet(karin)).toBe('image/jpeg');
    }
  });

  it('is taken away with a reason that Mo and Samira read until there is another one', async () => {
    await savePhoto(mo, samira, foto);
    const before = bestanden().length;
    await lookAt(peter, { stap: 'haal weg', ...keuze(), reden: 'Er staat iemand anders op.' });
    expect([getMedia(mo, samira).foto, bestanden().length]).toEqual([undefined, before - 10]);
    for (const wie of [mo, zelf(), peter]) expect(listAfgekeurd(wie, samira)).toMatchObject([{ soort: 'foto', reden: 'Er staat iemand anders op.' }]);
    expect(() => listAfgekeurd(ada, samira)).toThrow(NietGevonden);
    await savePhoto(mo, samira, foto);
    expect(listAfgekeurd(mo, samira)).toEqual([]);
    await removeMedia(mo, samira, 'foto');
    expect(listAfgekeurd(mo, samira)).toEqual([]);
  });

  it('is told to be without her agreement, and stays out of sight after the look too', async () => {
    await savePhoto(mo, samira, foto);
    connection().prepare("UPDATE toestemming SET ingetrokken_op = '2026-01-01' WHERE kandidaat_id = ? AND item = 'foto'").run(samira);
    expect(wachtend()).toMatchObject({ toestemming: false });
    await laatZien();
    expect(ziet(karin)).toBeNull();
  });

  it('is for accountmanagers to decide about, and for nobody else', async () => {
    await savePhoto(mo, samira, foto);
    const invoer = { stap: 'laat zien', ...keuze() } as const;
    for (const wie of [mo, ada, karin, zelf(), { rol: 'bezoeker' } as Actor]) {
      expect(() => listNieuwBeeld(wie)).toThrow(GeenToegang);
      await expect(lookAt(wie, invoer)).rejects.toThrow(GeenToegang);
    }
    await expect(lookAt(peter, { ...invoer, kandidaat: 999_999 })).rejects.toThrow(NietGevonden);
    expect(ziet(karin)).toBeNull();
  });
});

describe('two accountmanagers, or Mo meanwhile', () => {
  it.each<[string, () => Promise<void>, RegExp]>([
    ['shown', () => laatZien(), /Een collega keek deze foto al na/],
    ['taken away', () => lookAt(peter, { stap: 'haal weg', ...keuze(), reden: 'Te donker.' }), /al weggehaald/],
    ['replaced', () => savePhoto(mo, samira, foto), /veranderd terwijl u keek/],
    ['cropped anew', () => movePhotoFocus(mo, samira, { x: 1, y: 1 }), /veranderd terwijl u keek/],
  ])('when it was %s first, Petra reads so and changes nothing', async (_, first, message) => {
    await savePhoto(mo, samira, foto);
    const opened = keuze();
    await first();
    const before = [getMedia(mo, samira).foto, history(), bestanden().length];
    for (const invoer of [{ stap: 'laat zien', ...opened }, { stap: 'haal weg', ...opened, reden: 'Toch niet.' }] as const) {
      const poging = lookAt(petra, invoer);
      await expect(poging).rejects.toThrow(Weigering);
      await expect(poging).rejects.toThrow(message);
    }
    expect([getMedia(mo, samira).foto, history(), bestanden().length]).toEqual(before);
  });
});

describe('a film', () => {
  it('is not asked about before it is complete, and waits again after other words, captions or another still; the same words change nothing', async () => {
    await saveFilm(zelf(), samira, film());
    expect(wachtend('film')).toBeUndefined();
    const tekst = { transcript: 'Samira vertelt over het magazijn.' };
    await saveFilmText(zelf(), samira, { ...tekst, ondertiteling: vtt() });
    expect(wachtend('film')).toMatchObject({ film: { bron: `/media/${samira}/film.mp4`, transcript: tekst.transcript } });
    for (const verander of [{ transcript: 'Samira vertelt over de winkel.' }, { ...tekst, ondertiteling: vtt() }, { ...tekst, poster: foto }]) {
      await laatZien('film');
      expect(ziet(karin, 'film.mp4')).toBe('video/mp4');
      await saveFilmText(mo, samira, verander);
      expect([ziet(karin, 'film.mp4'), ziet(karin, 'ondertiteling.vtt'), wachtend('film')?.soort]).toEqual([null, null, 'film']);
    }
    await laatZien('film');
    await saveFilmText(mo, samira, tekst);
    expect(ziet(karin, 'film.mp4')).toBe('video/mp4');
  });
});

describe('the curation of a whole profile', () => {
  beforeEach(() => { samira = iemand('concept'); });
  const form = (stap: 'publiceer' | 'bewaar', wie = peter, punten = ALLE) => ({ ...curatieInvoer.parse({ stap, versie: getCuratie(wie, samira).versie }), punten });

  it('is the look at its photo, in the same step, and asks for no second one', async () => {
    await savePhoto(mo, samira, foto);
    expect(wachtend()).toBeUndefined();
    moveProfile(mo, samira, 'dien in');
    cureer(peter, samira, form('publiceer'));
    expect([ziet(karin), wachtend(), getMedia(mo, samira).foto!.nagekekenDoorId]).toEqual(['image/jpeg', undefined, peter.id]);
  });

  it('publishes no photo that was not on the screen: who put it there is named, and what was ticked of the earlier one does not count', async () => {
    await savePhoto(mo, samira, foto);
    moveProfile(mo, samira, 'dien in');
    cureer(peter, samira, form('bewaar'));
    expect(getCuratie(petra, samira).punten.every(({ vink }) => vink)).toBe(true);
    const opened = form('publiceer');
    await savePhoto(mo, samira, foto);
    expect(() => cureer(peter, samira, opened)).toThrow(/^Mo heeft een andere foto geplaatst op .* Wat u typte staat er nog\.$/);
    expect([ziet(karin), getMedia(mo, samira).foto!.nagekekenOp]).toEqual([null, null]);
    expect(getCuratie(petra, samira).punten.filter(({ vink }) => !vink).map(({ punt }) => punt)).toEqual(['beeld']);
  });

  it('holds for a profile that goes back to be written anew: a photo of then waits for the next curation', async () => {
    await savePhoto(mo, samira, foto);
    moveProfile(mo, samira, 'dien in');
    cureer(peter, samira, form('publiceer'));
    moveProfile(mo, samira, 'herzie');
    await savePhoto(mo, samira, foto);
    expect([ziet(karin), wachtend()]).toEqual([null, undefined]);
    moveProfile(mo, samira, 'dien in');
    cureer(petra, samira, form('publiceer'));
    expect(ziet(karin)).toBe('image/jpeg');
  });

  it('but not for a pause: what came meanwhile waits when the profile is back', async () => {
    await savePhoto(mo, samira, foto);
    moveProfile(mo, samira, 'dien in');
    cureer(peter, samira, form('publiceer'));
    moveProfile(mo, samira, 'pauzeer');
    await savePhoto(mo, samira, foto);
    moveProfile(mo, samira, 'hervat');
    expect([ziet(karin), wachtend()?.soort]).toEqual([null, 'foto']);
  });
});

describe('Samira with her personal link', () => {
  it('adds, crops and removes her own photo and film, and nobody else\'s; how she is presented is not hers to choose', async () => {
    await savePhoto(zelf(), samira, foto);
    await movePhotoFocus(zelf(), samira, { x: 1, y: 0 });
    expect(getMedia(zelf(), samira).foto).toMatchObject({ focusX: 1, doorId: null });
    expect(profileHistory(peter, samira).at(-1)).toMatchObject({ verb: 'uitsnede gekozen', toelichting: expect.stringContaining('Door de kandidaat zelf') });
    const piet = iemand('gepubliceerd');
    for (const work of [() => savePhoto(zelf(), piet, foto), () => saveFilm(zelf(), piet, film()), () => removeMedia(zelf(), piet, 'foto')]) await expect(work()).rejects.toThrow(NietGevonden);
    expect(() => getMedia(zelf(), piet)).toThrow(NietGevonden);
    expect(() => choosePresentatie(zelf(), samira, 'lange film')).toThrow(GeenToegang);
    await removeMedia(zelf(), samira, 'foto');
    expect(getMedia(zelf(), samira).foto).toBeUndefined();
  });

  it('adds nothing once she withdrew, and neither does Mo; what there is can still be taken away', async () => {
    await savePhoto(zelf(), samira, foto);
    withdrawOwn(zelf());
    const before = bestanden();
    for (const work of [() => savePhoto(zelf(), samira, foto), () => savePhoto(mo, samira, foto), () => saveFilm(mo, samira, film())]) await expect(work()).rejects.toThrow('ingetrokken');
    expect([bestanden(), readdirSync(`${process.env.MEDIA_PATH}/tmp`)]).toEqual([before, []]);
    await removeMedia(zelf(), samira, 'foto');
  });

  it('leaves no file in the folder when she is erased two weeks after she asked, and Piet keeps his', async () => {
    for (const rij of database().select().from(media).all()) await removeMedia(mo, rij.kandidaatId, rij.soort);
    const piet = iemand('gepubliceerd');
    await savePhoto(mo, piet, foto);
    const vanPiet = bestanden();
    await savePhoto(mo, samira, foto);
    await saveFilm(mo, samira, film());
    await saveFilmText(mo, samira, { transcript: 'Samira vertelt over het magazijn.', ondertiteling: vtt(), poster: foto });
    expect(bestanden().length).toBe(vanPiet.length + 13);
    askErasure(zelf());
    await bewaar(new Date(`${addDays(today(), WISVERZOEK_DAGEN)}T08:00:00Z`));
    expect(history().at(-1)).toBe('wis');
    expect(bestanden()).toEqual(vanPiet);
  });
});

describe('the migration that brought the look', () => {
  it('keeps what employers saw until then: a profile in the window or paused, and no other', async () => {
    const update = readFileSync(new URL('../../db/migrations/0004_nagekeken.sql', import.meta.url), 'utf8').split('--> statement-breakpoint').at(-1)!;
    const keeps: string[] = [];
    for (const status of PROFIEL_STATUSSEN) {
      samira = iemand('concept');
      await savePhoto(mo, samira, foto);
      database().update(kandidaat).set({ status }).where(eq(kandidaat.id, samira)).run();
      connection().exec(update);
      const { nagekekenOp, aangemaaktOp } = getMedia(mo, samira).foto!;
      if (nagekekenOp === aangemaaktOp) keeps.push(status);
      else expect(nagekekenOp).toBeNull();
    }
    expect(keeps.sort()).toEqual(['gepauzeerd', 'gepubliceerd']);
  });
});

it('the state of a photo says first what is still to be done', () => {
  const rij = { soort: 'film', bestand: 'f', ondertiteling: 'o', poster: null, transcript: 't', nagekekenOp: '2026-01-01' } as const;
  expect([beeldstand(undefined, true, true), beeldstand({ ...rij, transcript: null, nagekekenOp: null }, false, true), beeldstand({ ...rij, nagekekenOp: null }, false, true), beeldstand({ ...rij, nagekekenOp: null }, true, true), beeldstand(rij, true, false), beeldstand(rij, true, true)])
    .toEqual(['geen', 'onaf', 'toestemming', 'blik', 'klaar', 'getoond']);
});
