/** How much what somebody tells is like what a vacature tells, by the work that both call up (woorden/beelden.ts). Pure. */
import { beroepOf, shareOf, type Beeld } from '../woorden/beelden.ts';
import type { Woordenboek } from '../woorden/woorden.ts';

/** What an occupation that is related adds beside the one that a vacature calls up. */
const NAAST = 0.8;
/** What one skill that is wholly like the work adds to the rest of what somebody tells. */
const VAARDIGHEID = 0.3;

/** What a vacature calls up, and by relation what lies near to it: a share per occupation, as a vector of length 1. */
export type WijdBeeld = Float32Array;

/** Widens the image of a vacature with the related occupations, the nearest most. */
export function widen(beeld: Beeld, woorden: Woordenboek): WijdBeeld {
  const wide = new Float32Array(woorden.beroepen.length);
  for (const part of beeld) {
    const nr = beroepOf(part);
    wide[nr]! += shareOf(part);
    for (const [other, near] of woorden.verwant[nr]!) wide[other]! += NAAST * near ** 2 * shareOf(part);
  }
  const length = Math.hypot(...wide);
  return length === 0 ? wide : wide.map((share) => share / length);
}

/** Cosine of the two, 0–1. */
function cosine(wide: WijdBeeld, beeld: Beeld): number {
  let sum = 0;
  for (let i = 0; i < beeld.length; i++) sum += wide[beroepOf(beeld[i]!)]! * shareOf(beeld[i]!);
  return Math.min(1, sum);
}

/**
 * How alike a vacature and a kandidaat are, 0–1. A skill only ever adds to it, so that one more never makes someone
 * less alike.
 * @param vertelt images of what somebody wants, did and says, of which the one most alike counts @param vaardigheden one image per skill
 */
export function alike(wide: WijdBeeld, vertelt: readonly Beeld[], vaardigheden: readonly Beeld[]): number {
  let rest = 1 - Math.max(...vertelt.map((each) => cosine(wide, each)));
  for (const each of vaardigheden) rest *= 1 - VAARDIGHEID * cosine(wide, each);
  return 1 - rest;
}

/** The numbers of the occupations that both call up, the clearest first. */
export function sharedBeroepen(wide: WijdBeeld, beeld: Beeld, max: number): number[] {
  const value = (part: number) => wide[beroepOf(part)]! * shareOf(part);
  return [...beeld].filter((part) => value(part) > 0).sort((a, b) => value(b) - value(a)).slice(0, max).map(beroepOf);
}
