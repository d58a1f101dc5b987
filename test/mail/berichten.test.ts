/** What our mail says: plain Dutch, the same in text and HTML, safe with every name, and links to our own site only. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestaatAl, bevestigAdres, nieuwWachtwoord, wachtwoordGewijzigd, welkom } from '#src/mail/berichten/account.ts';
import { afspraakBericht } from '#src/mail/berichten/afspraak.ts';
import { gepubliceerd, persoonlijkeLink, teruggestuurd } from '#src/mail/berichten/kandidaat.ts';
import { antwoord, herinneringVoordracht, kennismakingBevestigd, kennismakingGevraagd, voordracht } from '#src/mail/berichten/match.ts';
import { MAX_GENOEMD, dagoverzicht, zoekmelding } from '#src/mail/berichten/melding.ts';
import type { Afzender } from '#src/mail/berichten/opmaak.ts';
import type { Bericht } from '#src/mail/mail.ts';

const SITE = 'https://talent.example';
const VAN: Afzender = { siteUrl: SITE, naam: 'Talentvenster', werkcentrum: 'Werkcentrum Midden-Brabant', contact: { naam: 'Team Werkgevers', email: 'werkgevers@talent.example', telefoon: '013 000 00 00' } };
type Woorden = { naam: string; voornaam: string; organisatie: string; vacature: string | null; door: string };
const url = `${SITE}/ergens/1`;
const WANNEER = 'dinsdag 1 december 2026, 14:30 tot 15:15 uur';
const regels = [{ aantal: 3, een: 'nieuw voorstel', meer: 'nieuwe voorstellen', pad: '/werkbank' }, { aantal: 0, een: 'nul', meer: 'nullen', pad: '/nul' }, { aantal: 1, een: 'nieuwe vacature', meer: 'nieuwe vacatures', pad: '/vacatures' }];

/** Every kind of mail that we write, with these names in it. */
const SOORTEN: Record<string, (woorden: Woorden) => Bericht> = {
  'bevestig adres': (w) => bevestigAdres(VAN, { ...w, url, dagen: 7 }),
  'bestaat al': (w) => bestaatAl(VAN, w),
  welkom: (w) => welkom(VAN, { ...w, accountmanager: w.door }),
  'nieuw wachtwoord': (w) => nieuwWachtwoord(VAN, { ...w, url, uren: 1 }),
  'wachtwoord gewijzigd': (w) => wachtwoordGewijzigd(VAN, w),
  'persoonlijke link': (w) => persoonlijkeLink(VAN, { ...w, url, tot: '1 december 2026' }),
  gepubliceerd: (w) => gepubliceerd(VAN, { ...w, url }),
  teruggestuurd: (w) => teruggestuurd(VAN, { ...w, url }),
  'kennismaking gevraagd': (w) => kennismakingGevraagd(VAN, { ...w, url }),
  'kennismaking bevestigd': (w) => kennismakingBevestigd(VAN, { ...w, beller: w.door, telefoon: '06 12 34 56 78' }),
  voordracht: (w) => voordracht(VAN, { ...w, url }),
  'voordracht zonder naam': (w) => voordracht(VAN, { ...w, voornaam: null, url }),
  'herinnering voordracht': (w) => herinneringVoordracht(VAN, { ...w, url }),
  uitgenodigd: (w) => antwoord(VAN, { ...w, uitgenodigd: true, url }),
  afgewezen: (w) => antwoord(VAN, { ...w, uitgenodigd: false, url }),
  'afspraak voor een werkgever': (w) => afspraakBericht(VAN, 'gepland', { naam: w.naam, met: ` met ${w.voornaam}`, wanneer: WANNEER, waar: w.door, url, kandidaat: false }),
  'afspraak verzet voor de begeleiding': (w) => afspraakBericht(VAN, 'verzet', { naam: w.naam, met: `: ${w.organisatie} en ${w.voornaam}`, wanneer: WANNEER, waar: w.door, url, kandidaat: false }),
  'afspraak afgezegd voor de werkgever': (w) => afspraakBericht(VAN, 'afgezegd', { naam: w.naam, met: ` met ${w.voornaam}`, wanneer: WANNEER, waar: w.door, url, kandidaat: false }),
  'afspraak voor de kandidaat': (w) => afspraakBericht(VAN, 'gepland', { naam: w.voornaam, met: ` bij ${w.organisatie}`, wanneer: WANNEER, waar: w.door, url, kandidaat: true }),
  'afspraak verzet voor de kandidaat': (w) => afspraakBericht(VAN, 'verzet', { naam: w.voornaam, met: ` bij ${w.organisatie}`, wanneer: WANNEER, waar: w.door, url, kandidaat: true }),
  'afspraak afgezegd voor de kandidaat': (w) => afspraakBericht(VAN, 'afgezegd', { naam: w.voornaam, met: ` bij ${w.organisatie}`, wanneer: WANNEER, waar: w.door, url, kandidaat: true }),
  zoekmelding: (w) => zoekmelding(VAN, { naam: w.naam, zoekopdracht: w.organisatie, mensen: Array.from({ length: MAX_GENOEMD + 2 }, (_, at) => ({ id: at + 1, voornaam: at === 1 ? null : w.voornaam })), url, afmelden: `${SITE}/afmelden/z1.x` }),
  dagoverzicht: (w) => dagoverzicht(VAN, { naam: w.naam, dag: '1 december 2026', nieuw: regels, wacht: [], afmelden: `${SITE}/afmelden/d1.x` }),
};
const GEWOON: Woorden = { naam: 'Karin de Vries', voornaam: 'Samira', organisatie: 'Van Dijk Logistiek', vacature: 'Orderpicker', door: 'Peter Jansen' };
const alle = Object.entries(SOORTEN);

