/** What a must costs: how many kandidaten fit a draft now, and how many without each must. Pure. */
import type { VacatureProfiel } from './kenmerken.ts';
import type { OnderdeelNaam } from './onderdeel.ts';

/**
 * From this score on a pair counts as fitting, in the queue, in the wizard and on the employer's page. In the golden set (tuning half) four of
 * five pairs above it have a grade, and above it are 97% of the best ones and 85% of those that need one bridge or none.
 */
export const PAST_VANAF = 70;

/** The same vacature without one must, and the part of the score that must is weighed in. */
export type Variant = { eis: string; deel: OnderdeelNaam; zonder: VacatureProfiel };

/** Each must of a vacature, with the same vacature without it. */
export function withoutEachMust(profiel: VacatureProfiel): Variant[] {
  const drop = (list: readonly string[], item: string) => list.filter((other) => other !== item);
  return [
    ...profiel.vaardighedenVereist.map((item) => ({ eis: item, deel: 'werk' as const, zonder: { ...profiel, vaardighedenVereist: drop(profiel.vaardighedenVereist, item) } })),
    ...profiel.certificatenVereist.map((item) => ({ eis: item, deel: 'eisen' as const, zonder: { ...profiel, certificatenVereist: drop(profiel.certificatenVereist, item) } })),
    ...profiel.rijbewijzen.map((item) => ({ eis: `rijbewijs ${item}`, deel: 'eisen' as const, zonder: { ...profiel, rijbewijzen: profiel.rijbewijzen.filter((other) => other !== item) } })),
    ...profiel.talen.map((item) => ({ eis: `${item.taal === 'nl' ? 'Nederlands' : item.taal} ${item.niveau}`, deel: 'eisen' as const, zonder: { ...profiel, talen: profiel.talen.filter((other) => other !== item) } })),
    ...(profiel.denkniveau ? [{ eis: `werkniveau ${profiel.denkniveau}`, deel: 'eisen' as const, zonder: { ...profiel, denkniveau: null } }] : []),
    ...(profiel.dagdelen ? [{ eis: 'de gekozen dagdelen', deel: 'tijd' as const, zonder: { ...profiel, dagdelen: null } }] : []),
    ...(profiel.urenMin > 0 ? [{ eis: `ten minste ${profiel.urenMin} uur`, deel: 'tijd' as const, zonder: { ...profiel, urenMin: 0 } }] : []),
  ];
}
