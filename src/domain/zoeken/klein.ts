/** Searching lists that are small enough to read whole, by the same address and with the same counts as the port. Pure. */
import type { Antwoord, Facet } from '#search/engine.ts';
import { tokenize } from '../woorden/analyse.ts';
import type { Lijst, Zoekvraag } from './lijst.ts';

/** What of a row is searched and counted. */
export type KleineRij<T> = { rij: T; tekst: string; velden: Readonly<Record<string, readonly string[]>> };
export type KleinAntwoord<T> = Pick<Antwoord, 'totaal' | 'facetten' | 'pagina' | 'paginas' | 'weggelaten' | 'ookGezocht'> & { rijen: T[] };

/** A page of the rows, in the order in which they came, that have every word (or its beginning) and every choice. */
export function searchSmall<T>(lijst: Lijst, vraag: Zoekvraag, rijen: readonly KleineRij<T>[], perPagina: number): KleinAntwoord<T> {
  const wanted = tokenize(vraag.q);
  const read = rijen.filter(({ tekst }) => { const words = tokenize(tekst); return wanted.every((word) => words.some((other) => other.startsWith(word))); });
  const facetten = Object.keys(lijst.facetten);
  const fits = (row: KleineRij<T>, except?: string) => facetten.every((facet) => {
    const chosen = vraag.keuzes[facet] ?? [];
    return facet === except || chosen.length === 0 || chosen.some((value) => row.velden[facet]?.includes(value));
  });
  const found = read.filter((row) => fits(row));
  const paginas = Math.max(1, Math.ceil(found.length / perPagina));
  const pagina = Math.min(paginas, vraag.pagina);
  return {
    rijen: found.slice((pagina - 1) * perPagina, pagina * perPagina).map(({ rij }) => rij), totaal: found.length, pagina, paginas, weggelaten: [], ookGezocht: [],
    facetten: Object.fromEntries(facetten.map((facet) => [facet, count(read.filter((row) => fits(row, facet)), facet)])),
  };
}

function count<T>(rows: readonly KleineRij<T>[], facet: string): Facet {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of new Set(row.velden[facet] ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([waarde, aantal]) => ({ waarde, aantal })).sort((a, b) => b.aantal - a.aantal || a.waarde.localeCompare(b.waarde, 'nl'));
}
