/** How near occupations are to each other: what is written down, shared skills, and the ISCO-08 groups. Pure. */
import type { Beroep } from './bestand.ts';

/** What one ISCO unit group (4 digits) or minor group (3 digits) in common says, and all core skills in common. */
const GROEP = 0.35;
const RUIME_GROEP = 0.15;
const KERN = 0.4;
/** Less than this is no relation; what is counted, not written down, goes no higher than the other. */
const MINSTENS = 0.3;
const HOOGSTENS = 0.75;
/** Fewer core skills than this would make one shared skill look like the same work. */
const KLEINSTE_KERN = 3;

/**
 * Relations between occupations, both ways alike.
 * @param kern numbers of the core skills per occupation @param alles the same with what ESCO adds
 * @returns per occupation the others with a strength, 0–1
 */
export function relate(beroepen: readonly Beroep[], kern: readonly number[][], alles: readonly number[][]): Map<number, number>[] {
  const near = beroepen.map(() => new Map<number, number>());
  const set = (a: number, b: number, value: number) => {
    if (a === b || value < MINSTENS || value <= (near[a]!.get(b) ?? 0)) return;
    near[a]!.set(b, value);
    near[b]!.set(a, value);
  };
  const count = (a: number, b: number, overlap: number) => set(a, b, Math.min(HOOGSTENS, iscoNear(beroepen[a]!.isco, beroepen[b]!.isco) + KERN * overlap));
  for (const group of Map.groupBy(beroepen, ({ isco }) => isco).values()) for (const a of group) for (const b of group) count(a.nr, b.nr, 0);
  eachOverlap(kern, count);
  if (beroepen.some(({ escoKern }) => escoKern.length > 0)) eachOverlap(alles, count);
  const byId = new Map(beroepen.map(({ id, nr }) => [id, nr]));
  for (const { nr, verwant } of beroepen) for (const { id, sterkte } of verwant) {
    const other = byId.get(id);
    if (other !== undefined) set(nr, other, sterkte);
  }
  return near;
}

function iscoNear(a: string, b: string): number {
  return a === b ? GROEP : a.slice(0, 3) === b.slice(0, 3) ? RUIME_GROEP : 0;
}

/** Calls `report` for every two lists that share a number, with the share of the shorter one. */
function eachOverlap(lists: readonly number[][], report: (a: number, b: number, overlap: number) => void): void {
  const having = new Map<number, number[]>();
  for (const [a, skills] of lists.entries()) {
    const shared = new Map<number, number>();
    for (const skill of skills) {
      const others = having.get(skill) ?? [];
      for (const b of others) shared.set(b, (shared.get(b) ?? 0) + 1);
      having.set(skill, others);
      others.push(a);
    }
    for (const [b, both] of shared) report(a, b, both / Math.max(KLEINSTE_KERN, Math.min(skills.length, lists[b]!.length)));
  }
}
