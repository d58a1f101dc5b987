/** Mail that comes by the clock and can be stopped: new people for a saved search, and the daily overview. Pure. */
import type { Bericht } from '../mail.ts';
import { maakBericht, type Afzender } from './opmaak.ts';

/** People that a mail names at most; the rest is a number and a link. */
export const MAX_GENOEMD = 10;

/**
 * New people for a saved search.
 * @param mensen whom the reader may see, newest first; voornaam null where it may not be shown
 * @param url the search itself
 */
export function zoekmelding(afzender: Afzender, { naam, zoekopdracht, mensen, url, afmelden }: { naam: string; zoekopdracht: string; mensen: readonly { id: number; voornaam: string | null }[]; url: string; afmelden: string }): Bericht {
  const aantal = mensen.length === 1 ? '1 nieuwe kandidaat' : `${mensen.length} nieuwe kandidaten`;
  const rest = mensen.length - MAX_GENOEMD;
  return maakBericht(afzender, {
    onderwerp: `${aantal} voor “${zoekopdracht}”`, naam, afmelden, waarom: `U krijgt deze mail omdat u de zoekopdracht “${zoekopdracht}” heeft bewaard. U krijgt hoogstens één mail per dag.`,
    blokken: [
      `Er ${mensen.length === 1 ? 'is' : 'zijn'} ${aantal} voor uw zoekopdracht “${zoekopdracht}”.`,
      { punten: mensen.slice(0, MAX_GENOEMD).map(({ id, voornaam }) => ({ tekst: voornaam ?? 'Een kandidaat', url: `${afzender.siteUrl}/talent/${id}` })) },
      ...(rest > 0 ? [`En nog ${rest} ${rest === 1 ? 'ander' : 'anderen'}.`] : []),
      { knop: 'Bekijk alle kandidaten', url },
    ],
  });
}

/** One line of the overview: how many, of what, and where to look. `nieuw` lines are what made us write. */
export type Regel = { aantal: number; een: string; meer: string; pad: string };

/** The overview of a working day. @param dag in words; lines without anything are left out */
export function dagoverzicht(afzender: Afzender, { naam, dag, nieuw, wacht, afmelden }: { naam: string; dag: string; nieuw: readonly Regel[]; wacht: readonly Regel[]; afmelden: string }): Bericht {
  const punten = (regels: readonly Regel[]) => regels.filter(({ aantal }) => aantal > 0).map(({ aantal, een, meer, pad }) => ({ tekst: aantal === 1 ? `1 ${een}` : `${aantal} ${meer}`, url: afzender.siteUrl + pad }));
  const groepen = ([['Nieuw sinds het vorige overzicht:', punten(nieuw)], ['Dit vraagt uw aandacht:', punten(wacht)]] as const).filter(([, list]) => list.length > 0);
  return maakBericht(afzender, {
    onderwerp: `Uw overzicht van ${dag}`, naam, afmelden, waarom: 'U krijgt dit overzicht op werkdagen, als er iets te melden is.',
    blokken: groepen.flatMap(([kop, list]) => [kop, { punten: list }]),
  });
}
