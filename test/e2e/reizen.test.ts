/** The journeys of the product, without JavaScript in the browser: plain links and forms carry the whole main job. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const inMonths = (months: number) => new Date(Date.now() + months * 30 * 86_400_000).toISOString().slice(0, 10);

describe('journey 1: a werkgever finds talent', () => {
  it('shows a bezoeker people without names and asks for an account', async () => {
    const page = await site.visit();
    await page.getByRole('link', { name: 'Talent', exact: true }).click();
    expect(await text(page)).toContain('4 kandidaten');
    expect(await text(page)).not.toContain('Samira');
    await page.getByRole('link', { name: 'Ik zoek werk in het magazijn' }).click();
    await page.getByRole('link', { name: 'Kennismaken' }).first().click();
    expect(page.url()).toContain('/inloggen');
  });

  it('lets Karin find Joris with a typing mistake, narrow by facet and distance, and ask to meet him', async () => {
    const page = await site.signIn('Karin', { at: '/talent' });
    await page.getByLabel('Zoek op werk of op wat iemand kan').fill('hefftruck');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    expect(await text(page)).toContain('1 kandidaat');
    expect(await text(page)).toContain('Ook gezocht op heftruck');
    await page.goto(`${site.url}/talent?sector=logistiek`);
    expect(await page.getByRole('article').count()).toBe(2);
    await page.getByRole('group', { name: 'Afstand' }).getByLabel('Hoogstens').selectOption('10 km');
    await page.getByRole('button', { name: 'Toon kandidaten' }).click();
    expect(await page.getByRole('article').allInnerTexts()).toEqual([expect.stringContaining('Samira')]);
    expect(page.url()).toContain('sector=logistiek');
    await page.getByRole('link', { name: '10 km rond Tilburg' }).click();
    await page.getByRole('link', { name: 'Joris' }).click();
    await page.getByRole('link', { name: 'Kennismaken' }).first().click();
    await page.getByLabel('Wat wilt u ons vertellen?').fill('Ik ben op dinsdag bereikbaar.');
    await page.getByRole('button', { name: 'Vraag kennismaking aan' }).click();
    expect(await text(page)).toContain('Peter de Vries belt u binnen vijf werkdagen');
    await page.goto(`${site.url}/mijn`);
    expect(await text(page)).toContain('In behandeling');
  });

  it('gives ways out where nobody is found, and says which words of the address it does not know', async () => {
    const page = await site.signIn('Karin', { at: '/talent?q=duikbootkapitein&afstand=5&kleur=rood&pagina=999' });
    expect(await text(page)).toContain('Geen kandidaat gevonden met deze keuzes');
    expect(await text(page)).toContain('kennen wij niet: kleur');
    await page.getByRole('link', { name: 'Toon alles' }).click();
    expect(await page.getByRole('article').count()).toBe(4);
  });
});

describe('journeys 2, 3 and 4: from vacature to placement', () => {
  let vacature: string;

  it('lets Karin write a vacature in four steps, keeps what she typed when something is wrong, and shows what a must costs', async () => {
    const page = await site.signIn('Karin', { at: '/vacatures/nieuw' });
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByLabel('Vertel iets over het werk en de plek').fill('Je verzamelt bestellingen met een scanner.');
    await page.getByLabel('Titel van de vacature').fill('Medewerker orderverzameling');
    await page.getByLabel('Welke taken horen erbij?').fill('orders verzamelen\npakketten inpakken');
    await page.getByLabel('Sector').selectOption('logistiek');
    await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
    expect(page.url()).toContain('/stap/2');
    await page.getByLabel('In welke plaats is het werk?').fill('Tilburg');
    await page.getByLabel('Minste uren per week').fill('40');
    await page.getByLabel('Meeste uren per week').fill('24,5');
    await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Het minste aantal uren is groter dan het meeste.');
    expect(await page.getByLabel('Meeste uren per week').inputValue()).toBe('24,5');
    await page.getByLabel('Minste uren per week').fill('24');
    await page.getByLabel('Meeste uren per week').fill('36');
    await page.getByLabel('Sluitingsdatum').fill(inMonths(2));
    await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
    await page.getByLabel('Wat moet iemand al kunnen?').fill('orderpicken');
    await page.getByLabel('CE', { exact: true }).check();
    await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
    await page.getByLabel('Proefplaatsing: eerst samen proberen').check();
    await page.getByRole('button', { name: 'Naar de controle' }).click();
    expect(await text(page)).toMatch(/zonder rijbewijs CE: \d+ in plaats van \d+/);
    await page.getByRole('link', { name: 'Pas de eisen aan' }).click();
    await page.getByLabel('CE', { exact: true }).uncheck();
    await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
    await page.getByRole('button', { name: 'Naar de controle' }).click();
    await page.getByRole('button', { name: 'Dien in' }).click();
    expect(await text(page)).toContain('Uw vacature is ingediend');
    vacature = page.url().split('?')[0]!;
  });

  it('lets Peter open it, after which Anja finds Samira in her queue with reasons and judges her geschikt', async () => {
    const peter = await site.signIn('Peter');
    await peter.goto(vacature);
    await peter.getByRole('button', { name: 'Zet open' }).click();
    expect(await text(peter)).toContain('Open');
    const anja = await site.signIn('Anja');
    const row = anja.getByRole('listitem').filter({ hasText: 'Samira' }).filter({ hasText: 'Wil dit werk: orderpicker' });
    await expect.poll(async () => { await anja.goto(`${site.url}/werkbank`); return row.count(); }, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await row.first().innerText()).toMatch(/werk \d+/);
    await row.first().getByRole('button', { name: /^Geschikt.*Samira/ }).click();
    expect(await text(anja)).toContain('Samira staat nu op geschikt');
    await anja.getByRole('button', { name: 'Maak ongedaan' }).click();
    expect(await text(anja)).toContain('Voorgesteld');
    await anja.getByRole('button', { name: /^Geschikt.*Samira/ }).click();
  });

  it('lets Anja put off and refuse others only with a date and a reason, and shows who drops out and why', async () => {
    const anja = await site.signIn('Anja');
    await anja.goto(vacature);
    const other = anja.getByRole('listitem').filter({ hasText: 'Joris' }).first();
    if (await other.getByRole('button', { name: 'Voorstellen' }).count() > 0) await other.getByRole('button', { name: 'Voorstellen' }).click();
    await anja.getByRole('listitem').filter({ hasText: 'Joris' }).first().getByRole('link', { name: 'Beoordeel' }).click();
    await anja.getByText('Niet geschikt…').click();
    await anja.getByLabel('Reden').first().selectOption('anders');
    await anja.getByRole('button', { name: 'Niet geschikt' }).click();
    expect(await anja.getByRole('alert').innerText()).toContain('Schrijf kort op wat de reden is.');
    expect(await anja.getByLabel('Reden').first().inputValue()).toBe('anders');
    await anja.getByLabel('Reden').first().selectOption('wil dit werk niet');
    await anja.getByRole('button', { name: 'Niet geschikt' }).click();
    expect(await text(anja)).toContain('Joris staat nu op ongeschikt');
  });

  it('lets Peter check and publish the profile of Adanna, who is then in the window', async () => {
    const peter = await site.signIn('Peter');
    await peter.getByRole('link', { name: /Kijk na.*Adanna/ }).click();
    for (const box of await peter.getByRole('checkbox').all()) await box.check();
    await peter.getByRole('button', { name: 'Publiceer' }).click();
    expect(await text(peter)).toContain('Alle profielen zijn nagekeken.');
    await peter.goto(`${site.url}/talent?q=schoonmaken`);
    expect(await text(peter)).toContain('Adanna');
  });

  it('lets Peter present Samira with a personal word and Karin invite her, after which Peter records the placement', async () => {
    const peter = await site.signIn('Peter', { at: '/presenteren' });
    await peter.getByRole('link', { name: /Stel voor.*Samira/ }).click();
    await peter.getByLabel('Uw persoonlijke woord aan de werkgever').fill('Samira kan snel beginnen.');
    await peter.getByRole('button', { name: 'Stel Samira voor' }).click();
    const pair = peter.url();
    const karin = await site.signIn('Karin');
    await karin.getByRole('link', { name: /Bekijk en antwoord.*Samira/ }).click();
    expect(await text(karin)).toContain('Samira kan snel beginnen.');
    expect(await text(karin)).toContain('Waarom dit past');
    expect(await text(karin)).not.toMatch(/k1|Team Werk|doelgroepregister/);
    await karin.getByRole('button', { name: 'Nodig uit' }).click();
    expect(await text(karin)).toContain('Uitgenodigd');
    await peter.goto(pair);
    await peter.getByRole('button', { name: 'Geplaatst' }).click();
    expect(await text(peter)).toContain('Geplaatst');
    await karin.goto(`${site.url}/talent/${site.kandidaten.Samira}`);
    expect(await text(karin)).toContain('Deze pagina is er niet');
    await karin.goto(vacature);
    expect(await text(karin)).toContain('Vervuld');
  });
});

describe('an employer who is new', () => {
  it('hears in plain Dutch what is wrong with the registration and keeps what was typed, and waits for Peter', async () => {
    const page = await site.visit({ at: '/registreren' });
    await page.getByLabel('Naam van uw organisatie').fill('Bakkerij Jansen');
    await page.getByLabel('KvK-nummer').fill('1234');
    await page.getByLabel('Plaats').fill('Dongen');
    await page.getByLabel('Uw naam').fill('Jan Jansen');
    await page.getByLabel('E-mailadres').fill('jan@bakkerij.example');
    await page.getByLabel('Kies een wachtwoord').fill('kort');
    await page.getByRole('button', { name: 'Account aanvragen' }).click();
    const alert = await page.getByRole('alert').innerText();
    for (const line of ['Een KvK-nummer heeft 8 cijfers.', 'Kies ten minste één sector.', 'Kies een wachtwoord van ten minste 12 tekens']) expect(alert).toContain(line);
    expect(await page.getByLabel('Naam van uw organisatie').inputValue()).toBe('Bakkerij Jansen');
    await page.getByLabel('KvK-nummer').fill('55667788');
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('Kies een wachtwoord').fill('brood met kaas en ui');
    await page.getByRole('button', { name: 'Account aanvragen' }).click();
    expect(await text(page)).toContain('Bedankt, uw aanvraag is binnen');
    await page.goto(`${site.url}/inloggen`);
    await page.getByLabel('E-mailadres').fill('jan@bakkerij.example');
    await page.getByLabel('Wachtwoord').fill('brood met kaas en ui');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL('**/mijn');
    expect(await text(page)).toContain('Uw organisatie wordt nog gecontroleerd');
    await page.goto(`${site.url}/talent`);
    expect(await text(page)).not.toContain('Fatma');
    const peter = await site.signIn('Peter', { at: '/werkgevers' });
    await peter.getByRole('link', { name: 'Bakkerij Jansen' }).click();
    await peter.getByRole('button', { name: 'Geverifieerd' }).click();
    await page.reload();
    expect(await text(page)).toContain('Fatma');
  });
});
