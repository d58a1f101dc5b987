/** A question of ours as queries for a Meilisearch server, and its answers as ours. Pure. */
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { analyse, fold, stem, tokenize } from '#src/domain/woorden/analyse.ts';
import { MAX_TERMEN, MAX_TOTAAL, perPagina, type Facet, type Index, type Sortering, type Treffer, type Vraag } from '../engine.ts';
import { attribute, compileFilter, without } from './filter.ts';
import { plainText, type ServerRecord } from './record.ts';
import { TEKSTEN } from './settings.ts';

/** Around a word that matched. Documents hold letters and digits only, so these signs are ours. */
const VOOR = '\u{E000}', NA = '\u{E001}';
/** The server marks the part of a word that matched; the rest of the word belongs to it. */
const MATCHED = new RegExp(`${VOOR}([^${NA}]*)${NA}([\\p{L}\\p{N}]*)`, 'gu');

/** What is typed, as one query: `q` for the server, the words it asks for, and those it leaves out. */
export type Zin = { q: string; gezocht: string[]; weggelaten: string[] };
export type Query = {
  indexUid: string; q: string; matchingStrategy: 'all'; page: number; hitsPerPage: number; attributesToRetrieve: string[];
  filter?: string; sort?: string[]; facets?: string[]; attributesToHighlight?: string[]; highlightPreTag?: string; highlightPostTag?: string;
};
export type Result = {
  hits: (Pick<ServerRecord, 'id'> & { _geo?: ServerRecord['_geo']; _formatted?: { tekst?: Record<string, string> } })[];
  totalHits?: number; facetDistribution?: Record<string, Record<string, number>>;
};

/**
 * The ways to ask for these words, best first. Each word is asked for by its stem, which stands beside the text it
 * comes from; a server knows no "this or that" within one query. Where the stem of the last word is another word, the
 * beginning as typed is the second way. Then the same with fewer words, the last dropped first.
 * @returns [] when there is no letter or digit in the text
 */
export function zinnen(tekst: string): Zin[] {
  const words = [...new Set(tokenize(tekst))].slice(0, MAX_TERMEN);
  const found: Zin[] = [];
  for (let count = words.length; count >= 1; count--) {
    const gezocht = words.slice(0, count), weggelaten = words.slice(count);
    const last = gezocht.at(-1)!;
    const head = gezocht.slice(0, -1).map(term);
    const typing = count === words.length && last.length >= 2;
    // A space at the end: the last word is whole, and not the beginning of one.
    if (!typing || stemOf(last) !== last) found.push({ q: `${[...head, term(last)].join(' ')} `, gezocht, weggelaten });
    if (typing) found.push({ q: [...head, mixed(last) ? `"${last}"` : last].join(' '), gezocht, weggelaten });
  }
  return found;
}

/** Queries that together answer one question: the page itself first, then one per facet that is filtered by its own choice. */
export function pageQueries(uid: string, index: Index, vraag: Vraag, zin: Zin | undefined): { queries: Query[]; facetOf: (string | undefined)[] } {
  const { facetten = {}, filter } = vraag;
  const own = Object.entries(facetten).filter(([, choice]) => choice && filter);
  const plain = Object.keys(facetten).filter((veld) => !(facetten[veld] && filter));
  const page: Query = {
    ...counting(uid, zin, filter && compileFilter(index, filter), plain.map((veld) => attribute(index, veld))),
    page: askedPage(vraag), hitsPerPage: perPagina(vraag), attributesToRetrieve: ['id', '_geo'], ...order(index, vraag, zin),
    ...(zin ? { attributesToHighlight: TEKSTEN.map((naam) => `tekst.${naam}`), highlightPreTag: VOOR, highlightPostTag: NA } : {}),
  };
  const rest = own.map(([veld, choice]) => counting(uid, zin, compileFilter(index, without(filter!, choice!)), [attribute(index, veld)]));
  return { queries: [page, ...rest], facetOf: [undefined, ...own.map(([veld]) => veld)] };
}

/** Whether anything at all, filtered or not, answers to each of these ways to ask. */
export function probeQueries(uid: string, ways: readonly Zin[]): Query[] {
  return ways.map((zin) => counting(uid, zin, undefined, []));
}

/** The page that was asked for, as far as there can be one. */
export function askedPage(vraag: Vraag): number {
  return Math.min(Math.ceil(MAX_TOTAAL / perPagina(vraag)), Math.max(1, Math.trunc(vraag.pagina ?? 1) || 1));
}

/** The hits with their distance, measured by ourselves so that both engines say the same. */
export function toTreffers({ hits }: Result, { vanaf }: Vraag): Treffer[] {
  return hits.map(({ id, _geo }) => ({ id, afstandMeter: vanaf && _geo ? Math.round(distanceKm(vanaf, _geo) * 1000) : null }));
}

/** One facet of an answer: most first, then by name. */
export function toFacet(result: Result, index: Index, veld: string): Facet {
  const counts = Object.entries(result.facetDistribution?.[attribute(index, veld)] ?? {});
  return counts.map(([waarde, aantal]) => ({ waarde: plainText(waarde), aantal }))
    .sort((a, b) => b.aantal - a.aantal || fold(a.waarde).localeCompare(fold(b.waarde), 'nl') || (a.waarde < b.waarde ? -1 : 1));
}

/** Words of the hits that matched although nobody typed them or their beginning: what a typing mistake stood for. */
export function alsoSearched({ hits }: Result, zin: Zin): string[] {
  const found = new Set<string>();
  for (const hit of hits) for (const text of Object.values(hit._formatted?.tekst ?? {})) for (const [, part, rest] of text.matchAll(MATCHED)) {
    const word = `${part}${rest}`;
    if (!zin.gezocht.some((typed) => word.startsWith(typed) || stem(word) === stem(typed))) found.add(word);
  }
  return [...found].slice(0, 5);
}

function counting(uid: string, zin: Zin | undefined, filter: string | undefined, facets: string[]): Query {
  return { indexUid: uid, q: zin?.q ?? '', matchingStrategy: 'all', page: 1, hitsPerPage: 1, attributesToRetrieve: ['id'], ...(filter ? { filter } : {}), ...(facets.length > 0 ? { facets } : {}) };
}

function order(index: Index, { sortering, vanaf }: Vraag, zin: Zin | undefined): { sort?: string[] } {
  const by: Sortering = sortering ?? { soort: 'relevantie' };
  if (by.soort === 'relevantie') return zin ? {} : { sort: ['id:desc'] };
  if (by.soort === 'veld') return { sort: [`${attribute(index, by.veld)}:${by.richting === 'af' ? 'desc' : 'asc'}`, 'id:asc'] };
  return { sort: vanaf ? [`_geoPoint(${vanaf.lat}, ${vanaf.lng}):asc`, 'id:asc'] : ['id:asc'] };
}

/** The word to ask for: its stem, or itself where it carries no meaning of its own and has no stem in the index. */
const stemOf = (word: string) => analyse(word)[0] ?? word;
/** Letters and digits in one word name a norm or a type (nen3140). Between quotes the server forgives no typing mistake. */
const mixed = (word: string) => /\d/.test(word) && /\p{L}/u.test(word);
const term = (word: string) => (mixed(word) ? `"${word}"` : stemOf(word));
