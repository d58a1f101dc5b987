/** The pictures with a shared link: the right size, light enough, in letters that need no font. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { maakDeelbeeld } from '#src/media/deelbeeld.server.ts';
import { breakLines, setText, widthOf } from '#src/media/letters.server.ts';
import { tekenInitiaal, tekenPortret } from '#src/media/portret.ts';

describe('the picture of a page', () => {
  it('is a PNG of 1200 by 630 below 100 kB, also with a very long title and six faces', async () => {
    for (const beeld of [
      { label: 'Instrumentenboek', titel: 'Werkervaringsplaats zonder intentie', regel: 'U geeft iemand een plek om te oefenen.', tekeningen: [tekenInitiaal('a')] },
      { label: 'Verhaal', titel: 'Een titel die veel langer is dan iemand ooit boven een verhaal zou zetten op deze site', regel: 'En een regel die ook nog eens heel lang is en daarom moet wijken. '.repeat(4), tekeningen: [tekenPortret('b')] },
      { label: 'Midden-Brabant', titel: 'Kort', regel: 'Kort.', tekeningen: ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => tekenPortret(seed)) },
    ]) {
      const png = await maakDeelbeeld(beeld);
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(png.length).toBeLessThan(100_000);
    }
  });

  it('is the same every time it is made', async () => {
    const beeld = { label: 'Verhaal', titel: 'Tafel dekken voor acht', regel: 'Ik ben van de koffie.', tekeningen: [tekenPortret('Lidia')] };
    expect((await maakDeelbeeld(beeld)).equals(await maakDeelbeeld(beeld))).toBe(true);
  });
});

describe('lines in our own letters', () => {
  it('fit the measure, keep every word, and leave a word that is too wide whole', () => {
    const tekst = 'Ik liep niet achter, ik liep verkeerd, en dat zag Ellen op de plattegrond.';
    const regels = breakLines(tekst, 34, 300);
    expect(regels.join(' ')).toBe(tekst);
    for (const regel of regels) expect(widthOf(regel, 34)).toBeLessThanOrEqual(300);
    expect(breakLines('Werkervaringsplaats', 60, 100)).toEqual(['Werkervaringsplaats']);
  });

  it('are paths, with an accent as well as without', () => {
    const svg = setText('Één café', { x: 0, y: 0, maat: 20, kleur: '#000' });
    expect(svg.match(/<path /g)).toHaveLength(7);
    expect(svg).not.toContain('<text');
  });
});
