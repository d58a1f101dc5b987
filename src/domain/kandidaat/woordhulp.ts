/** Words to choose from while someone fills in a field of a profile. Free text stays allowed. Pure. */
import { fold } from '../woorden/analyse.ts';
import { woordenboek } from '../woorden/woorden.ts';
import { taalSuggesties } from './taalnaam.ts';

export const WOORDSOORTEN = ['beroep', 'vaardigheid', 'certificaat', 'taal'] as const;
export type Woordsoort = (typeof WOORDSOORTEN)[number];
const MOST = 8;

/**
 * Names that begin with what was typed, then those with a word that does; a synonym leads to the name itself.
 * @param begin at least 2 letters, else nothing is suggested
 */
export function suggestWords(soort: Woordsoort, begin: string): string[] {
  const wanted = fold(begin).trim();
  if (wanted.length < 2) return [];
  if (soort === 'taal') return taalSuggesties(begin, MOST);
  const { beroepen, vaardigheden, certificaten } = woordenboek();
  const items: readonly { naam: string; synoniemen: readonly string[] }[] = { beroep: beroepen, vaardigheid: vaardigheden, certificaat: certificaten }[soort];
  const ranked = items.flatMap(({ naam, synoniemen }) => {
    const own = rank(naam, wanted);
    const other = Math.min(...synoniemen.map((synoniem) => rank(synoniem, wanted)), Infinity) + 1;
    const best = Math.min(own, other);
    return best < Infinity ? [{ naam, best }] : [];
  });
  return [...new Set(ranked.sort((a, b) => a.best - b.best || a.naam.length - b.naam.length || (a.naam < b.naam ? -1 : 1)).map(({ naam }) => naam))].slice(0, MOST);
}

function rank(name: string, wanted: string): number {
  const folded = fold(name);
  return folded.startsWith(wanted) ? 0 : folded.includes(` ${wanted}`) ? 2 : Infinity;
}
