/** One engine on one database: loads, answers the questions, prints its times as JSON. Run by search.ts. */
import MiniSearch from 'minisearch';
import { connection, openDatabase, transaction } from '#db/client.ts';
import { randomFrom } from '#db/seed/random.ts';
import { EmbeddedEngine } from '#search/embedded.ts';
import type { Document, Filter, Vraag } from '#search/engine.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { fold, tokenize } from '#src/domain/woorden/analyse.ts';
import { median, p99, timed } from './measure.ts';

const SOORTEN = ['two words', 'a word with a typing mistake', 'the first three letters', 'four facets', 'text, filter, facets, distance and sort', 'one update', 'one update of another field'] as const;
export type Soort = (typeof SOORTEN)[number];
/** Times in ms; the median of the rounds' medians and of the rounds' p99s. */
export type Meting = { laadS: number; leegMb: number; geheugenMb: number; tijden: Record<Soort, { aantal: number; p50: number; p99: number }> };

const INDEX = 'kandidaten-werkgever';
const QUESTIONS = 200;
/** The yardstick goes through all documents for a filter or a count: of its questions a part, once. */
const [ROUNDS, ASKED] = process.argv[2] === 'embedded' ? [5, QUESTIONS] : [1, 40];
const FACETS = ['sector', 'uren', 'dagdeel', 'rijbewijs'];
const TILBURG = { lat: 51.5555, lng: 5.0913 };
const [engine, path] = process.argv.slice(2) as ['embedded' | 'minisearch', string];

openDatabase(path);
const questions = makeQuestions();
globalThis.gc?.();
const leegMb = process.memoryUsage().rss / 1e6;
const started = performance.now();
const { ask, update } = engine === 'embedded' ? embedded() : miniSearch();
const laadS = (performance.now() - started) / 1000;
const tijden = Object.fromEntries(SOORTEN.map((soort) => [soort, rounds(soort)])) as Meting['tijden'];
globalThis.gc?.();
console.log(JSON.stringify({ laadS, leegMb, geheugenMb: process.memoryUsage().rss / 1e6, tijden } satisfies Meting));

function rounds(soort: Soort): Meting['tijden'][Soort] {
  const medians: number[] = [];
  const worst: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times = questions[soort].slice(0, ASKED).map((question, at) => timed(() => { if (soort === 'one update') update(at, round); else if (soort === 'one update of another field') update(at); else ask(question); }));
    medians.push(median(times));
    worst.push(p99(times));
  }
  return { aantal: ROUNDS * ASKED, p50: median(medians), p99: median(worst) };
}

function embedded() {
  const own = new EmbeddedEngine();
  own.load();
  const sample = readDocuments(QUESTIONS);
  return {
    ask: (vraag: Vraag) => { own.search(INDEX, vraag); },
    // What a change costs until memory holds it for the next question, the commit to disk included.
    update: (at: number, round?: number) => { transaction(() => own.upsert(INDEX, [changed(sample[at]!, round)])); own.load(); },
  };
}

