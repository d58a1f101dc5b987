/**
 * Bridges: what closes a gap. Each names an instrument of the instrumentenboek by its id, or an arrangement between
 * people. Source of the pairs: Overbetuwe 2018 (3.3), Drentsche Aa 2014 (4.4.4), Tilburg 2016 (5.1, 5.6). Pure.
 */
import type { VacatureProfiel } from './kenmerken.ts';
import type { Tekort, Uitleg } from './onderdeel.ts';

export type Brug = {
  tekort: string;
  /** Id of an instrument in the instrumentenboek. */
  instrument: string;
  /** What to do, in one line. */
  tekst: string;
  /** The employer already offers this. */
  aangeboden: boolean;
};

type Rule = (tekort: Tekort, vacature: VacatureProfiel, uitleg: Pick<Uitleg, 'taken'>) => Omit<Brug, 'tekort'> | undefined;

const RULES: Partial<Record<Tekort['soort'], Rule>> = {
  beroep: (_, { biedt }) => biedt.includes('proefplaatsing')
    ? { instrument: 'proefplaatsing', tekst: 'Proefplaatsing: de werkgever biedt dit aan', aangeboden: true }
    : { instrument: 'werkervaringsplaats-met-intentie', tekst: 'Werkervaringsplaats of proefplaatsing om het werk te leren', aangeboden: false },
  vaardigheid: (_, { biedt }) => ({ instrument: biedt.includes('scholing') ? 'scholing' : 'interne-werkbegeleiding', tekst: biedt.includes('scholing') ? 'Scholing: de werkgever biedt dit aan' : 'Inwerken op de werkplek', aangeboden: biedt.includes('scholing') }),
  taken: (tekort, { biedt }, { taken }) => ({ instrument: 'job-carving', tekst: `Taken splitsen: ${taken.past.length} van ${taken.past.length + tekort.namen.length} taken blijven over`, aangeboden: biedt.includes('taken splitsen') }),
  certificaat: (tekort, { biedt }) => ({ instrument: 'scholing', tekst: `Scholing voor ${tekort.tekst}`, aangeboden: biedt.includes('scholing') }),
  taal: (_, { biedt }) => ({ instrument: 'scholing', tekst: 'Taalles naast het werk', aangeboden: biedt.includes('scholing') }),
  niveau: (_, { biedt }) => ({ instrument: 'job-carving', tekst: 'Taken kiezen die passen bij het niveau', aangeboden: biedt.includes('taken splitsen') }),
  uren: ({ namen }) => ({ instrument: 'job-carving', tekst: namen[0] === 'meer' ? 'Taken erbij tot er genoeg uren zijn' : 'Deeltijd of een duobaan', aangeboden: false }),
  dagdelen: (_, { biedt }) => (biedt.includes('flexibele tijden') ? { instrument: 'job-carving', tekst: 'Andere werktijden: de werkgever biedt dit aan', aangeboden: true } : undefined),
  begeleiding: (tekort, { biedt }) => ({ instrument: tekort.namen[0] === 'intensief' ? 'jobcoach-extern' : 'harrie-training', tekst: tekort.namen[0] === 'intensief' ? 'Een jobcoach op de werkplek' : 'Een collega die leert begeleiden (Harrie-training)', aangeboden: biedt.includes('begeleiding') }),
  nodig: (_, { biedt }) => ({ instrument: 'werkplekaanpassing', tekst: 'Samen afspreken wat er op de werkplek kan', aangeboden: biedt.includes('aangepaste werkplek') }),
};

/** The bridges for the gaps that were found, in the order of the gaps; a gap without one is left to people. */
export function findBruggen(uitleg: Pick<Uitleg, 'tekorten' | 'taken'>, vacature: VacatureProfiel): Brug[] {
  return uitleg.tekorten.flatMap((tekort) => {
    const brug = RULES[tekort.soort]?.(tekort, vacature, uitleg);
    return brug ? [{ tekort: tekort.tekst, ...brug }] : [];
  });
}
