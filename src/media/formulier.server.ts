/** The forms for photo and film: which file belongs to which step, and at which field a mistake is said. */
import { z } from 'zod';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { submit } from '../forms.ts';
import { claimUpload } from './hervatten.server.ts';
import { MAX_BYTES, focusVelden, presentatieInvoer, transcriptInvoer, type Bestandsveld } from './media.ts';
import { BestandFout, bij, movePhotoFocus, removeMedia, saveFilm, saveFilmText, savePhoto } from './media.server.ts';
import type { Upload } from './ontvangst.server.ts';
import { gooiWeg } from './opslag.server.ts';
import { choosePresentatie } from './presentatie.server.ts';

const BEELDSTAPPEN = [
  z.object({ stap: z.literal('uitsnede'), ...focusVelden }),
  z.object({ stap: z.literal('filmtekst'), transcript: transcriptInvoer }),
  z.object({ stap: z.literal('film'), upload: z.string().max(64).default('') }),
  z.object({ stap: z.enum(['foto', 'foto weg', 'film weg']) }),
] as const;
const ONBEKEND = 'Deze stap kennen wij niet.';
/** One form per step; `stap` says which. */
export const mediaFormulier = z.discriminatedUnion('stap', [...BEELDSTAPPEN, z.object({ stap: z.literal('presentatie'), vorm: presentatieInvoer })], ONBEKEND);
export type MediaInvoer = z.infer<typeof mediaFormulier>;
/** The same for a kandidaat, who also says here whether employers see it, and chooses no presentation that the region pays for. */
export const eigenMediaFormulier = z.discriminatedUnion('stap', [...BEELDSTAPPEN, z.object({ stap: z.enum(['zet aan', 'zet uit']), item: z.enum(['foto', 'film']) })], ONBEKEND);

/** What a page says after a step. */
export const GELUKT: Readonly<Record<string, string>> = { foto: 'De foto is bewaard.', uitsnede: 'De uitsnede is aangepast.', 'foto weg': 'De foto is weg.', film: 'De film is bewaard. Voeg nu de ondertiteling en de uitgeschreven tekst toe.', filmtekst: 'De tekst bij de film is bewaard.', 'film weg': 'De film is weg.', presentatie: 'De keuze is bewaard.' };

const KIES = { foto: 'Kies een foto.', film: 'Kies een film.', ondertiteling: 'Kies een bestand met ondertiteling.', poster: 'Kies een beeld.' } as const;
const TE_GROOT = { foto: 'Deze foto is te groot. Een foto mag hoogstens 15 MB zijn.', film: 'Deze film is te groot. Een film mag hoogstens 500 MB zijn.', ondertiteling: 'Dit bestand is te groot voor ondertiteling (hoogstens 512 kB).', poster: 'Dit beeld is te groot. Het mag hoogstens 15 MB zijn.' } as const satisfies Record<keyof typeof MAX_BYTES, string>;

/** As `submit`, with what is wrong with a file said at its field. */
export async function submitMedia<S extends z.ZodType>(waarden: Record<string, string[]>, schema: S, use: (invoer: z.output<S>) => void | Promise<void>): ReturnType<typeof submit<S, void>> {
  let veld: string | undefined;
  const outcome = await submit(waarden, schema, async (invoer) => {
    try {
      await use(invoer);
    } catch (error) {
      if (error instanceof BestandFout) veld = error.veld;
      throw error;
    }
  });
  if (outcome.klaar || veld === undefined || outcome.stand.melding === null) return outcome;
  return { klaar: false, stand: { ...outcome.stand, fouten: { [veld]: outcome.stand.melding }, melding: null } };
}

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
