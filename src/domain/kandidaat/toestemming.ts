/**
 * What a kandidaat agrees to, in words. Each version of the text is kept: a toestemming names the one that was read.
 * Pure.
 */
import { z } from 'zod';
import { TOESTEMMING_ITEMS, datum, type ToestemmingItem } from './kandidaat.ts';

export type ToestemmingTekst = { titel: string; uitleg: string };

/** Never change a text that was in use: add a version, and name it in TOESTEMMING_TEKSTVERSIE. */
export const TOESTEMMING_TEKSTEN: Record<string, Record<ToestemmingItem, ToestemmingTekst>> = {
  '2026-11': {
    profiel: { titel: 'Mijn profiel', uitleg: 'Iedereen die het venster opent, leest wat je kunt, wat je wilt en wat je nodig hebt. Je achternaam en je adres staan nergens.' },
    voornaam: { titel: 'Mijn voornaam', uitleg: 'Werkgevers die wij hebben gecontroleerd, zien hoe je heet.' },
    foto: { titel: 'Mijn foto', uitleg: 'Werkgevers die wij hebben gecontroleerd, zien je foto of je getekende portret.' },
    film: { titel: 'Mijn film', uitleg: 'Werkgevers die wij hebben gecontroleerd, kunnen je film bekijken.' },
    woonplaats: { titel: 'Mijn woonplaats', uitleg: 'Iedereen die het venster opent, ziet in welke plaats je woont en hoe ver je wilt reizen.' },
  },
};

/** How someone told us. `import` came from a partner's own system; `intrekking` ended with the whole profile. */
export type Kanaal = 'persoonlijke link' | 'papier' | 'telefoon' | 'import' | 'intrekking';
/** The ways that a professional may record. */
export const VASTLEG_KANALEN = ['papier', 'telefoon'] as const satisfies readonly Kanaal[];

/** What a professional records in the name of a kandidaat: the items that are yes now; all others become no. */
export const vastlegInvoer = z.object({
  items: z.array(z.enum(TOESTEMMING_ITEMS)).default([]),
  kanaal: z.enum(VASTLEG_KANALEN, 'Kies hoe de kandidaat het heeft gezegd.'),
  op: z.string().trim().pipe(datum),
});
