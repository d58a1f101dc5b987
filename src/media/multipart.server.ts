/**
 * multipart/form-data (RFC 7578) read while it comes in, so that a file of any size passes through a small buffer. The
 * FormData of the platform holds a whole body in memory.
 */

/** One field or file of the form; `bestandsnaam` is null for a field. Read `inhoud` before asking for the next part. */
export type Deel = { naam: string; bestandsnaam: string | null; inhoud: AsyncIterable<Buffer> };

/** The body ended before its closing boundary, or is no form at all. */
export class AfgebrokenFormulier extends Error {}

/** Headers of one part are a few lines; more is no browser. */
const MAX_KOP = 8192;
const CRLF2 = Buffer.from('\r\n\r\n');

/** The boundary of a form with files; undefined for any other content type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? '')) return undefined;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType!) ?? [];
  return quoted ?? plain;
}

/** The parts of a form, one by one. @throws AfgebrokenFormulier */
export async function* readParts(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Deel> {
  const marker = Buffer.from(`\r\n--${boundary}`);
  const reader = new Lezer(body);
  await drain(reader.until(marker));
  for (;;) {
    const end = await reader.take(2);
    if (end === '--') return;
    if (end !== '\r\n') throw new AfgebrokenFormulier('geen regeleinde na de scheiding');
    const kop = await reader.head();
    const naam = /;\s*name="([^"]*)"/i.exec(kop)?.[1];
    const bestandsnaam = /;\s*filename="([^"]*)"/i.exec(kop)?.[1] ?? null;
    const inhoud = reader.until(marker);
    if (naam !== undefined) yield { naam, bestandsnaam, inhoud };
    await drain(inhoud);
  }
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}

class Lezer {
  #buffer: Buffer = Buffer.from('\r\n');
  readonly #source: AsyncIterator<Buffer>;
  constructor(body: AsyncIterable<Buffer>) { this.#source = body[Symbol.asyncIterator](); }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next();
    if (done) throw new AfgebrokenFormulier('het formulier houdt halverwege op');
    this.#buffer = this.#buffer.length === 0 ? value : Buffer.concat([this.#buffer, value]);
  }

  async take(length: number): Promise<string> {
    while (this.#buffer.length < length) await this.#more();
    const taken = this.#buffer.toString('latin1', 0, length);
    this.#buffer = this.#buffer.subarray(length);
    return taken;
  }

  async head(): Promise<string> {
    for (;;) {
      const at = this.#buffer.indexOf(CRLF2);
      if (at >= 0) {
        const kop = this.#buffer.toString('utf8', 0, at);
        this.#buffer = this.#buffer.subarray(at + CRLF2.length);
        return kop.split('\r\n').find((line) => /^content-disposition:/i.test(line)) ?? '';
      }
      if (this.#buffer.length > MAX_KOP) throw new AfgebrokenFormulier('de kop van een deel is te lang');
      await this.#more();
    }
  }

  /** Everything up to the marker, which is consumed too. What is left unread by one caller is there for the next. */
  until(marker: Buffer): AsyncIterable<Buffer> {
    let ended = false;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      while (!ended) {
        const at = this.#buffer.indexOf(marker);
        const safe = at >= 0 ? at : this.#buffer.length - marker.length + 1;
        const chunk = this.#buffer.subarray(0, Math.max(0, safe));
        if (at >= 0) { this.#buffer = this.#buffer.subarray(at + marker.length); ended = true; }
        else if (safe > 0) this.#buffer = this.#buffer.subarray(safe);
        else await this.#more();
        if (chunk.length > 0) return { done: false, value: chunk };
      }
      return { done: true, value: undefined };
    };
    return { [Symbol.asyncIterator]: () => ({ next }) };
  }
}
