/** The data of the vocabulary: enough of it, every reference ends somewhere, and every name means one thing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { fold, stemKey, tokenize } from '#src/domain/woorden/analyse.ts';
import spreektaal from '#src/domain/woorden/spreektaal.json' with { type: 'json' };
import { Woordenboek, readWoorden, woordenboek } from '#src/domain/woorden/woorden.ts';

const bestanden = readWoorden(new URL('../../../src/domain/woorden/gegevens/', import.meta.url));
const woorden = woordenboek();
const sleutel = (term: string) => tokenize(term).join(' ');

/** Terms that two different things of one kind both claim, as "term: first and second". */
function betwist(items: readonly { naam: string; synoniemen: readonly string[] }[], key = sleutel): string[] {
  const owner = new Map<string, string>();
  return items.flatMap(({ naam, synoniemen }) => [naam, ...synoniemen].flatMap((term) => {
    const earlier = owner.get(key(term));
    owner.set(key(term), earlier ?? naam);
    return earlier !== undefined && earlier !== naam ? [`${term}: ${earlier} and ${naam}`] : [];
  }));
}

describe('size and spread', () => {
  test('a werkmakelaar finds at least 250 beroepen and 800 vaardigheden', () => {
    expect(woorden.beroepen.length).toBeGreaterThanOrEqual(250);
    expect(woorden.vaardigheden.length).toBeGreaterThanOrEqual(800);
    expect(woorden.certificaten.length).toBeGreaterThanOrEqual(60);
  });

  test('every sector has a name of its own and at least ten beroepen', () => {
    expect(new Set(woorden.sectoren.map(({ naam }) => fold(naam))).size).toBe(woorden.sectoren.length);
    for (const { id } of woorden.sectoren) expect(woorden.beroepen.filter(({ sector }) => sector === id).length, id).toBeGreaterThanOrEqual(10);
  });

  test('most beroepen ask no more than laag or middelbaar, as the kandidaten of the portal need', () => {
    const hoger = woorden.beroepen.filter(({ niveau }) => niveau === 'hoger');
    expect(hoger.length).toBeLessThan(woorden.beroepen.length / 5);
    expect(woorden.beroepen.filter(({ niveau }) => niveau === 'elementair' || niveau === 'laag').length).toBeGreaterThanOrEqual(100);
  });
});

describe('every reference ends somewhere', () => {
  const bekend = new Set(woorden.vaardigheden.map(({ naam }) => naam));

  test('every beroep has kernvaardigheden, taken and names people use', () => {
    for (const beroep of woorden.beroepen) {
      expect(beroep.kern.length, `${beroep.id} kern`).toBeGreaterThanOrEqual(3);
      expect(beroep.taken.length, `${beroep.id} taken`).toBeGreaterThan(0);
      expect(beroep.synoniemen.length, `${beroep.id} synoniemen`).toBeGreaterThan(0);
    }
  });

  test('every beroep has a word field of at least forty words, none twice', () => {
    for (const { id, woordveld } of woorden.beroepen) {
      expect(woordveld.length, id).toBeGreaterThanOrEqual(40);
      expect(woordveld.map(sleutel).filter((woord, at, all) => woord === '' || all.indexOf(woord) !== at), id).toEqual([]);
    }
  });

  test('every vaardigheid that a beroep names is in the list, and in one of its two lists only', () => {
    for (const { id, kern, extra } of woorden.beroepen) {
      expect([...kern, ...extra].filter((naam) => !bekend.has(naam)), id).toEqual([]);
      expect(new Set([...kern, ...extra]).size, id).toBe(kern.length + extra.length);
    }
  });

  test('no vaardigheid is an orphan: some beroep uses it', () => {
    const used = new Set(woorden.beroepen.flatMap(({ kern, extra }) => [...kern, ...extra]));
    expect([...bekend].filter((naam) => !used.has(naam))).toEqual([]);
  });

  test('the look-up loses none of the vaardigheden of a beroep', () => {
    for (const beroep of woorden.beroepen) {
      expect(woorden.kern[beroep.nr]!.map((nr) => woorden.vaardigheden[nr]!.naam), beroep.id).toEqual(beroep.kern);
      expect(woorden.extra[beroep.nr]!.map((nr) => woorden.vaardigheden[nr]!.naam), beroep.id).toEqual(beroep.extra);
    }
  });

  test('verwante beroepen exist, are not the beroep itself and count both ways', () => {
    for (const beroep of woorden.beroepen) {
      for (const { id, sterkte } of beroep.verwant) {
        const other = woorden.beroepById(id);
        expect(other, `${beroep.id} → ${id}`).toBeDefined();
        expect(id).not.toBe(beroep.id);
        expect(woorden.verwant[beroep.nr]!.get(other!.nr), `${beroep.id} → ${id}`).toBeGreaterThanOrEqual(sterkte);
      }
      for (const [nr, sterkte] of woorden.verwant[beroep.nr]!) {
        expect(woorden.verwant[nr]!.get(beroep.nr)).toBe(sterkte);
        expect(sterkte > 0 && sterkte <= 1, beroep.id).toBe(true);
      }
    }
  });
});

