/**
 * How complete a profile is: what is there, and what would help most. A help for the aanmelder and nothing else: it
 * is not stored and the matching does not read it. Pure.
 */
import type { Veldnaam, Veldwaarden } from './invoer.ts';

/** Of the own story this many signs give a werkgever something to go on: about three sentences. */
const VERHAAL = 120;
/** So many skills make a profile findable for more than one kind of work. */
const VAARDIGHEDEN = 3;

type Onderdeel = { veld: Veldnaam; punten: number; tip: string; deel: (waarden: Veldwaarden) => number };
const filled = (value: unknown) => (value === null || value === '' || (Array.isArray(value) && value.length === 0) ? 0 : 1);
/** In these fields "none" is an answer too. */
const known = (value: unknown) => (value === null ? 0 : 1);

/**
 * The parts, with points that add up to 100. Half goes to what the matching reads first (work, skills, hours, travel;
 * see match/onderdeel.ts), a quarter to what a werkgever reads first, the rest to what now and then decides.
 */
const ONDERDELEN: readonly Onderdeel[] = [
  { veld: 'wensberoepen', punten: 15, tip: 'Noem het werk dat iemand zoekt.', deel: ({ wensberoepen }) => filled(wensberoepen) },
  { veld: 'vaardigheden', punten: 15, tip: `Noem ten minste ${VAARDIGHEDEN} dingen die iemand kan.`, deel: ({ vaardigheden }) => Math.min(1, vaardigheden.length / VAARDIGHEDEN) },
  { veld: 'presentatie', punten: 15, tip: 'Vertel in drie zinnen wie iemand is.', deel: ({ presentatie }) => Math.min(1, presentatie.trim().length / VERHAAL) },
  { veld: 'kop', punten: 10, tip: 'Schrijf één zin die zegt wat iemand zoekt.', deel: ({ kop }) => filled(kop.trim()) },
  { veld: 'ervaring', punten: 10, tip: 'Noem werk dat iemand eerder deed.', deel: ({ ervaring }) => filled(ervaring) },
  { veld: 'uren', punten: 10, tip: 'Vul de uren per week in.', deel: ({ uren }) => known(uren) },
  { veld: 'plaats', punten: 5, tip: 'Vul de woonplaats in.', deel: ({ plaats }) => filled(plaats.trim()) },
  { veld: 'dagdelen', punten: 5, tip: 'Kies wanneer iemand kan werken.', deel: ({ dagdelen }) => filled(dagdelen) },
  { veld: 'vervoer', punten: 5, tip: 'Kies hoe iemand naar het werk gaat.', deel: ({ vervoer }) => filled(vervoer) },
  { veld: 'talen', punten: 4, tip: 'Noem de talen, met het niveau.', deel: ({ talen }) => filled(talen) },
  { veld: 'rijbewijzen', punten: 3, tip: 'Vul in of iemand een rijbewijs heeft.', deel: ({ rijbewijzen }) => known(rijbewijzen) },
  { veld: 'certificaten', punten: 3, tip: 'Vul in of iemand certificaten heeft.', deel: ({ certificaten }) => known(certificaten) },
];

export type Volledigheid = { procent: number; klaar: Veldnaam[]; tips: { veld: Veldnaam; tip: string; punten: number }[] };

/** @returns whole percents, the parts that are there, and what is missing with its points, most helpful first */
export function volledigheid(waarden: Veldwaarden): Volledigheid {
  const parts = ONDERDELEN.map((part) => ({ ...part, deel: part.deel(waarden) }));
  return {
    procent: Math.floor(parts.reduce((sum, { punten, deel }) => sum + punten * deel, 0)),
    klaar: parts.filter(({ deel }) => deel === 1).map(({ veld }) => veld),
    tips: parts.filter(({ deel }) => deel < 1).map(({ veld, tip, punten, deel }) => ({ veld, tip, punten: Math.ceil(punten * (1 - deel)) })).sort((a, b) => b.punten - a.punten),
  };
}
