/**
 * The typed filter tree as a Meilisearch filter. The one place where a value becomes part of a filter: every value is
 * quoted, and field names come from `velden.ts` only. Pure.
 */
import { OnbekendVeld, type Filter, type Index, type Waarde } from '../engine.ts';
import { VELDEN } from '../velden.ts';
import { wireText } from './record.ts';

const IEDEREEN = 'id EXISTS';
const NIEMAND = 'id NOT EXISTS';
const TEKENS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/**
 * Compiles a filter for one index.
 * @throws OnbekendVeld for a field that the index does not have, before anything is sent
 */
export function compileFilter(index: Index, filter: Filter): string {
  switch (filter.op) {
    case 'and': return joined(index, filter.delen, 'AND', IEDEREEN);
    case 'or': return joined(index, filter.delen, 'OR', NIEMAND);
    // NOT is everybody except: who lacks the field is included, as the contract asks.
    case 'not': return `NOT (${compileFilter(index, filter.deel)})`;
    case 'within': return `_geoRadius(${quote(number(filter.lat))}, ${quote(number(filter.lng))}, ${quote(number(filter.meters))})`;
    case 'exists': { const name = attribute(index, filter.veld); return `(${name} EXISTS AND ${name} IS NOT NULL)`; }
    case 'eq': return equal(index, filter.veld, filter.waarde);
    case 'neq': return `NOT (${equal(index, filter.veld, filter.waarde)})`;
    case 'in': return anyOf(index, filter.veld, filter.waarden);
    case 'lt': case 'lte': case 'gt': case 'gte': {
      const name = attribute(index, filter.veld);
      return fits(index, filter.veld, filter.waarde) ? `${name} ${TEKENS[filter.op]} ${quote(literal(filter.waarde))}` : NIEMAND;
    }
  }
}

/** The attribute behind a field. @throws OnbekendVeld */
export function attribute(index: Index, veld: string): string {
  if (!Object.hasOwn(VELDEN[index], veld)) throw new OnbekendVeld(veld);
  return `velden.${veld}`;
}

/** A filter without one of its parts; left alone where the part is not joined to the rest by `and`. */
export function without(filter: Filter, part: Filter): Filter {
  if (filter === part) return { op: 'and', delen: [] };
  return filter.op === 'and' ? { op: 'and', delen: filter.delen.map((deel) => without(deel, part)) } : filter;
}

function joined(index: Index, delen: readonly Filter[], word: 'AND' | 'OR', none: string): string {
  return delen.length === 0 ? none : `(${delen.map((deel) => compileFilter(index, deel)).join(` ${word} `)})`;
}

function equal(index: Index, veld: string, waarde: Waarde): string {
  const name = attribute(index, veld);
  if (waarde === null) return `${name} IS NULL`;
  return fits(index, veld, waarde) ? `${name} = ${quote(literal(waarde))}` : NIEMAND;
}

function anyOf(index: Index, veld: string, waarden: readonly (string | number)[]): string {
  const name = attribute(index, veld);
  const wanted = waarden.filter((waarde) => fits(index, veld, waarde));
  return wanted.length === 0 ? NIEMAND : `${name} IN [${wanted.map((waarde) => quote(literal(waarde))).join(', ')}]`;
}

/** A server compares "12" with 12 as equal; here a value of another kind never matches. */
function fits(index: Index, veld: string, waarde: Waarde): waarde is string | number {
  return typeof waarde === (VELDEN[index][veld]!.startsWith('getal') ? 'number' : 'string') && !Number.isNaN(waarde);
}

const literal = (waarde: string | number) => (typeof waarde === 'number' ? number(waarde) : wireText(waarde));
/** A number that the server reads as a finite one. */
const number = (value: number) => String(Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value)));
const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;
