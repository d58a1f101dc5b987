/** Reads the examples: made-up people and vacatures, each with the occupations that suit, by somebody who knew neither golden set nor score. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DENKNIVEAUS } from '#src/domain/kandidaat/kandidaat.ts';
import { readKandidaat, readWerk, readZegt, type KandidaatProfiel, type VacatureProfiel } from '#src/domain/match/kenmerken.ts';
import { MEEST, kernOfMens, kernOfVacature } from '#src/domain/match/beeld.ts';
import type { Zegt } from '#src/domain/woorden/aansluiting.ts';
import { isPersonal } from '#src/domain/kandidaat/persoonlijk.ts';
import { withoutDenied } from '#src/domain/woorden/wens.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { readJsonl } from '../support/jsonl.ts';

const woorden = woordenboek();

const niveau = z.enum(DENKNIVEAUS).nullable();
/** Occupations by id with how well each suits, 0–100. */
const past = z.record(z.string().refine((id) => woorden.beroepById(id) !== undefined, 'is no occupation of the vocabulary'), z.number().min(0).max(100));
const mens = z.strictObject({
  kop: z.string(), presentatie: z.string(), wensen: z.array(z.string()),
  ervaring: z.array(z.strictObject({ beroep: z.string(), maanden: z.number().nullable(), omschrijving: z.string() })),
  kan: z.array(z.string()), niveau, beroepen: past,
});
const vacature = z.strictObject({
  titel: z.string(), sector: z.string().nullable(), omschrijving: z.string(), taken: z.array(z.string()),
  vereist: z.array(z.string()), gewenst: z.array(z.string()), niveau, beroepen: past,
});

/** What our reading finds in an example, per occupation, and what it should find; of a person also the words that are said, and those of what they can. */
export type Voorbeeld = { kern: Float64Array; past: Float64Array; zegt?: Zegt; kan?: string[] };

/** The examples as they lie in gegevens/. @throws with file and line where a line does not fit the schema or names an occupation that is not in the vocabulary */
export const readRegels = () => ({ mens: readJsonl(dataFile('mensen.jsonl'), mens), vacature: readJsonl(dataFile('vacatures.jsonl'), vacature) });

/** What our reading finds in them; takes half a minute. @throws as readRegels */
export function readVoorbeelden(): { mens: Voorbeeld[]; vacature: Voorbeeld[] } {
  const aantal = woorden.beroepen.length;
  const regels = readRegels();
  return {
    mens: regels.mens.map((item) => {
      const profiel = profielOfMens(item);
      const { vertelt, beroepen } = readKandidaat(profiel, woorden);
      return {
        zegt: readZegt(profiel.wensberoepen.map(withoutDenied), profiel, woorden),
        kan: profiel.vaardigheden.flatMap((naam) => woorden.analyse(naam)).filter((stam) => !isPersonal(stam)),
        // The first of the row is the image of everything.
        kern: kernOfMens(vertelt.subarray(0, MEEST.verhaal), beroepen, aantal), past: shares(item.beroepen),
      };
    }),
    vacature: regels.vacature.map((item) => {
      const { beroepen, beeld } = readWerk(profielOfVacature(item), woorden);
      return { kern: kernOfVacature(beeld, beroepen, aantal), past: shares(item.beroepen) };
    }),
  };
}

const dataFile = (name: string): string => fileURLToPath(new URL(`./gegevens/${name}`, import.meta.url));

function shares(past: Record<string, number>): Float64Array {
  const list = new Float64Array(woorden.beroepen.length);
  for (const [id, hundredths] of Object.entries(past)) list[woorden.beroepById(id)!.nr] = hundredths / 100;
  return list;
}

function profielOfMens({ kop, presentatie, wensen, ervaring, kan, niveau: denkniveau }: z.infer<typeof mens>): KandidaatProfiel {
  return {
    kop, presentatie, wensberoepen: wensen, ervaring: ervaring.map(({ beroep, maanden, omschrijving }) => ({ beroep, ...(maanden === null ? {} : { maanden }), omschrijving })), vaardigheden: kan,
    certificaten: null, rijbewijzen: null, talen: null, denkniveau, sectoren: [], urenMin: 1, urenMax: 40, dagdelen: null, beschikbaarVanaf: null,
    plaats: '', punt: null, reisafstandKm: null, vervoer: null, nodig: [], begeleiding: null, werkvormen: [],
  };
}

function profielOfVacature({ titel, sector, omschrijving, taken, vereist, gewenst, niveau: denkniveau }: z.infer<typeof vacature>): VacatureProfiel {
  return {
    titel, beroep: null, omschrijving, taken, vaardighedenVereist: vereist, vaardighedenGewenst: gewenst, certificatenVereist: [], certificatenGewenst: [],
    rijbewijzen: [], talen: [], denkniveau, sector, urenMin: 1, urenMax: 40, dagdelen: null, plaats: '', punt: null, startdatum: null, werkvorm: 'betaald werk', biedt: [],
  };
}
