/**
 * Every constant of the rekenhulp, dated and sourced. Nothing else in the calculator is a number from outside.
 *
 * A constant is used on a date only when geldigVan <= date <= geldigTot. There is no "latest known" fallback:
 * an amount that has run out is refused, because an employer would take last year's figure for this year's.
 * To renew a constant, add a line with the new period; never change the period of an old line.
 *
 * Units are integers only: 'cent per uur', 'cent per jaar', 'honderdste procent' (1713 = 17,13%), 'maanden'.
 */

export type Eenheid = 'cent per uur' | 'cent per jaar' | 'honderdste procent' | 'maanden';

export interface Tarief {
  readonly waarde: number;
  readonly eenheid: Eenheid;
  /** First day (yyyy-mm-dd) on which the value applies. */
  readonly geldigVan: string;
  /** Last day on which it applies; null when the law names the value without an end. */
  readonly geldigTot: string | null;
  readonly bron: string;
  readonly gecontroleerdOp: string;
  /** Why the value still has to be confirmed by an official source, in words for the employer. */
  readonly teBevestigen?: string;
}

interface Tariefreeks {
  /** Name with its article, as it stands in a message. */
  readonly naam: string;
  readonly reeks: readonly Tarief[];
}

const GECONTROLEERD = '2026-11-22';
const PARTICIPATIEWET = 'Participatiewet, artikel 10d';
const PREMIES = 'Belastingdienst, premies werknemersverzekeringen en Zvw 2026';
const JEUGDLOON = 'Besluit minimumjeugdloonregeling';
const BBL = 'Besluit minimumjeugdloonregeling, staffel voor bbl';

/** A value that the law sets without an end date. */
function wettelijk(waarde: number, eenheid: Eenheid, geldigVan: string, bron: string): Tarief {
  return { waarde, eenheid, geldigVan, geldigTot: null, bron, gecontroleerdOp: GECONTROLEERD };
}

/** A value that is set anew for each calendar year; this one for 2026. */
function in2026(waarde: number, eenheid: Eenheid, bron: string): Tarief {
  return { waarde, eenheid, geldigVan: '2026-01-01', geldigTot: '2026-12-31', bron, gecontroleerdOp: GECONTROLEERD };
}

function jeugd(naam: string, waarde: number, bron: string): Tariefreeks {
  return { naam, reeks: [in2026(waarde, 'honderdste procent', bron)] };
}

