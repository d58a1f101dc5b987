/**
 * Who sees which photo and film. The predicate of the etalage, the consent for that very item and the look of an
 * accountmanager, asked at every request; the own professionals and the kandidaat also see what is not shown yet.
 * Nobody else, and no bezoeker at all.
 */
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat, media } from '#db/schema.ts';
import { NietGevonden, mag } from '../auth/policy.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { own } from '../domain/kandidaat/kandidaat.server.ts';
import { today, zichtbaar } from '../domain/kandidaat/zichtbaar.server.ts';
import { FOTO_BREEDTES, FOTO_FORMATEN, MIME, adressenVan } from './media.ts';
import { plek } from './opslag.server.ts';

type Rij = typeof media.$inferSelect;
const HEEL = 'foto-heel.webp';

const TOESTEMMING = sql`EXISTS (SELECT 1 FROM toestemming t WHERE t.kandidaat_id = kandidaat.id AND t.item = media.soort AND t.ingetrokken_op IS NULL)`;
/** Without captions and transcript a film is shown to nobody outside. */
export const AF = sql`(media.soort = 'foto' OR (media.ondertiteling IS NOT NULL AND media.transcript IS NOT NULL))`;
/** Nothing becomes visible without a look: at the curation of the profile, or afterwards (`nakijken.server.ts`). */
const NAGEKEKEN = sql`media.nagekeken_op IS NOT NULL`;
const TOONBAAR = and(TOESTEMMING, AF);

/** A bezoeker and an employer who is not verified see no face, whatever the profile says. */
function kent(actor: Actor): boolean {
  return mag(actor, 'media.bekijk') && !(actor.rol === 'werkgever' && !actor.geverifieerd);
}

/** A photo or film; `wacht`: the profile is in the window, and no employer sees this yet. */
type Gevonden = { rij: Rij; wacht: boolean };

function vind(actor: Actor, kandidaatId: number, soort: Rij['soort'], voorwaarde: SQL | undefined): Gevonden | undefined {
  if (!kent(actor)) return undefined;
  const gevonden = database().select({ rij: media, status: kandidaat.status }).from(media).innerJoin(kandidaat, eq(kandidaat.id, media.kandidaatId))
    .where(and(eq(media.kandidaatId, kandidaatId), eq(media.soort, soort), voorwaarde)).get();
  return gevonden && { rij: gevonden.rij, wacht: gevonden.status === 'gepubliceerd' && gevonden.rij.nagekekenOp === null };
}

/** What an employer would see of it. A kandidaat looks at the own row and at nobody else's. */
const buiten = (actor: Actor) => and(actor.rol === 'kandidaat' ? own(actor) : zichtbaar(actor, today()), TOONBAAR, NAGEKEKEN);
const getoond = (actor: Actor) => (actor.rol === 'kandidaat' ? buiten(actor) : or(buiten(actor), and(own(actor), TOONBAAR)));
const opvraagbaar = (actor: Actor) => or(own(actor), buiten(actor));

/** Whether a photo stands where the drawn portrait would: it is there, the kandidaat agrees to it, and it was looked at or is for a professional of one's own. */
export function fotoVan(actor: Actor, kandidaatId: number): { wacht: boolean } | null {
  const foto = vind(actor, kandidaatId, 'foto', getoond(actor));
  return foto ? { wacht: foto.wacht } : null;
}

export type Film = { bron: string; mime: string; ondertiteling: string | null; poster: string; transcript: string | null };

/** The film to show with a profile, with the addresses of its parts; null when there is none to show. */
export function filmVan(actor: Actor, kandidaatId: number): (Film & { wacht: boolean }) | null {
  const film = vind(actor, kandidaatId, 'film', getoond(actor));
  return film ? { ...filmDelen(actor, film.rij), wacht: film.wacht } : null;
}

/** The addresses of a film and its parts, finished or not; whether somebody gets them is asked again at each. */
export function filmDelen(actor: Actor, { kandidaatId, bestand, mime, ondertiteling, poster, transcript }: Rij): Film {
  const { map, portret } = adressenVan(actor, kandidaatId);
  return { bron: `${map}/film.${bestand.split('.')[1]}`, mime, ondertiteling: ondertiteling && `${map}/ondertiteling.vtt`, poster: poster ? `${map}/poster.webp` : portret, transcript };
}

export type Uitlevering = { pad: string; mime: string; etag: string };

/**
 * The file behind an address of /media, for those who may have it now.
 * @param bestand the last part of the address: foto-640.webp, film.mp4, ondertiteling.vtt, poster.webp
 * @throws NietGevonden for everybody else, for everything else
 */
export function findMedia(actor: Actor, kandidaatId: number, bestand: string): Uitlevering {
  const soort = bestand.startsWith('foto-') ? 'foto' : 'film';
  // The whole picture is only for choosing the crop; others get what was chosen.
  const heel = bestand === HEEL;
  if (heel && !mag(actor, 'media.bewerk')) throw new NietGevonden(`media ${kandidaatId}/${bestand}`);
  const rij = vind(actor, kandidaatId, soort, heel ? own(actor) : opvraagbaar(actor))?.rij;
  const naam = rij && (soort === 'foto' ? fotonaam(rij, bestand) : filmnaam(rij, bestand));
  if (!naam) throw new NietGevonden(`media ${kandidaatId}/${bestand}`);
  return { pad: plek(naam), mime: MIME[naam.split('.')[1] as keyof typeof MIME], etag: `"${naam}"` };
}

function fotonaam(rij: Rij, bestand: string): string | undefined {
  const bekend = bestand === HEEL || FOTO_BREEDTES.some((breedte) => FOTO_FORMATEN.some((formaat) => bestand === `foto-${breedte}.${formaat}`));
  return bekend ? `${rij.bestand}-${bestand.slice('foto-'.length)}` : undefined;
}

function filmnaam(rij: Rij, bestand: string): string | null | undefined {
  if (bestand === 'ondertiteling.vtt') return rij.ondertiteling;
  if (bestand === 'poster.webp') return rij.poster;
  return bestand === `film.${rij.bestand.split('.')[1]}` ? rij.bestand : undefined;
}
