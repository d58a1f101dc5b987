/** The forms for photo and film: which file belongs to which step, and at which field a mistake is said. */
import { z } from 'zod';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { claimUpload } from './hervatten.server.ts';
import { MAX_BYTES, focusVelden, presentatieInvoer, transcriptInvoer, type Bestandsveld } from './media.ts';
import { BestandFout, bij, movePhotoFocus, removeMedia, saveFilm, saveFilmText, savePhoto } from './media.server.ts';
import type { Upload } from './ontvangst.server.ts';
import { gooiWeg } from './opslag.server.ts';
import { choosePresentatie } from './presentatie.server.ts';

/** One form per step; `stap` says which. */
export const mediaFormulier = z.discriminatedUnion('stap', [
  z.object({ stap: z.literal('uitsnede'), ...focusVelden }),
  z.object({ stap: z.literal('filmtekst'), transcript: transcriptInvoer }),
  z.object({ stap: z.literal('film'), upload: z.string().max(64).default('') }),
  z.object({ stap: z.literal('presentatie'), vorm: presentatieInvoer }),
  z.object({ stap: z.enum(['foto', 'foto weg', 'film weg']) }),
], 'Deze stap kennen wij niet.');
export type MediaInvoer = z.infer<typeof mediaFormulier>;

const KIES = { foto: 'Kies een foto.', film: 'Kies een film.', ondertiteling: 'Kies een bestand met ondertiteling.', poster: 'Kies een beeld.' } as const;
const TE_GROOT = { foto: 'Deze foto is te groot. Een foto mag hoogstens 15 MB zijn.', film: 'Deze film is te groot. Een film mag hoogstens 500 MB zijn.', ondertiteling: 'Dit bestand is te groot voor ondertiteling (hoogstens 512 kB).', poster: 'Dit beeld is te groot. Het mag hoogstens 15 MB zijn.' } as const satisfies Record<keyof typeof MAX_BYTES, string>;

/**
 * Takes one step with the photo or film of a kandidaat.
 * @param uploads the files that came with the form
 * @throws BestandFout at the field of the file that is wrong; Weigering for the form as a whole
 */
export async function doeMediaStap(actor: Actor, kandidaatId: number, invoer: MediaInvoer, uploads: ReadonlyMap<Bestandsveld, Upload>): Promise<void> {
  const bestand = (veld: Bestandsveld) => {
    const upload = uploads.get(veld);
    if (upload?.teGroot) throw new BestandFout(veld, TE_GROOT[veld]);
    return upload?.pad;
  };
  const verplicht = (veld: Bestandsveld) => bestand(veld) ?? weiger(veld);
  switch (invoer.stap) {
    case 'foto': return bij('foto', () => savePhoto(actor, kandidaatId, verplicht('foto')));
    case 'uitsnede': return movePhotoFocus(actor, kandidaatId, { x: invoer.focusX / 100, y: invoer.focusY / 100 });
    case 'film': return bij('film', () => (invoer.upload ? neemUpload(actor, kandidaatId, invoer.upload) : saveFilm(actor, kandidaatId, verplicht('film'))));
    case 'filmtekst': return saveFilmText(actor, kandidaatId, { transcript: invoer.transcript, ondertiteling: bestand('ondertiteling'), poster: bestand('poster') });
    case 'foto weg': return removeMedia(actor, kandidaatId, 'foto');
    case 'film weg': return removeMedia(actor, kandidaatId, 'film');
    case 'presentatie': return choosePresentatie(actor, kandidaatId, invoer.vorm);
  }
}

async function neemUpload(actor: Actor, kandidaatId: number, id: string): Promise<void> {
  const pad = await claimUpload(actor, kandidaatId, id);
  try {
    await saveFilm(actor, kandidaatId, pad);
  } finally {
    await gooiWeg([pad]);
  }
}

function weiger(veld: Bestandsveld): never {
  throw new BestandFout(veld, KIES[veld]);
}
