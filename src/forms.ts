/** Reading forms: zod at the border, one Dutch message per field, and what was typed comes back. */
import type { z } from 'zod';
import { Weigering } from './auth/policy.ts';

/** What a page needs to show a form again: typed values, a message per field, and one for the whole form. */
export type FormulierStand = { waarden: Record<string, string[]>; fouten: Record<string, string>; melding: string | null };
export const LEEG_FORMULIER: FormulierStand = { waarden: {}, fouten: {}, melding: null };

/** Files are refused here: uploads have an entry of their own. */
export async function readForm(request: Request): Promise<Record<string, string[]>> {
  // No prototype: a field may have any name, also that of something every object has.
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of await request.formData()) if (typeof value === 'string') (values[name] ??= []).push(value);
  return values;
}

/**
 * Checks what was typed and runs `use` with it.
 * @returns the outcome of `use`, or the state of the form with everything that is wrong; a Weigering becomes the
 *   message of the form, any other error is thrown on
 */
export async function submit<S extends z.ZodType, T>(waarden: Record<string, string[]>, schema: S, use: (input: z.output<S>) => T | Promise<T>): Promise<{ klaar: true; waarde: T } | { klaar: false; stand: FormulierStand }> {
  const raw = Object.fromEntries(Object.entries(waarden).map(([name, values]) => [name.replace(/\[\]$/, ''), name.endsWith('[]') ? values : values[0]]));
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const fouten: Record<string, string> = {};
    for (const issue of parsed.error.issues) fouten[String(issue.path[0] ?? '')] ??= issue.message;
    return { klaar: false, stand: { waarden, fouten, melding: null } };
  }
  try {
    return { klaar: true, waarde: await use(parsed.data) };
  } catch (error) {
    if (error instanceof Weigering) return { klaar: false, stand: { waarden, fouten: {}, melding: error.message } };
    throw error;
  }
}

/** A path on this site to go to after signing in; anything else (other hosts, schemes) becomes undefined. */
export function safePath(value: string | null | undefined): string | undefined {
  return value && /^\/(?![/\\])[^\\\p{C}]*$/u.test(value) ? value : undefined;
}

/** An id from the address: digits only, within what SQLite can hold. */
export function readId(value: string | undefined): number | undefined {
  return value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}
