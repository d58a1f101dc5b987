/** Filters as a Meilisearch server reads them, strictly: anything that is not exactly a filter is refused. */
import { distanceKm } from '#src/domain/plaats/plaats.ts';

export type Doc = Record<string, unknown>;
export type Test = (doc: Doc) => boolean;
export class FilterFout extends Error {}

/** How the server makes values equal: without spaces around, compatible forms taken apart, lower case; accents stay. */
export const normalize = (value: string): string => value.trim().normalize('NFKD').toLowerCase();

/** The value behind a dotted name; undefined where the document does not have it. */
export function read(doc: Doc, attribute: string): unknown {
  let value: unknown = doc;
  for (const part of attribute.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as Doc)[part];
  }
  return value;
}

/** What can be compared: an empty text is no value. */
export function values(doc: Doc, attribute: string): (string | number)[] {
  const value = read(doc, attribute);
  return (Array.isArray(value) ? value : [value]).filter((each): each is string | number => typeof each === 'number' || (typeof each === 'string' && each !== ''));
}

/**
 * Reads a filter.
 * @param allowed whether an attribute may be filtered
 * @throws FilterFout
 */
export function parseFilter(text: string, allowed: (attribute: string) => boolean): Test {
  const parser = new Parser(text, allowed);
  const test = parser.or();
  parser.end();
  return test;
}

class Parser {
  private at = 0;
  private readonly text: string;
  private readonly allowed: (attribute: string) => boolean;
  constructor(text: string, allowed: (attribute: string) => boolean) { this.text = text; this.allowed = allowed; }

  or(): Test {
    const parts = [this.and()];
    while (this.word('OR')) parts.push(this.and());
    return (doc) => parts.some((part) => part(doc));
  }

  end(): void {
    if (this.rest().trim() !== '') this.fail('einde');
  }

  private and(): Test {
    const parts = [this.not()];
    while (this.word('AND')) parts.push(this.not());
    return (doc) => parts.every((part) => part(doc));
  }

  private not(): Test {
    if (this.word('NOT')) { const test = this.not(); return (doc) => !test(doc); }
    if (this.sign('(')) { const test = this.or(); this.need(')'); return test; }
    if (this.word('_geoRadius')) return this.geoRadius();
    return this.condition(this.attribute());
  }

  private geoRadius(): Test {
    this.need('(');
    const lat = this.finite(); this.need(',');
    const lng = this.finite(); this.need(',');
    const meters = this.finite(); this.need(')');
    if (!this.allowed('_geo') || Math.abs(lat) > 90 || Math.abs(lng) > 180) this.fail('_geo');
    return (doc) => { const punt = doc._geo as { lat: number; lng: number } | undefined; return punt !== undefined && distanceKm(punt, { lat, lng }) * 1000 <= meters; };
  }

  private condition(name: string): Test {
    if (this.word('EXISTS')) return (doc) => read(doc, name) !== undefined;
    if (this.word('NOT')) { if (!this.word('EXISTS')) this.fail('EXISTS'); return (doc) => read(doc, name) === undefined; }
    if (this.word('IS')) {
      const not = this.word('NOT');
      if (!this.word('NULL')) this.fail('NULL');
      return (doc) => (read(doc, name) === null) !== not;
    }
    if (this.word('IN')) { const tests = this.list().map((value) => equal(name, value)); return (doc) => tests.some((test) => test(doc)); }
    for (const sign of ['<=', '>=', '=', '<', '>'] as const) if (this.sign(sign)) return sign === '=' ? equal(name, this.value()) : range(name, sign, this.value());
    return this.fail('vergelijking');
  }

  private list(): string[] {
    this.need('[');
    const found = [this.value()];
    while (this.sign(',')) found.push(this.value());
    this.need(']');
    return found;
  }

  /** A value between double quotes, with `\"` and `\\` only; a bare one would let a value become part of the filter. */
  private value(): string {
    this.space();
    const match = /^"((?:[^"\\]|\\["\\])*)"/su.exec(this.rest());
    if (!match) this.fail('waarde');
    this.at += match![0].length;
    return match![1]!.replace(/\\(["\\])/g, '$1');
  }

  private finite(): number {
    const value = Number(this.value());
    return Number.isFinite(value) ? value : this.fail('getal');
  }

  private attribute(): string {
    this.space();
    const name = /^[\p{L}\p{N}_.-]+/u.exec(this.rest())?.[0] ?? this.fail('veld');
    this.at += name.length;
    return this.allowed(name) ? name : this.fail(`veld ${name}`);
  }

  private word(word: string): boolean {
    this.space();
    if (!this.rest().startsWith(word) || /^[\p{L}\p{N}_.-]/u.test(this.rest().slice(word.length))) return false;
    this.at += word.length;
    return true;
  }

  private sign(sign: string): boolean {
    this.space();
    if (!this.rest().startsWith(sign)) return false;
    this.at += sign.length;
    return true;
  }

  private need(sign: string): void { if (!this.sign(sign)) this.fail(sign); }
  private rest(): string { return this.text.slice(this.at); }
  private space(): void { while (this.text[this.at] === ' ') this.at++; }
  private fail(expected: string): never { throw new FilterFout(`${expected} verwacht op ${this.at} in: ${this.text}`); }
}

function equal(name: string, value: string): Test {
  const wanted = normalize(value), number = asNumber(value);
  return (doc) => values(doc, name).some((each) => (typeof each === 'number' ? each === number : normalize(each) === wanted));
}

function range(name: string, sign: '<' | '<=' | '>' | '>=', value: string): Test {
  const compare = <T extends string | number>(a: T, b: T) => (sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b);
  const limit = normalize(value), number = asNumber(value);
  return (doc) => values(doc, name).some((each) => (typeof each === 'number' ? number !== undefined && compare(each, number) : compare(normalize(each), limit)));
}

function asNumber(value: string): number | undefined {
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}
