/**
 * Amounts that a gemeente sets itself. The book names the mechanism; a region that knows its amounts writes them in
 * REGIO_FILE under `lokaal`, by the `sleutel` of the instrument. Past its term an amount is not shown: then the book
 * says again that the gemeente decides. Pure.
 */
import { z } from 'zod';
import type { Instrument } from './instrument.ts';

export const lokaleBedragen = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.strictObject({
  /** What the employer gets, in words and with the amount. */
  bedrag: z.string().min(1),
  /** The verordening or beleidsregel that says so. */
  bron: z.string().min(1),
  /** First and last day (yyyy-mm-dd) on which it applies; null when the source names no last day. */
  geldigVan: z.iso.date(),
  geldigTot: z.iso.date().nullable(),
  gecontroleerdOp: z.iso.date(),
}));
export type LokaleBedragen = z.output<typeof lokaleBedragen>;
export type LokaalBedrag = LokaleBedragen[string];

/** The region's own amount for an instrument on a day (yyyy-mm-dd), or null when the gemeente has to be asked. */
export function vindLokaal({ bedrag }: Pick<Instrument, 'bedrag'>, lokaal: LokaleBedragen, vandaag: string): LokaalBedrag | null {
  const found = bedrag.soort === 'lokaal' ? lokaal[bedrag.sleutel] : undefined;
  return found && found.geldigVan <= vandaag && (found.geldigTot === null || vandaag <= found.geldigTot) ? found : null;
}

/** What is wrong with the region's amounts on a day, one line per amount; empty when nothing is. */
export function toetsLokaal(boek: readonly Pick<Instrument, 'bedrag'>[], lokaal: LokaleBedragen, vandaag: string): string[] {
  const known = new Set(boek.flatMap(({ bedrag }) => (bedrag.soort === 'lokaal' ? [bedrag.sleutel] : [])));
  return Object.entries(lokaal).flatMap(([sleutel, { geldigVan, geldigTot, gecontroleerdOp }]) => [
    !known.has(sleutel) && `geen instrument heeft deze sleutel. Kies uit ${[...known].sort().join(', ')}.`,
    geldigTot !== null && geldigTot < geldigVan && `geldigTot (${geldigTot}) ligt voor geldigVan (${geldigVan}).`,
    geldigTot !== null && geldigTot < vandaag && `geldigTot (${geldigTot}) is voorbij. Vul het nieuwe bedrag in of haal deze regel weg.`,
    gecontroleerdOp > vandaag && `gecontroleerdOp (${gecontroleerdOp}) ligt in de toekomst.`,
  ].filter((fout) => fout !== false).map((fout) => `REGIO_FILE: lokaal.${sleutel}: ${fout}`));
}
