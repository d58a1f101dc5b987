/** A UTF-16 file gives one message, however its bytes arrive. */
import { expect, test } from 'vitest';
import { MAX_LINE_BYTES, readLines, type Line } from '#src/jobs/lines.ts';

async function read(bytes: Buffer, size = bytes.length): Promise<Line[]> {
  const source = async function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size); };
  const lines: Line[] = [];
  for await (const line of readLines(source())) lines.push(line);
  return lines;
}

const MELDING = [{ nummer: 1, fout: expect.stringMatching(/UTF-16.*UTF-8/) }];
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each([1, 2, 3, 64])('UTF-16 of three lines, in pieces of %d bytes, is refused once', async (size) => {
  const bytes = utf16('{"ref":"a"}\n{"ref":"b"}\n{"ref":"c"}\n');
  expect(await read(bytes, size)).toEqual(MELDING);
  expect(await read(Buffer.from(bytes).swap16(), size)).toEqual(MELDING);
});

test('a first line too long to keep does not hide that the file is UTF-16', async () => {
  expect(await read(utf16('a'.repeat(MAX_LINE_BYTES)), 65_536)).toEqual(MELDING);
});
