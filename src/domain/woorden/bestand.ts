/** The vocabulary as it is written down: one JSON file per sector, checked when it is read, in one numbered list. */
import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { DENKNIVEAUS } from '../kandidaat/kandidaat.ts';

const naam = z.string().trim().min(2);
const namen = z.array(naam);
const sectorBestand = z.strictObject({
  sector: z.strictObject({ id: naam, naam, synoniemen: namen.default([]) }),
  vaardigheden: z.array(z.strictObject({ naam, synoniemen: namen.default([]) })),
  certificaten: z.array(z.strictObject({ naam, synoniemen: namen.default([]), scholing: z.string().optional(), wettelijk: z.boolean().default(false), leerweg: z.boolean().default(false), omvat: namen.default([]) })).default([]),
  beroepen: z.array(z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/), naam, isco: z.string().regex(/^\d{4}$/), niveau: z.enum(DENKNIVEAUS),
    synoniemen: namen, kern: namen, extra: namen, taken: namen,
    /** Words that give the work away without naming it: things, places, tools, doings. */
    woordveld: namen,
    verwant: z.array(z.strictObject({ id: z.string(), sterkte: z.number().min(0).max(1) })),
  })),
});
export type SectorBestand = z.infer<typeof sectorBestand>;
/** `sector` is null where ISCO gives none; `escoKern` are the essential skills that ESCO adds to an own occupation. */
export type Beroep = SectorBestand['beroepen'][number] & { nr: number; sector: string | null; bron: 'eigen' | 'esco'; escoKern: string[] };
export type Vaardigheid = { nr: number; naam: string; synoniemen: string[] };
export type Certificaat = { nr: number; naam: string; synoniemen: string[]; scholing?: string | undefined; wettelijk: boolean; /** Who learns for it may do the work meanwhile, under guidance (sources: README, Decisions). */ leerweg: boolean; /** Lesser papers that nobody needs beside this one. */ omvat: string[] };
export type Sector = { id: string; naam: string; synoniemen: string[] };

/** All words together; the number of each is its place in its list. */
export type Woordenlijst = {
  beroepen: Beroep[]; vaardigheden: Vaardigheid[]; certificaten: Certificaat[]; sectoren: Sector[];
  /** Names whose words compounds may be made of. */
  delen: string[];
};

/** Reads and checks the sector files of a folder. @throws with the file's name when one does not fit the schema */
export function readWoorden(folder: URL): SectorBestand[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const parsed = sectorBestand.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!parsed.success) throw new Error(`Woordenlijst ${name}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

/** The files as one list. "Algemeen" holds what all sectors share and is no sector itself. */
export function flatten(bestanden: readonly SectorBestand[]): Woordenlijst {
  const beroepen = bestanden.flatMap(({ sector, beroepen }) => beroepen.map((item) => ({ ...item, sector: sector.id, bron: 'eigen' as const, escoKern: [] })));
  const vaardigheden = bestanden.flatMap((bestand) => bestand.vaardigheden);
  const certificaten = bestanden.flatMap((bestand) => bestand.certificaten);
  return {
    beroepen: beroepen.map((item, nr) => ({ ...item, nr })),
    vaardigheden: vaardigheden.map((item, nr) => ({ ...item, nr })),
    certificaten: certificaten.map((item, nr) => ({ ...item, nr })),
    sectoren: bestanden.map((bestand) => bestand.sector).filter(({ id }) => id !== 'algemeen'),
    delen: [...vaardigheden, ...certificaten, ...beroepen].flatMap((item) => [item.naam, ...item.synoniemen]),
  };
}
