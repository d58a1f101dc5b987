import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { describe, expect, test } from 'vitest';
import { instrumentVelden } from '#src/domain/instrument/instrument.ts';
import { maakBoekzoeker, type Boektekst } from '#src/domain/instrument/zoeken.ts';

const map = new URL('../../../src/content/instrumenten/', import.meta.url);
const boek: Boektekst[] = readdirSync(map).filter((naam) => naam.endsWith('.md')).map((naam) => {
  const { frontmatter, content } = parseFrontmatter(readFileSync(new URL(naam, map), 'utf8'));
  return { ...instrumentVelden.parse(frontmatter), id: basename(naam, '.md'), tekst: content };
});
const zoek = maakBoekzoeker(boek);

describe('zoeken in het boek', () => {
  test.each([
    ['proefplaatsing', 'proefplaatsing'], ['Proefplaatsingen', 'proefplaatsing'], ['no-risk', 'no-riskpolis'], ['ziek', 'no-riskpolis'], ['heftruck', 'scholing'], ['hefftruck', 'scholing'],
    ['jobcoaches', 'jobcoach-extern'], ['rolstoel', 'werkplekaanpassing'], ['bbl', 'praktijkleren'], ['garantiebaan', 'banenafspraak'], ['LIV', 'lage-inkomensvoordeel'], ['SROI', 'social-return'],
  ])('%s geeft eerst %s', (vraag, id) => {
    expect(zoek(vraag)[0]).toBe(id);
  });

  test('een tikfout vindt hetzelfde', () => {
    expect(zoek('loonkostensubsdie').slice(0, 2).sort()).toEqual(['loonkostensubsidie', 'loonkostensubsidie-forfaitair']);
    expect(zoek('proefplatsing')[0]).toBe('proefplaatsing');
  });

  test('meer woorden samen gaan voor een los woord', () => {
    expect(zoek('begeleiding van een collega')).toContain('interne-werkbegeleiding');
    expect(zoek('werkervaringsplaats zonder intentie')[0]).toBe('werkervaringsplaats-zonder-intentie');
  });

  test('niets wat ergens op lijkt geeft een lege lijst', () => {
    for (const vraag of ['', '   ', 'de het een', 'zzzz', '%_*"\'', '😀', '<script>']) expect(zoek(vraag), vraag).toEqual([]);
  });

  test('een lange vraag blijft snel en geeft elk instrument ten hoogste één keer', () => {
    const vraag = 'loonkostensubsidie '.repeat(5000);
    const started = performance.now();
    const found = zoek(vraag);
    expect(performance.now() - started).toBeLessThan(500);
    expect(new Set(found).size).toBe(found.length);
  });
});
