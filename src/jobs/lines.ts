/** Lines of a file from outside: UTF-8 with or without BOM, any line end, bounded in length. */

/** A longer line is no record of ours (the contract's fields fit in well under 100 kB). */
export const MAX_LINE_BYTES = 1024 * 1024;

export type Line = { nummer: number; tekst: string } | { nummer: number; fout: string } | { nummer: number; leeg: true };

/**
 * Reads a stream of bytes as lines, without ever holding more than one line.
 * A line that is too long or no UTF-8 is reported with its number; the lines after it are read as usual. Of a UTF-16
 * file nothing can be read: it gives one message and then ends.
 */
export async function* readLines(source: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  let start: Buffer = Buffer.alloc(0);
  const take = (): Line => {
    number++;
    const bytes = length > MAX_LINE_BYTES ? undefined : Buffer.concat(parts);
    const size = length;
    parts = [];
    length = 0;
    return bytes ? decode(number, bytes) : { nummer: number, fout: `is te lang: ${(size / 1024 / 1024).toFixed(1)} MB (hoogstens ${MAX_LINE_BYTES / 1024 / 1024} MB)` };
  };
  for await (const data of source) {
    const chunk = typeof data === 'string' ? Buffer.from(data) : data;
    if (start.length < 2) {
      start = Buffer.concat([start, chunk.subarray(0, 2)]);
      if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) { yield { nummer: 1, fout: 'het bestand is UTF-16; sla het op als UTF-8' }; return; }
    }
    let from = 0;
    for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      from = end + 1;
      yield take();
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();

  function keep(bytes: Buffer): void {
    length += bytes.length;
    if (length <= MAX_LINE_BYTES) parts.push(bytes);
    else parts = [];
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(nummer: number, bytes: Buffer): Line {
  try {
    const tekst = utf8.decode(bytes).replace(nummer === 1 ? /^\uFEFF/ : /^$/, '').replace(/\r$/, '').trim();
    return tekst === '' ? { nummer, leeg: true } : { nummer, tekst };
  } catch {
    return { nummer, fout: 'bevat tekens die geen UTF-8 zijn; sla het bestand op als UTF-8' };
  }
}
