/** How one field of the aanmelder's form is read and shown: from what a browser sends to a checked value, and back. Pure. */
import type { z } from 'zod';
import type { Ervaring } from './kandidaat.ts';
import { leesTaal, toonTaal } from './taalnaam.ts';
import type { Taal } from './kandidaat.ts';

/** What a browser sends: all values per input. */
export type Ruw = Readonly<Record<string, readonly string[]>>;

/** Text that cannot be read as a value of this field; the reason follows the label of the field. */
export class Leesfout {
  readonly reden: string;
  constructor(reden: string) { this.reden = reden; }
}

/**
 * `invoer` are the inputs of the field, `leeg` what the tables hold when nothing was filled in. `lees` gives undefined
 * for nothing; what it gives else is checked with `schema`, the rule that the import uses.
 */
export type Veld<T> = { label: string; invoer: readonly string[]; leeg: T; schema: z.ZodType; lees: (ruw: Ruw, bewaard: T) => unknown; toon: (waarde: T) => Ruw };

const first = (ruw: Ruw, naam: string) => (ruw[naam]?.[0] ?? '').replaceAll('\r\n', '\n').trim();
const orNothing = (text: string) => (text === '' ? undefined : text);
const toNumber = (text: string) => (text === '' ? undefined : Number(text.replace(',', '.')));
const showNumber = (value: number | null | undefined) => (value == null ? '' : String(value).replace('.', ','));

/** One line or text; `leeg` is '' or null. */
export function tekst<T extends string | null>(naam: string, label: string, schema: z.ZodType, leeg: T): Veld<T> {
  return { label, invoer: [naam], leeg, schema, lees: (ruw) => orNothing(first(ruw, naam)), toon: (waarde) => ({ [naam]: [waarde ?? ''] }) };
}

export function getal(naam: string, label: string, schema: z.ZodType): Veld<number | null> {
  return { label, invoer: [naam], leeg: null, schema, lees: (ruw) => toNumber(first(ruw, naam)), toon: (waarde) => ({ [naam]: [showNumber(waarde)] }) };
}

/** One tick: yes or no. */
export function vinkje(naam: string, label: string, schema: z.ZodType): Veld<boolean> {
  return { label, invoer: [naam], leeg: false, schema, lees: (ruw) => first(ruw, naam) !== '', toon: (waarde) => ({ [naam]: waarde ? ['ja'] : [] }) };
}

/** Ticks. With a null for `leeg`, no tick means unknown; with `geen`, a tick of its own says that there are none. */
export function vinkjes<T extends string, L extends null | T[]>(naam: string, label: string, schema: z.ZodType, leeg: L, geen = false): Veld<T[] | L> {
  const input = `${naam}[]`;
  return {
    label, invoer: [input], leeg, schema,
    lees: (ruw) => { const values = ruw[input] ?? []; return values.length === 0 ? undefined : values.filter((value) => value !== 'geen'); },
    toon: (waarde) => ({ [input]: waarde === null ? [] : geen && waarde.length === 0 ? ['geen'] : waarde }),
  };
}

/** The words of a text: one per line, or more on a line with commas between. What was kept with a comma in it stays whole. */
export function splitWords(text: string, bewaard: readonly string[]): string[] {
  const kept = new Set(bewaard);
  const words = text.split(/\r?\n/).map((line) => line.trim()).flatMap((line) => (kept.has(line) ? [line] : line.split(/[,;]/)));
  return [...new Set(words.map((word) => word.replace(/^[\s•*-]+/, '').trim()).filter((word) => word !== ''))];
}

/** Words, one per token. */
export function woorden(naam: string, label: string, schema: z.ZodType): Veld<string[]> {
  return { label, invoer: [naam], leeg: [], schema, lees: (ruw, bewaard) => { const words = splitWords(first(ruw, naam), bewaard); return words.length === 0 ? undefined : words; }, toon: (waarde) => ({ [naam]: [waarde.join('\n')] }) };
}

