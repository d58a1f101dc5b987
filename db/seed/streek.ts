/**
 * Text banks of the demo region Midden-Brabant: pure data, no people who
 * exist. The seed combines them, always in the same way for the same seed
 * number.
 */
export { werkgevers } from './streek-werkgevers.ts';
export type { StreekWerkgever } from './streek-werkgevers.ts';
export { vacatureTeksten } from './streek-vacatures.ts';
export type { StreekVacature } from './streek-vacatures.ts';
export { personen } from './streek-personen.ts';
export type { StreekPersoon } from './streek-personen.ts';
export { voornamen } from './streek-voornamen.ts';
export type { Voornaam } from './streek-voornamen.ts';
