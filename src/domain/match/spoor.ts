/**
 * The trace of a decision: which explanation someone saw, and from which versions of the data it was made. A form
 * carries the fingerprint of what it showed; another one at the moment of deciding means that something changed. Pure.
 */
import { createHash } from 'node:crypto';
import type { Woordenboek } from '../woorden/woorden.ts';
import type { Uitleg } from './onderdeel.ts';

/** Versions of what an explanation was made from: when both records last changed, and the vocabulary. */
export type Gegevens = { kandidaat: string; vacature: string | null; woorden: string };
/** What is stored with a decision. `gegevens` is missing in events from before it was kept. */
export type Getoond = Uitleg & { gegevens?: Gegevens };

const digest = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length);

/** A short mark that is equal for equal explanations only; "geen" where there is nothing to explain. */
export function fingerprint(uitleg: Uitleg | null): string {
  return uitleg ? digest(JSON.stringify(uitleg), 16) : 'geen';
}

const versions = new WeakMap<Woordenboek, string>();
/** The version of a vocabulary: a mark over everything in it that a score can use. */
export function vocabularyVersion(woorden: Woordenboek): string {
  const known = versions.get(woorden) ?? digest(JSON.stringify([woorden.beroepen, woorden.vaardigheden, woorden.certificaten, woorden.sectoren]), 12);
  versions.set(woorden, known);
  return known;
}
