/** Signed and sealed links: what we made opens, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSeals, newToken, openSeals, readSigned, seal, sign } from '#src/auth/geheim.server.ts';

describe('a sealed link', () => {
  it('opens to what was put in, wherever it stands in a text, and tells nothing before', () => {
    fc.assert(fc.property(fc.string({ minLength: 12 }), fc.string().filter((text) => !text.includes('~')), (geheim, rond) => {
      const closed = `${rond}${seal(geheim)}${rond}`;
      expect(closed.replaceAll(rond, '')).not.toContain(geheim);
      expect(openSeals(closed)).toBe(`${rond}${geheim}${rond}`);
      expect(hideSeals(closed, '…')).toBe(`${rond}…${rond}`);
    }));
  });

  it('fits in a web address as it is', () => {
    const url = `https://talent.example/wachtwoord/${seal(newToken())}`;
    expect(new URL(url).href).toBe(url);
  });

  it('is not opened when somebody changed a sign of it, and says so', () => {
    const closed = seal('geheim');
    // Not the last sign: that of base64url may hold bits that do not count.
    const changed = closed.slice(0, 20) + (closed[20] === 'A' ? 'B' : 'A') + closed.slice(21);
    expect(() => openSeals(changed)).toThrow('niet te openen');
    expect(() => openSeals('~geheim.kort~')).toThrow('niet te openen');
  });

  it('leaves other texts as they are', () => {
    expect(openSeals('Prijs ~ 10 euro, ~geheim~')).toBe('Prijs ~ 10 euro, ~geheim~');
  });
});

describe('a signed token', () => {
  it('is read for the purpose it was made for, and for no other', () => {
    expect(readSigned('afmelden', sign('afmelden', 'z12'))).toBe('z12');
    expect(readSigned('afmelden', sign('iets anders', 'z12'))).toBeUndefined();
  });

  it('is refused when anything in it differs', () => {
    const token = sign('afmelden', 'z12');
    for (const wrong of [token.replace('z12', 'z13'), `${token}x`, token.slice(0, -1), 'z12', '', '.', 'z12.']) expect(readSigned('afmelden', wrong)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (guess) => { expect(readSigned('afmelden', guess)).toBeUndefined(); }));
  });
});
