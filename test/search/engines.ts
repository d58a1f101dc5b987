/** The engines that must keep the contract of search/engine.ts, and small documents to try it on. */
import { EmbeddedEngine } from '#search/embedded.ts';
import type { Antwoord, Document, Index, SearchEngine, Vraag } from '#search/engine.ts';

/** Another engine joins the contract by a line here. */
export const ENGINES: { naam: string; maak: () => SearchEngine }[] = [
  { naam: 'embedded', maak: () => new EmbeddedEngine() },
];

export type Proef = { id: number; titel?: string; beroep?: string; kan?: string; verhaal?: string; velden?: Document['velden']; punt?: Document['punt'] };

export function doc({ id, titel = '', beroep = '', kan = '', verhaal = '', velden = {}, punt = null }: Proef): Document {
  return { id, tekst: { titel, beroep, kan, verhaal }, velden, punt };
}

/** Asks and gives the ids in the order of the answer. */
export async function ids(engine: SearchEngine, index: Index, vraag: Vraag): Promise<number[]> {
  return (await ask(engine, index, vraag)).treffers.map((hit) => hit.id);
}

export async function ask(engine: SearchEngine, index: Index, vraag: Vraag): Promise<Antwoord> {
  await engine.settled();
  return engine.search(index, vraag);
}