/** MiniSearch as one would use it: its own text search, filters and counts in plain loops over the hits. */
function miniSearch() {
  const store = new Map<number, Document>();
  const mini = new MiniSearch<{ id: number } & Document['tekst']>({ fields: ['titel', 'beroep', 'kan', 'verhaal'], processTerm: (term) => fold(term), searchOptions: { boost: { titel: 10, beroep: 6, kan: 3 }, combineWith: 'AND' } });
  for (const document of readDocuments(Infinity)) { store.set(document.id, document); mini.add({ id: document.id, ...document.tekst }); }
  const sample = readDocuments(QUESTIONS);
  const ask = (vraag: Vraag & { typing?: 'typo' | 'prefix' }) => {
    const hits = vraag.tekst ? mini.search(vraag.tekst, { prefix: vraag.typing !== 'typo', fuzzy: vraag.typing === 'typo' ? 0.2 : false }).map(({ id }) => store.get(id as number)!) : [...store.values()];
    const rows = vraag.filter ? hits.filter((document) => holds(document, vraag.filter!)) : hits;
    for (const veld of Object.keys(vraag.facetten ?? {})) {
      const counts = new Map<unknown, number>();
      for (const { velden } of rows) for (const value of [velden[veld] ?? []].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    if (vraag.sortering?.soort === 'afstand') rows.map((document) => ({ document, km: document.punt ? distanceKm(TILBURG, document.punt) : Infinity })).sort((a, b) => a.km - b.km);
  };
  return { ask, update: (at: number, round?: number) => { const { id, tekst } = changed(sample[at]!, round); mini.replace({ id, ...tekst }); } };
}

/** A document with other skills in every round, or with the same text and a later date. */
function changed(document: Document, round?: number): Document {
  if (round === undefined) return { ...document, velden: { ...document.velden, bevestigdOp: '2026-12-01' } };
  return { ...document, tekst: { ...document.tekst, kan: `${document.tekst.kan} ${['lassen', 'inpakken', 'schilderen', 'koken', 'rijden'][round % 5]}` } };
}

function holds(document: Document, filter: Filter): boolean {
  if (filter.op === 'and') return filter.delen.every((deel) => holds(document, deel));
  if (filter.op === 'within') return document.punt !== null && distanceKm(document.punt, filter) * 1000 <= filter.meters;
  if (filter.op === 'in') return [document.velden[filter.veld] ?? []].flat().some((value) => filter.waarden.includes(value as string));
  if (filter.op === 'gte') return (document.velden[filter.veld] as string) >= filter.waarde;
  throw new Error(`The bench asks no ${filter.op}.`);
}

/** Questions as people ask them, made from the words of the documents; the same on every run. */
function makeQuestions(): Record<Soort, (Vraag & { typing?: 'typo' | 'prefix' })[]> {
  const random = randomFrom(7);
  const ids = connection().prepare(`SELECT id FROM zoek_kandidaat_werkgever_document WHERE json IS NOT NULL`).pluck().all() as number[];
  const textOf = connection().prepare('SELECT titel, beroep, kan, verhaal FROM zoek_kandidaat_werkgever WHERE rowid = ?');
  const word = (min: number, fields: (keyof Document['tekst'])[]): string => {
    for (;;) {
      const text = textOf.get(ids[Math.floor(random() * ids.length)]!) as Document['tekst'];
      const words = fields.flatMap((field) => tokenize(text[field])).filter((each) => each.length >= min && !/\d/.test(each));
      if (words.length > 0) return words[Math.floor(random() * words.length)]!;
    }
  };
  const mistype = (each: string) => { const at = 2 + Math.floor(random() * (each.length - 3)); return each.slice(0, at) + each[at + 1]! + each[at]! + each.slice(at + 2); };
  const vers: Filter = { op: 'gte', veld: 'bevestigdOp', waarde: '2020-01-01' };
  const facetten = Object.fromEntries(FACETS.map((veld) => [veld, undefined]));
  const many = <T>(make: () => T): T[] => Array.from({ length: QUESTIONS }, make);
  return {
    'two words': many(() => ({ tekst: `${word(4, ['titel', 'beroep'])} ${word(4, ['kan', 'verhaal'])}`, filter: vers })),
    'a word with a typing mistake': many(() => ({ tekst: mistype(word(6, ['titel', 'beroep', 'kan'])), filter: vers, typing: 'typo' as const })),
    'the first three letters': many(() => ({ tekst: word(4, ['titel', 'beroep', 'kan', 'verhaal']).slice(0, 3), filter: vers, typing: 'prefix' as const })),
    'four facets': many(() => ({ filter: vers, facetten })),
    'text, filter, facets, distance and sort': many(() => ({
      tekst: `${word(4, ['titel', 'beroep'])} ${word(4, ['kan', 'verhaal'])}`, vanaf: TILBURG, sortering: { soort: 'afstand' as const }, facetten,
      filter: { op: 'and' as const, delen: [vers, { op: 'in' as const, veld: 'uren', waarden: ['16 tot 32 uur', '32 uur of meer'] }, { op: 'within' as const, ...TILBURG, meters: 15_000 }] },
    })),
    'one update': many(() => ({})),
    'one update of another field': many(() => ({})),
  };
}

/** Documents as they stand in the index: folded text, fields and place. */
function readDocuments(max: number): Document[] {
  const rows = connection().prepare(`SELECT d.id, d.json, f.titel, f.beroep, f.kan, f.verhaal FROM zoek_kandidaat_werkgever_document d JOIN zoek_kandidaat_werkgever f ON f.rowid = d.id WHERE d.json IS NOT NULL LIMIT ?`).all(Number.isFinite(max) ? max : -1) as ({ id: number; json: string } & Document['tekst'])[];
  return rows.map(({ id, json, ...tekst }) => ({ id, tekst, ...(JSON.parse(json) as Pick<Document, 'velden' | 'punt'>) }));
}
