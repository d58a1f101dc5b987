/** Random damage to good lines: always a report in Dutch, never an exception, never half a person. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connection } from '#db/client.ts';
import { kandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { vacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { parseLine, saveKandidaten, saveVacatures } from '#src/jobs/import.server.ts';
import { readLines, type Line } from '#src/jobs/lines.ts';
import { SYSTEEM, useDatabase } from '../support/database.ts';

useDatabase();

const SAMIRA = {
  ref: 'k-1', voornaam: 'Samira', kop: 'Werk', presentatie: 'Graag', wensberoepen: ['kok'], ervaring: [{ beroep: 'kok', maanden: 3, omschrijving: 'koken' }], vaardigheden: ['koken'], certificaten: ['BHV'],
  rijbewijzen: ['B'], talen: [{ taal: 'nl', niveau: 'B1' }], denkniveau: 'laag', sectoren: ['horeca'], uren: { min: 8, max: 16 }, dagdelen: ['ma-ochtend'], beschikbaarVanaf: '2026-12-01', plaats: 'Tilburg', reisafstandKm: 5,
  vervoer: ['fiets'], nodig: ['rust'], begeleiding: 'licht', werkvormen: ['betaald werk'], arbeidsfit: true, arbeidsfitSinds: '2026-10-01', toestemming: ['profiel'], aanmelder: 'Team', werkmakelaar: 'wim@test.example',
  intern: { profiel: 1, loonwaarde: 50, doelgroepregister: false, notitie: 'n' },
};
const VACATURE = {
  ref: 'v-1', bron: 'WBS', werkgever: { naam: 'Van Dijk', kvk: '12345678' }, titel: 'Kok', beroep: 'kok', omschrijving: 'koken', taken: ['koken'], vaardigheden: { vereist: ['koken'], gewenst: ['proeven'] }, certificaten: { vereist: [] },
  rijbewijzen: ['B'], talen: [{ taal: 'nl', niveau: 'A2' }], denkniveau: 'laag', sector: 'horeca', uren: { min: 8, max: 16 }, dagdelen: ['ma-avond'], plaats: 'Breda', startdatum: '2026-12-01', sluitingsdatum: '2027-01-01', plekken: 1, werkvorm: 'betaald werk', biedt: ['scholing'],
};

/** Every path inside a value, so that damage reaches the deep fields too. */
function paden(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => paden(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}

function vervang(value: unknown, [head, ...rest]: (string | number)[], by: unknown): unknown {
  if (head === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[head] = vervang(copy[head], rest, by);
  return copy;
}

const rommel = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, '', ' ', -1, 0, 1.5, 1e9, 99, true, [], {}, 'x'.repeat(5000), '2026-02-30', '2026-1-1', [null], [''], [[]], { taal: 'NL', niveau: 'Z' }, Array.from({ length: 100 }, () => 'x')),
);
const soorten = [['kandidaat', SAMIRA, kandidaatInvoer], ['vacature', VACATURE, vacatureInvoer]] as const;

describe.each(soorten)('a damaged line of a %s', (_naam, goed, schema) => {
  test('is accepted whole or refused in Dutch, with a field', () => {
    expect(parseLine(schema as never, JSON.stringify(goed))).toHaveProperty('waarde');
    fc.assert(fc.property(fc.constantFrom(...paden(goed).slice(1)), rommel, (path, by) => {
      const parsed = parseLine(schema as never, JSON.stringify(vervang(goed, path, by)));
      if ('waarde' in parsed) return;
      expect(parsed.fouten.length).toBeGreaterThan(0);
      for (const { veld, reden } of parsed.fouten) {
        expect(veld).not.toBe('');
        expect(reden, veld).not.toMatch(/invalid|expected|too (big|small)|unrecognized|required|must|undefined|\bNaN\b/i);
      }
    }), { numRuns: 1500 });
  });

  test('is refused with each required field missing', () => {
    for (const veld of Object.keys(goed)) {
      const { [veld as keyof typeof goed]: _weg, ...rest } = goed;
      const parsed = parseLine(schema as never, JSON.stringify(rest));
      const required = ['ref', 'voornaam', 'plaats', 'uren', 'arbeidsfit', 'werkgever', 'titel'].includes(veld);
      if (required) expect(parsed, veld).toEqual({ fouten: [{ veld, reden: 'ontbreekt' }] });
      else expect(parsed, veld).toHaveProperty('waarde');
    }
  });
});

