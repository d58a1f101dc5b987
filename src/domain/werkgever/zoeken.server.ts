/** Searching among werkgevers for accountmanagers: some hundreds at most, so they are read whole. */
import type { Actor } from '../gebruiker/gebruiker.ts';
import { chipsOf, waysOut, type Uitweg } from '../zoeken/beeld.ts';
import { searchSmall, type KleinAntwoord } from '../zoeken/klein.ts';
import type { Lijst, Zoekvraag } from '../zoeken/lijst.ts';
import { listWerkgevers, type WerkgeverRij } from './werkgever.server.ts';

/** What the list offers, in the order of the page. */
export const WERKGEVERS = {
  pad: '/werkgevers', bereik: false,
  facetten: { status: 'Status', sector: 'Sector', vacatures: 'Vacatures', wie: 'Accountmanager' },
  sorteringen: { wachtend: 'Wachtende eerst', naam: 'Op naam', vacatures: 'Meeste open vacatures eerst' },
} as const satisfies Lijst;

export type WerkgeverInLijst = { werkgever: WerkgeverRij; open: number };
export type Werkgeverslijst = KleinAntwoord<WerkgeverInLijst> & { uitwegen: Uitweg[] };

/** A page of the employers that match this question. */
export async function searchWerkgevers(actor: Actor, vraag: Zoekvraag, perPagina = 50): Promise<Werkgeverslijst> {
  // listWerkgevers asks the policy, and gives those that wait first, then by name.
  const rijen = listWerkgevers(actor).map((rij) => ({
    rij, tekst: rij.werkgever.naam,
    velden: {
      status: [rij.werkgever.status], sector: rij.werkgever.sectoren, vacatures: [rij.open > 0 ? 'open vacatures' : 'geen open vacatures'],
      wie: [rij.werkgever.accountmanagerId === null ? 'nog niemand' : 'id' in actor && rij.werkgever.accountmanagerId === actor.id ? 'ikzelf' : 'een collega'],
    },
  }));
  if (vraag.sorteer === 'naam') rijen.sort((a, b) => a.rij.werkgever.naam.localeCompare(b.rij.werkgever.naam, 'nl'));
  if (vraag.sorteer === 'vacatures') rijen.sort((a, b) => b.rij.open - a.rij.open);
  const answer = searchSmall(WERKGEVERS, vraag, rijen, perPagina);
  const count = async (asked: Zoekvraag) => searchSmall(WERKGEVERS, asked, rijen, perPagina).totaal;
  return { ...answer, uitwegen: answer.totaal > 0 ? [] : await waysOut(chipsOf(WERKGEVERS, vraag, ''), vraag, count) };
}
