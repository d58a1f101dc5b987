/** Use cases for photo and film: files first, then names and row at once, then what was there before goes. */
import { readFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, media } from '#db/schema.ts';
import { NietGevonden, Weigering, eis } from '../auth/policy.ts';
import { recordEvent } from '../domain/gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor } from '../domain/gebruiker/gebruiker.ts';
import { own } from '../domain/kandidaat/kandidaat.server.ts';
import type { Presentatievorm, ProfielStatus } from '../domain/kandidaat/kandidaat.ts';
import { bekijkFilm } from './film.server.ts';
import { maakFoto, maakPoster, snijOpnieuw, type Fotoset } from './foto.server.ts';
import { FOCUS, fotoBestanden, type Bestandsveld, type Focus } from './media.ts';
import { leesOndertiteling } from './ondertiteling.ts';
import { bestandenVan, gooiWeg, nieuweNaam, plek, tijdelijk, verwijder, zetKlaar } from './opslag.server.ts';

type Rij = typeof media.$inferSelect;
type Nieuw = Pick<Rij, 'soort' | 'bestand'> & Partial<Rij>;
/** As it was never looked at: what is new or changed waits for an accountmanager. */
const NIET_NAGEKEKEN = { nagekekenOp: null, nagekekenDoorId: null };
const WOORD = { foto: 'de foto', film: 'de film' } as const;

/** A file that we cannot use; `veld` is where the form says so. */
export class BestandFout extends Weigering {
  readonly veld: Bestandsveld;
  constructor(veld: Bestandsveld, melding: string) { super(melding); this.veld = veld; }
}

/** Says what is wrong with a file at the field it came from. */
export async function bij<T>(veld: Bestandsveld, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Weigering && !(error instanceof BestandFout) ? new BestandFout(veld, error.message) : error;
  }
}

export type Staat = { foto: Rij | undefined; film: Rij | undefined; vorm: Presentatievorm; status: ProfielStatus };

/** Photo and film of a kandidaat of one's own, or of oneself, shown or not. @throws NietGevonden for those of somebody else */
export function getMedia(actor: Actor, kandidaatId: number): Staat {
  eis(actor, 'media.bekijk');
  return ownMedia(actor, kandidaatId);
}

/** Whether someone may send files for this kandidaat; asked before the first byte is stored. @throws NietGevonden */
export function magInzenden(actor: Actor, kandidaatId: number): void {
  eis(actor, 'media.bewerk');
  ownMedia(actor, kandidaatId);
}

/** Puts a photo in place of the one before. @param pad the file as it came in @throws Weigering when it is no photo */
export async function savePhoto(actor: Actor, kandidaatId: number, pad: string, focus: Focus = FOCUS): Promise<void> {
  magInzenden(actor, kandidaatId);
  await plaatsFoto(actor, kandidaatId, await maakFoto(pad, focus), focus, 'foto geplaatst');
}

/** Crops the photo anew around another point. @throws Weigering when there is no photo */
export async function movePhotoFocus(actor: Actor, kandidaatId: number, focus: Focus): Promise<void> {
  magInzenden(actor, kandidaatId);
  const { foto } = ownMedia(actor, kandidaatId);
  if (!foto) throw new Weigering('Er is nog geen foto om uit te snijden.');
  await plaatsFoto(actor, kandidaatId, await snijOpnieuw(plek(fotoBestanden(foto.bestand)[0]!), focus), focus, 'uitsnede gekozen');
}

async function plaatsFoto(actor: Actor, kandidaatId: number, { paden, bytes, breedte, hoogte }: Fotoset, focus: Focus, verb: string): Promise<void> {
  const bestand = nieuweNaam();
  const namen = fotoBestanden(bestand);
  await plaats(actor, kandidaatId, { soort: 'foto', bestand, mime: 'image/webp', bytes, breedte, hoogte, focusX: focus.x, focusY: focus.y }, paden.map((pad, i) => [pad, namen[i]!] as const), verb);
}

/**
 * Puts a film in place of the one before. Its captions and transcript come with `saveFilmText`; until then it is not
 * shown, and those of an earlier film do not stay with another one.
 * @param pad the complete file; it is moved, not copied @throws Weigering when it is no film we take
 */
export async function saveFilm(actor: Actor, kandidaatId: number, pad: string): Promise<void> {
  magInzenden(actor, kandidaatId);
  const { mime, extensie, bytes } = await bekijkFilm(pad);
  const bestand = `${nieuweNaam()}.${extensie}`;
  await plaats(actor, kandidaatId, { soort: 'film', bestand, mime, bytes }, [[pad, bestand]], 'film geplaatst');
}

/**
 * Stores what a film needs to be shown: captions, transcript, and if wanted a still picture.
 * Other text than an accountmanager looked at waits for another look; the same text once more changes nothing.
 * @param invoer paths of files as they came in; what is left out stays as it was
 * @throws Weigering when captions are wrong (with the line), or still missing, or when there is no film
 */
