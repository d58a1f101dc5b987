/** Pictures and films made on the spot, in a folder that is gone afterwards; and a media folder for a file of tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll } from 'vitest';

export type Map = { pad: (naam: string) => string; schrijf: (naam: string, inhoud: Buffer | string) => string };

/** A folder for what people send, and MEDIA_PATH beside it; call before the settings are read. */
export function useMediaFolder(): Map {
  const folder = mkdtempSync(join(tmpdir(), 'talentvenster-media-'));
  process.env.MEDIA_PATH = join(folder, 'media');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const pad = (naam: string) => join(folder, naam);
  return { pad, schrijf: (naam, inhoud) => { writeFileSync(pad(naam), inhoud); return pad(naam); } };
}

/** A picture whose left half is red and right half blue, so that crop and turn can be seen. */
export function tweekleur(width: number, height: number): Sharp {
  const half = Math.floor(width / 2);
  return sharp({ create: { width, height, channels: 3, background: '#d02020' } })
    .composite([{ input: { create: { width: width - half, height, channels: 3, background: '#2020d0' } }, left: half, top: 0 }]);
}

const box = (naam: string, inhoud: Buffer) => {
  const kop = Buffer.alloc(8);
  kop.writeUInt32BE(inhoud.length + 8, 0);
  kop.write(naam, 4, 'latin1');
  return Buffer.concat([kop, inhoud]);
};
/** The boxes of an MP4 with `bytes` of would-be pictures: enough for who looks at the container, too little to play. */
export function mp4(bytes = 1000): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from('isom\x00\x00\x02\x00isomiso2avc1mp41', 'latin1')), box('moov', box('mvhd', Buffer.alloc(100))), box('mdat', Buffer.alloc(bytes, 7))]);
}
/** The head of a WebM and some bytes. */
export function webm(bytes = 1000): Buffer {
  return Buffer.concat([Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878102428581021853806701ffffffffffffff', 'hex'), Buffer.alloc(bytes, 1)]);
}
export const ONDERTITELING = 'WEBVTT\n\n00:00.000 --> 00:04.000\nHallo, ik ben Samira.\n';
