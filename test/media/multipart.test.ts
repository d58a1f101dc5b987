/** Forms with files: read piece by piece, however the pieces fall, and never taken for whole when they are cut off. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesBereik } from '#src/media/bereik.ts';
import { leesCookie, vanEigenSite } from '#src/media/herkomst.ts';
import { AfgebrokenFormulier, boundaryOf, readParts } from '#src/media/multipart.server.ts';

async function* stukken(body: Buffer, grootte: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += grootte) yield body.subarray(at, at + grootte);
}
async function lees(body: Buffer, grootte: number, boundary: string) {
  const delen: { naam: string; bestandsnaam: string | null; inhoud: string }[] = [];
  for await (const { naam, bestandsnaam, inhoud } of readParts(stukken(body, grootte), boundary)) {
    const all: Buffer[] = [];
    for await (const stuk of inhoud) all.push(stuk);
    delen.push({ naam, bestandsnaam, inhoud: Buffer.concat(all).toString('base64') });
  }
  return delen;
}
/** A form as the platform itself writes it. */
async function formulier(velden: [string, string][], bestand: Uint8Array) {
  const data = new FormData();
  for (const [naam, waarde] of velden) data.append(naam, waarde);
  data.append('film', new Blob([bestand as Uint8Array<ArrayBuffer>]), 'één "film".mp4');
  const request = new Request('http://localhost/', { method: 'POST', body: data });
  return { boundary: boundaryOf(request.headers.get('content-type')!)!, body: Buffer.from(await request.arrayBuffer()) };
}

describe('a form with a film', () => {
  it('gives its fields and its bytes whatever they are and however they arrive', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[\r\n]/.test(text)), fc.integer({ min: 1, max: 90 }), async (bytes, tekst, grootte) => {
      const { boundary, body } = await formulier([['stap', 'film'], ['tekst', tekst]], bytes);
      expect(await lees(body, grootte, boundary)).toEqual([
        { naam: 'stap', bestandsnaam: null, inhoud: Buffer.from('film').toString('base64') },
        { naam: 'tekst', bestandsnaam: null, inhoud: Buffer.from(tekst.toWellFormed()).toString('base64') },
        { naam: 'film', bestandsnaam: expect.stringContaining('film'), inhoud: Buffer.from(bytes).toString('base64') },
      ]);
    }), { numRuns: 60 });
  });

  it('that holds something much like its own boundary still comes through', async () => {
    const { boundary } = await formulier([], new Uint8Array());
    const bijna = `\r\n--${boundary.slice(0, -1)}\r\n--`;
    const { boundary: echte, body } = await formulier([], Buffer.from(bijna.repeat(3)));
    expect((await lees(body, 7, echte))[0]!.inhoud).toBe(Buffer.from(bijna.repeat(3)).toString('base64'));
  });

  it('is never taken for whole when the line drops, at whatever byte', async () => {
    const { boundary, body } = await formulier([['stap', 'film']], Buffer.from('de inhoud'));
    const einde = body.lastIndexOf('--');
    for (let at = 0; at < einde; at += 3) await expect(lees(body.subarray(0, at), 16, boundary)).rejects.toThrow(AfgebrokenFormulier);
  });

  it('is told from other forms by its content type', () => {
    expect(boundaryOf('multipart/form-data; boundary=----abc')).toBe('----abc');
    expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b');
    for (const other of [undefined, '', 'multipart/form-data', 'application/x-www-form-urlencoded', 'text/plain; boundary=x']) expect(boundaryOf(other)).toBeUndefined();
  });
});

describe('a range', () => {
  it.each([
    [null, null], ['', null], ['bytes=0-', { van: 0, tot: 99 }], ['bytes=10-19', { van: 10, tot: 19 }], ['bytes=90-400', { van: 90, tot: 99 }], ['bytes=-10', { van: 90, tot: 99 }], ['bytes=-400', { van: 0, tot: 99 }],
    ['bytes=100-', 'buiten'], ['bytes=-0', 'buiten'], ['bytes=20-10', null], ['bytes=-', null], ['bytes=0-1,5-6', null], ['regels=1-2', null], ['bytes=a-b', null],
  ])('%j of 100 bytes is %j', (header, verwacht) => {
    expect(leesBereik(header, 100)).toEqual(verwacht);
  });
});

describe('where a request comes from', () => {
  it('is this site for its own address and the name it was asked under, and no other', () => {
    const own = (origin?: string) => vanEigenSite(origin, 'https://talent.example', 'talent.example');
    expect([own('https://talent.example'), own('https://talent.example:8443'), own('https://anders.example'), own('null'), own(undefined), own('')]).toEqual([true, false, false, false, false, false]);
  });

  it('is told by the cookie of that very name', () => {
    expect(leesCookie('a=1; sessie=abc; b=2', 'sessie')).toBe('abc');
    expect([leesCookie('xsessie=abc', 'sessie'), leesCookie(undefined, 'sessie')]).toEqual([undefined, undefined]);
  });
});
