/** Records of a CSV file from outside: UTF-8 with or without BOM, double quotes, bounded in length. */
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';

/** A longer record is none of ours; it is what a quote that is never closed looks like. */
const MAX_RECORD = 1024 * 1024;

/** A record with the line on which it begins; a field may hold line ends. */
export type CsvRecord = { regel: number; velden: string[] };

/** The file cannot be read any further from this line on. */
export class CsvFout extends Error {
  readonly regel: number;
  constructor(regel: number, reden: string) { super(reden); this.regel = regel; }
}

/**
 * Reads a stream of bytes as records, holding no more than a few at once. Empty lines are left out.
 * @throws CsvFout with a line number and a reason in Dutch, for bytes that are no UTF-8 and for broken quotes
 */
export async function* readCsv(source: AsyncIterable<Buffer>, delimiter: ',' | ';' = ','): AsyncGenerator<CsvRecord> {
  const parser = parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: MAX_RECORD });
  const feeding = pipeline(source, decode, parser);
  // The loop below gets the same error; without this it would also count as not handled.
  feeding.catch(() => undefined);
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { regel: last + 1, velden: record };
      last = info.lines;
    }
  } catch (error) {
    throw new CsvFout(last + 1, describe(error));
  }
}

async function* decode(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source) yield utf8.decode(chunk, { stream: true });
  yield utf8.decode();
}

function describe(error: unknown): string {
  if (error instanceof TypeError) return 'bevat tekens die geen UTF-8 zijn; sla het bestand op als UTF-8';
  if (!(error instanceof CsvError)) throw error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') return 'een aanhalingsteken wordt geopend en niet gesloten';
  return 'is geen geldige CSV: er staat iets tussen een aanhalingsteken en het scheidingsteken ernaast';
}
