/** Reads files with a JSON object on each line. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { prettifyError } from 'zod';

/** @param path of the file @throws with the file's name and the line where a line does not fit the schema */
export function readJsonl<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line, at) => {
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${basename(path)}, line ${at + 1}: ${prettifyError(parsed.error)}`);
    return parsed.data;
  });
}
