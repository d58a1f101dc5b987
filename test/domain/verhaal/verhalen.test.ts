import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  KAART_VRAGEN,
  WOORDEN_MAX,
  WOORDEN_MIN,
  kaartSchema,
  leestijd,
  leesvolgorde,
  openbaar,
  telWoorden,
  verhaalSchema,
  verhalenBij,
  type Verhaal,
} from '#src/domain/verhaal/verhaal.ts';

const MAP = new URL('../../../src/content/verhalen/', import.meta.url);
const INSTRUMENTEN_MAP = new URL('../../../src/content/instrumenten/', import.meta.url);

interface Bestand {
  naam: string;
  rauw: unknown;
  tekst: string;
}

/** Splits one Markdown file in its front matter and its body. */
function lees(naam: string): Bestand {
  const inhoud = readFileSync(new URL(naam, MAP), 'utf8');
  const delen = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(inhoud);
  if (!delen) throw new Error(`${naam}: geen front matter gevonden`);
  return { naam, rauw: parse(delen[1]!), tekst: delen[2]!.trim() };
}

const namen = (map: URL) => readdirSync(map).filter((naam) => naam.endsWith('.md')).sort();
const bestanden = namen(MAP).map(lees);
const boek = bestanden.map((bestand) => ({ ...bestand, verhaal: verhaalSchema.parse(bestand.rauw) }));
const verhalen: Verhaal[] = boek.map(({ verhaal }) => verhaal);
const gelijk = (tekst: string) => tekst.replace(/\s+/g, ' ');

/** Words that have no place in a story: labels, diagnoses, benefits, clichés. */
const VERBODEN =
  /cli[eë]nt|kanjer|rugzak|afstand tot de arbeidsmarkt|topper|doelgroeper|uitkering|bijstand|wajong|\bwia\b|\bww\b|schulden|verslav|diagnos|autis|adhd|\badd\b|ptss|depress|burn-?out|psych|handicap|beperking|stoornis|trauma|therap|medicij|€/i;

