/** Random people and jobs for property tests, from small pools, so that they meet more often than not. */
import fc from 'fast-check';
import { BEGELEIDING, DAGEN, DELEN, DENKNIVEAUS, RIJBEWIJZEN, TAALNIVEAUS, VERVOER, type Dagdeel, type Werkvorm } from '#src/domain/kandidaat/kandidaat.ts';
import type { KandidaatProfiel, VacatureProfiel } from '#src/domain/match/kenmerken.ts';
import { BIEDT } from '#src/domain/vacature/vacature.ts';
import { WAALWIJK } from './paren.ts';

const BEROEPEN = ['orderpicker', 'magazijnmedewerker', 'heftruckchauffeur', 'inpakmedewerker', 'kok', 'schoonmaker', 'beveiliger', 'maanwandelaar'];
const VAARDIGHEDEN = ['orderpicken', 'scanner bedienen', 'inpakken', 'heftruck rijden', 'nauwkeurig werken', 'tempo maken', 'schoonmaken', 'toezicht houden', 'jongleren met kegels'];
const TAKEN = ['orders verzamelen met een scanner', 'pakketten inpakken en labelen', 'rondes lopen door het gebouw', 'gerechten bereiden', 'kegels vangen'];
export const CERTIFICATEN = ['VCA basis', 'heftruckcertificaat', 'beveiligingspas', 'BHV', 'diploma maanwandelen'];
export const DAGDELEN = DAGEN.flatMap((dag) => DELEN.map((deel): Dagdeel => `${dag}-${deel}`)).slice(0, 10);

export const some = <T>(values: readonly T[], max = 4) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: max });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });
const talen = fc.uniqueArray(fc.record({ taal: fc.constantFrom('nl', 'en', 'pl'), niveau: fc.constantFrom(...TAALNIVEAUS) }), { selector: (taal) => taal.taal, maxLength: 2 });
const hours = fc.tuple(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 48 })).map(([a, b]) => ({ urenMin: Math.min(a, b), urenMax: Math.max(a, b) }));
/** A point near the job's or some tens of kilometres off. */
const punt = fc.tuple(fc.constantFrom(0.02, 0.1, 0.5), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })).map(([far, lat, lng]) => ({ lat: WAALWIJK.lat + far * lat, lng: WAALWIJK.lng + far * lng }));

export const persoon: fc.Arbitrary<KandidaatProfiel> = fc.tuple(hours, fc.record({
  kop: fc.constantFrom('', 'Ik pak graag aan'), presentatie: fc.constantFrom('', 'Ik hou van koken en opruimen.'), wensberoepen: some(BEROEPEN, 2), vaardigheden: some(VAARDIGHEDEN),
  ervaring: fc.array(fc.record({ beroep: fc.constantFrom(...BEROEPEN), maanden: fc.integer({ min: 0, max: 120 }), omschrijving: fc.constantFrom('', ...TAKEN) }), { maxLength: 2 }),
  certificaten: maybe(some(CERTIFICATEN)), rijbewijzen: maybe(some(RIJBEWIJZEN)), talen: maybe(talen), denkniveau: maybe(fc.constantFrom(...DENKNIVEAUS)),
  sectoren: some(['logistiek', 'horeca', 'sector van niemand'], 2), dagdelen: maybe(some(DAGDELEN, 6)), beschikbaarVanaf: maybe(fc.constantFrom('2026-09-01', '2026-11-20', '2027-01-10', '2028-01-01')),
  plaats: fc.constant('Ergens'), punt: maybe(punt), reisafstandKm: maybe(fc.integer({ min: 0, max: 60 })), vervoer: maybe(some(VERVOER, 3)),
  nodig: fc.constant<string[]>([]), begeleiding: maybe(fc.constantFrom(...BEGELEIDING)), werkvormen: fc.constant<Werkvorm[]>([]),
})).map(([uren, rest]) => ({ ...rest, ...uren }));

export const baan: fc.Arbitrary<VacatureProfiel> = fc.tuple(hours, fc.record({
  titel: fc.constantFrom(...BEROEPEN, 'Medewerker', 'ORDER PICKER!!!', ''), beroep: maybe(fc.constantFrom(...BEROEPEN)), omschrijving: fc.constant(''), taken: some(TAKEN),
  vaardighedenVereist: some(VAARDIGHEDEN, 3), vaardighedenGewenst: some(VAARDIGHEDEN, 3), certificatenVereist: some(CERTIFICATEN, 2), certificatenGewenst: some(CERTIFICATEN, 2),
  rijbewijzen: some(RIJBEWIJZEN, 2), talen, denkniveau: maybe(fc.constantFrom(...DENKNIVEAUS)), sector: maybe(fc.constantFrom('logistiek', 'horeca')),
  dagdelen: maybe(some(DAGDELEN, 5)), plaats: fc.constant('Waalwijk'), punt: fc.constant(WAALWIJK), startdatum: maybe(fc.constantFrom('2026-10-01', '2026-12-01')),
  werkvorm: fc.constant('betaald werk' as const), biedt: some(BIEDT),
})).map(([uren, rest]) => ({ ...rest, ...uren }));
