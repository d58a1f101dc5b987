/** Captions: good ones come through, and of broken ones the first line that is wrong is named in plain words. */
import { describe, expect, it } from 'vitest';
import { leesOndertiteling } from '#src/media/ondertiteling.ts';

const lees = (tekst: string) => leesOndertiteling(Buffer.from(tekst));

describe('captions', () => {
  it('are taken as they are, with plain line ends', () => {
    expect(lees('WEBVTT\r\n\r\n00:00.000 --> 00:04.000\r\nHallo, ik ben <i>Samira</i>.\r\n')).toEqual({ goed: true, tekst: 'WEBVTT\n\n00:00.000 --> 00:04.000\nHallo, ik ben <i>Samira</i>.\n' });
    expect(lees('\ufeffWEBVTT - van Samira\n\nNOTE gemaakt door Mo\n\n1\n00:00:01.000 --> 00:00:02.000 align:start\nHallo\n').goed).toBe(true);
  });

  it.each([
    ['WEBVTT\n\n00:04.000 --> 00:02.000\nHallo\n', 'regel 3: De eindtijd ligt niet na de begintijd'],
    ['WEBVTT\n\n00:04.000 --> 00:06.000\nHallo\n\n00:01.000 --> 00:02.000\nDag\n', 'regel 6: Dit blok begint eerder dan het blok ervoor'],
    ['WEBVTT\n\n00:04,000 --> 00:06,000\nHallo\n', 'regel 3: De tijd klopt niet'],
    ['WEBVTT\n\n00:04.000 -> 00:06.000\nHallo\n', 'regel 3: Hier ontbreekt een tijd'],
    ['WEBVTT\n\n00:64.000 --> 01:10.000\nHallo\n', 'regel 3: Minuten en seconden gaan tot en met 59'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHallo\n', 'regel 1: Het bestand begint niet met WEBVTT'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n<b>Hallo\n', 'regel 4: De opmaak in de tekst klopt niet'],
    ['WEBVTT\n', 'nog geen tekst'],
    ['', 'regel 1: Het bestand begint niet met WEBVTT'],
  ])('that begin %j are refused with the line', (tekst, melding) => {
    expect(lees(tekst)).toEqual({ goed: false, melding: expect.stringContaining(melding) });
  });

  it('that are no text at all are refused too', () => {
    expect(leesOndertiteling(Buffer.from([0xff, 0xfe, 0x57, 0x00]))).toEqual({ goed: false, melding: expect.stringContaining('geen tekst in UTF-8') });
  });
});