export async function saveFilmText(actor: Actor, kandidaatId: number, invoer: { transcript: string; ondertiteling?: string | undefined; poster?: string | undefined }): Promise<void> {
  magInzenden(actor, kandidaatId);
  const { ondertiteling, poster } = invoer;
  const gelezen = ondertiteling ? leesOndertiteling(await readFile(ondertiteling)) : undefined;
  if (gelezen && !gelezen.goed) throw new BestandFout('ondertiteling', gelezen.melding);
  const beeld = poster ? await bij('poster', () => maakPoster(poster)) : undefined;
  const nieuw = { ...(gelezen ? { ondertiteling: `${nieuweNaam()}.vtt` } : {}), ...(beeld ? { poster: `${nieuweNaam()}.webp` } : {}) };
  const tekst = gelezen ? tijdelijk() : undefined;
  if (tekst && gelezen) writeFileSync(tekst, gelezen.tekst);
  let oud: string[] = [];
  try {
    transaction(() => {
      const { film } = mediaInUse(actor, kandidaatId);
      if (!film) throw new Weigering('Er is nog geen film. Voeg eerst de film toe.');
      if (!film.ondertiteling && !nieuw.ondertiteling) throw new BestandFout('ondertiteling', 'De ondertiteling ontbreekt. Kies een WebVTT-bestand (.vtt).');
      zetKlaar([...(tekst ? [[tekst, nieuw.ondertiteling!] as const] : []), ...(beeld ? [[beeld, nieuw.poster!] as const] : [])]);
      if (Object.keys(nieuw).length === 0 && invoer.transcript === film.transcript) return;
      database().update(media).set({ ...nieuw, transcript: invoer.transcript, ...NIET_NAGEKEKEN }).where(eq(media.id, film.id)).run();
      recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: 'filmtekst bewaard' });
      oud = [nieuw.ondertiteling && film.ondertiteling, nieuw.poster && film.poster].filter((naam): naam is string => Boolean(naam));
    });
  } catch (error) {
    await Promise.all([gooiWeg([tekst, beeld].filter((pad) => pad !== undefined)), verwijder(Object.values(nieuw))]);
    throw error;
  }
  await verwijder(oud);
}

/** Takes a photo or film away for good. @throws Weigering when there is none */
export async function removeMedia(actor: Actor, kandidaatId: number, soort: Rij['soort']): Promise<void> {
  magInzenden(actor, kandidaatId);
  const weg = transaction(() => {
    const rij = ownMedia(actor, kandidaatId)[soort];
    if (!rij) throw new Weigering(`Er is geen ${soort} om weg te halen.`);
    database().delete(media).where(eq(media.id, rij.id)).run();
    recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: `${soort} weggehaald` });
    return bestandenVan(rij);
  });
  await verwijder(weg);
}

/** As getMedia, inside a use case that asked the policy for itself. */
export function ownMedia(actor: Actor, kandidaatId: number): Staat {
  const row = database().select({ vorm: kandidaat.presentatievorm, status: kandidaat.status }).from(kandidaat).where(and(eq(kandidaat.id, kandidaatId), own(actor))).get();
  if (!row) throw new NietGevonden(`kandidaat ${kandidaatId}`);
  const rijen = database().select().from(media).where(eq(media.kandidaatId, kandidaatId)).all();
  return { foto: rijen.find(({ soort }) => soort === 'foto'), film: rijen.find(({ soort }) => soort === 'film'), ...row };
}

/** The same, for who puts something there: not with a profile that was withdrawn. */
function mediaInUse(actor: Actor, kandidaatId: number): Staat {
  const staat = ownMedia(actor, kandidaatId);
  if (staat.status === 'ingetrokken') throw new Weigering('Dit profiel is ingetrokken. Er is niets meer te veranderen.');
  return staat;
}

/** Names and row in one tick; when the row does not come to be, neither do the files. */
async function plaats(actor: Actor, kandidaatId: number, nieuw: Nieuw & Pick<Rij, 'mime' | 'bytes'>, bestanden: readonly (readonly [string, string])[], verb: string): Promise<void> {
  let oud: string[] = [];
  try {
    transaction(() => {
      const rij = mediaInUse(actor, kandidaatId)[nieuw.soort];
      if (rij) { oud = bestandenVan(rij); database().delete(media).where(eq(media.id, rij.id)).run(); }
      database().insert(media).values({ ...nieuw, kandidaatId, doorId: actorId(actor) }).run();
      recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb, ...(rij ? { toelichting: `in plaats van ${WOORD[nieuw.soort]} van ${rij.aangemaaktOp.slice(0, 10)}` } : {}) });
      zetKlaar(bestanden);
    });
  } catch (error) {
    await Promise.all([gooiWeg(bestanden.map(([pad]) => pad)), verwijder(bestanden.map(([, naam]) => naam))]);
    throw error;
  }
  await verwijder(oud);
}
