/** The werkbank in a real browser: by keyboard only, and all of it without JavaScript too. */
import { eq, sql } from 'drizzle-orm';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, database, openDatabase, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, match } from '#db/schema.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { createGebruiker } from '#src/domain/gebruiker/gebruiker.server.ts';
import { addDays } from '#src/domain/kalender/werkdagen.ts';
import { afterChange } from '#src/domain/kandidaat/kandidaat.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { moveMatch } from '#src/domain/match/match.server.ts';
import { refreshSuggestions } from '#src/domain/match/voorstellen.server.ts';
import { SYSTEEM, WACHTWOORD, makeKandidaat, makeVacature } from '../support/database.ts';
import { expectAccessible } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const row = (page: Page, naam: string) => page.locator('[data-rij]').filter({ has: page.getByRole('link', { name: naam, exact: true }) });
const names = (page: Page) => page.locator('[data-rij] h3 a').allInnerTexts();
let magazijn: number;

/** Something that happens elsewhere in the region while the site runs. */
function meanwhile<T>(work: () => T): T {
  openDatabase(site.databasePath);
  try { return work(); } finally { closeDatabase(); }
}
const byEmail = (email: string) => loadActor(database().select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, email)).get()!.id);
const pairOf = (naam: string, vacatureId = magazijn) => database().select({ id: match.id }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).where(sql`${kandidaat.voornaam} = ${naam} AND ${match.vacatureId} = ${vacatureId}`).get()!.id;
const learns = (naam: string, certificaten: string[]) => meanwhile(() => transaction(() => {
  const { id } = database().select({ id: kandidaat.id }).from(kandidaat).where(eq(kandidaat.voornaam, naam)).get()!;
  database().update(kandidaat).set({ certificaten, gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, id)).run();
  afterChange(id);
}));

