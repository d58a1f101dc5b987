/** Reads an upload with kandidaten, JSON Lines or CSV, into lines of the exchange format; what cannot be read is named by its line. */
import { Readable } from 'node:stream';
import { Weigering } from '../auth/policy.ts';
import { CsvFout, readCsv } from './csv.ts';
import { KOLOMMEN, leesCellen } from './import-kolommen.ts';
import { readLines } from './lines.ts';

export type Fout = { veld: string; reden: string };
export type Gelezen = { regel: number; json: Record<string, unknown> } | { regel: number; ref?: string; fouten: Fout[] };
export type Bestand = { gelezen: Gelezen[]; onbekendeKolommen: string[] };

/** JSON Lines begin with a brace; anything else is read as CSV, with the separator of its first line. */
export async function readBestand(bytes: Buffer): Promise<Bestand> {
  const start = bytes.toString('utf8', 0, 4096).replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{') || bytes[0] === 0xff || bytes[0] === 0xfe) return { gelezen: await Array.fromAsync(readJson(bytes)), onbekendeKolommen: [] };
  const firstLine = start.split('\n', 1)[0]!;
  return readTable(bytes, firstLine.split(';').length > firstLine.split(',').length ? ';' : ',');
}

async function* readJson(bytes: Buffer): AsyncGenerator<Gelezen> {
  for await (const line of readLines(Readable.from([bytes]))) {
    if ('leeg' in line) continue;
    if ('fout' in line) { yield { regel: line.nummer, fouten: [{ veld: 'regel', reden: line.fout }] }; continue; }
    try {
      const json: unknown = JSON.parse(line.tekst);
      yield typeof json === 'object' && json !== null && !Array.isArray(json) ? { regel: line.nummer, json: json as Record<string, unknown> } : { regel: line.nummer, fouten: [{ veld: 'regel', reden: 'moet één JSON-object zijn' }] };
    } catch {
      yield { regel: line.nummer, fouten: [{ veld: 'regel', reden: 'is geen geldige JSON' }] };
    }
  }
}

async function readTable(bytes: Buffer, scheiding: ',' | ';'): Promise<Bestand> {
  const gelezen: Gelezen[] = [];
  let kop: string[] | undefined;
  try {
    for await (const { regel, velden } of readCsv(Readable.from([bytes]), scheiding)) {
      if (!kop) kop = velden.map((cel) => cel.trim());
      else if (velden.some((cel) => cel.trim() !== '')) gelezen.push({ regel, ...leesCellen(kop, velden) });
    }
  } catch (error) {
    if (!(error instanceof CsvFout)) throw error;
    gelezen.push({ regel: error.regel, fouten: [{ veld: 'regel', reden: error.message }] });
  }
  if (kop && !kop.includes('ref')) throw new Weigering('In de eerste regel ontbreekt de kolom ref. Is dit een bestand met kandidaten? Kijk naar het voorbeeldbestand.');
  return { gelezen, onbekendeKolommen: (kop ?? []).filter((naam) => naam !== '' && !KOLOMMEN.some((kolom) => kolom.naam === naam)) };
}
