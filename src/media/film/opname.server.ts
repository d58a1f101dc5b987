/** Films as files: every frame drawn by sharp, put together by ffmpeg. Only for making them anew; the site needs neither. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { setText } from '../letters.server.ts';
import { filmgeluid, wav } from './geluid.ts';
import { KADER, filmbeeld, type Filmdeel } from './kader.ts';

const BEELDEN_PER_SECONDE = 20;
/** Frames that are drawn at the same time. */
const TEGELIJK = 4;
/** Width of the still in pixels: it is loaded with the page, and shown no wider than a column of text. */
const STILSTAAND_BREED = 960;

export interface Opname {
  /** Path without extension: the files are PATH.webm, PATH.mp4 and PATH.jpg. */
  pad: string;
  delen: readonly Filmdeel[];
  /** Width in pixels; the height follows. */
  breed: number;
  geluid: boolean;
  /** Also H.264, for browsers that do not play WebM. */
  mp4: boolean;
  /** The moment of the still, in seconds. */
  stilstaand: number;
}

const VP9 = ['-c:v', 'libvpx-vp9', '-crf', '41', '-b:v', '0', '-deadline', 'good', '-cpu-used', '3', '-row-mt', '1', '-g', '200', '-pix_fmt', 'yuv420p'];
const H264 = ['-c:v', 'libx264', '-preset', 'slow', '-tune', 'animation', '-crf', '26', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];

/** Whether ffmpeg answers on this machine. */
export function hasFfmpeg(): boolean {
  return spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Makes the film and its still.
 * @param voortgang told after every frame how many of how many are drawn
 * @throws Error with what ffmpeg said, when it stops
 */
export async function neemOp(opname: Opname, voortgang: (klaar: number, totaal: number) => void): Promise<void> {
  const hoog = (opname.breed / KADER.breed) * KADER.hoog;
  const teken = (tijd: number) => sharp(Buffer.from(filmbeeld(opname.delen, tijd, setText))).resize(opname.breed, hoog).removeAlpha();
  const totaal = Math.round(opname.delen.reduce((som, deel) => som + deel.seconden, 0) * BEELDEN_PER_SECONDE);
  const map = mkdtempSync(join(tmpdir(), 'talentvenster-film-'));
  try {
    const geluid = join(map, 'geluid.wav');
    if (opname.geluid) writeFileSync(geluid, wav(filmgeluid(opname.delen)));
    await codeer(argumenten(opname, hoog, geluid), totaal, (nr) => teken(nr / BEELDEN_PER_SECONDE).raw().toBuffer(), voortgang);
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
  await teken(opname.stilstaand).resize(STILSTAAND_BREED).jpeg({ quality: 82, mozjpeg: true }).toFile(`${opname.pad}.jpg`);
}

function argumenten({ pad, breed, geluid, mp4 }: Opname, hoog: number, wavBestand: string): string[] {
  const uit = (codec: string[], klank: string[], bestand: string) => ['-map', '0:v', ...(geluid ? ['-map', '1:a', ...klank] : []), ...codec, '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', bestand];
  return ['-y', '-loglevel', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${breed}x${hoog}`, '-r', String(BEELDEN_PER_SECONDE), '-i', 'pipe:0', ...(geluid ? ['-i', wavBestand] : []),
    ...uit(VP9, ['-c:a', 'libopus', '-b:a', '32k'], `${pad}.webm`), ...(mp4 ? uit(H264, ['-c:a', 'aac', '-b:a', '48k'], `${pad}.mp4`) : [])];
}

async function codeer(opties: string[], totaal: number, beeld: (nr: number) => Promise<Buffer>, voortgang: (klaar: number, totaal: number) => void): Promise<void> {
  const ffmpeg = spawn('ffmpeg', opties, { stdio: ['pipe', 'ignore', 'pipe'] });
  let melding = '';
  ffmpeg.stderr.setEncoding('utf8').on('data', (tekst: string) => { melding += tekst; });
  const einde = once(ffmpeg, 'close') as Promise<[number]>;
  // A broken pipe is told by the exit code, with ffmpeg's own words.
  ffmpeg.stdin.on('error', () => {});
  for (let nr = 0; nr < totaal && ffmpeg.exitCode === null; nr += TEGELIJK) {
    const beelden = await Promise.all(Array.from({ length: Math.min(TEGELIJK, totaal - nr) }, (_, i) => beeld(nr + i)));
    for (const pixels of beelden) if (!ffmpeg.stdin.write(pixels)) await Promise.race([once(ffmpeg.stdin, 'drain'), einde]);
    voortgang(Math.min(totaal, nr + TEGELIJK), totaal);
  }
  ffmpeg.stdin.end();
  const [code] = await einde;
  if (code !== 0) throw new Error(`ffmpeg stopte met ${code}: ${melding.trim()}`);
}
