/** Hangs the drawn films in films/ on a few people of the demo region, by the same use cases as an aanmelder's. */
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { and, asc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat, toestemming } from '#db/schema.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { TOESTEMMING_TEKSTVERSIE } from '#src/domain/kandidaat/kandidaat.ts';
import { saveFilm, saveFilmText } from '#src/media/media.server.ts';
import { listNieuwBeeld, lookAt } from '#src/media/nakijken.server.ts';
import { tijdelijk } from '#src/media/opslag.server.ts';
import { choosePresentatie } from '#src/media/presentatie.server.ts';

const SYSTEEM: Actor = { rol: 'systeem' };
/** What each film is about, by the sectors that it fits; a film that is not named here fits everybody. */
const SECTOREN: Record<string, readonly string[]> = { inpakken: ['logistiek', 'productie', 'detailhandel'], planten: ['groen'] };
/** People per film. */
const PER_FILM = 4;

/**
 * Gives every film in films/ to a few published people, with their consent; without such files nobody gets one.
 * @param curator the accountmanager who looks at them before employers do
 */
export async function seedFilms(curator: Actor): Promise<void> {
  const map = fileURLToPath(new URL('./films', import.meta.url));
  const namen = existsSync(map) ? readdirSync(map).filter((naam) => naam.endsWith('.webm')).map((naam) => naam.slice(0, -'.webm'.length)).sort() : [];
  const vrij = database().select({ id: kandidaat.id, sectoren: kandidaat.sectoren }).from(kandidaat)
    .innerJoin(toestemming, and(eq(toestemming.kandidaatId, kandidaat.id), eq(toestemming.item, 'foto'))).where(eq(kandidaat.status, 'gepubliceerd')).orderBy(asc(kandidaat.id)).all();
  // The pickiest first, so that a film for everybody takes nobody from another.
  for (const naam of namen.sort((a, b) => (SECTOREN[b]?.length ?? 0) - (SECTOREN[a]?.length ?? 0))) {
    const past = vrij.filter(({ sectoren }) => !SECTOREN[naam] || sectoren.some((sector) => SECTOREN[naam]!.includes(sector))).slice(0, PER_FILM);
    for (const { id } of past) {
      vrij.splice(vrij.findIndex((item) => item.id === id), 1);
      await hang(id, `${map}/${naam}`);
    }
  }
  for (const { kandidaatId: id, soort, versie } of listNieuwBeeld(curator)) await lookAt(curator, { stap: 'laat zien', kandidaat: id, soort, versie });
}

async function hang(kandidaatId: number, bron: string): Promise<void> {
  database().insert(toestemming).values({ kandidaatId, item: 'film', gegevenOp: new Date().toISOString(), kanaal: 'demo', tekstversie: TOESTEMMING_TEKSTVERSIE }).run();
  choosePresentatie(SYSTEEM, kandidaatId, 'korte film');
  const film = tijdelijk();
  copyFileSync(`${bron}.webm`, film);
  await saveFilm(SYSTEEM, kandidaatId, film);
  const gesproken = readFileSync(`${bron}.vtt`, 'utf8').split('\n').filter((regel) => regel && !regel.startsWith('WEBVTT') && !regel.includes('-->')).join(' ');
  await saveFilmText(SYSTEEM, kandidaatId, { transcript: `Een getekende film zonder geluid. In beeld staat: ${gesproken}`, ondertiteling: `${bron}.vtt`, ...(existsSync(`${bron}.jpg`) ? { poster: `${bron}.jpg` } : {}) });
}
