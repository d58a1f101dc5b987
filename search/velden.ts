/** The fields of each index: what may be filtered, counted and sorted. An unknown field is an error, never a guess. */
import type { Index } from './engine.ts';

export type VeldSoort = 'tekst' | 'teksten' | 'getal' | 'getallen';

const KANDIDAAT = {
  sector: 'teksten', beroep: 'teksten', uren: 'teksten', dagdeel: 'teksten', plaats: 'tekst', rijbewijs: 'teksten',
  certificaat: 'teksten', taal: 'teksten', werkvorm: 'teksten', urenMin: 'getal', urenMax: 'getal',
  bevestigdOp: 'tekst', gepubliceerdOp: 'tekst', verborgenVoor: 'getallen',
} as const satisfies Record<string, VeldSoort>;

/** Where SQLite keeps each index: a full-text table of this name, `…_document`, and `…_lijst` with all words. */
export const TABLES: Record<Index, string> = { 'kandidaten-werkgever': 'zoek_kandidaat_werkgever', 'kandidaten-professional': 'zoek_kandidaat_professional', vacatures: 'zoek_vacature' };

export const VELDEN: Record<Index, Record<string, VeldSoort>> = {
  'kandidaten-werkgever': KANDIDAAT,
  'kandidaten-professional': { ...KANDIDAAT, status: 'tekst', werkmakelaar: 'getal', partner: 'getal', naam: 'tekst', begeleiding: 'tekst', niveau: 'tekst' },
  vacatures: { sector: 'tekst', beroep: 'teksten', uren: 'teksten', dagdeel: 'teksten', plaats: 'tekst', rijbewijs: 'teksten', certificaat: 'teksten', werkvorm: 'tekst', niveau: 'tekst', biedt: 'teksten', status: 'tekst', werkgever: 'getal', urenMin: 'getal', urenMax: 'getal', gewijzigdOp: 'tekst', sluitingsdatum: 'tekst' },
};
