/** Forms at the border: a message per field, nothing typed is lost, and addresses that lead nowhere else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NietGevonden, Weigering } from '#src/auth/policy.ts';
import { LEEG_FORMULIER, readForm, readId, safePath, submit } from '#src/forms.ts';

const post = (body: URLSearchParams | FormData) => new Request('https://talent.example/vacatures/nieuw', { method: 'POST', body });
const schema = z.object({
  titel: z.string().trim().min(1, 'Vul een titel in.').max(20, 'Maak de titel korter.'),
  uren: z.coerce.number('Vul een getal in.').min(1, 'Vul ten minste 1 uur in.'),
  dagdelen: z.array(z.enum(['ma-ochtend', 'di-ochtend'], 'Kies een dagdeel uit de lijst.')).default([]),
});
const goed = { titel: ['Orderpicker'], uren: ['24'], 'dagdelen[]': ['ma-ochtend', 'di-ochtend'] };

describe('readForm', () => {
  test('keeps every value that Van Dijk ticked, in order', async () => {
    const body = new URLSearchParams([['titel', 'Orderpicker'], ['dagdelen[]', 'ma-ochtend'], ['dagdelen[]', 'di-ochtend'], ['leeg', '']]);
    expect(await readForm(post(body))).toEqual({ titel: ['Orderpicker'], 'dagdelen[]': ['ma-ochtend', 'di-ochtend'], leeg: [''] });
  });

  test('leaves files out', async () => {
    const body = new FormData();
    body.append('titel', 'Orderpicker');
    body.append('foto', new File(['x'], 'foto.jpg'));
    expect(await readForm(post(body))).toEqual({ titel: ['Orderpicker'] });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])('a field named %j is a field like any other', async (name) => {
    const values = await readForm(post(new URLSearchParams([[name, 'x'], ['titel', 'Kok']])));
    expect(Object.entries(values)).toEqual([[name, ['x']], ['titel', ['Kok']]]);
  });

  test('whatever the fields are called, everything typed comes through', async () => {
    const paren = fc.array(fc.tuple(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a', 'b[]', 'valueOf')), fc.string({ maxLength: 10 })), { maxLength: 6 });
    await fc.assert(fc.asyncProperty(paren, async (pairs) => {
      const values = await readForm(post(new URLSearchParams(pairs)));
      expect(Object.values(values).flat()).toHaveLength(pairs.length);
      for (const [name, value] of pairs) expect(values[name]).toContain(value);
    }), { numRuns: 200 });
  });
});

describe('submit', () => {
  test('hands the checked values on and gives back what came of it', async () => {
    const outcome = await submit(goed, schema, async (input) => `${input.titel}, ${input.uren + 1}, ${input.dagdelen.length}`);
    expect(outcome).toEqual({ klaar: true, waarde: 'Orderpicker, 25, 2' });
  });

  test('names each wrong field once, in the words of the schema, and keeps what was typed', async () => {
    const waarden = { titel: ['   '], uren: ['veel'], 'dagdelen[]': ['zo-nacht'], onbekend: ['x'] };
    let used = false;
    const outcome = await submit(waarden, schema, () => { used = true; });
    expect(outcome).toEqual({ klaar: false, stand: { waarden, fouten: { titel: 'Vul een titel in.', uren: 'Vul een getal in.', dagdelen: 'Kies een dagdeel uit de lijst.' }, melding: null } });
    expect(used).toBe(false);
  });

  test('keeps the first message when one field has several', async () => {
    const strict = z.object({ titel: z.string().min(5, 'Te kort.').regex(/^[A-Z]/, 'Begin met een hoofdletter.') });
    expect(await submit({ titel: ['kok'] }, strict, () => 1)).toMatchObject({ stand: { fouten: { titel: 'Te kort.' } } });
  });

  test('takes the first of a field that may hold one value, and a list only where the name ends in []', async () => {
    expect(await submit({ ...goed, titel: ['Kok', 'Bakker'] }, schema, (input) => input.titel)).toEqual({ klaar: true, waarde: 'Kok' });
    const { 'dagdelen[]': _weg, ...rest } = goed;
    expect(await submit(rest, schema, (input) => input.dagdelen)).toEqual({ klaar: true, waarde: [] });
  });

  test('a refusal by the use case becomes the message above the form, with what was typed', async () => {
    const outcome = await submit(goed, schema, () => { throw new Weigering('Deze vacature is al gesloten.'); });
    expect(outcome).toEqual({ klaar: false, stand: { waarden: goed, fouten: {}, melding: 'Deze vacature is al gesloten.' } });
    const later = await submit(goed, schema, async () => { throw new Weigering('Dat mag niet.'); });
    expect(later).toMatchObject({ klaar: false, stand: { melding: 'Dat mag niet.' } });
  });

  test('any other error goes on to the page of errors', async () => {
    await expect(submit(goed, schema, () => { throw new NietGevonden('vacature 5'); })).rejects.toBeInstanceOf(NietGevonden);
    await expect(submit(goed, schema, () => { throw new TypeError('kapot'); })).rejects.toBeInstanceOf(TypeError);
  });

  test('showing one form leaves the empty one empty', async () => {
    await submit({ titel: [''] }, schema, () => 1);
    expect(LEEG_FORMULIER).toEqual({ waarden: {}, fouten: {}, melding: null });
  });
});

describe('safePath', () => {
  const SITE = 'https://talent.example';

  test.each(['/', '/etalage', '/etalage?q=kok&pagina=2', '/kandidaten/5#contact', '/etalage?plaats=Café', '/a//b', '/zoek?terug=https://elders.example'])('%s stays on this site', (path) => {
    expect(safePath(path)).toBe(path);
  });

  test.each(['', 'etalage', '//elders.example', '/\\elders.example', '\\\\elders.example', 'https://elders.example', 'javascript:alert(1)', '/\t/elders.example', '/\n/elders.example', '/a\r\nSet-Cookie: x', ' /etalage', '/\u0000', '/a\\b'])('%j is refused', (path) => {
    expect(safePath(path)).toBeUndefined();
  });

  test('nothing asked is nowhere to go', () => {
    expect([safePath(null), safePath(undefined)]).toEqual([undefined, undefined]);
  });

  test('no text at all leads to another site', () => {
    const deel = fc.constantFrom('/', '\\', '\t', '\n', '\r', '.', '..', ':', '@', 'https:', 'elders.example', '%2f', '%5c', '?', '#', ' ', '\u2028', '\uFF0F', '\u00AD');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(deel, { maxLength: 8 }).map((parts) => parts.join('')), fc.array(deel, { maxLength: 8 }).map((parts) => `/${parts.join('')}`)), (text) => {
      const path = safePath(text);
      if (path === undefined) return;
      expect(path).toBe(text);
      expect(new URL(path, `${SITE}/inloggen`).origin).toBe(SITE);
    }), { numRuns: 3000 });
  });
});

describe('readId', () => {
  test.each([['1', 1], ['42', 42], ['999999999999999', 999_999_999_999_999]])('%s is an id', (text, id) => {
    expect(readId(text)).toBe(id);
  });

  test.each(['', '0', '-1', '01', '1.0', '1e3', ' 1', '1 ', '0x10', '１', '1000000000000000', 'NaN', '1;DROP', '1\n', '²', undefined])('%j is no id', (text) => {
    expect(readId(text)).toBeUndefined();
  });

  test('what is read is a whole number that reads back the same', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.bigInt({ min: -10n, max: 10n ** 20n }).map(String)), (text) => {
      const id = readId(text);
      if (id !== undefined) expect([Number.isSafeInteger(id), String(id)]).toEqual([true, text]);
    }), { numRuns: 500 });
  });
});
