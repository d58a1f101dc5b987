/** One index of the double: its settings, its documents, and search without forgiveness for typing mistakes. */
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { normalize, parseFilter, read, values, type Doc } from './meili-filter.ts';

export type Settings = {
  searchableAttributes?: string[]; displayedAttributes?: string[]; sortableAttributes?: string[]; rankingRules?: string[];
  filterableAttributes?: (string | { attributePatterns: string[] })[]; faceting?: { maxValuesPerFacet?: number }; pagination?: { maxTotalHits?: number };
};
export type Search = {
  indexUid: string; q?: string; filter?: string; sort?: string[]; facets?: string[]; page?: number; hitsPerPage?: number; matchingStrategy?: string;
  attributesToRetrieve?: string[]; attributesToHighlight?: string[]; highlightPreTag?: string; highlightPostTag?: string;
};
/** A question that the server refuses, with the code of the documentation. */
export class Geweigerd extends Error {
  readonly code: string;
  constructor(code: string, message: string) { super(message); this.code = code; }
}

type Term = { text: string; prefix: boolean };
const RULES = new Set(['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness']);

export class DoubleIndex {
  settings: Settings = {};
  readonly documents = new Map<number, Doc>();

  /** @throws Geweigerd for a ranking rule or a wish that the server does not know */
  update(settings: Settings): void {
    for (const rule of settings.rankingRules ?? []) if (!RULES.has(rule) && !/^[\w.]+:(asc|desc)$/.test(rule)) throw new Geweigerd('invalid_settings_ranking_rules', rule);
    this.settings = { ...this.settings, ...settings };
  }

  filterable = (name: string): boolean => (this.settings.filterableAttributes ?? []).some((each) => (typeof each === 'string' ? each === name : each.attributePatterns.includes(name)));

  search(query: Search) {
    if (query.matchingStrategy !== 'all' || query.page === undefined || query.hitsPerPage === undefined) throw new Geweigerd('bad_request', 'de dubbel kent alleen "all" en bladzijden');
    const terms = toTerms(query.q ?? '');
    let found = [...this.documents.values()].filter((doc) => terms.every((term) => this.rankOf(doc, term) !== Infinity));
    if (query.filter !== undefined) found = found.filter(this.compile(query.filter));
    const ordered = this.order(found, query.sort ?? [], terms);
    const totalHits = Math.min(found.length, this.settings.pagination?.maxTotalHits ?? 1000);
    const from = (query.page - 1) * query.hitsPerPage;
    const hits = ordered.slice(0, totalHits).slice(from, from + query.hitsPerPage).map((doc) => this.present(doc, query, terms));
    const facets = Object.fromEntries((query.facets ?? []).map((name) => [name, this.count(found, name)]));
    return { indexUid: query.indexUid, hits, query: query.q ?? '', processingTimeMs: 0, page: query.page, hitsPerPage: query.hitsPerPage, totalHits, totalPages: Math.ceil(totalHits / query.hitsPerPage), ...(query.facets ? { facetDistribution: facets } : {}) };
  }

  private compile(filter: string) {
    try { return parseFilter(filter, this.filterable); } catch (error) { throw new Geweigerd('invalid_search_filter', String(error)); }
  }

  /** The first attribute that has the term, or Infinity. */
  private rankOf(doc: Doc, { text, prefix }: Term): number {
    const names = this.settings.searchableAttributes ?? [];
    const at = names.findIndex((name) => wordsOf(read(doc, name)).some((word) => (prefix ? word.startsWith(text) : word === text)));
    return at === -1 ? Infinity : at;
  }

  private order(found: Doc[], sort: string[], terms: Term[]): Doc[] {
    const rules = (this.settings.rankingRules ?? ['words', 'sort']).flatMap((rule): ((doc: Doc) => Key)[] => {
      if (rule === 'sort') return sort.map((each) => this.sorter(each));
      if (rule === 'attributeRank') return [(doc) => [terms.reduce((sum, term) => sum + this.rankOf(doc, term), 0)]];
      return rule.includes(':') ? [this.sorter(rule, true)] : [];
    });
    const keyed = found.map((doc) => ({ doc, keys: rules.map((rule) => rule(doc)) }));
    return keyed.sort((a, b) => { for (const at of rules.keys()) { const way = compareKeys(a.keys[at]!, b.keys[at]!); if (way !== 0) return way; } return 0; }).map(({ doc }) => doc);
  }

