/** The films: what is drawn, said and stored belongs together. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEMO_FILMS } from '#db/seed/films/films.ts';
import { FILM_MAX, FILM_MIN, filmSchema, filmSeconden, ondertitels } from '#src/domain/verhaal/film.ts';
import { verhaalSchema } from '#src/domain/verhaal/verhaal.ts';
import { TEKENINGEN, bereidVoor } from '#src/media/film/films.ts';
import { BEMONSTERING, filmgeluid, wav } from '#src/media/film/geluid.ts';
import { filmbeeld } from '#src/media/film/kader.ts';
import { breakLines, setText } from '#src/media/letters.server.ts';

/** The package has no types of its own. */
const { WebVTTParser } = createRequire(import.meta.url)('webvtt-parser') as { WebVTTParser: new () => { parse: (text: string, mode: string) => { cues: { endTime: number; text: string }[]; errors: unknown[] } } };
const root = new URL('../../', import.meta.url);
const verhalen = readdirSync(new URL('src/content/verhalen/', root)).flatMap((file) => {
  const { film, titel } = verhaalSchema.parse(parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(new URL(`src/content/verhalen/${file}`, root), 'utf8'))![1]!));
  return film ? [{ id: basename(file, '.md'), titel, film }] : [];
});
const films = [
  ...verhalen.map(({ id, film }) => ({ naam: id, reeks: id, film, seconden: filmSeconden(film), bestand: `public/films/${id}` })),
  ...DEMO_FILMS.map((demo) => ({ naam: demo.naam, reeks: 'demo', film: [{ ...demo, tekening: demo.naam }], seconden: demo.seconden, bestand: `db/seed/films/${demo.naam}` })),
];

describe('the films of the verhalen', () => {
  it('are two, each with a title that is the story\'s own', () => {
    expect(verhalen).toHaveLength(2);
    for (const { titel, film } of verhalen) expect(film[0]!.tekst).toBe(titel);
  });

  it('use every drawing that was made for them, once', () => {
    for (const { id, film } of verhalen) expect(film.map(({ tekening }) => tekening).sort()).toEqual(Object.keys(TEKENINGEN[id]!).sort());
  });

  it('have their files, none larger than 1.5 MB', () => {
    for (const { bestand } of films.filter(({ reeks }) => reeks !== 'demo')) {
      for (const soort of ['webm', 'mp4', 'jpg']) expect({ bestand, soort, past: statSync(new URL(`${bestand}.${soort}`, root)).size < 1_500_000 }).toEqual({ bestand, soort, past: true });
    }
  });
});

describe('the films of the demo region', () => {
  it('last six to ten seconds, have a transcript with their words, and are no larger than 300 kB', () => {
    for (const { naam, seconden, tekst, transcript } of DEMO_FILMS) {
      expect(seconden).toBeGreaterThanOrEqual(6);
      expect(seconden).toBeLessThanOrEqual(10);
      expect(transcript).toContain(tekst);
      expect(statSync(new URL(`db/seed/films/${naam}.webm`, root)).size).toBeLessThan(300_000);
      expect(existsSync(new URL(`db/seed/films/${naam}.jpg`, root))).toBe(true);
    }
  });
});

describe.each(films)('the film $naam', ({ reeks, film, seconden, bestand }) => {
  const delen = bereidVoor(reeks, film, breakLines);

  it('has captions that say what the film says, from the first second to the last', () => {
    const vtt = readFileSync(new URL(`${bestand}.vtt`, root), 'utf8');
    expect(vtt).toBe(ondertitels(film));
    const { cues, errors } = new WebVTTParser().parse(vtt, 'captions');
    expect(errors).toEqual([]);
    expect(cues).toHaveLength(film.length);
    expect(cues.at(-1)!.endTime).toBe(seconden);
    for (const [i, { tekst }] of film.entries()) expect(cues[i]!.text).toContain(tekst);
  });

  it('draws the same picture for the same moment, and moves within every scene', () => {
    let begin = 0;
    for (const { seconden: duur, tekening } of film) {
      const [vroeg, half] = [begin + 0.6, begin + duur / 2].map((tijd) => filmbeeld(delen, tijd, setText));
      expect(filmbeeld(delen, begin + 0.6, setText)).toBe(vroeg);
      expect({ tekening, beweegt: half !== vroeg }).toEqual({ tekening, beweegt: true });
      begin += duur;
    }
  });

  it('is well drawn at every half second: no number is lost, nothing comes from outside', async () => {
    for (let tijd = 0; tijd <= seconden; tijd += 0.5) {
      const svg = filmbeeld(delen, tijd, setText);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<image|href|<script/);
      const ids = [...svg.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    }
    expect(await sharp(Buffer.from(filmbeeld(delen, seconden / 2, setText))).metadata()).toMatchObject({ width: 1280, height: 720 });
  });
});

describe('the sound', () => {
  it('lasts as long as the film and never clips', () => {
    for (const { reeks, film, seconden } of films) {
      const monsters = filmgeluid(bereidVoor(reeks, film, breakLines));
      expect(monsters).toHaveLength(Math.ceil(seconden * BEMONSTERING));
      expect(monsters.reduce((most, monster) => Math.max(most, Math.abs(monster)), 0)).toBeLessThanOrEqual(16_384);
      expect(wav(monsters).subarray(0, 4).toString()).toBe('RIFF');
    }
  });
});

describe('a film in the front matter', () => {
  const tafereel = { tekening: 'deur', seconden: 6, kop: 'Maandag', tekst: 'Kim legt haar hand op de deur.', beeld: 'Een dichte deur.' };
  const meldingen = (film: unknown) => filmSchema.safeParse(film).error?.issues.map(({ message }) => message) ?? [];

  it('is refused when it is too short, too long, or says more than can be read', () => {
    expect(meldingen(Array(6).fill(tafereel))).toEqual([]);
    expect(meldingen(Array(4).fill(tafereel))[0]).toMatch(/ten minste vijf/);
    expect(meldingen(Array(5).fill({ ...tafereel, seconden: 3 }))).toContain(`Film: tussen ${FILM_MIN} en ${FILM_MAX} seconden.`);
    expect(meldingen(Array(11).fill(tafereel))).toContain(`Film: tussen ${FILM_MIN} en ${FILM_MAX} seconden.`);
    expect(meldingen(Array(6).fill({ ...tafereel, seconden: 5, tekst: 'x'.repeat(76) }))).toContain('Tekst: te lang om in deze tijd te lezen.');
  });

  it('stops the making with the name of the scene when there is no such drawing', () => {
    expect(() => bereidVoor('tafel-dekken-voor-acht', [{ ...tafereel, tekening: 'zolder' }], breakLines)).toThrow('de tekening "zolder" bestaat niet');
    expect(() => bereidVoor('tafel-dekken-voor-acht', [{ ...tafereel, tekst: 'heel lang '.repeat(12) }], breakLines)).toThrow('past niet op 2 regels');
  });

  it('keeps signs of its own out of the captions', () => {
    expect(ondertitels([{ seconden: 61.25, tekst: 'A < B & C', geluid: 'een klik' }])).toBe('WEBVTT\n\n00:00.000 --> 01:01.250\n[een klik]\nA &lt; B &amp; C\n');
  });
});
