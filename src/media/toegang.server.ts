/**
 * Who sees which photo and film. The predicate of the etalage and the consent for that very item, asked at every
 * request; the own professionals also see what is not shown yet. Nobody else, and no bezoeker at all.
 */
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat, media } from '#db/schema.ts';
import { NietGevonden, mag } from '../auth/policy.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { own } from '../domain/kandidaat/kandidaat.server.ts';
import { today, zichtbaar } from '../domain/kandidaat/zichtbaar.server.ts';
import { FOTO_BREEDTES, FOTO_FORMATEN, MIME } from './media.ts';
import { plek } from './opslag.server.ts';

type Rij = typeof media.$inferSelect;
const HEEL = 'foto-heel.webp';

const TOESTEMMING = sql`EXISTS (SELECT 1 FROM toestemming t WHERE t.kandidaat_id = kandidaat.id AND t.item = media.soort AND t.ingetrokken_op IS NULL)`;
/** Without captions and transcript a film is shown to nobody outside. */
const AF = sql`(media.soort = 'foto' OR (media.ondertiteling IS NOT NULL AND media.transcript IS NOT NULL))`;

/** A bezoeker and an employer who is not verified see no face, whatever the profile says. */
function kent(actor: Actor): boolean {
  return mag(actor, 'media.bekijk') && !(actor.rol === 'werkgever' && !actor.geverifieerd);
}

function vind(actor: Actor, kandidaatId: number, soort: Rij['soort'], voorwaarde: SQL | undefined): Rij | undefined {
  if (!kent(actor)) return undefined;
  return database().select({ media }).from(media).innerJoin(kandidaat, eq(kandidaat.id, media.kandidaatId))
    .where(and(eq(media.kandidaatId, kandidaatId), eq(media.soort, soort), voorwaarde)).get()?.media;
}

const getoond = (actor: Actor) => and(or(zichtbaar(actor, today()), own(actor)), TOESTEMMING, AF);
const opvraagbaar = (actor: Actor) => or(own(actor), and(zichtbaar(actor, today()), TOESTEMMING, AF));

/** Whether a photo stands where the drawn portrait would: it is there, and the kandidaat agrees to it. */
export function toontFoto(actor: Actor, kandidaatId: number): boolean {
  return vind(actor, kandidaatId, 'foto', getoond(actor)) !== undefined;
}

/** The film to show with a profile, with the addresses of its parts; null when there is none to show. */
export function filmVan(actor: Actor, kandidaatId: number): { bron: string; mime: string; ondertiteling: string; poster: string; transcript: string } | null {
  const rij = vind(actor, kandidaatId, 'film', getoond(actor));
  if (!rij?.transcript) return null;
  const map = `/media/${kandidaatId}`;
  return { bron: `${map}/film.${rij.bestand.split('.')[1]}`, mime: rij.mime, ondertiteling: `${map}/ondertiteling.vtt`, poster: rij.poster ? `${map}/poster.webp` : `/talent/${kandidaatId}/portret.svg`, transcript: rij.transcript };
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
  if (heel && !mag(actor, 'kandidaat.bewerk')) throw new NietGevonden(`media ${kandidaatId}/${bestand}`);
  const rij = vind(actor, kandidaatId, soort, heel ? own(actor) : opvraagbaar(actor));
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