describe('het boek als geheel', () => {
  test('has at least nine stories, three per profile', () => {
    expect(verhalen.length).toBeGreaterThanOrEqual(9);
    for (const profiel of [1, 2, 3]) {
      expect(verhalen.filter((verhaal) => verhaal.profiel === profiel).length).toBeGreaterThanOrEqual(3);
    }
  });

  test('has at least three stories told by an employer or a colleague', () => {
    const anderen = verhalen.filter(({ verteller }) => verteller !== 'kandidaat');
    expect(anderen.length).toBeGreaterThanOrEqual(3);
    expect(new Set(anderen.map(({ verteller }) => verteller)).size).toBe(2);
  });

  test('uses every form, eight sectors or more, and repeats no person, title or quote', () => {
    expect(new Set(verhalen.map(({ vorm }) => vorm)).size).toBe(5);
    expect(new Set(verhalen.map(({ sector }) => sector)).size).toBeGreaterThanOrEqual(8);
    for (const veld of ['persoon', 'titel', 'citaat'] as const) {
      const waarden = verhalen.map((verhaal) => verhaal[veld]);
      expect(new Set(waarden).size, veld).toBe(waarden.length);
    }
  });

  test('draws people of every age band', () => {
    expect(new Set(verhalen.map(({ portret }) => portret.leeftijd)).size).toBe(3);
    expect(new Set(verhalen.map(({ portret }) => portret.huid)).size).toBeGreaterThanOrEqual(4);
  });

  test('takes turns between the profiles in the reading order', () => {
    const volgorde = leesvolgorde(verhalen);
    expect(volgorde.slice(0, 6).map(({ profiel }) => profiel)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(new Set(volgorde)).toEqual(new Set(verhalen));
  });
});

describe.each(boek)('$naam', ({ naam, verhaal, tekst }) => {
  test('has a file name that can be an address', () => {
    expect(basename(naam, '.md')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('has a body of the right length and an honest reading time', () => {
    const woorden = telWoorden(tekst);
    expect(woorden).toBeGreaterThanOrEqual(WOORDEN_MIN);
    expect(woorden).toBeLessThanOrEqual(WOORDEN_MAX);
    expect(verhaal.leestijdMinuten).toBe(leestijd(woorden));
  });

  test('has a complete card in one or two sentences per question', () => {
    for (const { sleutel } of KAART_VRAGEN) {
      const zinnen = verhaal.kaart[sleutel].split(/[.!?](?:\s|$)/).filter((zin) => zin.trim() !== '');
      expect(zinnen.length, sleutel).toBeGreaterThanOrEqual(1);
      expect(zinnen.length, sleutel).toBeLessThanOrEqual(2);
    }
  });

  test('links only instruments that are in the instrumentenboek', () => {
    const instrumenten = namen(INSTRUMENTEN_MAP).map((bestand) => basename(bestand, '.md'));
    for (const id of verhaal.instrumenten) expect(instrumenten).toContain(id);
  });

  test('quotes the story itself', () => {
    expect(gelijk(tekst)).toContain(verhaal.citaat);
  });

  test('labels nobody and names no amounts', () => {
    const alles = [tekst, verhaal.titel, verhaal.inleiding, ...Object.values(verhaal.kaart)].join('\n');
    expect(VERBODEN.exec(alles)?.[0]).toBeUndefined();
  });

  test('has no second h1 and no skipped heading level', () => {
    for (const [, hekjes] of tekst.matchAll(/^(#+)\s/gm)) expect(hekjes).toBe('##');
  });
});

describe('verhaalSchema', () => {
  const goed = bestanden[0]!.rauw as Record<string, unknown>;
  const fout = (wijziging: Record<string, unknown>) => verhaalSchema.safeParse({ ...goed, ...wijziging });

  test.each([
    ['a person who is not composite', { samengesteld: false }],
    ['a surname', { persoon: 'Jan Jansen' }],
    ['an unknown form', { vorm: 'gedicht' }],
    ['a profile outside the three', { profiel: 4 }],
    ['no instruments', { instrumenten: [] }],
    ['the same instrument twice', { instrumenten: ['scholing', 'scholing'] }],
    ['a quote of two lines', { citaat: 'Een.\nTwee.' }],
    ['a date that does not exist', { gepubliceerdOp: '2026-02-30' }],
    ['a misspelt key', { sektor: 'groen' }],
    ['a skin tone outside the scale', { portret: { huid: 7, haar: 'kort', leeftijd: 'jong', stijl: 'v' } }],
    ['a portrait that does not say how to draw the face', { portret: { huid: 2, haar: 'kort', leeftijd: 'jong' } }],
  ])('refuses %s', (_, wijziging) => {
    expect(fout(wijziging).success).toBe(false);
  });

  test('reads a date as text and as Date alike', () => {
    const alsDatum = verhaalSchema.parse({ ...goed, gepubliceerdOp: new Date('2026-11-22T00:00:00Z') });
    expect(alsDatum.gepubliceerdOp).toBe('2026-11-22');
  });

  test('refuses a card that names an amount or forgets the rekenhulp', () => {
    const kaart = (goed as { kaart: Record<string, string> }).kaart;
    for (const watKostHet of ['Dat kost u € 100, zie de rekenhulp.', 'Dat valt mee.']) {
      const uitkomst = kaartSchema.safeParse({ ...kaart, watKostHet });
      expect(uitkomst.error?.issues[0]?.message).toContain('rekenhulp');
    }
  });
});

describe('hulpfuncties', () => {
  test('openbaar leaves the profile out and keeps the rest', () => {
    const uit = openbaar(verhalen[0]!);
    expect(uit).not.toHaveProperty('profiel');
    expect(uit.titel).toBe(verhalen[0]!.titel);
  });

  test('telWoorden skips Markdown marks', () => {
    expect(telWoorden('## Week 1: schoenen\n\n*Eén stap* – verder.')).toBe(6);
  });

  test('leestijd is at least a minute', () => {
    expect([leestijd(0), leestijd(180), leestijd(660)]).toEqual([1, 1, 4]);
  });

  test('leesvolgorde copes with an empty book', () => {
    expect(leesvolgorde([])).toEqual([]);
  });

  test('verhalenBij finds stories by instrument, up to the maximum', () => {
    expect(verhalenBij(verhalen, 'loonkostensubsidie', 2)).toHaveLength(2);
    expect(verhalenBij(verhalen, 'bestaat-niet')).toEqual([]);
  });
});
