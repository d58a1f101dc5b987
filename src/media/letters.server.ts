/**
 * Texts in the site's own typeface as SVG paths, for pictures and films: no machine that draws them needs the font.
 * Effects: reads the font file of the package once.
 */
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import type { Zetter } from './film/doek.ts';

const FILE = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

let font: fontkit.Font | undefined;

/** The typeface in its regular weight: fontkit does not vary the weight of a compressed file, so bold is an outline. */
function typeface(): fontkit.Font {
  return (font ??= fontkit.openSync(fileURLToPath(import.meta.resolve(FILE))) as fontkit.Font);
}

/** Extra space between letters and the width of the outline of bold text, as parts of the size. */
const BOLD = { space: 0.012, outline: 0.042 };

/** Widths of words in parts of the size; a text is measured many times before it is set. */
const measured = new Map<string, number>();

function wordWidth(word: string): number {
  const known = measured.get(word);
  if (known !== undefined) return known;
  const face = typeface();
  const width = face.layout(word).advanceWidth / face.unitsPerEm;
  measured.set(word, width);
  return width;
}

/** How wide a line is, in the unit of the size. */
export function widthOf(text: string, size: number, bold = false): number {
  const words = text.split(' ');
  const letters = words.reduce((sum, word) => sum + wordWidth(word), 0) + (words.length - 1) * wordWidth('\u00a0');
  return (letters + (bold ? BOLD.space * text.length : 0)) * size;
}

/**
 * Breaks a text into lines that fit, with lines of about the same length.
 * @param width in the unit of the size; a single word that is wider stays whole
 */
export function breakLines(text: string, size: number, width: number, bold = false): string[] {
  const fill = (limit: number) => text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size, bold) <= limit) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);
  const { length } = fill(width);
  // The narrowest measure that still takes the same number of lines gives the calmest edge.
  let limit = width;
  while (limit > width / 2 && fill(limit - size / 4).length === length) limit -= size / 4;
  return fill(limit);
}

/**
 * One or more lines as SVG paths.
 * @param text `\n` starts a new line
 * @returns SVG elements; x and y are the start of the first baseline
 */
export const setText: Zetter = (text, { x, y, maat, kleur, vet = false, midden = false, regelhoogte = 1.22 }) => {
  const face = typeface();
  const scale = maat / face.unitsPerEm;
  return text.split('\n').map((line, row) => {
    const from = midden ? x - widthOf(line, maat, vet) / 2 : x;
    let pen = 0;
    const { glyphs, positions } = face.layout(line);
    const paths = glyphs.map((glyph, i) => {
      const at = pen;
      pen += positions[i]!.xAdvance + (vet ? BOLD.space * face.unitsPerEm : 0);
      return glyph.path.commands.length === 0 ? '' : `<path transform="translate(${Math.round(at)} 0)" d="${glyph.path.toSVG()}"/>`;
    });
    const outline = vet ? ` stroke="${kleur}" stroke-width="${BOLD.outline * face.unitsPerEm}" stroke-linejoin="round"` : '';
    return `<g transform="translate(${round(from)} ${round(y + row * maat * regelhoogte)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" fill="${kleur}"${outline}>${paths.join('')}</g>`;
  }).join('');
};

const round = (value: number) => Math.round(value * 10) / 10;
