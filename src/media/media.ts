/** Photo and film: what may come in, in which sizes it goes out, and what a presentation costs. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { media } from '#db/schema.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { PRESENTATIEVORMEN, keuze, type Presentatievorm } from '../domain/kandidaat/kandidaat.ts';

const MB = 1024 * 1024;
/** What a file may weigh, per field of the forms, in bytes. */
export const MAX_BYTES = { foto: 15 * MB, film: 500 * MB, ondertiteling: MB / 2, poster: 15 * MB } as const;
export type Bestandsveld = keyof typeof MAX_BYTES;
/** More pixels than any telephone makes; a small file that unfolds into more is refused before it is decoded. */
export const MAX_PIXELS = 64_000_000;
/** Below this a face on a profile is a blur. */
export const MIN_BREEDTE = 400;
export const MIN_HOOGTE = 320;

/** Portraits are 5 : 4, as the drawn ones. */
export const VERHOUDING = 5 / 4;
export const FOTO_BREEDTES = [320, 640, 1200] as const;
export const FOTO_FORMATEN = ['avif', 'webp', 'jpg'] as const;
/** The whole picture, without crop, from which another crop can be made. The file that came in is not kept. */
export const HEEL_MAX = 1600;

export const TRANSCRIPT_MIN = 10;
export const TRANSCRIPT_MAX = 20_000;

export const MIME = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', mp4: 'video/mp4', webm: 'video/webm', vtt: 'text/vtt; charset=utf-8' } as const;

/** The point of a photo that must stay in view: parts of 1 from the left and from the top. */
export type Focus = { x: number; y: number };
export const FOCUS: Focus = { x: 0.5, y: 0.4 };

const BEREIK = 'Vul een getal van 0 tot 100 in.';
/** An empty field is no zero. */
const procent = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number(BEREIK).min(0, BEREIK).max(100, BEREIK));
/** The focus as people type it, in hundredths. */
export const focusVelden = { focusX: procent, focusY: procent };
export const transcriptInvoer = z.string().overwrite((tekst) => tekst.replace(/\r\n?/g, '\n')).trim().min(TRANSCRIPT_MIN, 'Schrijf uit wat er in de film wordt gezegd en te zien is.').max(TRANSCRIPT_MAX, 'Gebruik hoogstens 20.000 tekens.');
export const presentatieInvoer = keuze(PRESENTATIEVORMEN);

/** Which photo or film of whom somebody looked at, and as it was on the screen. */
const bekeken = { kandidaat: z.coerce.number('Dit beeld kennen wij niet.').int('Dit beeld kennen wij niet.'), soort: z.enum(['foto', 'film'], 'Dit beeld kennen wij niet.'), versie: z.string().max(40) };
/** The form beside new media of a published profile. */
export const nakijkInvoer = z.discriminatedUnion('stap', [
  z.object({ stap: z.literal('laat zien'), ...bekeken }),
  z.object({ stap: z.literal('haal weg'), ...bekeken, reden: z.string().trim().min(1, 'Schrijf waarom. De aanmelder en de kandidaat lezen dit.').max(500, 'Gebruik hoogstens 500 tekens.') }),
], 'Deze stap kennen wij niet.');
export type NakijkInvoer = z.output<typeof nakijkInvoer>;

/** The files of a photo in the media folder, by the random name they share. */
export function fotoBestanden(naam: string): string[] {
  return [`${naam}-heel.webp`, ...FOTO_BREEDTES.flatMap((breedte) => FOTO_FORMATEN.map((formaat) => `${naam}-${breedte}.${formaat}`))];
}

type Beeldrij = Pick<typeof media.$inferSelect, 'soort' | 'bestand' | 'ondertiteling' | 'poster' | 'transcript'>;

/** A short mark of photo and film as they are now: another file, crop, caption or word gives another one. */
export function mediaVersie(rijen: readonly Beeldrij[]): string {
  const delen = rijen.map(({ soort, bestand, ondertiteling, poster, transcript }) => [soort, bestand, ondertiteling, poster, transcript]).sort();
  return createHash('sha256').update(JSON.stringify(delen)).digest('hex').slice(0, 16);
}

/** Where somebody's pictures are for this actor: a kandidaat has them among the own pages, where the pass is sent. */
export function adressenVan(actor: Actor, kandidaatId: number): { map: string; portret: string; upload: string } {
  return actor.rol === 'kandidaat'
    ? { map: '/ik/media', portret: '/ik/portret.svg', upload: '/ik/media/upload' }
    : { map: `/media/${kandidaatId}`, portret: `/talent/${kandidaatId}/portret.svg`, upload: '/media/upload' };
}

/** What keeps a photo or film from employers: the first that is still to be done. `klaar`: only the profile itself is not in the window. */
export type Beeldstand = 'geen' | 'onaf' | 'toestemming' | 'blik' | 'klaar' | 'getoond';

/** @param toestemming whether the kandidaat agrees to this item @param inVenster whether the profile is shown */
export function beeldstand(rij: (Beeldrij & { nagekekenOp: string | null }) | undefined, toestemming: boolean, inVenster: boolean): Beeldstand {
  if (!rij) return 'geen';
  if (rij.soort === 'film' && !(rij.ondertiteling && rij.transcript)) return 'onaf';
  if (!toestemming) return 'toestemming';
  if (rij.nagekekenOp === null) return 'blik';
  return inVenster ? 'getoond' : 'klaar';
}

/**
 * The largest part of 5 : 4 that keeps the focus as near its middle as the edges allow.
 * @param breedte width of the whole picture, in pixels; `hoogte` likewise
 */
export function uitsnede(breedte: number, hoogte: number, focus: Focus): { left: number; top: number; width: number; height: number } {
  const width = Math.max(1, Math.min(breedte, Math.floor(hoogte * VERHOUDING)));
  const height = Math.max(1, Math.min(hoogte, Math.floor(breedte / VERHOUDING)));
  const place = (middle: number, part: number, whole: number) => Math.round(Math.min(Math.max(middle * whole - part / 2, 0), whole - part));
  return { left: place(focus.x, width, breedte), top: place(focus.y, height, hoogte), width, height };
}

/** Price per presentation, in cents. */
export type Presentatiekosten = Record<Presentatievorm, number>;
/** Per form of presentation: how many are made, how many are chosen and still to be made. */
export type Presentatietelling = Record<Presentatievorm, { gemaakt: number; gereserveerd: number }>;

/** What was spent and what is reserved, in cents. */
export function budget(kosten: Presentatiekosten, telling: Presentatietelling): { besteed: number; gereserveerd: number } {
  const sum = (soort: 'gemaakt' | 'gereserveerd') => PRESENTATIEVORMEN.reduce((total, vorm) => total + telling[vorm][soort] * kosten[vorm], 0);
  return { besteed: sum('gemaakt'), gereserveerd: sum('gereserveerd') };
}