/** Words of which someone may have none; nothing filled in means unknown. */
export function woordenOfGeen(naam: string, label: string, schema: z.ZodType): Veld<string[] | null> {
  const none = `${naam}Geen`;
  return {
    label, invoer: [naam, none], leeg: null, schema,
    lees: (ruw, bewaard) => { const words = splitWords(first(ruw, naam), bewaard ?? []); return words.length > 0 ? words : first(ruw, none) === '' ? undefined : []; },
    toon: (waarde) => ({ [naam]: [(waarde ?? []).join('\n')], [none]: waarde?.length === 0 ? ['geen'] : [] }),
  };
}

export function talen(naam: string, label: string, schema: z.ZodType): Veld<Taal[] | null> {
  return {
    label, invoer: [naam], leeg: null, schema,
    lees: (ruw) => {
      const read = splitWords(first(ruw, naam), []).map(leesTaal);
      const wrong = read.find((item) => 'fout' in item);
      return wrong ? new Leesfout(wrong.fout) : read.length === 0 ? undefined : read;
    },
    toon: (waarde) => ({ [naam]: [(waarde ?? []).map(toonTaal).join('\n')] }),
  };
}

/** From and to; one of the two alone counts for both. */
export function vanTot(van: string, tot: string, label: string, schema: z.ZodType): Veld<{ min: number; max: number } | null> {
  return {
    label, invoer: [van, tot], leeg: null, schema,
    lees: (ruw) => {
      const [min, max] = [toNumber(first(ruw, van)), toNumber(first(ruw, tot))];
      return min === undefined && max === undefined ? undefined : { min: min ?? max, max: max ?? min };
    },
    toon: (waarde) => ({ [van]: [showNumber(waarde?.min)], [tot]: [showNumber(waarde?.max)] }),
  };
}

/** "8", "8 maanden" or "2 jaar" in months; undefined for nothing, NaN for anything else. */
export function leesDuur(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const [, value = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*(maand(?:en)?|jaar|jaren|)$/i.exec(text.trim()) ?? [];
  return value === '' ? Number.NaN : Math.round(Number(value.replace(',', '.')) * (unit.toLowerCase().startsWith('ja') ? 12 : 1));
}

/** Months as people say them. */
export const toonDuur = (maanden: number | undefined): string => (maanden === undefined ? '' : maanden > 0 && maanden % 12 === 0 ? `${maanden / 12} jaar` : maanden === 1 ? '1 maand' : `${maanden} maanden`);

/** Earlier work, in rows of three inputs each; an empty row does not count. */
export function ervaring(naam: string, label: string, schema: z.ZodType): Veld<Ervaring[]> {
  const [beroep, duur, uitleg] = [`${naam}Beroep[]`, `${naam}Duur[]`, `${naam}Uitleg[]`];
  const at = (ruw: Ruw, input: string, row: number) => (ruw[input]?.[row] ?? '').replaceAll('\r\n', '\n').trim();
  return {
    label, invoer: [beroep, duur, uitleg], leeg: [], schema,
    lees: (ruw) => {
      const count = Math.max(...[beroep, duur, uitleg].map((input) => ruw[input]?.length ?? 0));
      const rows = Array.from({ length: count }, (_, row) => ({ beroep: at(ruw, beroep, row), maanden: leesDuur(at(ruw, duur, row)), omschrijving: orNothing(at(ruw, uitleg, row)) })).filter((row) => row.beroep !== '' || row.maanden !== undefined || row.omschrijving !== undefined);
      if (rows.some((row) => row.beroep === '')) return new Leesfout('vul bij elke regel het werk in');
      if (rows.some((row) => Number.isNaN(row.maanden))) return new Leesfout('schrijf hoe lang als "8 maanden" of "2 jaar"');
      return rows.length === 0 ? undefined : rows;
    },
    toon: (waarde) => ({ [beroep]: waarde.map((row) => row.beroep), [duur]: waarde.map((row) => toonDuur(row.maanden)), [uitleg]: waarde.map((row) => row.omschrijving ?? '') }),
  };
}