  /** A key that sorts as asked: [] is missing and comes last; a third element turns the order round. */
  private sorter(rule: string, custom = false): (doc: Doc) => Key {
    const geo = /^_geoPoint\((-?[\d.e-]+), (-?[\d.e-]+)\):asc$/.exec(rule);
    const name = geo ? '_geo' : /^([\w.]+):(?:asc|desc)$/.exec(rule)?.[1];
    if (name === undefined || (!custom && !(this.settings.sortableAttributes ?? []).includes(name))) throw new Geweigerd('invalid_search_sort', rule);
    if (geo) return (doc) => (doc._geo ? [distanceKm(doc._geo as { lat: number; lng: number }, { lat: Number(geo[1]), lng: Number(geo[2]) })] : []);
    const down = rule.endsWith(':desc');
    return (doc) => { const value = values(doc, name)[0]; return value === undefined ? [] : [typeof value === 'string' ? normalize(value) : value, down]; };
  }

  private present(doc: Doc, query: Search, terms: Term[]) {
    const shown = (name: string) => (this.settings.displayedAttributes ?? ['*']).some((each) => each === '*' || each === name || name.startsWith(`${each}.`));
    const hit: Doc = Object.fromEntries((query.attributesToRetrieve ?? Object.keys(doc)).filter((name) => shown(name) && doc[name] !== undefined).map((name) => [name, doc[name]]));
    const formatted: Doc = {};
    for (const name of query.attributesToHighlight ?? []) {
      const [outer, inner] = name.split('.');
      if (shown(name)) formatted[outer!] = { ...(formatted[outer!] as Doc | undefined), [inner!]: String(read(doc, name) ?? '').replace(/[\p{L}\p{N}]+/gu, (word) => mark(word, terms, query)) };
    }
    return query.attributesToHighlight ? { ...hit, _formatted: formatted } : hit;
  }

  private count(found: Doc[], name: string): Record<string, number> {
    if (!this.filterable(name)) throw new Geweigerd('invalid_search_facets', name);
    const counts = new Map<string, { shown: string; count: number }>();
    for (const doc of found) for (const [key, shown] of new Map(values(doc, name).map((value) => [normalize(String(value)), String(value)]))) {
      counts.set(key, { shown: counts.get(key)?.shown ?? shown, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    const most = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).slice(0, this.settings.faceting?.maxValuesPerFacet ?? 100);
    return Object.fromEntries(most.map(([, { shown, count }]) => [shown, count]));
  }
}

type Key = [] | [string | number] | [string | number, boolean];

function compareKeys([a, down]: Key, [b]: Key): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const way = typeof a === typeof b ? (a < b ? -1 : 1) : typeof a === 'number' ? -1 : 1;
  return down ? -way : way;
}

/** Words and phrases of a query; the last word is the beginning of one unless a space follows. */
function toTerms(q: string): Term[] {
  const parts = [...q.matchAll(/"([^"]*)"|([\p{L}\p{N}]+)/gu)];
  return parts.map((part, at) => ({ text: (part[1] ?? part[2]!).toLowerCase(), prefix: part[1] === undefined && at === parts.length - 1 && !q.endsWith(' ') }));
}

function mark(word: string, terms: Term[], { highlightPreTag = '<em>', highlightPostTag = '</em>' }: Search): string {
  const term = terms.find(({ text, prefix }) => (prefix ? word.startsWith(text) : word === text));
  return term ? `${highlightPreTag}${term.text}${highlightPostTag}${word.slice(term.text.length)}` : word;
}

const wordsOf = (text: unknown): string[] => (typeof text === 'string' ? text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [] : []);
