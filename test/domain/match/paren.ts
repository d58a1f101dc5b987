/** People and jobs that the tests of the score share: one real-looking pair, and whatever a test changes about it. */
import { readKandidaat, readVacature, type KandidaatProfiel, type VacatureProfiel } from '#src/domain/match/kenmerken.ts';
import { type OnderdeelNaam, type Uitleg } from '#src/domain/match/onderdeel.ts';
import { scorePair } from '#src/domain/match/score.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';

export const VANDAAG = '2026-11-02';
export const TILBURG = { lat: 51.5555, lng: 5.0913 };
export const WAALWIJK = { lat: 51.6825, lng: 5.0708 };
export const GRONINGEN = { lat: 53.2192, lng: 6.5667 };

/** Somebody of whom only the hours and the place are known: every optional field is missing. */
export const ONBEKEND: KandidaatProfiel = {
  kop: '', presentatie: '', wensberoepen: [], ervaring: [], vaardigheden: [], certificaten: null, rijbewijzen: null, talen: null, denkniveau: null,
  sectoren: [], urenMin: 24, urenMax: 32, dagdelen: null, beschikbaarVanaf: null, plaats: 'Tilburg', punt: TILBURG, reisafstandKm: null,
  vervoer: null, nodig: [], begeleiding: null, werkvormen: [],
};

/** Samira wants to be an orderpicker and has done it. */
export const SAMIRA: KandidaatProfiel = {
  ...ONBEKEND, kop: 'Ik zoek werk in het magazijn', presentatie: 'Ik werk netjes en ik kom op tijd.', wensberoepen: ['orderpicker'],
  ervaring: [{ beroep: 'orderpicker', maanden: 14, omschrijving: 'Bestellingen verzamelen bij een webwinkel' }],
  vaardigheden: ['orderpicken', 'scanner bedienen', 'inpakken'], certificaten: ['VCA basis'], rijbewijzen: ['B'],
  talen: [{ taal: 'nl', niveau: 'B1' }], denkniveau: 'laag', sectoren: ['logistiek'], dagdelen: ['ma-ochtend', 'di-ochtend', 'wo-ochtend'],
  beschikbaarVanaf: '2026-10-01', reisafstandKm: 20, vervoer: ['fiets', 'ov'], begeleiding: 'geen', werkvormen: ['betaald werk'],
};

/** Bas cooked for years and looks for the same work again. */
export const BAS: KandidaatProfiel = {
  ...SAMIRA, kop: 'Ik kook graag', wensberoepen: ['kok'], ervaring: [{ beroep: 'kok', maanden: 60 }], vaardigheden: ['gerechten bereiden'],
  sectoren: ['horeca'], certificaten: [], rijbewijzen: [],
};

/** The orderpicker job at Van Dijk Logistiek. */
export const ORDERPICKER: VacatureProfiel = {
  titel: 'Orderpicker', beroep: 'orderpicker', omschrijving: 'U verzamelt bestellingen in ons magazijn.', taken: ['orders verzamelen met een scanner', 'pakketten inpakken en labelen'],
  vaardighedenVereist: ['orderpicken'], vaardighedenGewenst: ['inpakken'], certificatenVereist: [], certificatenGewenst: ['VCA basis'],
  rijbewijzen: [], talen: [{ taal: 'nl', niveau: 'A2' }], denkniveau: 'elementair', sector: 'logistiek', urenMin: 24, urenMax: 32,
  dagdelen: ['ma-ochtend', 'di-ochtend'], plaats: 'Waalwijk', punt: WAALWIJK, startdatum: '2026-11-15', werkvorm: 'betaald werk', biedt: [],
};

/** A vacature that says nothing but its title. */
export const KAAL: VacatureProfiel = {
  titel: 'Medewerker', beroep: null, omschrijving: '', taken: [], vaardighedenVereist: [], vaardighedenGewenst: [], certificatenVereist: [], certificatenGewenst: [],
  rijbewijzen: [], talen: [], denkniveau: null, sector: null, urenMin: 0, urenMax: 0, dagdelen: null, plaats: '', punt: null, startdatum: null, werkvorm: 'betaald werk', biedt: [],
};

/** The score of a pair, with whatever is different this time. */
export function score(kandidaat: Partial<KandidaatProfiel> = {}, vacature: Partial<VacatureProfiel> = {}): Uitleg {
  const woorden = woordenboek();
  return scorePair(readVacature({ ...ORDERPICKER, ...vacature }, woorden), readKandidaat({ ...SAMIRA, ...kandidaat }, woorden), woorden, VANDAAG);
}

export function onderdeel(uitleg: Uitleg, naam: OnderdeelNaam) {
  return uitleg.onderdelen.find((deel) => deel.naam === naam)!;
}