export const tarieven = {
  wmlPerUur: {
    naam: 'het wettelijk minimumloon',
    reeks: [
      {
        waarde: 1471, eenheid: 'cent per uur', geldigVan: '2026-01-01', geldigTot: '2026-06-30',
        bron: 'Rijksoverheid, bedragen minimumloon per 1 januari 2026', gecontroleerdOp: GECONTROLEERD,
      },
      {
        waarde: 1499, eenheid: 'cent per uur', geldigVan: '2026-07-01', geldigTot: '2026-12-31',
        bron: 'Twee vakbronnen over het minimumloon per 1 juli 2026', gecontroleerdOp: GECONTROLEERD,
        teBevestigen: 'Het minimumloon per 1 juli 2026 (€ 14,99) komt uit twee vakbronnen en niet uit de officiële publicatie.',
      },
    ],
  },
  jeugd20: jeugd('het minimumjeugdloon voor 20 jaar', 8000, JEUGDLOON),
  jeugd19: jeugd('het minimumjeugdloon voor 19 jaar', 6000, JEUGDLOON),
  jeugd18: jeugd('het minimumjeugdloon voor 18 jaar', 5000, JEUGDLOON),
  jeugd17: jeugd('het minimumjeugdloon voor 17 jaar', 3950, JEUGDLOON),
  jeugd16: jeugd('het minimumjeugdloon voor 16 jaar', 3450, JEUGDLOON),
  jeugd15: jeugd('het minimumjeugdloon voor 15 jaar', 3000, JEUGDLOON),
  bbl20: jeugd('het minimumloon voor bbl, 20 jaar', 6150, BBL),
  bbl19: jeugd('het minimumloon voor bbl, 19 jaar', 5250, BBL),
  bbl18: jeugd('het minimumloon voor bbl, 18 jaar', 4550, BBL),
  vakantiebijslag: {
    naam: 'de vakantiebijslag',
    reeks: [wettelijk(800, 'honderdste procent', '2026-01-01', 'Wet minimumloon en minimumvakantiebijslag, artikel 15')],
  },
  lksMaximum: {
    naam: 'het maximum van de loonkostensubsidie',
    reeks: [wettelijk(7000, 'honderdste procent', '2026-01-01', PARTICIPATIEWET)],
  },
  lksForfait: {
    naam: 'de forfaitaire loonkostensubsidie',
    reeks: [wettelijk(5000, 'honderdste procent', '2026-01-01', PARTICIPATIEWET)],
  },
  lksForfaitMaanden: {
    naam: 'de duur van de forfaitaire loonkostensubsidie',
    reeks: [wettelijk(6, 'maanden', '2026-01-01', PARTICIPATIEWET)],
  },
  lksOpslag: {
    naam: 'de opslag voor werkgeverslasten',
    reeks: [{
      waarde: 2350, eenheid: 'honderdste procent', geldigVan: '2021-01-01', geldigTot: '2026-12-31',
      bron: 'Regeling loonkostensubsidie Participatiewet (percentage van 2021)', gecontroleerdOp: GECONTROLEERD,
      teBevestigen: 'De opslag voor werkgeverslasten (23,5%) is het laatste officiële cijfer dat wij vonden. Het is van 2021.',
    }],
  },
  premieAwfVast: { naam: 'de AWf-premie voor een vast contract', reeks: [in2026(274, 'honderdste procent', PREMIES)] },
  premieAwfFlex: { naam: 'de AWf-premie voor een flexibel contract', reeks: [in2026(774, 'honderdste procent', PREMIES)] },
  premieAofKlein: { naam: 'de Aof-premie voor een kleine werkgever', reeks: [in2026(627, 'honderdste procent', PREMIES)] },
  premieAofGroter: { naam: 'de Aof-premie voor een grotere werkgever', reeks: [in2026(763, 'honderdste procent', PREMIES)] },
  premieKinderopvang: { naam: 'de opslag voor kinderopvang', reeks: [in2026(50, 'honderdste procent', PREMIES)] },
  premieWhk: { naam: 'de gemiddelde premie Werkhervattingskas', reeks: [in2026(152, 'honderdste procent', 'UWV, gemiddelde premie Werkhervattingskas 2026')] },
  premieZvw: { naam: 'de werkgeversheffing Zvw', reeks: [in2026(610, 'honderdste procent', PREMIES)] },
  lkvPerUur: {
    naam: 'het loonkostenvoordeel banenafspraak per uur',
    reeks: [in2026(101, 'cent per uur', 'Wet tegemoetkomingen loondomein, bedragen 2026')],
  },
  lkvMaximum: {
    naam: 'het maximum van het loonkostenvoordeel banenafspraak',
    reeks: [in2026(200000, 'cent per jaar', 'Wet tegemoetkomingen loondomein, bedragen 2026')],
  },
} as const satisfies Record<string, Tariefreeks>;

export type TariefSleutel = keyof typeof tarieven;

export type GezochtTarief = { readonly tarief: Tarief } | { readonly melding: string };

/** The line that applies on a date (yyyy-mm-dd), or the reason why there is none. */
export function zoekTarief(sleutel: TariefSleutel, datum: string): GezochtTarief {
  const { naam, reeks }: Tariefreeks = tarieven[sleutel];
  const tarief = reeks.find((regel) => regel.geldigVan <= datum && (regel.geldigTot === null || datum <= regel.geldigTot));
  if (tarief) return { tarief };
  const onderwerp = naam[0]!.toUpperCase() + naam.slice(1);
  const eerste = reeks.map((regel) => regel.geldigVan).sort()[0]!;
  if (datum < eerste) return { melding: `${onderwerp} kennen wij pas vanaf ${inWoorden(eerste)}. Voor ${inWoorden(datum)} kunnen wij niet rekenen.` };
  const laatste = reeks.map((regel) => regel.geldigTot ?? '').filter((dag) => dag < datum).sort().at(-1)!;
  return { melding: `${onderwerp} kennen wij tot en met ${inWoorden(laatste)}. Voor ${inWoorden(datum)} rekenen wij niet met een oud bedrag.` };
}

const MAANDEN = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni',
  'juli', 'augustus', 'september', 'oktober', 'november', 'december',
] as const;

function inWoorden(datum: string): string {
  const [jaar, maand, dag] = datum.split('-').map(Number);
  return `${dag} ${MAANDEN[maand! - 1]} ${jaar}`;
}

/**
 * teller / noemer, rounded half up to a whole number, in integers only.
 * Exact while 2 × teller stays under 2^53; teller >= 0 and noemer > 0.
 */
export function deelHalfOp(teller: number, noemer: number): number {
  const dubbel = 2 * teller + noemer;
  return (dubbel - (dubbel % (2 * noemer))) / (2 * noemer);
}

/** A part of an amount in cents; `deel` in hundredths of a percent (10000 = all of it). */
export function aandeel(bedragCenten: number, deel: number): number {
  return deelHalfOp(bedragCenten * deel, 10_000);
}
