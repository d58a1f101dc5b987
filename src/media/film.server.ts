/** Films: which containers we take, judged by content. A film is kept as it came; browsers play both kinds. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { Weigering } from '../auth/policy.ts';

const EXTENSIE = { 'video/mp4': 'mp4', 'video/webm': 'webm' } as const;
export type Filmsoort = { mime: keyof typeof EXTENSIE; extensie: 'mp4' | 'webm'; bytes: number };

/**
 * Looks whether a file is a film that browsers play.
 * @param pad a complete file as it came in, whatever its name was
 * @throws Weigering in plain words
 */
export async function bekijkFilm(pad: string): Promise<Filmsoort> {
  const soort = await fileTypeFromFile(pad).catch(() => undefined);
  const { size: bytes } = await stat(pad);
  if (soort?.mime === 'video/quicktime') throw new Weigering('Dit is een film in MOV. Bewaar hem als MP4, dan speelt hij in elke browser.');
  if (soort?.mime !== 'video/mp4' && soort?.mime !== 'video/webm') throw new Weigering('Dit bestand is geen film die wij kennen, ook al zegt de naam misschien van wel. Kies een MP4 of WebM.');
  if (soort.mime === 'video/mp4' && !(await isHeel(pad, bytes))) throw new Weigering('Deze film is niet heel: het einde of de inhoudsopgave ontbreekt. Bewaar hem opnieuw als MP4.');
  return { mime: soort.mime, extensie: EXTENSIE[soort.mime], bytes };
}

/** Whether the boxes of an MP4 (ISO 14496-12) fill the file exactly, with an index and pictures among them. */
async function isHeel(pad: string, bytes: number): Promise<boolean> {
  const bestand = await open(pad);
  try {
    const boxes = new Set<string>();
    let at = 0;
    while (at < bytes) {
      const box = await leesBox(bestand, at, bytes);
      if (!box) return false;
      boxes.add(box.naam);
      at += box.lengte;
    }
    return at === bytes && boxes.has('moov') && (boxes.has('mdat') || boxes.has('moof'));
  } finally {
    await bestand.close();
  }
}

/** A length of 1 stands for 64 bits after the name, 0 for "to the end of the file". */
async function leesBox(bestand: FileHandle, at: number, bytes: number): Promise<{ naam: string; lengte: number } | undefined> {
  const { buffer, bytesRead } = await bestand.read(Buffer.alloc(16), 0, 16, at);
  if (bytesRead < 8) return undefined;
  const kort = buffer.readUInt32BE(0);
  if (kort === 1 && bytesRead < 16) return undefined;
  const lengte = kort === 0 ? bytes - at : kort === 1 ? Number(buffer.readBigUInt64BE(8)) : kort;
  return lengte < 8 ? undefined : { naam: buffer.toString('latin1', 4, 8), lengte };
}
