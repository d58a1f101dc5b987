/**
 * Search in the instrumentenboek. The book has under thirty texts, so no index on disk and no search engine: the same
 * Dutch analysis as the rest of the site (stems, parts of compounds) over four fields, and a typo where a word is in
 * no text. Pure: the same book and query always give the same list.
 */
import { analyse, fold, splitCompound, stem, tokenize } from '#src/domain/woorden/analyse.ts';
import { editDistance } from '#src/domain/woorden/woorden.ts';
import type { Instrument } from '#src/domain/instrument/instrument.ts';

export type Boektekst = Pick<Instrument, 'id' | 'naam' | 'belofte' | 'voorWie' | 'voorwaarden' | 'aanvragen' | 'misgaan' | 'aanbieder'> & { tekst: string };

/** A word in the name says more about an instrument than a word somewhere in its text. */
const GEWICHT = { naam: 8, belofte: 4, voorWie: 3, rest: 1 } as const;

/** What employers type, or read in older papers, for words that the book uses. */
const ANDERS_GEZEGD: Record<string, string> = {
  liv: 'lage-inkomensvoordeel', lks: 'loonkostensubsidie', lkv: 'loonkostenvoordeel', bbl: 'praktijkleren', sroi: 'social return',
  garantiebaan: 'banenafspraak', afspraakbaan: 'banenafspraak', quotum: 'banenafspraak', doelgroepregister: 'banenafspraak', ziekte: 'ziek', verzuim: 'ziek', stage: 'werkervaringsplaats',
  proefperiode: 'proefplaatsing', proeftijd: 'proefplaatsing', cursus: 'scholing', opleiding: 'scholing', diploma: 'certificaat', inlenen: 'detachering', uitzenden: 'detachering', subsidie: 'loonkostensubsidie',
  buddy: 'werkbegeleiding', mentor: 'werkbegeleiding', coach: 'jobcoach', rolstoel: 'werkplekaanpassing', hulpmiddel: 'werkplekaanpassing', premiekorting: 'loonkostenvoordeel',
};

type Geindexeerd = { id: string; velden: Record<keyof typeof GEWICHT, Set<string>> };

/** Reads the book once; the function that comes back answers queries with ids, best first. */
export function maakBoekzoeker(boek: readonly Boektekst[]): (vraag: string) => string[] {
  const words = new Set(boek.flatMap((tekst) => tokenize(Object.values(tekst).flat().join(' '))).filter((woord) => woord.length >= 4));
  const known = new Set([...words, ...[...words].map(stem)]);
  const index: Geindexeerd[] = boek.map((tekst) => ({
    id: tekst.id,
    velden: {
      naam: new Set(analyse(`${tekst.naam} ${tekst.id}`, known)), belofte: new Set(analyse(tekst.belofte, known)), voorWie: new Set(analyse(tekst.voorWie, known)),
      rest: new Set(analyse([tekst.tekst, ...tekst.voorwaarden, ...tekst.aanvragen, ...tekst.misgaan, ...tekst.aanbieder].join(' '), known)),
    },
  }));
  const stammen = new Set(index.flatMap(({ velden }) => Object.values(velden).flatMap((veld) => [...veld])));
  return (vraag) => {
    const termen = tokenize(vraag.slice(0, 100)).slice(0, 8).map((woord) => leesWoord(woord, known, stammen)).filter((stems) => stems.length > 0);
    if (termen.length === 0) return [];
    const hits = index.map(({ id, velden }) => {
      const scores = termen.map((stems) => Math.max(...stems.map((stam) => scoreStam(stam, velden, index))));
      return { id, gevonden: scores.filter((score) => score > 0).length, score: scores.reduce((sum, score) => sum + score, 0) };
    });
    // All words first; when no instrument has them all, those with the most words.
    const most = Math.max(...hits.map(({ gevonden }) => gevonden));
    return hits.filter(({ gevonden }) => gevonden > 0 && gevonden === most).sort((a, b) => b.score - a.score || a.id.localeCompare(b.id)).map(({ id }) => id);
  };
}

/** The stems that one typed word may stand for; none for a word that carries no meaning. */
function leesWoord(woord: string, known: ReadonlySet<string>, stammen: ReadonlySet<string>): string[] {
  const own = analyse(woord);
  if (own.length === 0) return [];
  const anders = ANDERS_GEZEGD[fold(woord)];
  const stems = new Set([...own, ...(anders ? analyse(anders).slice(0, 1) : []), ...splitCompound(woord, known).map(stem)]);
  const found = [...stems].filter((stam) => stammen.has(stam));
  if (found.length > 0) return found;
  const start = [...stammen].filter((stam) => own[0]!.length >= 3 && stam.startsWith(own[0]!));
  if (start.length > 0) return start;
  const edits = woord.length >= 9 ? 2 : woord.length >= 5 ? 1 : 0;
  // A typo in the whole word, or in the first half of a compound: "hefftruck" means heftruckcertificaat too.
  const near = edits === 0 ? [] : [...stammen].filter((stam) => stam.length >= 4 && [stam, stam.slice(0, own[0]!.length), stam.slice(0, own[0]!.length - 1)].some((form) => editDistance(own[0]!, form, edits) <= edits));
  // A word that is in no text at all still counts as a word that was asked for.
  return near.length > 0 ? near : own;
}

function scoreStam(stam: string, velden: Geindexeerd['velden'], index: readonly Geindexeerd[]): number {
  const weight = (Object.keys(GEWICHT) as (keyof typeof GEWICHT)[]).reduce((sum, veld) => sum + (velden[veld].has(stam) ? GEWICHT[veld] : 0), 0);
  if (weight === 0) return 0;
  const inTexts = index.filter((ander) => Object.values(ander.velden).some((veld) => veld.has(stam))).length;
  return weight * Math.log(1 + index.length / inTexts);
}
