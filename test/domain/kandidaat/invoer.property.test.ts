/** The form and the meter: what is shown comes back as it was, and more is never less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGELEIDING, DAGEN, DELEN, DENKNIVEAUS, RIJBEWIJZEN, TAALNIVEAUS, VERVOER, WERKVORMEN } from '#src/domain/kandidaat/kandidaat.ts';
import { GROEPEN, VELDEN, VELDNAMEN, bewerkbaar, canon, leesVeld, ontbreekt, readStand, toonVelden, type Veldnaam, type Veldwaarden } from '#src/domain/kandidaat/invoer.ts';
import { leesTaal, taalSuggesties, toonTaal } from '#src/domain/kandidaat/taalnaam.ts';
import { leesDuur, splitWords, toonDuur, type Veld } from '#src/domain/kandidaat/velden.ts';
import { volledigheid } from '#src/domain/kandidaat/volledig.ts';
import { suggestWords } from '#src/domain/kandidaat/woordhulp.ts';

const word = fc.stringMatching(/^[a-z][a-z éë,]{0,18}[a-z]$/).map((text) => text.replace(/\s+/g, ' '));
const line = fc.stringMatching(/^[A-Za-z][A-Za-z .,!]{0,60}[a-z]$/);
const words = fc.uniqueArray(word, { maxLength: 6 });
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const orNull = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: null });
const filledOrNull = <T>(inner: fc.Arbitrary<T[]>) => inner.map((list) => (list.length === 0 ? null : list));
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anyValues: fc.Arbitrary<Veldwaarden> = fc.record({
  voornaam: fc.stringMatching(/^[A-Z][a-z]{1,8}$/), kop: fc.oneof(fc.constant(''), line), presentatie: fc.oneof(fc.constant(''), line), wensberoepen: words, sectoren: some(['groen', 'zorg', 'logistiek']), werkvormen: some(WERKVORMEN), vaardigheden: words,
  ervaring: fc.array(fc.record({ beroep: word, maanden: fc.option(fc.integer({ min: 0, max: 720 }), { nil: undefined }), omschrijving: fc.option(line, { nil: undefined }) }), { maxLength: 4 }),
  certificaten: orNull(words), rijbewijzen: orNull(some(RIJBEWIJZEN)), talen: filledOrNull(fc.uniqueArray(fc.record({ taal: fc.constantFrom('nl', 'ar', 'pl', 'ti', 'rif', 'pap'), niveau: fc.constantFrom(...TAALNIVEAUS) }), { selector: ({ taal }) => taal, maxLength: 4 })), denkniveau: orNull(fc.constantFrom(...DENKNIVEAUS)),
  uren: orNull(fc.record({ min: fc.integer({ min: 0, max: 24 }), max: fc.integer({ min: 25, max: 48 }).map((n) => n - 0.5) })), dagdelen: filledOrNull(some(DAGEN.flatMap((dag) => DELEN.map((deel) => `${dag}-${deel}` as const)))), beschikbaarVanaf: orNull(day),
  plaats: fc.constantFrom('', 'Tilburg', "'s-Hertogenbosch"), reisafstandKm: orNull(fc.integer({ min: 0, max: 200 })), vervoer: filledOrNull(some(VERVOER)), nodig: words, begeleiding: orNull(fc.constantFrom(...BEGELEIDING)),
  arbeidsfit: fc.boolean(), arbeidsfitSinds: orNull(day), werkmakelaar: orNull(fc.integer({ min: 1, max: 99 })), email: fc.constantFrom(null, 'bilal@voorbeeld.example'), telefoon: fc.constantFrom(null, '013 123 45 67'), notitie: orNull(line),
});

describe('the form', () => {
  it('gives every value back as it was shown, untouched', () => {
    fc.assert(fc.property(anyValues, (waarden) => {
      const shown = toonVelden(waarden);
      for (const naam of VELDNAMEN) expect([naam, canon(Object.values(leesVeld(naam, shown, waarden[naam]))[0])]).toEqual([naam, canon(waarden[naam])]);
    }), { numRuns: 200 });
  });

  it('takes whatever a browser sends as a value or as a fault of that field, and never falls over', () => {
    fc.assert(fc.property(fc.constantFrom(...VELDNAMEN), fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }), (naam, values) => {
      const read = leesVeld(naam, Object.fromEntries(VELDEN[naam].invoer.map((input) => [input, values])), (VELDEN[naam] as Veld<unknown>).leeg);
      expect('waarde' in read || read.fout.startsWith(`${VELDEN[naam].label}: `)).toBe(true);
    }), { numRuns: 500 });
  });

  it('shows each field in exactly one group', () => {
    expect(Object.values(GROEPEN).flatMap(({ velden }) => velden as readonly Veldnaam[]).sort()).toEqual([...VELDNAMEN].sort());
  });

  it('closes the texts of a profile in the window, and all of it after a placement', () => {
    expect(bewerkbaar('concept')).toEqual(bewerkbaar('ter curatie'));
    expect(bewerkbaar('gepubliceerd')).toContain('uren');
    for (const naam of ['voornaam', 'kop', 'presentatie', 'vaardigheden', 'nodig', 'ervaring'] as const) expect(bewerkbaar('gepubliceerd')).not.toContain(naam);
    expect([bewerkbaar('geplaatst'), bewerkbaar('ingetrokken')]).toEqual([[], []]);
  });

  it.each([['urenMin', { urenMin: ['40'], urenMax: ['20'] }, 'groter dan het meeste'], ['urenMax', { urenMin: ['4'], urenMax: ['60'] }, 'hoogstens 48'], ['urenMin', { urenMin: ['veel'], urenMax: ['20'] }, 'getal']])('puts a fault of the hours at %s', (bij, ruw, fout) => {
    expect(leesVeld('uren', ruw, null)).toEqual({ bij, fout: expect.stringContaining(fout) });
  });

  it('counts one figure of the hours for both, and reads a comma', () => {
    expect(leesVeld('uren', { urenMin: [''], urenMax: ['20,5'] }, null)).toEqual({ waarde: { min: 20.5, max: 20.5 } });
  });

  it('splits words at commas, but not a word that was kept with one', () => {
    expect(splitWords('orderpicker, inpakker\r\n• kok\n\nkok', [])).toEqual(['orderpicker', 'inpakker', 'kok']);
    expect(splitWords('heffen, tillen\nkok', ['heffen, tillen'])).toEqual(['heffen, tillen', 'kok']);
  });

  it('reads how long as people say it', () => {
    expect(['', '8', '8 maanden', '1 maand', '2 jaar', '1,5 jaar', 'lang'].map(leesDuur)).toEqual([undefined, 8, 8, 1, 24, 18, Number.NaN]);
    expect([undefined, 0, 1, 8, 24].map(toonDuur)).toEqual(['', '0 maanden', '1 maand', '8 maanden', '2 jaar']);
  });

  it('takes only its own hidden fields', () => {
    expect(readStand('voornaam __proto__ bsn uren uren', '{"uren":"x"}')).toEqual({ velden: ['voornaam', 'uren'], was: { uren: 'x' } });
    for (const broken of ['{', '[1]', '{"uren":1}', 'null']) expect(readStand('uren', broken).was).toEqual({});
  });
});

describe('languages', () => {
  it('are read as people write them, with their level', () => {
    expect(['Nederlands B1', 'nl b1', 'tigrinya (A2)', 'Farsi: C1'].map(leesTaal)).toEqual([{ taal: 'nl', niveau: 'B1' }, { taal: 'nl', niveau: 'B1' }, { taal: 'ti', niveau: 'A2' }, { taal: 'fa', niveau: 'C1' }]);
    expect(leesTaal('Klingons B1')).toEqual({ fout: expect.stringContaining('kennen wij niet') });
    expect(leesTaal('Nederlands')).toEqual({ fout: expect.stringContaining('niveau') });
    expect(toonTaal({ taal: 'nl', niveau: 'B1' })).toBe('Nederlands B1');
    expect(taalSuggesties('nederl', 8)).toEqual(['Nederlands A1', 'Nederlands A2', 'Nederlands B1', 'Nederlands B2', 'Nederlands C1', 'Nederlands C2']);
  });

  it('and words of the vocabulary are suggested by name and by synonym', () => {
    expect(suggestWords('beroep', 'hoven')).toContain('hovenier');
    expect(suggestWords('certificaat', 'VCA')[0]).toMatch(/^VCA/i);
    expect([suggestWords('beroep', 'h'), suggestWords('vaardigheid', 'qqqq')]).toEqual([[], []]);
    expect(suggestWords('vaardigheid', 'in').length).toBeLessThanOrEqual(8);
  });
});

describe('the meter', () => {
  const LEEG: Veldwaarden = Object.fromEntries(VELDNAMEN.map((naam) => [naam, (VELDEN[naam] as Veld<unknown>).leeg])) as Veldwaarden;

  it('goes from 0 for nothing to 100 for all', () => {
    expect(volledigheid(LEEG)).toMatchObject({ procent: 0, klaar: [] });
    const vol: Veldwaarden = { ...LEEG, kop: 'x', presentatie: 'x'.repeat(120), wensberoepen: ['kok'], vaardigheden: ['a', 'b', 'c'], ervaring: [{ beroep: 'kok' }], uren: { min: 1, max: 2 }, plaats: 'Tilburg', dagdelen: ['ma-avond'], vervoer: ['fiets'], talen: [{ taal: 'nl', niveau: 'B1' }], rijbewijzen: [], certificaten: [] };
    expect(volledigheid(vol)).toMatchObject({ procent: 100, tips: [] });
  });

  it('never falls when a field is filled in', () => {
    fc.assert(fc.property(anyValues, fc.constantFrom(...VELDNAMEN), (waarden, naam) => {
      const without = { ...waarden, [naam]: (VELDEN[naam] as Veld<unknown>).leeg } as Veldwaarden;
      expect(volledigheid(waarden).procent).toBeGreaterThanOrEqual(volledigheid(without).procent);
    }), { numRuns: 500 });
  });

  it('names what would help most first, and what is missing to hand in with its field', () => {
    const { tips } = volledigheid({ ...LEEG, wensberoepen: ['kok'], vaardigheden: ['koken', 'bakken'] });
    expect(tips.map(({ punten }) => punten)).toEqual(tips.map(({ punten }) => punten).sort((a, b) => b - a));
    expect(tips[0]!.veld).toBe('presentatie');
    expect(ontbreekt(LEEG).map(({ veld }) => veld)).toEqual(['voornaam', 'kop', 'presentatie', 'wensberoepen', 'uren', 'plaats', 'arbeidsfit']);
  });
});
