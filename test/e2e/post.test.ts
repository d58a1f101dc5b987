/** Mail in the browser: what a use case writes, the beheerder reads; a forgotten password; unsubscribing with one click. */
import http from 'node:http';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { sign } from '#src/auth/geheim.server.ts';
import { WACHTWOORD } from '../support/database.ts';
import { expectAccessibleFor } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const NIEUW = 'zeven groene paraplus';

/** Els opens the newest mail with this subject; the worker may need a moment to write it. */
async function openMail(els: Page, onderwerp: string): Promise<string> {
  await expect.poll(async () => { await els.goto(`${site.url}/beheer/post`); return els.getByRole('link', { name: onderwerp }).count(); }, { timeout: 15_000 }).toBeGreaterThan(0);
  await els.getByRole('link', { name: onderwerp }).first().click();
  return text(els);
}

async function signIn(page: Page, email: string, wachtwoord: string): Promise<void> {
  await page.goto(`${site.url}/inloggen`);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(wachtwoord);
  await page.getByRole('button', { name: 'Inloggen' }).click();
}

describe('Els, who reads the mail of the demo', () => {
  it('sees that Karin wants to meet Joris, as Peter and Karin read it, and nothing else about him', async () => {
    const karin = await site.signIn('Karin', { at: `/talent/${site.kandidaten.Joris}/kennismaken` });
    await karin.getByLabel('Wat wilt u ons vertellen?').fill('Belt u mij over zijn heftruck?');
    await karin.getByRole('button', { name: 'Vraag kennismaking aan' }).click();
    const els = await site.signIn('Els', { at: '/beheer' });
    await els.getByRole('link', { name: '2 wachtend' }).click();
    expect(await text(els)).toContain('Er is geen SMTP ingesteld');
    const mail = await openMail(els, 'Van Dijk Logistiek wil kennismaken met Joris');
    expect(mail).toContain('Niet verstuurd: geen SMTP ingesteld');
    expect(mail).toContain('peter@regio.example');
    expect(mail).toMatch(/Bekijk de vraag:\s+http:\/\/localhost:\d+\/kennismakingen\/\d+/);
    expect(mail).not.toMatch(/heftruck|Waalwijk/i);
    expect(await els.frameLocator('iframe').getByRole('link', { name: 'Bekijk de vraag' }).getAttribute('href')).toMatch(/\/kennismakingen\/\d+$/);
    expect(await openMail(els, 'Uw vraag om kennis te maken is binnen')).toContain('Peter de Vries belt u binnen vijf werkdagen');
    await els.goto(`${site.url}/beheer/post?status=vastgelopen`);
    expect(await text(els)).toContain('Geen mail met de status vastgelopen');
  });

  it('gets the HTML of a mail under a policy that allows it nothing, on a page that axe finds nothing on', async () => {
    const els = await site.signIn('Els');
    const html = await els.request.get(`${site.url}/beheer/post/1/html`);
    expect(html.headers()['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox");
    expect((await (await site.signIn('Peter')).request.get(`${site.url}/beheer/post/1/html`)).status()).toBe(404);
    await expectAccessibleFor(els, ['/beheer/post/1']);
  });
});

describe('Wim, who forgot his password', () => {
  it('asks a mail, chooses a new password by its link, and signs in with it', async () => {
    const page = await site.visit({ at: '/inloggen' });
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
    await page.getByLabel('E-mailadres').fill('wim@anders');
    await page.getByRole('button', { name: 'Stuur mij een mail' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Vul een e-mailadres in');
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('wim@anders');
    await page.getByLabel('E-mailadres').fill('Wim@anders.example');
    await page.getByRole('button', { name: 'Stuur mij een mail' }).click();
    expect(await text(page)).toContain('Is er een account met dit e-mailadres?');
    const link = /http:\S+\/wachtwoord\/\S+/.exec(await openMail(await site.signIn('Els'), 'Kies een nieuw wachtwoord'))![0];
    await page.goto(link);
    await page.getByLabel('Nieuw wachtwoord').fill('kort');
    await page.getByRole('button', { name: 'Bewaar wachtwoord' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('ten minste 12 tekens');
    await page.getByLabel('Nieuw wachtwoord').fill(NIEUW);
    await page.getByRole('button', { name: 'Bewaar wachtwoord' }).click();
    expect(await text(page)).toContain('Uw nieuwe wachtwoord is bewaard');
    await signIn(page, 'wim@anders.example', WACHTWOORD);
    expect(await text(page)).toContain('horen niet bij elkaar');
    await signIn(page, 'wim@anders.example', NIEUW);
    await page.waitForURL('**/mijn');
    expect((await page.goto(link))!.status()).toBe(410);
    expect(await text(page)).toContain('Deze link werkt niet meer');
  });

  it('gets the same answer for an address that nobody has, until he asks too often', async () => {
    const page = await site.visit();
    const ask = (email: string) => page.request.post(`${site.url}/wachtwoord-vergeten`, { form: { email }, headers: { origin: site.url }, maxRedirects: 0 });
    const [known, unknown] = [await ask('mo@regio.example'), await ask('niemand@regio.example')];
    expect([unknown.status(), unknown.headers().location, await unknown.text()]).toEqual([known.status(), known.headers().location, await known.text()]);
    for (let i = 0; i < 4; i++) await ask('niemand@regio.example');
    expect(await (await ask('niemand@regio.example')).text()).toContain('te vaak geprobeerd');
  });
});

describe('somebody with the link of an overview', () => {
  const pad = () => `/afmelden/${sign('afmelden', 'd2')}`;
  /** As a mail program posts: no cookie, no Origin, a body of its own (RFC 8058). */
  const oneClick = (path: string) => new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port, host } = new URL(site.url);
    const request = http.request({ hostname, port, path, method: 'POST', agent: false, headers: { host, 'content-type': 'application/x-www-form-urlencoded' } }, (response) => {
      let body = '';
      response.on('data', (chunk) => { body += chunk; }).on('end', () => resolve({ status: response.statusCode!, body }));
    });
    request.on('error', reject).end('List-Unsubscribe=One-Click');
  });

  it('unsubscribes by the button or straight from the mail program, never by only opening it, and can change their mind', async () => {
    const page = await site.visit();
    for (let i = 0; i < 2; i++) { await page.goto(site.url + pad()); expect(await text(page)).toContain('U krijgt nu uw dagoverzicht'); }
    await page.getByRole('button', { name: 'Meld mij af' }).click();
    expect(await text(page)).toContain('U bent afgemeld');
    await page.getByRole('button', { name: 'Zet weer aan' }).click();
    expect(await text(page)).toContain('Uw dagoverzicht staat weer aan');
    expect(await oneClick(pad())).toMatchObject({ status: 200, body: expect.stringContaining('U bent afgemeld') });
    await page.goto(site.url + pad());
    expect(await text(page)).toContain('U bent afgemeld');
    expect((await oneClick('/afmelden/d2.geraden')).status).toBe(404);
    expect((await page.goto(`${site.url}/afmelden/d2.geraden`))!.status()).toBe(404);
  });
});
