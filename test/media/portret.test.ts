import { describe, expect, it } from 'vitest';
import { tekenInitiaal, tekenPortret } from '../../src/media/portret.ts';
import type { Huid, Leeftijd, Tekenstijl } from '../../src/media/portret.ts';

const SEEDS = Array.from({ length: 400 }, (_, i) => `kandidaat-${i}`);
const KAPSELS = [
  'kort', 'gemillimeterd', 'kaal', 'kalend', 'opgeschoren', 'krullen', 'lange krullen', 'afro', 'lang', 'golvend',
  'bob', 'pony', 'knot', 'staart', 'vlechten', 'locs', 'pixie', 'hoofddoek', 'pet', 'muts',
];

/** Every element that opens is closed, in the right order; attributes are quoted. */
function isWelgevormd(svg: string): boolean {
  const stapel: string[] = [];
  const rest = svg.replace(/<(\/?)([a-z]+)((?:\s[a-zA-Z:-]+="[^"<>]*")*)(\/?)>/g, (_alles, dicht: string, naam: string, _attr, leeg: string) => {
    if (dicht) {
      if (stapel.pop() !== naam) stapel.push('fout', 'fout');
    } else if (!leeg) stapel.push(naam);
    return '';
  });
  return rest === '' && stapel.length === 0;
}

function isVeilig(svg: string): void {
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 400 320" aria-hidden="true"/);
  expect(svg).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|href|url\(|<foreignObject|<image|\sid=|\sclass=/i);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(isWelgevormd(svg)).toBe(true);
  expect(new TextEncoder().encode(svg).length).toBeLessThan(6000);
}

describe('tekenPortret', () => {
  it('gives the same drawing for the same seed', () => {
    for (const seed of SEEDS.slice(0, 40)) expect(tekenPortret(seed)).toBe(tekenPortret(seed));
  });

  it('gives different people for different seeds', () => {
    expect(new Set(SEEDS.map((seed) => tekenPortret(seed))).size).toBe(SEEDS.length);
  });

  it('is valid, small and free of scripts and styles', () => {
    for (const seed of SEEDS) isVeilig(tekenPortret(seed));
  });

  it('can draw every hair style in every skin tone and age', () => {
    for (const haar of KAPSELS) {
      for (const huid of [1, 2, 3, 4, 5, 6] as Huid[]) {
        for (const leeftijd of ['jong', 'midden', 'ouder'] as Leeftijd[]) {
          for (const stijl of ['v', 'm'] as Tekenstijl[]) isVeilig(tekenPortret('proef', { haar, huid, leeftijd, stijl }));
        }
      }
    }
  });

  it('knows every hair style apart', () => {
    const vast = { huid: 3, leeftijd: 'midden', stijl: 'v' } as const;
    expect(new Set(KAPSELS.map((haar) => tekenPortret('proef', { ...vast, haar }))).size).toBe(KAPSELS.length);
  });

  it('follows the traits that are asked for', () => {
    expect(tekenPortret('a', { huid: 1 })).toContain('#f5d5c0');
    expect(tekenPortret('a', { huid: 6 })).toContain('#694332');
    expect(tekenPortret('a', { haar: 'kort grijs haar' })).toContain('#96938e');
    expect(tekenPortret('a', { haar: 'lang zwart' })).toContain('#25201f');
  });

  it('ignores hair words it does not know and never prints them', () => {
    const svg = tekenPortret('a', { haar: '"><script>alert(1)</script>' });
    expect(svg).toBe(tekenPortret('a'));
  });

  it('takes any seed', () => {
    for (const seed of ['', ' ', '<&">', 'Zoë', '日本', 'x'.repeat(5000)]) isVeilig(tekenPortret(seed));
  });
});

describe('tekenInitiaal', () => {
  it('is deterministic, valid and small', () => {
    for (const seed of SEEDS) {
      const svg = tekenInitiaal(seed);
      expect(svg).toBe(tekenInitiaal(seed));
      isVeilig(svg);
    }
  });

  it('varies', () => {
    expect(new Set(SEEDS.map((seed) => tekenInitiaal(seed))).size).toBeGreaterThan(300);
  });
});
