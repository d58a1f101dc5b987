/**
 * npm run films [-- NAME …]: makes the films of the verhalen and of the demo region anew, from the scenes in the front
 * matter and the drawings in src/media/film. Needs ffmpeg; the site itself does not, for the files are in the repository.
 */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { parse } from 'yaml';
import { DEMO_FILMS, FILM_MAAT } from '#db/seed/films/films.ts';
import { ondertitels } from '#src/domain/verhaal/film.ts';
import { verhaalSchema } from '#src/domain/verhaal/verhaal.ts';
import { bereidVoor } from '#src/media/film/films.ts';
import { hasFfmpeg, neemOp, type Opname } from '#src/media/film/opname.server.ts';
import { breakLines } from '#src/media/letters.server.ts';

type Werk = Omit<Opname, 'pad'> & { naam: string; pad: string; vtt: string };

const root = new URL('../../', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, root));

/** The stories that have a film; the still is the first scene, with the title and the face. */
function verhaalfilms(): Werk[] {
  return readdirSync(path('src/content/verhalen')).filter((file) => file.endsWith('.md')).flatMap((file) => {
    const naam = basename(file, '.md');
    const { film } = verhaalSchema.parse(parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(path(`src/content/verhalen/${file}`), 'utf8'))![1]!));
    if (!film) return [];
    return [{ naam, pad: path(`public/films/${naam}`), delen: bereidVoor(naam, film, breakLines), vtt: ondertitels(film), breed: 1280, geluid: true, mp4: true, stilstaand: film[0]!.seconden / 2 }];
  });
}

function demofilms(): Werk[] {
  return DEMO_FILMS.map(({ naam, ...film }) => ({ naam, pad: path(`db/seed/films/${naam}`), delen: bereidVoor('demo', [{ ...film, tekening: naam }], breakLines), vtt: ondertitels([film]), breed: FILM_MAAT.breedte, geluid: false, mp4: false, stilstaand: 3 }));
}

if (!hasFfmpeg()) {
  console.error('ffmpeg is er niet. Installeer het (bijvoorbeeld met: apt-get install ffmpeg); alleen dit commando heeft het nodig.');
  process.exit(1);
}
const wanted = process.argv.slice(2);
const werk = [...verhaalfilms(), ...demofilms()];
const unknown = wanted.filter((naam) => !werk.some((film) => film.naam === naam));
if (unknown.length > 0) {
  console.error(`Onbekende film: ${unknown.join(', ')}. Er is: ${werk.map(({ naam }) => naam).join(', ')}.`);
  process.exit(2);
}
for (const { naam, vtt, ...opname } of werk.filter((film) => wanted.length === 0 || wanted.includes(film.naam))) {
  const bar = new SingleBar({ format: `${naam} {bar} {value}/{total} beelden`, hideCursor: true });
  bar.start(1, 0);
  await neemOp(opname, (klaar, totaal) => { bar.setTotal(totaal); bar.update(klaar); });
  bar.stop();
  writeFileSync(`${opname.pad}.vtt`, vtt);
  const kb = (soort: string) => `${soort} ${Math.round(statSync(`${opname.pad}.${soort}`).size / 1000)} kB`;
  console.log(`  ${[kb('webm'), ...(opname.mp4 ? [kb('mp4')] : []), kb('jpg')].join(', ')}`);
}
