/** Patterns that tell the parts of the score apart without colour: the width between stripes, in hundredths of a bar. */
import type { OnderdeelNaam } from '#src/domain/match/onderdeel.ts';

/** 0 is plain. */
export const STREPEN: Record<OnderdeelNaam, number> = { werk: 0, eisen: 2.4, tijd: 1.6, bereikbaarheid: 1 };

/** Where the stripes of a part begin that starts at `x` and is `width` wide. */
export function stripes(x: number, width: number, step: number): number[] {
  return step === 0 ? [] : Array.from({ length: Math.max(0, Math.floor(width / step)) }, (_, i) => Math.round((x + i * step) * 100) / 100);
}
