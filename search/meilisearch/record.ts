/** A document as it is sent to a Meilisearch server. Pure. */
import { createHash } from 'node:crypto';
import { tokenize } from '#src/domain/woorden/analyse.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import type { Document } from '../engine.ts';
import type { Wijziging } from '../feed.ts';
import { TEKSTEN } from './settings.ts';

type Teksten = Record<(typeof TEKSTEN)[number], string>;
export type ServerRecord = {
  id: number;
  /** The counter of the change that made it, and what it says: what `search:check` compares. */
  rev: number;
  hash: string;
  tekst: Teksten;
  stam: Teksten;
  velden: Document['velden'];
  _geo?: { lat: number; lng: number };
};

/** Stands for '', which a Meilisearch server does not keep as a value that can be compared. */
const LEEG = '\u0001';

/** A text as the server keeps it and as a filter names it: never empty, and without halves of characters. */
export function wireText(value: string): string {
  return value === '' ? LEEG : value.toWellFormed();
}

/** A value from the server as people know it. */
export function plainText(value: string): string {
  return value === LEEG ? '' : value;
}

/**
 * The record of a changed document: its words without signs, so that nothing depends on how the server cuts text
 * (C++ is "cplusplus" by then), and beside each text the stems and the parts of its compounds.
 */
export function toRecord(id: number, seq: number, document: NonNullable<Wijziging['document']>): ServerRecord {
  const { titel, beroep, kan, verhaal } = document.tekst;
  const words = (text: string) => tokenize(text).join(' ');
  const stems = (text: string) => woordenboek().analyse(text).join(' ');
  const inhoud = {
    tekst: { titel: words(titel), beroep: words(beroep), kan: words(kan), verhaal: words(verhaal) },
    stam: { titel: stems(titel), beroep: stems(beroep), kan: stems(kan), verhaal: document.stammen },
    velden: Object.fromEntries(Object.entries(document.velden).filter(([, value]) => !isEmptyList(value)).map(([veld, value]) => [veld, wire(value)])),
    ...(document.punt ? { _geo: document.punt } : {}),
  };
  return { id, rev: seq, hash: createHash('sha256').update(JSON.stringify(inhoud)).digest('hex').slice(0, 24), ...inhoud };
}

/** Why the server would refuse this record, or null. Known in advance, it need not cost others their batch. */
export function refusal(record: ServerRecord): string | null {
  const punt = record._geo;
  if (punt && !(Math.abs(punt.lat) <= 90 && Math.abs(punt.lng) <= 180)) return 'invalid_document_geo_field';
  return null;
}

/** Left out, so that "the field exists" means the same as in the embedded engine. */
const isEmptyList = (value: Document['velden'][string]) => Array.isArray(value) && value.length === 0;

function wire(value: Document['velden'][string]): Document['velden'][string] {
  if (Array.isArray(value)) return value.map((each: string | number) => (typeof each === 'string' ? wireText(each) : each));
  return typeof value === 'string' ? wireText(value) : value;
}
