/**
 * How an index on a Meilisearch server is set up. This is code: a change here changes the version, and the site then
 * serves from the embedded engine until `npm run search:rebuild` has made the indexes anew. Pure.
 */
import { createHash } from 'node:crypto';
import { FACET_MAX, INDEXEN, MAX_TOTAAL, type Index } from '../engine.ts';
import { VELDEN } from '../velden.ts';

/** The oldest server these settings are written for; attributeRank and wordPosition are not known to older ones. */
export const MINIMUM_VERSIE = '1.36.0';

/** Heaviest first: on a Meilisearch server the order of the attributes is the only weight. */
export const TEKSTEN = ['titel', 'beroep', 'kan', 'verhaal'] as const;
const DOORZOCHT = TEKSTEN.flatMap((naam) => [`tekst.${naam}`, `stam.${naam}`]);

/** The settings of one index, as the settings route takes them. */
export function instellingen(index: Index) {
  const velden = Object.entries(VELDEN[index]);
  return {
    searchableAttributes: DOORZOCHT,
    // What a query may bring back. Facts about people are not among it: the records are read from the tables.
    displayedAttributes: ['id', 'rev', 'hash', '_geo', 'tekst'],
    filterableAttributes: [
      { attributePatterns: velden.map(([veld]) => `velden.${veld}`), features: { facetSearch: false, filter: { equality: true, comparison: true } } },
      'id', '_geo',
    ],
    sortableAttributes: ['id', '_geo', ...velden.filter(([, soort]) => soort === 'tekst' || soort === 'getal').map(([veld]) => `velden.${veld}`)],
    // `sort` comes first, so that "nearest first" means that also when words were typed; it does nothing without a
    // sort order. The id ends every tie, so that pages never overlap.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attributeRank', 'wordPosition', 'exactness', 'id:asc'],
    typoTolerance: { enabled: true, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    faceting: { maxValuesPerFacet: FACET_MAX, sortFacetValuesBy: { '*': 'count' as const } },
    pagination: { maxTotalHits: MAX_TOTAAL },
    facetSearch: false,
  };
}

const VERSIES = new Map(INDEXEN.map((index) => [index, createHash('sha256').update(JSON.stringify(instellingen(index))).digest('hex').slice(0, 16)]));

/** Changes whenever the settings do. */
export function instellingenVersie(index: Index): string {
  return VERSIES.get(index)!;
}
