/** The parts of the week as bits of one number, so that comparing two weeks is one step. Pure. */
import { DAGEN, DELEN } from '../kandidaat/kandidaat.ts';

const BIT = new Map(DAGEN.flatMap((dag) => DELEN.map((deel) => `${dag}-${deel}`)).map((naam, at) => [naam as string, 1 << at]));
/** Half a week. */
export const HELFT = 14;
export const LAAG = (1 << HELFT) - 1;
const AANTAL = Uint8Array.from({ length: LAAG + 1 }, (_, mask) => mask.toString(2).replaceAll('0', '').length);

/** These dagdelen as bits, 28 at most; none for null. */
export function dagdeelBits(dagdelen: readonly string[] | null): number {
  return (dagdelen ?? []).reduce((mask, deel) => mask | (BIT.get(deel) ?? 0), 0);
}

/** How many dagdelen these bits are. */
export function countDagdelen(mask: number): number {
  return AANTAL[mask & LAAG]! + AANTAL[mask >> HELFT]!;
}
