/** The picture that other sites show with a link to a page (Open Graph): title in our own letters, a drawing beside it. */
import sharp from 'sharp';
import { config } from '#src/config.ts';
import { breakLines, setText, widthOf } from './letters.server.ts';

export const DEELBEELD = { breed: 1200, hoog: 630 } as const;

export interface Deelbeeld {
  /** What kind of page it is, above the title. */
  label: string;
  titel: string;
  /** One sentence under the title. */
  regel: string;
  /** One drawing in a large window, or several in small ones; SVG documents of 400 by 320. */
  tekeningen: readonly string[];
}

const KLEUR = { papier: '#fbf8f3', inkt: '#17233b', zacht: '#4b5670', teal: '#0c6670', abrikoos: '#f0a468', lijn: '#e3ddd2' };
const MARGE = 72;
const RUIMTE = 610;
/** Sizes of the title, from large to small: the first with which everything fits is taken. */
const TITELMATEN = [72, 64, 56, 48, 42];
const REGELMAAT = 34;
/** Where the title begins and where the last line may stand. */
const BOVEN = 248;
const ONDER = 580;

/** The picture as PNG. The same page always gives the same bytes. */
export async function maakDeelbeeld(beeld: Deelbeeld): Promise<Buffer> {
  return sharp(Buffer.from(tekenDeelbeeld(beeld))).resize(DEELBEELD.breed, DEELBEELD.hoog).png({ palette: true, colours: 128, dither: 0, effort: 1 }).toBuffer();
}

function tekenDeelbeeld({ label, titel, regel, tekeningen }: Deelbeeld): string {
  const { maat, titelregels, onder, regels } = zetting(titel, regel);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DEELBEELD.breed} ${DEELBEELD.hoog}">`
    + `<rect width="1200" height="630" fill="${KLEUR.papier}"/><rect y="616" width="1200" height="14" fill="${KLEUR.abrikoos}"/>`
    + `<g transform="translate(${MARGE - 5} 52) scale(1.6)"><rect x="3" y="3" width="26" height="26" rx="7" fill="#fff" stroke="${KLEUR.teal}" stroke-width="4"/><rect x="17" y="9" width="7" height="7" rx="2" fill="${KLEUR.abrikoos}"/></g>`
    + setText(config().regio.naam, { x: MARGE + 58, y: 90, maat: 36, kleur: KLEUR.inkt, vet: true })
    + setText(label, { x: MARGE, y: 168, maat: 30, kleur: KLEUR.teal, vet: true })
    + setText(titelregels.join('\n'), { x: MARGE, y: BOVEN, maat, kleur: KLEUR.inkt, vet: true, regelhoogte: 1.12 })
    + setText(regels.join('\n'), { x: MARGE, y: onder, maat: REGELMAAT, kleur: KLEUR.zacht, regelhoogte: 1.24 })
    + (tekeningen.length === 1 ? venster(tekeningen[0]!, 730, 100, 400, 430, 0) : tekeningen.slice(0, 6).map((tekening, i) => venster(tekening, 730 + (i % 2) * 208, 60 + Math.floor(i / 2) * 174, 192, 158, i)).join(''))
    + '</svg>';
}

/** How title and sentence stand; a sentence that does not fit under the smallest title is left out whole. */
function zetting(titel: string, regel: string): { maat: number; titelregels: string[]; onder: number; regels: string[] } {
  const regels = breakLines(regel, REGELMAAT, RUIMTE);
  const zettingen = TITELMATEN.map((maat) => {
    const titelregels = breakLines(titel, maat, RUIMTE, true);
    const onder = BOVEN + (titelregels.length - 1) * maat * 1.12 + 74;
    return { maat, titelregels, onder, regels, past: titelregels.every((deel) => widthOf(deel, maat, true) <= RUIMTE) && onder + (regels.length - 1) * REGELMAAT * 1.24 <= ONDER };
  });
  return zettingen.find(({ past }) => past) ?? { ...zettingen.at(-1)!, regels: [] };
}

/** A drawing in a window with round corners; what does not fit falls outside at both sides. */
function venster(tekening: string, x: number, y: number, breed: number, hoog: number, nr: number): string {
  const vormen = tekening.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
  const schaal = Math.max(breed / 400, hoog / 320);
  const rond = Math.round(breed / 10);
  return `<defs><clipPath id="venster-${nr}"><rect x="${x}" y="${y}" width="${breed}" height="${hoog}" rx="${rond}"/></clipPath></defs>`
    + `<g clip-path="url(#venster-${nr})"><g transform="translate(${x + (breed - 400 * schaal) / 2} ${y + (hoog - 320 * schaal) / 2}) scale(${schaal})">${vormen}</g></g>`
    + `<rect x="${x}" y="${y}" width="${breed}" height="${hoog}" rx="${rond}" fill="none" stroke="${KLEUR.lijn}" stroke-width="3"/>`;
}
