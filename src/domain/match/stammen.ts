/** How much of a list of stems comes back among others: the one measure for titles and tasks. Pure. */

/** How many of these stems are among the others, 0–1; 0 of nothing. */
export function shareOf(stammen: readonly string[], others: ReadonlySet<string>): number {
  let has = 0;
  for (const stam of stammen) if (others.has(stam)) has++;
  return stammen.length === 0 ? 0 : has / stammen.length;
}

/** Whether at least half of what a task says is among the others. */
export const isCovered = (stammen: readonly string[], others: ReadonlySet<string>): boolean => shareOf(stammen, others) >= 0.5;