const anjaOpens = (at: string, opties: { javaScript?: boolean } = {}) => site.signIn('Anja', { ...opties, at });
/** The name in the row that has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-rij]')?.querySelector('h3 a')?.textContent ?? null);

beforeAll(async () => {
  openDatabase(site.databasePath);
  await createGebruiker(SYSTEEM, { email: 'bram@regio.example', naam: 'Bram Smits', rol: 'werkmakelaar', wachtwoord: WACHTWOORD });
  magazijn = makeVacature({ ref: 'wb-v1', titel: 'Hulp in het magazijn', werkgever: { naam: 'Van Dijk Logistiek', kvk: '12345678' }, beroep: 'orderpicker', sector: 'logistiek', taken: ['orders verzamelen', 'pakketten inpakken'], certificaten: { gewenst: ['BHV'] }, uren: { min: 16, max: 24 } });
  for (const [at, voornaam] of ['Ans', 'Bea', 'Cor', 'Dirk', 'Els', 'Freek', 'Hans'].entries()) makeKandidaat({ ref: `wb-k${at}`, voornaam, wensberoepen: ['orderpicker'], vaardigheden: ['orderpicken'].slice(at % 2), certificaten: [], uren: { min: 8, max: 24 - at }, werkmakelaar: 'anja@regio.example', ...(voornaam === 'Dirk' && { begeleiding: 'licht' }) });
  makeKandidaat({ ref: 'wb-k8', voornaam: 'Gijs', wensberoepen: ['orderpicker'], uren: { min: 16, max: 16 }, werkmakelaar: 'bram@regio.example' });
  makeKandidaat({ ref: 'wb-k9', voornaam: 'Ivo', wensberoepen: ['orderpicker'], uren: { min: 4, max: 6 }, werkmakelaar: 'anja@regio.example' });
  refreshSuggestions();
  closeDatabase();
});

describe('Anja works the queue by keyboard only', () => {
  it('walks, judges, goes on with the next and takes it back', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}`, { javaScript: true });
    const before = await names(page);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(before[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(before[1]);
    await page.keyboard.press('g');
    await page.waitForURL(/gedaan=/);
    expect(page.url()).toContain(`vacature=${magazijn}`);
    expect(await text(page)).toContain(`${before[1]} staat nu op geschikt`);
    expect(await focused(page)).toBe(before[2]);
    await page.keyboard.press('u');
    await page.waitForURL(/\/werkbank\/\d+/);
    expect(await text(page)).toContain('Voorgesteld');
  });

  it('refuses with a reason, without the keys getting in the way of what she types', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}`, { javaScript: true });
    for (let i = 0; i < 10 && (await focused(page)) !== 'Freek'; i++) await page.keyboard.press('j');
    await page.keyboard.press('o');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Freek');
    await page.keyboard.press('o');
    await page.keyboard.type('A');
    await page.keyboard.press('Tab');
    await page.keyboard.type('gaat jokken, klopt');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('gaat jokken, klopt');
    await page.keyboard.press('Enter');
    await page.waitForURL(/gedaan=/);
    expect(await text(page)).toContain('Freek staat nu op ongeschikt');
  });

  it('opens a pair and judges it there, back in the list as it was', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}&dicht=1`, { javaScript: true });
    const [first] = await names(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/werkbank\/\d+/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(first);
    await page.keyboard.press('l');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('date');
    await page.keyboard.press('Enter');
    await page.waitForURL(/gedaan=/);
    expect(page.url()).toContain('dicht=1');
    expect(await text(page)).toContain(`${first} staat nu op later`);
    await page.keyboard.press('u');
    await page.waitForURL(/\/werkbank\/\d+/);
  });

  it('ticks two and sees them side by side', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}`, { javaScript: true });
    const [one, two] = await names(page);
    for (const key of ['j', 'x', 'j', 'x', 'v']) await page.keyboard.press(key);
    await page.waitForURL(/vergelijk\?a=\d+&b=\d+/);
    expect(await page.locator('.vergelijk thead').innerText()).toMatch(new RegExp(`${one}[\\s\\S]*${two}`));
  });

  it('reads which keys there are, and can switch them off for good', async () => {
    const page = await anjaOpens('/werkbank', { javaScript: true });
    await page.keyboard.press('?');
    expect(await page.locator('#sneltoetsen').innerText()).toContain('Volgend voorstel');
    await page.getByLabel('Sneltoetsen gebruiken').uncheck();
    await page.reload();
    await page.keyboard.press('j');
    expect(await focused(page)).toBeNull();
    await page.getByText('Sneltoetsen', { exact: true }).click();
    await page.getByLabel('Sneltoetsen gebruiken').check();
    await page.keyboard.press('j');
    expect(await focused(page)).not.toBeNull();
    await page.keyboard.press('Control+g');
    expect(page.url()).toBe(`${site.url}/werkbank`);
  });
});

describe('without JavaScript', () => {
  it('Anja compares two, chooses another beside the first, and judges there', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}`);
    await page.getByLabel('Kies Ans').check();
    await page.getByLabel('Kies Dirk').check();
    await page.getByRole('button', { name: 'Vergelijk twee' }).click();
    expect(page.url()).toMatch(/vergelijk\?a=\d+&b=\d+$/);
    expect(await page.locator('.vergelijk').innerText()).toMatch(/Ans[\s\S]*Dirk[\s\S]*sterker[\s\S]*Nog nodig/);
    await page.getByLabel('Rechts').selectOption({ label: 'Cor, Tilburg' });
    await page.getByRole('button', { name: 'Vergelijk', exact: true }).click();
    expect(await page.locator('.vergelijk thead').innerText()).toMatch(/Ans[\s\S]*Cor/);
    await page.getByRole('button', { name: /^Geschikt.*Cor/ }).click();
    expect(await text(page)).toContain('Cor staat nu op geschikt');
    await page.goto(`${site.url}/werkbank/vergelijk`);
    expect(await text(page)).toContain('Vink op de werkbank twee voorstellen aan.');
  });

  it('puts two off at once, sees them under "Later" with their day, and takes it back', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}`);
    await page.getByRole('button', { name: 'Zet op later' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Kies eerst een of meer voorstellen.');
    await page.getByLabel('Kies Bea').check();
    await page.getByLabel('Kies Dirk').check();
    await page.getByLabel('Later, opnieuw op').fill('2020-01-01');
    await page.getByRole('button', { name: 'Zet op later' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Kies een datum in de toekomst.');
    expect([await page.getByLabel('Kies Bea').isChecked(), await page.getByLabel('Kies Ans').isChecked(), await page.getByLabel('Later, opnieuw op').inputValue()]).toEqual([true, false, '2020-01-01']);
    await page.getByLabel('Later, opnieuw op').fill(addDays(today(), 30));
    await page.getByRole('button', { name: 'Zet op later' }).click();
    expect(await text(page)).toContain('2 voorstellen staan nu op later');
    expect(await names(page)).not.toContain('Bea');
    const undo = page.url();
    await page.getByRole('link', { name: /^Later/ }).click();
    expect((await names(page)).sort()).toEqual(['Bea', 'Dirk']);
    expect(await row(page, 'Bea').innerText()).toContain('Uitgesteld tot');
    await page.goto(undo);
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    expect(await names(page)).toEqual(expect.arrayContaining(['Bea', 'Dirk']));
  });

  it('narrows the list, makes it denser, and keeps that after an answer', async () => {
    const page = await anjaOpens('/werkbank');
    await page.getByText('Beperk de lijst').click();
    await page.getByLabel('Kandidaat', { exact: true }).selectOption({ label: await page.getByLabel('Kandidaat', { exact: true }).locator('option').filter({ hasText: 'Els' }).innerText() });
    await page.getByRole('button', { name: 'Toon', exact: true }).click();
    expect(new Set(await names(page))).toEqual(new Set(['Els']));
    await page.getByRole('link', { name: 'Dichter op elkaar' }).click();
    await row(page, 'Els').first().getByRole('button', { name: /Geschikt/ }).click();
    expect(page.url()).toMatch(/kandidaat=\d+&dicht=1&gedaan=\d+/);
    await page.getByRole('link', { name: /weghalen/ }).click();
    expect(await names(page)).toContain('Ans');
  });

  it('keeps what she typed when a reason is missing', async () => {
    const page = await anjaOpens(`/werkbank?vacature=${magazijn}`);
    await row(page, 'Dirk').getByText('Niet geschikt…').click();
    await row(page, 'Dirk').getByLabel('Reden').selectOption('anders');
    await row(page, 'Dirk').getByRole('button', { name: 'Niet geschikt' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Schrijf kort op wat de reden is.');
    expect(await page.locator('select[name=reden]').first().inputValue()).toBe('anders');
    await page.getByLabel('Toelichting').first().fill('Wil eerst verhuizen.');
    await page.getByRole('button', { name: 'Niet geschikt' }).first().click();
    expect(page.url()).toContain(`vacature=${magazijn}`);
    expect(await text(page)).toContain('Dirk staat nu op ongeschikt');
  });

  it('puts Ivo on the werkbank although he drops out, and Fatma by hand', async () => {
    const page = await anjaOpens(`/vacatures/${magazijn}`);
    await page.getByText('Wie valt af, en waarom').click();
    const item = page.locator('#afvallers li').filter({ hasText: 'Ivo' });
    expect(await item.innerText()).toContain('de uren overlappen niet');
    await item.getByRole('button', { name: /Toch voorstellen/ }).click();
    await page.getByRole('link', { name: 'Beoordeel het meteen' }).click();
    expect(await text(page)).toContain('Valt af: de uren overlappen niet');
    await page.goto(`${site.url}/werkbank?vacature=${magazijn}`);
    expect(await row(page, 'Ivo').innerText()).toContain('Met de hand toegevoegd');
    await page.getByRole('link', { name: 'Zelf voorstellen' }).click();
    await page.getByLabel('Kandidaat').selectOption({ label: 'Fatma, Goirle: Koken voor veel mensen' });
    await page.getByLabel('Vacature').selectOption({ label: 'Hulp in het magazijn, Van Dijk Logistiek, Tilburg' });
    await page.getByRole('button', { name: 'Zet op de werkbank' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Fatma');
  });
});

describe('a colleague who is away', () => {
  it('Bram hands his people to Anja, who sees whose they are, and takes them back', async () => {
    const bram = await site.visit({ at: '/inloggen' });
    await bram.getByLabel('E-mailadres').fill('bram@regio.example');
    await bram.getByLabel('Wachtwoord').fill(WACHTWOORD);
    await bram.getByRole('button', { name: 'Inloggen' }).click();
    await bram.getByRole('link', { name: 'Afwezigheid' }).click();
    await bram.getByLabel('Laatste dag dat u weg bent').fill('2020-01-01');
    await bram.getByLabel('Wie neemt waar?').selectOption({ label: 'Anja de Vries' });
    await bram.getByRole('button', { name: 'Bewaar' }).click();
    expect(await bram.getByRole('alert').innerText()).toContain('Kies een dag die nog moet komen.');
    await bram.getByLabel('Laatste dag dat u weg bent').fill(addDays(today(), 7));
    await bram.getByRole('button', { name: 'Bewaar' }).click();
    expect(await text(bram)).toContain('Anja de Vries ziet uw kandidaten vanaf nu');
    const anja = await anjaOpens('/werkbank');
    expect(await text(anja)).toContain('U neemt waar voor Bram Smits');
    await anja.getByRole('link', { name: 'Toon alleen die kandidaten' }).click();
    expect(await names(anja)).toEqual(['Gijs']);
    expect(await row(anja, 'Gijs').innerText()).toContain('Caseload van Bram Smits');
    const gijs = await row(anja, 'Gijs').getByRole('link', { name: 'Gijs' }).getAttribute('href');
    await bram.getByRole('button', { name: 'Ik ben er weer' }).click();
    expect(await text(bram)).toContain('Welkom terug');
    expect((await anja.goto(site.url + gijs!))!.status()).toBe(404);
  });
});

describe('what happens meanwhile', () => {
  it('brings Bea back when she got what she was refused for, says what changed, and the history shows what was seen each time', async () => {
    const anja = await anjaOpens('/werkbank');
    const id = meanwhile(() => { const pair = pairOf('Bea'); moveMatch(byEmail('anja@regio.example'), pair, 'vind ongeschikt', { reden: 'mist een eis die niet te overbruggen is' }); return pair; });
    learns('Bea', ['BHV']);
    await expect.poll(async () => { await anja.goto(`${site.url}/werkbank?vacature=${magazijn}`); return names(anja); }, { timeout: 10_000 }).toContain('Bea');
    expect(await row(anja, 'Bea').innerText()).toContain('Veranderd sinds het oordeel: heeft nu BHV.');
    await anja.goto(`${site.url}/werkbank/${id}/geschiedenis`);
    const steps = anja.locator('.timeline > li');
    expect(await steps.last().innerText()).toMatch(/Teruggekomen[\s\S]*Door de computer\. Heeft nu BHV\./);
    const refusal = steps.filter({ hasText: 'Niet geschikt gevonden' }).last();
    await refusal.getByText(/Wat er toen te zien was/).click();
    expect(await refusal.innerText()).toMatch(/Nog nodig:[\s\S]*BHV[\s\S]*Gewichten[\s\S]*versie/);
  });

  it('says that the explanation changed before Anja decides on another one than she read', async () => {
    const anja = await anjaOpens(`/werkbank?vacature=${magazijn}`);
    learns('Ans', ['BHV']);
    await row(anja, 'Ans').getByRole('button', { name: /^Geschikt/ }).click();
    expect(await anja.getByRole('alert').innerText()).toContain('Er is iets veranderd sinds u de uitleg bij Ans las.');
    expect(await text(anja)).toContain('Heeft BHV');
    await anja.getByRole('button', { name: /^Geschikt/ }).click();
    expect(await text(anja)).toContain('Ans staat nu op geschikt');
  });

  it('tells Anja and Peter that Van Dijk has not answered for five working days', async () => {
    meanwhile(() => {
      const pair = pairOf('Hans');
      moveMatch(byEmail('anja@regio.example'), pair, 'vind geschikt');
      moveMatch(byEmail('peter@regio.example'), pair, 'draag voor', { bericht: 'Hans kan snel beginnen.' });
      database().update(gebeurtenis).set({ op: `${addDays(today(), -14)}T10:00:00.000Z` }).where(sql`${gebeurtenis.soort} = 'match' AND ${gebeurtenis.objectId} = ${pair} AND ${gebeurtenis.naar} = 'voorgedragen'`).run();
    });
    const anja = await anjaOpens('/werkbank');
    await anja.getByRole('link', { name: /Werkgever antwoordt niet/ }).click();
    expect(await text(anja)).toMatch(/Van Dijk Logistiek heeft nog niet geantwoord op de voordracht voor Hulp in het magazijn/);
    await anja.getByRole('link', { name: /Bekijk de voordracht.*Hans/ }).click();
    expect(await text(anja)).toContain('Voorgedragen');
    const peter = await site.signIn('Peter', { at: '/presenteren' });
    expect(await peter.getByRole('row').filter({ hasText: 'Hans' }).innerText()).toMatch(/al \d+ werkdagen stil/);
    const karin = await site.signIn('Karin', { at: `/vacatures/${magazijn}` });
    expect(await text(karin)).toMatch(/Wacht op uw antwoord[\s\S]*Past:/);
  });
});

it('has nothing that axe objects to, wide and light or narrow and dark, and fits a window of 320 px', async () => {
  const page = await anjaOpens('/werkbank', { javaScript: true });
  const [one, two] = await page.locator('[data-rij]').evaluateAll((rows) => rows.map((item) => item.id.replace('paar-', '')));
  const bea = meanwhile(() => pairOf('Bea'));
  for (const path of ['/werkbank', '/werkbank?dicht=1', '/werkbank?toon=later', '/werkbank?sector=bestaat-niet', `/werkbank/vergelijk?a=${one}&b=${two}`, '/werkbank/vergelijk', '/werkbank/signalen', '/werkbank/afwezig', '/werkbank/toevoegen', `/werkbank/${one}`, `/werkbank/${bea}/geschiedenis`, `/vacatures/${magazijn}`]) {
    await page.goto(site.url + path);
    for (const details of await page.locator('main details').all()) await details.evaluate((element) => { (element as HTMLDetailsElement).open = true; });
    await expectAccessible(page, path);
  }
}, 300_000);
