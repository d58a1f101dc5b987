/** Photos: what comes in is judged by its content, and only pixels go on: never a file from outside, never its EXIF. */
import { stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { Weigering } from '../auth/policy.ts';
import { FOTO_BREEDTES, HEEL_MAX, MAX_PIXELS, MIN_BREEDTE, MIN_HOOGTE, VERHOUDING, fotoBestanden, uitsnede, type Focus } from './media.ts';
import { gooiWeg, tijdelijk } from './opslag.server.ts';

// One picture at a time, and no copies of earlier ones: memory stays where it is however many photos come.
sharp.cache(false);

const SOORTEN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);
/** Quality per format, chosen so that the largest portrait stays near 100 kB. */
const CODERING = {
  avif: (image: Sharp) => image.avif({ quality: 52, effort: 2 }),
  webp: (image: Sharp) => image.webp({ quality: 78, effort: 3 }),
  jpg: (image: Sharp) => image.jpeg({ quality: 80, mozjpeg: true }),
} as const;

/** A photo in all its sizes, in files that are not in place yet: pairs of where it is now and the ending of its name. */
export type Fotoset = { paden: string[]; bytes: number; breedte: number; hoogte: number };
type Beeld = { data: Buffer; breedte: number; hoogte: number };

/**
 * Makes every size and format of a photo.
 * @param pad a file as it came in
 * @returns files in the order of `fotoBestanden`, in the folder for what is not finished
 * @throws Weigering in plain words when this is no photo that we can use
 */
export async function maakFoto(pad: string, focus: Focus): Promise<Fotoset> {
  return schrijf(await leesFoto(pad), focus);
}

/** The same photo with another crop, from the whole picture that was kept. */
export async function snijOpnieuw(heel: string, focus: Focus): Promise<Fotoset> {
  return schrijf(await inTurn(() => decode(heel, HEEL_MAX)), focus);
}

/** The still picture of a film, re-encoded as WebP of at most 1280 pixels wide. @throws Weigering as maakFoto */
export async function maakPoster(pad: string): Promise<string> {
  const { data, breedte, hoogte } = await leesFoto(pad);
  const uit = tijdelijk();
  await ruw(data, breedte, hoogte).resize({ width: 1280, withoutEnlargement: true }).webp({ quality: 80 }).toFile(uit);
  return uit;
}

let turn: Promise<unknown> = Promise.resolve();
/** Pictures wait for each other: two of 60 megapixels side by side would take the memory of a small server. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work, work);
  turn = done.catch(() => {});
  return done;
}

async function leesFoto(pad: string): Promise<Beeld> {
  const soort = await fileTypeFromFile(pad).catch(() => undefined);
  if (soort?.mime === 'image/heic' || soort?.mime === 'image/heif') throw new Weigering('Dit is een foto in HEIC. Bewaar of deel hem als JPEG, dan kan hij mee.');
  if (!soort || !SOORTEN.has(soort.mime)) throw new Weigering('Dit bestand is geen foto die wij kennen. Kies een JPEG, PNG, WebP of AVIF.');
  return inTurn(async () => {
    const { width, height, autoOrient } = await sharp(pad, { limitInputPixels: false }).metadata().catch(() => { throw new Weigering('Deze foto is beschadigd. Kies hem opnieuw, of kies een andere.'); });
    if (width * height > MAX_PIXELS) throw new Weigering(`Deze foto heeft te veel beeldpunten (${width} × ${height}). Kies er een van hoogstens 64 megapixel.`);
    if (autoOrient.width < MIN_BREEDTE || autoOrient.height < MIN_HOOGTE) throw new Weigering(`Deze foto is te klein (${autoOrient.width} × ${autoOrient.height}). Kies er een van ten minste ${MIN_BREEDTE} × ${MIN_HOOGTE} beeldpunten.`);
    return decode(pad, HEEL_MAX);
  });
}

/** Upright pixels of at most `max` on either side, in sRGB, without anything else that was in the file. */
async function decode(pad: string, max: number): Promise<Beeld> {
  try {
    const { data, info } = await sharp(pad, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true })
      .autoOrient().resize({ width: max, height: max, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha()
      .raw().toBuffer({ resolveWithObject: true });
    return { data, breedte: info.width, hoogte: info.height };
  } catch {
    throw new Weigering('Deze foto is beschadigd of niet helemaal overgekomen. Kies hem opnieuw, of kies een andere.');
  }
}

const ruw = (data: Buffer, width: number, height: number) => sharp(data, { raw: { width, height, channels: 3 } });

async function schrijf({ data, breedte, hoogte }: Beeld, focus: Focus): Promise<Fotoset> {
  const paden = fotoBestanden('').map(() => tijdelijk());
  try {
    const box = uitsnede(breedte, hoogte, focus);
    await ruw(data, breedte, hoogte).webp({ quality: 88, effort: 2 }).toFile(paden[0]!);
    // Size by size, so that no more than three encoders hold memory at once.
    for (const [rij, width] of FOTO_BREEDTES.entries()) {
      const beeld = ruw(data, breedte, hoogte).extract(box).resize({ width, height: Math.round(width / VERHOUDING), fit: 'fill' });
      await Promise.all(Object.values(CODERING).map((codeer, kolom) => codeer(beeld.clone()).toFile(paden[1 + rij * 3 + kolom]!)));
    }
    const sizes = await Promise.all(paden.map((pad) => stat(pad)));
    return { paden, bytes: sizes.reduce((sum, { size }) => sum + size, 0), breedte, hoogte };
  } catch (error) {
    await gooiWeg(paden);
    throw error;
  }
}