describe('a werkmakelaar agrees with what is near to what', () => {
  const near = (a: string, b: string) => woorden.verwant[woorden.findBeroep(a)!.nr]!.get(woorden.findBeroep(b)!.nr) ?? 0;

  test.each([
    ['orderpicker', ['magazijnmedewerker', 'inpakster', 'heftruckchauffeur', 'kapper']],
    ['schoonmaker', ['kamermedewerker hotel', 'glazenwasser', 'lasser']],
    ['hovenier', ['medewerker groenvoorziening', 'medewerker begraafplaats', 'kassamedewerker']],
    ['kok', ['zelfstandig werkend kok', 'keukenhulp', 'bakker', 'stratenmaker']],
    ['lasser', ['MIG/MAG-lasser', 'constructiebankwerker', 'helpende']],
    ['beveiliger', ['poortwachter bouwplaats', 'verkeersregelaar', 'bakker']],
    ['pedagogisch medewerker', ['groepshulp kinderopvang', 'metselaar']],
    ['demontagemedewerker', ['medewerker ICT-recycling', 'afvalsorteerder', 'receptionist']],
    ['zonnepanelenmonteur', ['hulpmonteur zonnepanelen', 'elektromonteur', 'postbezorger']],
  ])('for a %s, from near to far', (beroep, others) => {
    const values = others.map((other) => near(beroep, other));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values[0]!).toBeGreaterThan(values.at(-1)!);
    expect(values.at(-1)).toBe(0);
  });
});

describe('every name means one thing', () => {
  test('ids of beroepen are unique', () => {
    expect(new Set(woorden.beroepen.map(({ id }) => id)).size).toBe(woorden.beroepen.length);
  });

  test('what a certificaat includes is another certificaat that is written down', () => {
    for (const { naam, omvat } of woorden.certificaten) for (const other of omvat) expect([naam, other, woorden.certificaten.some((item) => item.naam === other && other !== naam)]).toEqual([naam, other, true]);
  });

  test.each(['beroepen', 'vaardigheden', 'certificaten'] as const)('no two %s claim the same term', (soort) => {
    expect(betwist(bestanden.flatMap((bestand): { naam: string; synoniemen: string[] }[] => bestand[soort]))).toEqual([]);
  });

  test.each(['beroepen', 'vaardigheden', 'certificaten'] as const)('all terms of %s have words in them, and no beroep writes the same spelling twice', (soort) => {
    for (const { naam, synoniemen } of bestanden.flatMap((bestand): { naam: string; synoniemen: string[] }[] => bestand[soort])) {
      for (const term of [naam, ...synoniemen]) expect(sleutel(term), naam).not.toBe('');
      expect(new Set([naam, ...synoniemen]).size, naam).toBe(synoniemen.length + 1);
    }
  });

  test.each(['beroepen', 'vaardigheden', 'certificaten'] as const)('no two %s are the same words in another form or order', (soort) => {
    expect(betwist(bestanden.flatMap((bestand): { naam: string; synoniemen: string[] }[] => bestand[soort]), stemKey)).toEqual([]);
  });

  test('no sector is known by the name of another', () => {
    expect(betwist(woorden.sectoren)).toEqual([]);
  });
});

describe('a broken file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'woorden-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const url = pathToFileURL(`${folder}/`);

  test('is named with its file when a beroep lacks its taken', () => {
    writeFileSync(join(folder, 'kapot.json'), JSON.stringify({ sector: { id: 'proef', naam: 'Proef' }, vaardigheden: [], beroepen: [{ id: 'x', naam: 'proever', isco: '1234', niveau: 'laag', synoniemen: [], kern: [], extra: [], verwant: [] }] }));
    expect(() => readWoorden(url)).toThrow(/kapot\.json[\s\S]*taken/);
  });

  test('a vocabulary without any words finds nothing and does not fail', () => {
    const leeg = new Woordenboek([]);
    expect(leeg.findBeroep('orderpicker')).toBeUndefined();
    expect(leeg.findVaardigheid('orderpicken')).toBeUndefined();
    expect(leeg.findSector('logistiek')).toBeUndefined();
  });
});

describe('what people say', () => {
  const all = Object.entries(spreektaal).flatMap(([id, phrases]) => phrases.map((phrase) => ({ id, phrase })));

  test('leads every phrase to the beroep it is written with, which exists, and which no name would lead it to', () => {
    expect(all.length).toBeGreaterThan(1000);
    for (const { id, phrase } of all) {
      const found = woorden.findBeroep(phrase);
      expect(woorden.beroepen[found!.nr]!.id, phrase).toBe(id);
      expect(found!.zekerheid, phrase).toBe(0.8);
    }
  });

  test('makes of Nour, who was a mantelzorger, somebody for the zorg, and of Kees from the bakkerij a bakkershulp', () => {
    expect(woorden.beroepen[woorden.findBeroep('Mantelzorger')!.nr]!.naam).toBe('zorgassistent');
    expect(woorden.beroepen[woorden.findBeroep('in de bakkerij')!.nr]!.naam).toBe('bakkershulp');
  });

  test('lends no words to what a text calls up', () => {
    expect(all.every(({ id, phrase }) => !woorden.beroepById(id)!.synoniemen.includes(phrase))).toBe(true);
  });
});
