import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { describe, expect, test } from 'vitest';
import { instrumentVelden, situaties, toetsBoek, type Instrument } from '#src/domain/instrument/instrument.ts';
import { toetsKeuzehulp } from '#src/domain/instrument/keuzehulp.ts';
import { euro } from '#src/domain/instrument/bedrag.ts';
import { tarieven } from '#src/domain/instrument/tarieven.ts';

const map = new URL('../../../src/content/instrumenten/', import.meta.url);
/** The day on which the book was checked: tests must not start to fail by themselves; the build asks today's date. */
const CONTROLEDAG = '2026-11-22';

const bestanden = readdirSync(map).filter((naam) => naam.endsWith('.md')).sort().map((naam) => {
  const { frontmatter, content } = parseFrontmatter(readFileSync(new URL(naam, map), 'utf8'));
  return { id: basename(naam, '.md'), frontmatter, tekst: content.trim() };
});

const boek = (): Instrument[] => bestanden.map(({ id, frontmatter }) => ({ ...instrumentVelden.parse(frontmatter), id }));

describe.each(bestanden)('$id', ({ frontmatter, tekst }) => {
  test('heeft goede front matter', () => {
    const gelezen = instrumentVelden.safeParse(frontmatter);
    expect(gelezen.success ? [] : gelezen.error.issues).toEqual([]);
  });

  test('heeft 150 tot 400 woorden', () => {
    const woorden = tekst.replace(/^#+ /gm, '').split(/\s+/).length;
    expect(woorden).toBeGreaterThanOrEqual(150);
    expect(woorden).toBeLessThanOrEqual(400);
  });

  test('gebruikt onze woorden en korte zinnen', () => {
    const alles = `${JSON.stringify(frontmatter)} ${tekst}`;
    expect(alles).not.toMatch(/cli[eë]nt|doelgroeper|TODO/i);
    const zinnen = tekst.replace(/^#+ .*$/gm, '').split(/(?<=[.?!:])\s+/);
    expect(zinnen.filter((zin) => zin.split(/\s+/).length > 25)).toEqual([]);
  });
});

describe('het boek als geheel', () => {
  test('alle links, namen, data en bronnen kloppen', () => {
    expect(toetsBoek(boek(), CONTROLEDAG)).toEqual([]);
  });

  test('elk actueel instrument is te vinden met de keuzehulp, en geen vervallen instrument', () => {
    expect(toetsKeuzehulp(boek())).toEqual([]);
  });

  test('elke situatie heeft ten minste drie actuele instrumenten, behalve risico bij ziekte met twee', () => {
    for (const situatie of situaties) {
      const aantal = boek().filter((regel) => regel.status === 'actueel' && regel.situaties.includes(situatie)).length;
      expect(aantal, situatie).toBeGreaterThanOrEqual(situatie === 'risico bij ziekte' ? 2 : 3);
    }
  });

  test('wat is afgeschaft, heet ook zo', () => {
    expect(boek().filter((regel) => regel.status === 'vervallen').map((regel) => regel.id)).toEqual(
      ['lage-inkomensvoordeel', 'lkv-oudere', 'lkv-scholingsbelemmerd']);
  });

  test('een lokaal bedrag noemt geen bedrag', () => {
    for (const { id, bedrag } of boek()) if (bedrag.soort === 'lokaal') expect(bedrag.tekst, id).not.toMatch(/€|\d/);
  });

  test('het boek en de rekenhulp noemen hetzelfde loonkostenvoordeel', () => {
    const { bedrag, geldigTot } = boek().find((regel) => regel.id === 'lkv-banenafspraak')!;
    const [perUur] = tarieven.lkvPerUur.reeks;
    expect(bedrag.tekst).toContain(euro(perUur.waarde));
    expect(bedrag.tekst).toContain(euro(tarieven.lkvMaximum.reeks[0].waarde).replace(',00', ''));
    expect(geldigTot).toBe(perUur.geldigTot);
  });
});
