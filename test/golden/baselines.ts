/**
 * Two plain rankings to compare with, on the same kandidaten: full text (bm25) and overlap of skills. They know no
 * vocabulary, no stems and no compounds, and nothing of hours, places or licences.
 */
import { connection } from '#db/client.ts';
import type { KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import type { VacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { tokenize } from '#src/domain/woorden/analyse.ts';

const skills = (job: VacatureInvoer): string[] => [...(job.vaardigheden?.vereist ?? []), ...(job.vaardigheden?.gewenst ?? [])];
const documentOf = (person: KandidaatInvoer): string => [
  person.kop, person.presentatie, ...(person.wensberoepen ?? []), ...(person.ervaring ?? []).flatMap(({ beroep, omschrijving }) => [beroep, omschrijving]),
  ...(person.vaardigheden ?? []), ...(person.certificaten ?? []), ...(person.sectoren ?? []),
].filter((text) => text !== undefined).join('\n');

/** Puts the texts of all kandidaten in a full-text table that ends with the connection. */
export function indexFulltext(kandidaten: readonly KandidaatInvoer[]): void {
  connection().exec("DROP TABLE IF EXISTS temp.golden_tekst; CREATE VIRTUAL TABLE temp.golden_tekst USING fts5(ref UNINDEXED, tekst, tokenize = 'unicode61 remove_diacritics 2')");
  const insert = connection().prepare('INSERT INTO temp.golden_tekst (ref, tekst) VALUES (?, ?)');
  for (const person of kandidaten) insert.run(person.ref, documentOf(person));
}

/** Refs by bm25 for any word of the title, occupation, tasks and skills, best first; those without such a word are left out. */
export function rankFulltext(job: VacatureInvoer): string[] {
  const words = new Set([job.titel, job.beroep ?? '', ...(job.taken ?? []), ...skills(job)].flatMap(tokenize));
  const query = [...words].map((word) => `"${word}"`).join(' OR ');
  return connection().prepare('SELECT ref FROM temp.golden_tekst WHERE golden_tekst MATCH ? ORDER BY bm25(golden_tekst), ref').pluck().all(query) as string[];
}

/** Refs by the share of skills and tasks in common (Jaccard over whole names, folded); those without any are left out. */
export function rankSkills(job: VacatureInvoer, kandidaten: readonly KandidaatInvoer[]): string[] {
  const key = (name: string) => tokenize(name).join(' ');
  const asked = new Set([...skills(job), ...(job.taken ?? [])].map(key));
  const shares = kandidaten.map(({ ref, vaardigheden }) => {
    const own = new Set((vaardigheden ?? []).map(key));
    const both = own.intersection(asked).size;
    return { ref, share: both === 0 ? 0 : both / own.union(asked).size };
  });
  return shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || (a.ref < b.ref ? -1 : 1)).map(({ ref }) => ref);
}
