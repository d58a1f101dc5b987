/** Photos: what is refused and in which words, and what is left of a photo once it is ours. */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Weigering } from '#src/auth/policy.ts';
import { maakFoto, maakPoster, snijOpnieuw } from '#src/media/foto.server.ts';
import { FOCUS, FOTO_BREEDTES, uitsnede } from '#src/media/media.ts';
import { tijdelijk } from '#src/media/opslag.server.ts';
import { tweekleur, useMediaFolder } from '../support/beelden.ts';

const map = useMediaFolder();
const onaf = () => readdirSync(`${process.env.MEDIA_PATH}/tmp`);
const weigering = async (pad: string) => {
  const before = existsSync(`${process.env.MEDIA_PATH}/tmp`) ? onaf().length : 0;
  const message = await maakFoto(pad, FOCUS).then(() => 'aangenomen', (error) => { expect(error).toBeInstanceOf(Weigering); return (error as Error).message; });
  if (existsSync(`${process.env.MEDIA_PATH}/tmp`)) expect(onaf()).toHaveLength(before);
  return message;
};
/** The colour in the middle of a picture. */
const kleur = async (pad: string, left?: number) => {
  const { width, height } = await sharp(pad).metadata();
  const { data } = await sharp(pad).extract({ left: left ?? Math.floor(width / 2), top: Math.floor(height / 2), width: 1, height: 1 }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return data[0]! > data[2]! ? 'rood' : 'blauw';
};

/** A PNG of 40,000 × 40,000 white pixels in a few hundred kB: 4.8 GB once unfolded. */
function bom(): Buffer {
  const zijde = 40_000;
  const chunk = (naam: string, inhoud: Buffer) => {
    const body = Buffer.concat([Buffer.from(naam, 'latin1'), inhoud]);
    const [lengte, som] = [Buffer.alloc(4), Buffer.alloc(4)];
    lengte.writeUInt32BE(inhoud.length);
    som.writeUInt32BE(crc(body));
    return Buffer.concat([lengte, body, som]);
  };
  const kop = Buffer.alloc(13);
  kop.writeUInt32BE(zijde, 0); kop.writeUInt32BE(zijde, 4); kop.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', kop), chunk('IDAT', deflateSync(Buffer.alloc(zijde * (zijde / 8 + 1)))), chunk('IEND', Buffer.alloc(0))]);
}
function crc(data: Buffer): number {
  let value = ~0;
  for (const byte of data) { value ^= byte; for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0); }
  return ~value >>> 0;
}

describe('a photo that is none', () => {
  it('is refused in plain words, whatever its name says, and leaves no file behind', async () => {
    expect(await weigering(map.schrijf('brief.jpg', 'Beste mensen, hierbij mijn foto.'))).toContain('geen foto die wij kennen');
    expect(await weigering(map.schrijf('script.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toContain('geen foto die wij kennen');
    expect(await weigering(map.schrijf('script.jpg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><script>alert(1)</script></svg>'))).toContain('geen foto die wij kennen');
    expect(await weigering(map.schrijf('leeg.jpg', ''))).toContain('geen foto die wij kennen');
    expect(await weigering(map.schrijf('iphone.jpg', Buffer.from('0000001866747970686569630000000068656963', 'hex')))).toContain('HEIC');
  });

  it('is refused when it is a bomb, before it unfolds', async () => {
    const pad = map.schrijf('bom.png', bom());
    expect(readFileSync(pad).length).toBeLessThan(2_000_000);
    expect(await weigering(pad)).toContain('te veel beeldpunten (40000 × 40000)');
  });

  it('is refused when it is too small, or cut off half-way', async () => {
    expect(await weigering(map.schrijf('klein.png', await tweekleur(200, 200).png().toBuffer()))).toContain('te klein (200 × 200)');
    const heel = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg().toBuffer();
    expect(await weigering(map.schrijf('half.jpg', heel.subarray(0, heel.length / 2)))).toContain('niet helemaal overgekomen');
  });
});

describe('a photo of Samira', () => {
  it('comes out in three sizes of three formats, upright, without EXIF and without the place where it was made', async () => {
    const exif = { IFD0: { Copyright: 'Samira', Make: 'Telefoon' }, IFD3: { GPSLatitude: '51/1 33/1 0/1', GPSLatitudeRef: 'N' } };
    // Orientation 6: the telephone was held on its side, and the red half is on top once it stands upright.
    const pad = map.schrijf('samira.jpg', await tweekleur(1600, 1000).withExif(exif).withMetadata({ orientation: 6, exif }).jpeg().toBuffer());
    expect((await sharp(pad).metadata()).exif).toBeDefined();
    const { paden, breedte, hoogte } = await maakFoto(pad, FOCUS);
    expect([breedte, hoogte]).toEqual([1000, 1600]);
    const soorten = await Promise.all(paden.map(async (file) => { const { width, height, format, exif: kept, orientation, icc, xmp } = await sharp(file).metadata(); expect([kept, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]); return `${width}×${height} ${format}`; }));
    expect(soorten).toEqual(['1000×1600 webp', ...FOTO_BREEDTES.flatMap((width) => ['heif', 'webp', 'jpeg'].map((format) => `${width}×${width * 0.8} ${format}`))]);
    for (const file of paden) expect(readFileSync(file).includes('Samira') || readFileSync(file).includes('Telefoon')).toBe(false);
  });

  it('is cropped around the point that was chosen, and can be cropped anew', async () => {
    const pad = map.schrijf('breed.png', await tweekleur(2000, 500).png().toBuffer());
    const links = await maakFoto(pad, { x: 0.1, y: 0.5 });
    expect(await kleur(links.paden[4]!)).toBe('rood');
    const rechts = await snijOpnieuw(links.paden[0]!, { x: 0.9, y: 0.5 });
    expect(await kleur(rechts.paden[4]!)).toBe('blauw');
  });

  it('loses a transparent background to white, and becomes a still picture of at most 1280 pixels', async () => {
    const pad = map.schrijf('door.png', await sharp({ create: { width: 3000, height: 1500, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer());
    const poster = await maakPoster(pad);
    expect(await sharp(poster).metadata()).toMatchObject({ width: 1280, height: 640, format: 'webp', hasAlpha: false });
    expect((await sharp(poster).stats()).channels[0]!.mean).toBeGreaterThan(250);
  });

  it('is written under a name that tells nothing', () => {
    expect(tijdelijk()).toMatch(/tmp\/[0-9a-f]{32}$/);
  });
});

describe('the crop', () => {
  it('is 5 to 4, lies inside the picture, and holds the chosen point, for every picture and point', () => {
    fc.assert(fc.property(fc.integer({ min: 400, max: 1600 }), fc.integer({ min: 320, max: 1600 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (breedte, hoogte, x, y) => {
      const { left, top, width, height } = uitsnede(breedte, hoogte, { x, y });
      expect(left >= 0 && top >= 0 && left + width <= breedte && top + height <= hoogte).toBe(true);
      expect(Math.abs(width / height - 1.25)).toBeLessThan(0.01);
      expect(width === breedte || height === hoogte).toBe(true);
      expect(x * breedte >= left - 1 && x * breedte <= left + width + 1 && y * hoogte >= top - 1 && y * hoogte <= top + height + 1).toBe(true);
    }));
  });
});
