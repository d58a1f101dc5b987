/** The etalage in a real browser: the same goals with a script, where it feels instant, and without. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, database, openDatabase, transaction } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import type { KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { makeKandidaat } from '../support/database.ts';
import { findNothing } from '../support/axe.ts';
import { useSite, type Naam } from '../support/site.ts';

const site = useSite();
const MEER = 30;
const LANG = 'Ik werk graag met mijn handen en ik houd van orde op de werkvloer. ';

/** Thirty more people, so that there are pages, and Lotte, whose profile is as long as one may be. */
beforeAll(() => {
  openDatabase(site.databasePath);
  const publish = (values: Partial<KandidaatInvoer> & { ref: string; voornaam: string }) => {
    const id = makeKandidaat({ werkmakelaar: 'anja@regio.example', ...values });
    transaction(() => { database().update(kandidaat).set({ status: 'gepubliceerd', gepubliceerdOp: '2026-01-01T00:00:00.000Z' }).where(eq(kandidaat.id, id)).run(); indexKandidaten([id]); });
    return id;
  };
  for (let at = 0; at < MEER; at++) publish({ ref: `m${at}`, voornaam: `Bo${at}`, kop: 'Ik bak brood', presentatie: LANG, wensberoepen: ['bakker'], vaardigheden: ['deeg kneden', 'oven bedienen'], certificaten: ['HACCP'], sectoren: ['voeding'], plaats: at % 2 ? 'Goirle' : 'Oisterwijk' });
  site.kandidaten.Lotte = publish({
    ref: 'lang', voornaam: 'Lotte', kop: 'Ik maak en herstel alles van hout, van kast tot kozijn', presentatie: LANG.repeat(58), wensberoepen: Array.from({ length: 10 }, (_, i) => `meubelmaker ${i}`), vaardigheden: Array.from({ length: 60 }, (_, i) => `hout bewerken op manier ${i}`),
    ervaring: Array.from({ length: 30 }, (_, i) => ({ beroep: `timmerman ${i}`, maanden: 30, omschrijving: LANG.repeat(14) })), certificaten: Array.from({ length: 30 }, (_, i) => `certificaat ${i}`), nodig: Array.from({ length: 10 }, (_, i) => `een vaste plek en rust ${i}`),
    dagdelen: (['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const).flatMap((dag) => (['ochtend', 'middag', 'avond', 'nacht'] as const).map((deel) => `${dag}-${deel}` as const)), plaats: 'Breda', sectoren: ['bouw'], uren: { min: 8, max: 12 },
  });
  closeDatabase();
});

const withScript = (naam: Naam) => site.signIn(naam, { javaScript: true });
const withoutScript = (naam: Naam) => site.signIn(naam);
const found = (page: Page) => page.getByRole('status').first();
const cards = (page: Page) => page.getByRole('article');
/** Marks the document, so that a reload would be seen. */
const mark = (page: Page) => page.evaluate(() => { document.documentElement.id = 'zelfde'; });
const same = (page: Page) => page.evaluate(() => document.documentElement.id === 'zelfde');
const searchField = (page: Page) => page.getByLabel('Zoek op werk of op wat iemand kan');
const hoogstens = (page: Page, groep: string) => page.getByRole('group', { name: groep }).getByLabel('Hoogstens');

describe('with a script', () => {
  it('follows what Karin types, with the address in step, the caret in its place and no reload', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent`);
    await mark(page);
    await searchField(page).pressSequentially('hefftruck');
    await expect.poll(() => found(page).innerText()).toContain('1 kandidaat. Ook gezocht op heftruck');
    expect(await cards(page).first().innerText()).toContain('Joris');
    expect(await page.locator('mark').first().innerText()).toBe('Heftruck');
    await expect.poll(() => page.url()).toBe(`${site.url}/talent?q=hefftruck`);
    await page.keyboard.press('Escape');
    await searchField(page).evaluate((field: HTMLInputElement) => field.setSelectionRange(3, 3));
    await page.keyboard.press('Delete');
    await expect.poll(() => page.url()).toBe(`${site.url}/talent?q=heftruck`);
    await expect.poll(() => found(page).innerText()).toMatch(/^1 kandidaat\.$/);
    expect(await searchField(page).evaluate((field: HTMLInputElement) => [field === document.activeElement, field.selectionStart])).toEqual([true, 3]);
    expect(await same(page)).toBe(true);
  });

  it('narrows by two facets and 15 km, each a step back, and keeps the keyboard where it was', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent`);
    await mark(page);
    await page.getByLabel('Logistiek').check();
    await expect.poll(() => found(page).innerText()).toMatch(/^2 kandidaten/);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('logistiek');
    await page.getByLabel('Groen en dieren').check();
    await expect.poll(() => found(page).innerText()).toMatch(/^3 kandidaten/);
    const slider = hoogstens(page, 'Afstand');
    expect(await slider.getAttribute('aria-valuetext')).toBe('maakt niet uit');
    await slider.fill('2');
    await expect.poll(() => page.url()).toContain('afstand=15');
    expect(await hoogstens(page, 'Afstand').getAttribute('aria-valuetext')).toBe('15 km');
    await expect.poll(() => page.getByRole('link', { name: '15 km rond Tilburg weghalen' }).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => hoogstens(page, 'Afstand').getAttribute('aria-valuetext')).toBe('maakt niet uit');
    await page.goBack();
    await expect.poll(() => found(page).innerText()).toMatch(/^2 kandidaten/);
    expect(await page.getByLabel('Groen en dieren').isChecked()).toBe(false);
    await page.getByRole('link', { name: 'Logistiek weghalen' }).click();
    await expect.poll(() => page.url()).toBe(`${site.url}/talent`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-deel'))).toBe('lijst');
    expect(await same(page)).toBe(true);
  });

  it('gives back what was typed before when one goes back, and remembers the words beside a choice', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent?q=brood`);
    await page.getByRole('link', { name: 'Pagina 2' }).click();
    await expect.poll(() => found(page).innerText()).toContain('pagina 2');
    await page.getByRole('link', { name: '“brood” weghalen' }).click();
    await expect.poll(() => searchField(page).inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => searchField(page).inputValue()).toBe('brood');
    expect(page.url()).toContain('pagina=2');
  });

  it('lets Karin choose a suggestion with the keyboard: an occupation goes in the field, a place where distance is measured', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent`);
    const field = page.getByRole('combobox', { name: 'Zoek op werk of op wat iemand kan' });
    await field.pressSequentially('heftruckch');
    await page.getByRole('option', { name: 'heftruckchauffeur Beroep' }).waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(`#${await field.getAttribute('aria-activedescendant')}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('q=heftruckchauffeur');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.fill('');
    await field.pressSequentially('Oisterw');
    await page.getByRole('option', { name: 'Oisterwijk Plaats' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#q-opties > *').count()).toBe(0);
    await field.press('i');
    await page.getByRole('option', { name: 'Oisterwijk Plaats' }).click();
    await expect.poll(() => page.url()).toBe(`${site.url}/talent?plaats=Oisterwijk&afstand=15`);
    expect(await page.getByLabel('Vanaf').inputValue()).toBe('Oisterwijk');
  });

  it('keeps Joris in mind with one click, without leaving the page', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent?q=heftruck`);
    await mark(page);
    await page.getByRole('button', { name: 'Bewaar Joris' }).click();
    await page.getByRole('button', { name: 'Bewaard Joris' }).waitFor();
    expect(await same(page)).toBe(true);
    await expect.poll(async () => (await page.request.get(`${site.url}/favorieten`)).text()).toContain('Joris');
    await page.getByRole('button', { name: 'Bewaard Joris' }).click();
    await expect.poll(async () => (await page.request.get(`${site.url}/favorieten`)).text()).not.toContain('Joris');
  });

  it('asks first when a click would lose the note of a colleague', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent?q=keukenhulp`);
    await page.getByRole('button', { name: 'Bewaar Fatma' }).click();
    // Karin goes on at once, and Fatma is kept all the same.
    await page.goto(`${site.url}/favorieten`);
    await expect.poll(async () => (await page.request.get(`${site.url}/favorieten`)).text()).toContain('Fatma');
    await page.goto(`${site.url}/favorieten`);
    await page.getByLabel('Notitie bij Fatma').fill('Voor de kantine');
    await page.getByRole('button', { name: 'Bewaar notitie bij Fatma' }).click();
    await page.goto(`${site.url}/talent?q=keukenhulp`);
    await page.getByRole('button', { name: 'Bewaard Fatma' }).click();
    await page.waitForURL('**/favorieten?notitie=*');
    expect(await page.getByLabel('Notitie bij Fatma').inputValue()).toBe('Voor de kantine');
    await page.getByRole('button', { name: 'Haal Fatma weg, met de notitie' }).click();
    await page.getByText('U heeft nog niemand bewaard').waitFor();
  });

  it('serves the lists of the professionals in the same way', async () => {
    const page = await withScript('Peter');
    await page.goto(`${site.url}/kandidaten`);
    await mark(page);
    await page.getByLabel('Zoek op naam, werk of wat iemand kan').pressSequentially('samira');
    await expect.poll(() => found(page).innerText()).toMatch(/^1 kandidaat\.$/);
    expect(await same(page)).toBe(true);
    await page.goto(`${site.url}/vacatures`);
    await page.getByLabel('Zoek op werk, werkgever of plaats').pressSequentially('tuin');
    await expect.poll(() => page.locator('tbody').innerText()).toContain('Hulp in de tuin');
    await page.goto(`${site.url}/werkgevers`);
    await page.getByLabel('Zoek op naam').pressSequentially('anders');
    await expect.poll(() => found(page).innerText()).toMatch(/^1 werkgever\.$/);
  });

  it('loads the page in the ordinary way when the server does not answer the script', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent`);
    await mark(page);
    await page.route('**/talent?*', (route) => (route.request().resourceType() === 'fetch' ? route.fulfill({ status: 503 }) : route.continue()));
    await page.getByLabel('Logistiek').check();
    await expect.poll(() => found(page).innerText()).toMatch(/^2 kandidaten/);
    expect(await same(page)).toBe(false);
  });

  it('has nothing that axe objects to with suggestions open, with favourites and with kept searches', async () => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent?q=snoeien`);
    await page.getByRole('button', { name: 'Bewaar deze zoekopdracht' }).click();
    await page.getByRole('status').first().waitFor();
    await findNothing(page, 'zoekopdrachten');
    await page.getByRole('button', { name: 'Verwijder' }).first().click();
    await page.goto(`${site.url}/talent?q=snoeien`);
    await page.getByRole('button', { name: 'Bewaar Piet' }).click();
    await page.getByRole('button', { name: 'Bewaard Piet' }).waitFor();
    await searchField(page).fill('kok');
    await page.locator('#q-opties > *').first().waitFor();
    await page.keyboard.press('ArrowDown');
    for (const colorScheme of ['light', 'dark'] as const) { await page.emulateMedia({ colorScheme }); await findNothing(page, `suggesties ${colorScheme}`); }
    await page.goto(`${site.url}/favorieten`);
    await findNothing(page, 'favorieten');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Haal Piet weg' }).click();
    await page.getByText('U heeft nog niemand bewaard').waitFor();
  });
});

describe('without a script', () => {
  it('finds the same by words, ticks, selects and links', async () => {
    const page = await withoutScript('Karin');
    await page.goto(`${site.url}/talent`);
    await searchField(page).fill('hefftruck');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    expect(await found(page).innerText()).toContain('1 kandidaat. Ook gezocht op heftruck');
    await page.goto(`${site.url}/talent`);
    await page.getByLabel('Logistiek').check();
    await page.getByLabel('Groen en dieren').check();
    await hoogstens(page, 'Afstand').selectOption('15 km');
    await page.getByRole('group', { name: 'Uren per week' }).getByLabel('Minstens').selectOption('32 uur');
    await page.getByRole('button', { name: 'Toon kandidaten' }).click();
    expect(await page.locator('article h2').allInnerTexts()).toEqual(['Joris', 'Piet', 'Samira']);
    expect(page.url()).toMatch(/sector=logistiek&sector=groen|sector=groen&sector=logistiek/);
    await page.getByRole('link', { name: 'Minstens 32 uur weghalen' }).click();
    expect(page.url()).not.toContain('uren_van');
    await page.goBack();
    expect(page.url()).toContain('uren_van=32');
  });

  it('goes from result to result and back to the list', async () => {
    const page = await withoutScript('Karin');
    await page.goto(`${site.url}/talent?q=brood&pagina=2`);
    const first = await cards(page).first().getByRole('link').first().innerText();
    await cards(page).first().getByRole('link').first().click();
    expect(await page.getByText('25 van 30').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Vorige' }).click();
    expect(await page.getByText('24 van 30').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Volgende' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(first);
    await page.getByRole('link', { name: 'Terug naar de resultaten' }).click();
    expect(page.url()).toMatch(/\/talent\?q=brood&pagina=2#kandidaat-\d+$/);
  });

  it('shows the last page beyond the end, names what it does not know, and gives ways out with their number', async () => {
    const page = await withoutScript('Karin');
    await page.goto(`${site.url}/talent?q=brood&pagina=99&kleur=rood`);
    expect(await found(page).innerText()).toContain('30 kandidaten, pagina 2. Dit deel van het adres kennen wij niet: kleur.');
    await page.goto(`${site.url}/talent?sector=bouw&afstand=5`);
    expect(await page.getByRole('heading', { name: 'Geen kandidaat gevonden met deze keuzes' }).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Zoek tot 30 km 1' }).click();
    expect(await cards(page).first().innerText()).toContain('Lotte');
  });

  it('keeps a search, also one that gives nobody, renames it, stops its mail, removes it and puts it back', async () => {
    const page = await withoutScript('Karin');
    await page.goto(`${site.url}/talent?q=duikbootkapitein&sorteer=nieuwste`);
    await page.getByRole('button', { name: 'Bewaar deze zoekopdracht' }).click();
    expect(await page.getByRole('status').first().innerText()).toContain('De zoekopdracht is bewaard');
    await page.getByLabel('Naam').fill(' ');
    await page.getByRole('button', { name: 'Bewaar wijziging' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Geef de zoekopdracht een naam.');
    await page.getByLabel('Naam').fill('Voor onder water');
    await page.getByLabel('Stuur mij een mail').uncheck();
    await page.getByRole('button', { name: 'Bewaar wijziging' }).click();
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Voor onder water');
    expect(await page.getByLabel('Stuur mij een mail').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Verwijder' }).click();
    expect(await page.getByRole('heading', { name: 'U heeft nog geen zoekopdracht bewaard' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Zet terug' }).click();
    await page.getByRole('link', { name: 'Voor onder water' }).click();
    expect(await searchField(page).inputValue()).toBe('duikbootkapitein');
  });

  it('keeps Samira in mind, with a note that Wim of another organisation never sees', async () => {
    const karin = await withoutScript('Karin');
    await karin.goto(`${site.url}/talent/${site.kandidaten.Samira}`);
    await karin.getByRole('button', { name: 'Bewaar Samira' }).click();
    expect(karin.url()).toBe(`${site.url}/talent/${site.kandidaten.Samira}`);
    await karin.getByRole('link', { name: 'Favorieten' }).first().click();
    await karin.getByLabel('Notitie bij Samira').fill('x'.repeat(900));
    await karin.getByRole('button', { name: 'Bewaar notitie bij Samira' }).click();
    expect(await karin.getByText('✓ Bewaard').isVisible()).toBe(true);
    const wim = await withoutScript('Wim');
    await wim.goto(`${site.url}/favorieten`);
    expect(await wim.locator('main').innerText()).toContain('U heeft nog niemand bewaard');
    await karin.getByRole('button', { name: 'Haal Samira weg, met de notitie' }).click();
    expect(await karin.locator('main').innerText()).toContain('U heeft nog niemand bewaard');
  });
});

describe('the kandidaatkaart', () => {
  it.each(['Lotte', 'Samira'])('of %s is one sheet of A4', async (naam) => {
    const page = await withScript('Karin');
    await page.goto(`${site.url}/talent/${site.kandidaten[naam]}`);
    expect(await page.getByRole('button', { name: 'Print de kandidaatkaart' }).isVisible()).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12]/);
  });
});

describe('the weight of the etalage', () => {
  it('is at most 100 kB over the wire without portraits, of which at most 15 kB script', async () => {
    const page = await withScript('Karin');
    const network = await page.context().newCDPSession(page as never);
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    const kinds = new Map<string, string>();
    const bytes: Record<string, number> = {};
    network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { const kind = kinds.get(requestId) ?? '?'; bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength; });
    await page.goto(`${site.url}/talent`, { waitUntil: 'networkidle' });
    expect(await cards(page).count()).toBe(24);
    const { Image: _portraits, ...rest } = bytes;
    for (const kind of ['Document', 'Font', 'Script', 'Stylesheet']) expect(rest[kind], kind).toBeGreaterThan(500);
    expect(rest.Script).toBeLessThanOrEqual(15_000);
    expect(Object.values(rest).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100_000);
  });
});

describe('a form about somebody who may not be seen', () => {
  it('answers that there is no such page, and nothing more', async () => {
    const page = await withoutScript('Karin');
    const post = (path: string, form: Record<string, string>) => page.request.post(site.url + path, { form, headers: { origin: site.url } });
    for (const kandidaat of [String(site.kandidaten.Adanna), '999999', 'abc']) {
      const answer = await post('/favorieten', { stap: 'bewaar', kandidaat });
      expect([answer.status(), await answer.text()]).toEqual([404, expect.not.stringContaining('Adanna')]);
    }
    expect((await post('/mijn/zoekopdrachten', { stap: 'verwijder', id: '999' })).status()).toBe(404);
    expect((await post('/favorieten', { stap: 'onzin' })).status()).toBe(422);
  });
});