/** The words of an HTML mail, as a reader of text would see them. */
const readable = (html: string): string => html.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]+>/g, ' ').replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each(alle)('the mail "%s"', (soort, maak) => {
  const { onderwerp, tekst, html } = maak(GEWOON);
  const zinnen = tekst.split('\n--\n')[0]!.replace(/https?:\S+/g, '').split(/[.?!:]\s|\n/).filter((zin) => /\p{L}/u.test(zin));

  it('is B1: short sentences, no difficult or forbidden words, and it speaks to its reader in one way', () => {
    for (const zin of zinnen) expect(words(zin).length, zin).toBeLessThanOrEqual(16);
    expect(zinnen.reduce((sum, zin) => sum + words(zin).length, 0) / zinnen.length).toBeLessThanOrEqual(9);
    expect(tekst).not.toMatch(/cli[eë]nt|diagnose|uitkering|beperking|ziekte|teneinde|middels|dient te|betreffende|derhalve|indien|\bwordt verzocht|hierbij/i);
    if (soort === 'persoonlijke link' || soort.endsWith('de kandidaat')) expect(tekst).not.toMatch(/\b(u|uw)\b/i);
    else expect(tekst).not.toMatch(/\b(je|jij|jouw|jullie)\b/i);
  });

  it('has a short subject, greets, says who writes and how to reach them', () => {
    expect(onderwerp.length).toBeGreaterThan(5);
    expect(onderwerp.length).toBeLessThanOrEqual(70);
    expect(tekst).toMatch(/^Beste (Karin de Vries|Samira),\n/);
    for (const part of [VAN.werkcentrum, VAN.contact.email, VAN.contact.telefoon]) { expect(tekst).toContain(part); expect(html).toContain(part); }
  });

  it('says the same in text and in HTML, with the same links, all to our own site', () => {
    const links = (text: string) => [...text.matchAll(/https?:[^\s"<]+/g)].map(([link]) => link);
    expect(links(tekst).length).toBeGreaterThan(0);
    expect(new Set(links(html))).toEqual(new Set(links(tekst)));
    for (const link of links(html)) expect(link.startsWith(`${SITE}/`)).toBe(true);
    const spoken = new Set(words(readable(html)));
    expect(words(tekst.replace(/https?:\S+/g, '')).filter((word) => !spoken.has(word))).toEqual([]);
  });

  it('is a page that any program shows: language, no picture, no script, nothing from elsewhere, colours left to the reader', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="nl" dir="ltr">/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|table)|url\(|@import|\son\w+=/i);
    expect(html.replace(/<a [^>]*>/g, '')).not.toMatch(/(^|[;"])(color|background)[^;"]*:/);
  });
});

describe('whatever people are called', () => {
  const naam = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "O'Neill & <b>Zn</b>", 'Karin\r\nBcc: spion@x.example', '\u2028regel', 'https://kwaad.example/x'));
  const woorden: fc.Arbitrary<Woorden> = fc.record({ naam, voornaam: naam, organisatie: naam, vacature: fc.option(naam), door: naam });

  it('no name makes an element, an attribute, a link or a header', () => {
    const shape = (html: string) => html.replace(/<title>.*<\/title>/, '').match(/<\/?[a-z][^>]*>/gi)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    fc.assert(fc.property(woorden, (w) => {
      for (const [, maak] of alle) {
        const bericht = maak(w);
        expect(bericht.onderwerp).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(shape(bericht.html)).toEqual(shape(maak({ ...GEWOON, vacature: w.vacature && 'x' }).html));
        expect([...bericht.html.matchAll(/href="([^"]*)"/g)].every(([, href]) => /^(https:\/\/talent\.example\/|mailto:werkgevers@|tel:013)/.test(href!))).toBe(true);
      }
    }), { numRuns: 150 });
  });
});

describe('what a mail says in particular', () => {
  it('the daily overview leaves out what is zero and counts in proper Dutch', () => {
    const { tekst } = SOORTEN.dagoverzicht!(GEWOON);
    expect(tekst).toContain('- 3 nieuwe voorstellen\n  https://talent.example/werkbank');
    expect(tekst).toContain('- 1 nieuwe vacature\n');
    expect(tekst).not.toMatch(/null|vraagt uw aandacht/);
  });

  it('an alert names ten people, says how many more there are, and calls somebody without consent for the name "een kandidaat"', () => {
    const { tekst, onderwerp } = SOORTEN.zoekmelding!(GEWOON);
    expect(onderwerp).toBe('12 nieuwe kandidaten voor “Van Dijk Logistiek”');
    expect(tekst.match(/talent\.example\/talent\/\d+/g)).toHaveLength(MAX_GENOEMD);
    expect(tekst).toContain('En nog 2 anderen.');
    expect(tekst).toContain('- Een kandidaat\n  https://talent.example/talent/2');
    expect(tekst).toContain('Meld u af:\nhttps://talent.example/afmelden/z1.x');
  });

  it('a voordracht without consent for the name has none', () => {
    const { tekst, onderwerp } = SOORTEN['voordracht zonder naam']!(GEWOON);
    expect(onderwerp + tekst).not.toContain('Samira');
  });
});
