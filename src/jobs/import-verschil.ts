/** What a line of an import would change, field by field. Pure. */
import { canon } from '../domain/kandidaat/invoer.ts';
import type { KandidaatInvoer } from '../domain/kandidaat/kandidaat.ts';
import { KOLOMMEN, waardeVan } from './import-kolommen.ts';

/** One field: what is kept and what the line says, in the words of the CSV file; null for nothing. */
export type Verschil = { veld: string; oud: string | null; nieuw: string | null };

/** In these fields an empty list is no answer; in the others it says "none". */
const LEEG_IS_NIETS = new Set(['wensberoepen', 'sectoren', 'werkvormen', 'vaardigheden', 'ervaring', 'nodig', 'toestemming']);
/** The order of these says nothing. */
const ZONDER_VOLGORDE = new Set(['sectoren', 'werkvormen', 'rijbewijzen', 'dagdelen', 'vervoer', 'toestemming']);

function norm(naam: string, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (!Array.isArray(value)) return value;
  if (value.length === 0 && LEEG_IS_NIETS.has(naam)) return undefined;
  return ZONDER_VOLGORDE.has(naam) ? [...new Set(value as string[])].sort() : value;
}

/** The fields in which two states of one kandidaat differ, in the order of the template; `ref` is the person and never differs. */
export function verschillen(oud: Partial<KandidaatInvoer>, nieuw: Partial<KandidaatInvoer>): Verschil[] {
  return KOLOMMEN.filter(({ naam }) => naam !== 'ref').flatMap((kolom) => {
    const [before, after] = [norm(kolom.naam, waardeVan(kolom, oud)), norm(kolom.naam, waardeVan(kolom, nieuw))];
    if (canon(before) === canon(after)) return [];
    const show = (value: unknown) => (value === undefined ? null : kolom.toon(value as never));
    return [{ veld: kolom.naam, oud: show(before), nieuw: show(after) }];
  });
}
