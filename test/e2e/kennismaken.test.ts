/** Journey 4: Karin (werkgever) asks, Peter (accountmanager) plans, both see it, and mail with a calendar file lies ready. And curation, by two at once. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { addDays, dayOf } from '#src/domain/kalender/werkdagen.ts';
import { readAgenda, valueOf } from '../support/agenda.ts';
import { expectAccessibleFor } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const VERHAAL = 'Ik begin graag vroeg en werk precies. Door mijn burn-out ben ik op zoek naar werkzaamheden die ik in mijn eigen tempo kan doen, met een vaste collega die mij in het begin goed uitlegt wat de bedoeling is.';
const STRAKS = addDays(dayOf(new Date()), 10);

describe('Karin wants to meet Joris', () => {
  let peter: Page; let karin: Page; let path: string;

  it('and Peter sees it at once, with what she wrote', async () => {
    karin = await site.signIn('Karin');
    await karin.goto(`${site.url}/talent/${site.kandidaten.Joris}/kennismaken`);
    await karin.getByLabel('Wat wilt u ons vertellen?').fill('Dinsdagen schikken mij goed.');
    await karin.getByRole('button', { name: 'Vraag kennismaking aan' }).click();
    peter = await site.signIn('Peter');
    await peter.getByRole('link', { name: 'Kennismaken' }).click();
    expect(await text(peter)).toContain('1 kennismaking te plannen.');
    await expectAccessibleFor(peter, ['/kennismakingen']);
    await peter.getByRole('link', { name: 'Joris en Van Dijk Logistiek', exact: true }).click();
    expect(await text(peter)).toContain('Dinsdagen schikken mij goed.');
    path = new URL(peter.url()).pathname;
    await expectAccessibleFor(peter, [path]);
  }, 120_000);

  it('for which a day in the past and no place are refused at the field, and nothing typed is lost', async () => {
    const form = peter.locator('form', { hasText: 'Plan de kennismaking' });
    await form.evaluate((element) => element.setAttribute('novalidate', ''));
    await form.getByLabel('Dag').fill('2026-01-05');
    await form.getByLabel('Tijd').fill('14:30');
    await form.getByLabel('Goed om te weten').fill('Neem de achterdeur.');
    await form.getByRole('button', { name: 'Plan en nodig iedereen uit' }).click();
    expect(await peter.getByRole('alert').innerText()).toMatch(/Deze dag is voorbij[\s\S]*Vul in waar u elkaar ontmoet/);
    expect(await peter.getByLabel('Dag').getAttribute('aria-describedby')).toBe('datum-fout');
    expect(await peter.locator('#datum-fout').innerText()).toContain('Deze dag is voorbij');
    expect([await peter.getByLabel('Tijd').inputValue(), await peter.getByLabel('Goed om te weten').inputValue()]).toEqual(['14:30', 'Neem de achterdeur.']);
  });

  it('and which stands in both their pages and calendars once it is planned', async () => {
    await peter.getByLabel('Dag').fill(STRAKS);
    await peter.getByLabel('Waar').fill('Kade 1, Tilburg');
    await peter.getByRole('button', { name: 'Plan en nodig iedereen uit' }).click();
    expect(await text(peter)).toContain('De afspraak staat.');
    await expectAccessibleFor(peter, [path]);
    await karin.goto(`${site.url}/mijn`);
    for (const part of ['Kennismaken met Joris', '14:30 tot 15:15 uur', 'Kade 1, Tilburg', 'Neem de achterdeur.']) expect(await text(karin)).toContain(part);
    const href = await karin.getByRole('link', { name: 'Zet in mijn agenda' }).getAttribute('href');
    const file = await karin.request.get(site.url + href);
    expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(valueOf(readAgenda(await file.text()), 'SUMMARY')).toBe('Kennismaking met Joris');
    const wim = await site.signIn('Wim');
    expect((await wim.request.get(site.url + href)).status()).toBe(404);
    expect((await wim.request.get(site.url + path)).status()).toBe(404);
  }, 120_000);

  it('as the mails in the demo show: to Karin, Peter and Anja, each with a calendar file', async () => {
    const els = await site.signIn('Els', { at: '/beheer/post' });
    expect(await els.getByRole('link', { name: 'Kennismaking: Van Dijk Logistiek en Joris' }).count()).toBe(2);
    for (const adres of ['karin@vandijk.example', 'peter@regio.example', 'anja@regio.example']) expect(await text(els)).toContain(adres);
    for (const [onderwerp, wie] of [['Kennismaking met Joris', 'karin@vandijk.example'], ['Kennismaking: Van Dijk Logistiek en Joris', '@regio.example']] as const) {
      await els.goto(`${site.url}/beheer/post`);
      await els.getByRole('link', { name: onderwerp }).first().click();
      expect(await text(els)).toContain(wie);
      expect(await text(els)).toContain('Uitnodiging voor de agenda');
      expect(await text(els)).not.toContain('achterdeur');
    }
  });

  it('until Peter moves it and calls it off, each with a reason that Karin reads', async () => {
    await peter.goto(site.url + path);
    await peter.getByText('Verzet de afspraak').click();
    const move = peter.locator('form', { hasText: 'Verzet en bericht iedereen' });
    await move.evaluate((element) => element.setAttribute('novalidate', ''));
    await move.getByLabel('Tijd').fill('09:00');
    await move.getByRole('button').click();
    expect(await peter.locator('#reden-fout').innerText()).toBe('Vul in waarom.');
    await peter.getByLabel('Waarom?').first().fill('De zaal is bezet.');
    await peter.getByRole('button', { name: 'Verzet en bericht iedereen' }).click();
    expect(await text(peter)).toContain('De afspraak is veranderd.');
    await karin.goto(`${site.url}/mijn`);
    expect(await text(karin)).toMatch(/Veranderd: De zaal is bezet\.[\s\S]*09:00 tot 09:45 uur/);
    await peter.getByText('Zeg de afspraak af').click();
    await peter.locator('#afzegreden').fill('De werkgever kan niet.');
    await peter.getByRole('button', { name: 'Zeg af en bericht iedereen' }).click();
    expect(await text(peter)).toContain('De afspraak is afgezegd.');
    await karin.goto(`${site.url}/mijn`);
    expect(await text(karin)).toMatch(/Gaat niet door[\s\S]*Afgezegd: De werkgever kan niet\./);
    await expectAccessibleFor(karin, ['/mijn']);
  }, 120_000);
});

describe('Adanna waits for curation', () => {
  it('and Peter finds her in the queue, sees her as an employer does, and saves half', async () => {
    openDatabase(site.databasePath).update(kandidaat).set({ presentatie: VERHAAL }).where(eq(kandidaat.id, site.kandidaten.Adanna!)).run();
    closeDatabase();
    const peter = await site.signIn('Peter', { at: '/curatie?sector=schoonmaak' });
    await expectAccessibleFor(peter, ['/curatie?sector=schoonmaak']);
    await peter.getByRole('link', { name: 'Adanna', exact: true }).click();
    expect(await peter.getByRole('region', { name: 'Zo ziet een werkgever het' }).innerText()).toContain('Ik begin graag vroeg en werk precies.');
    expect(await text(peter)).toMatch(/“burn-out” bij eigen verhaal[\s\S]*rustig opbouwen[\s\S]*makkelijke woorden, maar lange zinnen/);
    expect(await text(peter)).toContain('werkzaamheden → werk');
    expect(await text(peter)).toMatch(/sinds vandaag/);
    const path = new URL(peter.url()).pathname;
    const second = await site.signIn('Peter');
    await second.goto(site.url + path);
    await peter.getByRole('checkbox', { name: /Tekst/ }).check();
    await peter.getByRole('button', { name: 'Bewaar, later verder' }).click();
    expect(await text(peter)).toContain('Aangevinkt door Peter de Vries');
    await expectAccessibleFor(peter, [path]);
    await second.locator('#reden').fill('Mooi verhaal, maar kort.');
    await second.getByRole('button', { name: 'Stuur terug' }).click();
    expect(await second.getByRole('alert').innerText()).toMatch(/Peter de Vries heeft dit profiel ook nagekeken op .*terwijl u bezig was/);
    expect(await second.locator('#reden').inputValue()).toBe('Mooi verhaal, maar kort.');
    for (const box of await peter.getByRole('checkbox').all()) await box.check();
    await peter.getByRole('button', { name: 'Publiceer' }).click();
    expect(await text(peter)).toContain('Adanna staat in het venster.');
    await second.getByRole('button', { name: 'Publiceer' }).click();
    expect(await second.getByRole('alert').innerText()).toMatch(/Peter de Vries heeft dit profiel gepubliceerd op /);
    expect((await peter.request.get(`${site.url}/talent/${site.kandidaten.Adanna}`)).status()).toBe(200);
  }, 120_000);
});
