/** What a must costs: how many kandidaten fit a draft now, and how many without each must. Pure. */
import type { VacatureProfiel } from './kenmerken.ts';

/** From this score on a pair counts as fitting, in the wizard and on the employer's page. */
export const PAST_VANAF = 60;

/** Each must of a vacature, with the same vacature without it. */
export function withoutEachMust(profiel: VacatureProfiel): { eis: string; zonder: VacatureProfiel }[] {
  const drop = (list: readonly string[], item: string) => list.filter((other) => other !== item);
  return [
    ...profiel.vaardighedenVereist.map((item) => ({ eis: item, zonder: { ...profiel, vaardighedenVereist: drop(profiel.vaardighedenVereist, item) } })),
    ...profiel.certificatenVereist.map((item) => ({ eis: item, zonder: { ...profiel, certificatenVereist: drop(profiel.certificatenVereist, item) } })),
    ...profiel.rijbewijzen.map((item) => ({ eis: `rijbewijs ${item}`, zonder: { ...profiel, rijbewijzen: profiel.rijbewijzen.filter((other) => other !== item) } })),
    ...profiel.talen.map((item) => ({ eis: `${item.taal === 'nl' ? 'Nederlands' : item.taal} ${item.niveau}`, zonder: { ...profiel, talen: profiel.talen.filter((other) => other !== item) } })),
    ...(profiel.denkniveau ? [{ eis: `werkniveau ${profiel.denkniveau}`, zonder: { ...profiel, denkniveau: null } }] : []),
    ...(profiel.dagdelen ? [{ eis: 'de gekozen dagdelen', zonder: { ...profiel, dagdelen: null } }] : []),
    ...(profiel.urenMin > 0 ? [{ eis: `ten minste ${profiel.urenMin} uur`, zonder: { ...profiel, urenMin: 0 } }] : []),
  ];
}