test('any text at all is a line or a reason', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
    expect(Object.keys(parseLine(kandidaatInvoer, text))).toHaveLength(1);
  }), { numRuns: 500 });
});

test('whatever text people put in their fields is stored, indexed and can be looked for', () => {
  const tekst = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), fc.constantFrom("Robert'); DROP TABLE kandidaat;--", '\u0000', '"NEAR(', 'İ', '__proto__')).filter((text) => text.trim() !== '');
  let nr = 0;
  fc.assert(fc.property(tekst, tekst, tekst, (a, b, c) => {
    const one = parseLine(kandidaatInvoer, JSON.stringify({ ...SAMIRA, ref: `f-${nr++}`, voornaam: a, kop: b, presentatie: c, wensberoepen: [b], vaardigheden: [c], sectoren: [a], nodig: [b], plaats: c, ervaring: [{ beroep: c }] }));
    const two = parseLine(vacatureInvoer, JSON.stringify({ ...VACATURE, ref: `f-${nr}`, titel: a, beroep: b, omschrijving: c, taken: [a], sector: c, plaats: b, werkgever: { naam: c } }));
    if ('fouten' in one || 'fouten' in two) throw new Error('these lines are good');
    saveKandidaten(SYSTEEM, [one.waarde]);
    saveVacatures(SYSTEEM, [two.waarde]);
  }), { numRuns: 120 });
  expect(connection().pragma('integrity_check', { simple: true })).toBe('ok');
});

test('lines are the same however the bytes are cut into pieces', async () => {
  const all = async (pieces: Buffer[]) => { const lines: Line[] = []; for await (const line of readLines((async function* () { yield* pieces; })())) lines.push(line); return lines; };
  const regel = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('', '\r', 'Zoë', '{"a":"€𝕜"}', '\uFEFF'));
  await fc.assert(fc.asyncProperty(fc.array(regel.map((text) => text.replaceAll('\n', '')), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(60), { maxLength: 6 }), async (texts, end, cuts) => {
    const bytes = Buffer.from(texts.join(end));
    const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
    const whole = await all([bytes]);
    expect(await all(at.slice(1).map((to, i) => bytes.subarray(at[i], to)))).toEqual(whole);
    expect(whole.map(({ nummer }) => nummer)).toEqual(whole.map((_, i) => i + 1));
  }), { numRuns: 200 });
});

test('a line of 400 MB is read past without keeping it in memory', async () => {
  // Garbage is collected on the way, so a peak near 400 MB means that the reader held on to the pieces.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let peak = 0;
  const start = process.memoryUsage().arrayBuffers;
  const source = async function* () {
    yield Buffer.from('eerste\n');
    for (let mb = 0; mb < 400; mb++) {
      yield Buffer.alloc(1024 * 1024, 'a');
      if (mb % 50 === 49) { collect(); peak = Math.max(peak, process.memoryUsage().arrayBuffers - start); }
    }
    yield Buffer.from('\nlaatste');
  };
  const lines: Line[] = [];
  for await (const line of readLines(source())) lines.push(line);
  expect(lines).toEqual([{ nummer: 1, tekst: 'eerste' }, { nummer: 2, fout: expect.stringContaining('400') }, { nummer: 3, tekst: 'laatste' }]);
  expect(peak).toBeLessThan(200 * 1024 * 1024);
});
