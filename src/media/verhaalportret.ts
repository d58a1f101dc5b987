/** The portrait of a story: the page, the card, the shared picture and the film draw the same face. Pure. */
import type { Verhaal } from '../domain/verhaal/verhaal.ts';
import { tekenPortret } from './portret.ts';

/** The drawing as an SVG document of 400 by 320. */
export function tekenVerhaalportret({ persoon, portret }: Pick<Verhaal, 'persoon' | 'portret'>): string {
  return tekenPortret(persoon, portret);
}
