/** Photo and film in the browser: Mo or the kandidaat adds them, Peter looks, Karin sees them; withdrawn they are gone at once. */
import { and, eq } from 'drizzle-orm';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { closeDatabase, database, openDatabase } from '#db/client.ts';
import { match, toestemming, werkgever } from '#db/schema.ts';
import type { ToestemmingItem } from '#src/domain/kandidaat/kandidaat.ts';
import { ONDERTITELING, mp4, tweekleur, useMediaFolder } from '../support/beelden.ts';
import { expectAccessibleFor } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const map = useMediaFolder();
const site = useSite();
const tekst = (page: Page) => page.locator('main').innerText();
const bestand = (name: string, mimeType: string, inhoud: Buffer | string) => ({ name, mimeType, buffer: Buffer.from(inhoud) });
const status = async (page: Page, pad: string, headers = {}) => (await page.request.get(`${site.url}${pad}`, { headers, maxRedirects: 0 })).status();

/** As the personal page of Samira does it: a row in force, or the end of it. */
function stemIn(id: number, item: ToestemmingItem, ja: boolean): void {
  openDatabase(site.databasePath);
  const nu = new Date().toISOString();
  if (ja) database().insert(toestemming).values({ kandidaatId: id, item, gegevenOp: nu, kanaal: 'test', tekstversie: '1' }).run();
  else database().update(toestemming).set({ ingetrokkenOp: nu }).where(and(eq(toestemming.kandidaatId, id), eq(toestemming.item, item))).run();
  closeDatabase();
}

/** Peter presents somebody to Van Dijk, where Karin works. @returns the id of the match */
function stelVoor(kandidaatId: number): number {
  openDatabase(site.databasePath);
  const { id: werkgeverId } = database().select({ id: werkgever.id }).from(werkgever).where(eq(werkgever.naam, 'Van Dijk Logistiek')).get()!;
  const { id } = database().insert(match).values({ kandidaatId, werkgeverId, herkomst: 'kennismaking', status: 'voorgedragen' }).returning({ id: match.id }).get();
  closeDatabase();
  return id;
}

describe('Mo, who adds photo and film of Samira without JavaScript', () => {
  it('is told what is wrong at the field, keeps what he typed, and Karin sees it only when all is there and Peter looked', async () => {
    const id = site.kandidaten.Samira!;
    const [mo, karin] = [await site.signIn('Mo'), await site.signIn('Karin')];
    await mo.goto(`${site.url}/kandidaten/${id}`);
    await mo.getByRole('link', { name: 'Foto en film' }).click();

    await mo.getByLabel('Kies een foto').setInputFiles(bestand('samira.jpg', 'image/jpeg', 'Dit is een brief.'));
    await mo.getByRole('button', { name: 'Bewaar foto' }).click();
    expect(await mo.getByRole('alert').innerText()).toContain('geen foto die wij kennen');
    await mo.getByLabel('Kies een foto').setInputFiles(bestand('samira.jpg', 'image/jpeg', await tweekleur(1400, 1000).jpeg().toBuffer()));
    await mo.getByRole('button', { name: 'Bewaar foto' }).click();
    expect(await tekst(mo)).toContain('De foto is bewaard.');
    await mo.getByText('Uitsnede kiezen').click();
    await mo.getByLabel('Van links, in procenten').fill('150');
    await mo.getByRole('button', { name: 'Snijd opnieuw uit' }).click();
    expect(await mo.getByRole('alert').innerText()).toContain('een getal van 0 tot 100');

    await mo.getByLabel('Kies een film').setInputFiles(bestand('samira.mp4', 'video/mp4', 'Geen film'));
    await mo.getByRole('button', { name: 'Bewaar film' }).click();
    expect(await mo.getByRole('alert').innerText()).toContain('geen film die wij kennen');
    await mo.getByLabel('Kies een film').setInputFiles(bestand('samira.mp4', 'video/mp4', mp4(50_000)));
    await mo.getByRole('button', { name: 'Bewaar film' }).click();
    expect(await tekst(mo)).toContain('Voeg nu de ondertiteling');
    stemIn(id, 'film', true);
    expect(await status(karin, `/media/${id}/film.mp4`)).toBe(404);

    await mo.getByLabel('Uitgeschreven tekst').fill('Samira vertelt over het magazijn.');
    await mo.getByLabel('Ondertiteling', { exact: true }).setInputFiles(bestand('film.vtt', 'text/vtt', 'WEBVTT\n\n00:04.000 --> 00:02.000\nHallo\n'));
    await mo.getByRole('button', { name: 'Bewaar tekst' }).click();
    expect(await mo.getByRole('alert').innerText()).toContain('regel 3: De eindtijd ligt niet na de begintijd');
    expect(await mo.getByLabel('Uitgeschreven tekst').inputValue()).toBe('Samira vertelt over het magazijn.');
    await mo.getByLabel('Ondertiteling', { exact: true }).setInputFiles(bestand('film.vtt', 'text/vtt', ONDERTITELING));
    await mo.getByRole('button', { name: 'Bewaar tekst' }).click();
    expect(await tekst(mo)).toContain('De tekst bij de film is bewaard.');
    expect(await mo.locator('.tag', { hasText: 'Wacht op een blik' }).count()).toBe(2);
    await expectAccessibleFor(mo, [mo.url()]);

    await karin.goto(`${site.url}/talent/${id}`);
    expect([await karin.getByRole('img', { name: 'Getekend portret van Samira' }).count(), await karin.locator('video').count()]).toEqual([1, 0]);
    for (const naam of ['foto-640.jpg', 'film.mp4']) expect(await status(karin, `/media/${id}/${naam}`)).toBe(404);
    const peter = await site.signIn('Peter', { at: '/curatie' });
    expect(await tekst(peter)).toMatch(/Nieuw beeld bij profielen in het venster[\s\S]*Foto van Samira[\s\S]*Film van Samira/);
    await expectAccessibleFor(peter, [peter.url()]);
    for (const soort of ['foto', 'film']) {
      await peter.getByRole('button', { name: new RegExp(`^Laat zien\\s*: ${soort} van Samira$`) }).click();
      expect(await tekst(peter)).toContain('Werkgevers zien dit beeld nu');
    }
    expect(await tekst(peter)).not.toContain('Nieuw beeld');

    await karin.goto(`${site.url}/talent/${id}`);
    expect(await karin.getByRole('img', { name: 'Foto van Samira' }).evaluate(async (img: HTMLImageElement) => { await img.decode(); return [img.naturalWidth > 0, new URL(img.currentSrc).pathname.endsWith('.avif')]; })).toEqual([true, true]);
    expect(await karin.locator('video track[kind=captions][srclang=nl]').count()).toBe(1);
    await karin.getByText('Lees de film').click();
    expect(await tekst(karin)).toContain('Samira vertelt over het magazijn.');
    await expectAccessibleFor(karin, [karin.url()]);
    await karin.goto(`${site.url}/talent`);
    expect(await karin.locator(`img[src="/media/${id}/foto-640.jpg"]`).count()).toBe(1);

    const adressen = ['foto-640.jpg', 'foto-1200.avif', 'film.mp4', 'ondertiteling.vtt'].map((naam) => `/media/${id}/${naam}`);
    for (const adres of adressen) expect([adres, await status(karin, adres), await status(await site.visit(), adres), await status(await site.signIn('Wim'), adres)]).toEqual([adres, 200, 404, 200]);
    expect(await status(karin, `/media/${id}/film.mp4`, { range: 'bytes=4-7' })).toBe(206);
    expect(await status(karin, `/media/${id}/foto-heel.webp`)).toBe(404);

    const voordracht = stelVoor(id);
    const fotos = async (page: Page, pad: string) => { await page.goto(`${site.url}${pad}`); return page.locator(`main img[src="/media/${id}/foto-640.jpg"]`).count(); };
    const paginas = [[karin, '/mijn'], [karin, `/voordrachten/${voordracht}`], [peter, `/presenteren/${voordracht}`], [mo, `/kandidaten/${id}`]] as const;
    for (const [page, pad] of paginas) expect([pad, await fotos(page, pad)]).toEqual([pad, 1]);

    stemIn(id, 'film', false);
    for (const adres of adressen) expect(await status(karin, adres)).toBe(adres.includes('foto') ? 200 : 404);
    stemIn(id, 'foto', false);
    for (const [page, pad] of paginas) expect([pad, await fotos(page, pad)]).toEqual([pad, 0]);
    for (const adres of adressen) expect(await status(karin, adres)).toBe(404);
    await karin.goto(`${site.url}/talent/${id}`);
    expect(await karin.locator(`img[src*="/media/"], video`).count()).toBe(0);
  }, 240_000);
});

describe('Fatma, with her personal link', () => {
  it('adds a photo herself, reads why Peter took it away, adds another, and says who sees it', async () => {
    const id = site.kandidaten.Fatma!;
    const [mo, peter, karin] = [await site.signIn('Mo', { at: `/kandidaten/${id}/toestemming` }), await site.signIn('Peter'), await site.signIn('Karin')];
    await mo.getByRole('button', { name: 'Toon de link' }).click();
    const fatma = await site.visit({ at: new URL(await mo.locator('code').innerText()).pathname });
    await fatma.getByRole('link', { name: 'Mijn foto en film' }).click();
    const plaats = async () => {
      await fatma.getByLabel(/^(Kies een|Andere) foto$/).setInputFiles(bestand('ik.jpg', 'image/jpeg', await tweekleur(900, 700).jpeg().toBuffer()));
      await fatma.getByRole('button', { name: 'Bewaar foto' }).click();
      expect(await tekst(fatma)).toContain('De foto is bewaard.');
    };
    await fatma.getByLabel('Kies een foto').setInputFiles(bestand('ik.jpg', 'image/jpeg', 'Een brief'));
    await fatma.getByRole('button', { name: 'Bewaar foto' }).click();
    expect([await fatma.getByRole('alert').innerText(), fatma.url()]).toEqual([expect.stringContaining('geen foto die wij kennen'), `${site.url}/ik/media`]);
    await plaats();
    expect(await tekst(fatma)).toMatch(/Werkgevers zien hem nog niet[\s\S]*Wij kijken er eerst naar/);
    expect(await fatma.getByRole('img', { name: 'Foto van jou' }).evaluate(async (img: HTMLImageElement) => { await img.decode(); return img.naturalWidth; })).toBe(640);
    await expectAccessibleFor(fatma, [fatma.url()]);

    await peter.goto(`${site.url}/curatie`);
    await peter.locator('summary', { hasText: 'Haal weg' }).click();
    await peter.getByRole('button', { name: /^Haal weg\s*: foto van Fatma$/ }).click();
    expect(await peter.getByRole('alert').innerText()).toContain('Schrijf waarom.');
    await peter.getByLabel('Waarom kan deze foto niet?').fill('Je staat er niet alleen op.');
    await peter.getByRole('button', { name: /^Haal weg\s*: foto van Fatma$/ }).click();
    expect(await tekst(peter)).toContain('Dit beeld is weg.');
    for (const [page, pad] of [[fatma, '/ik'], [fatma, '/ik/media'], [mo, `/kandidaten/${id}/media`]] as const) {
      await page.goto(`${site.url}${pad}`);
      expect(await tekst(page), pad).toMatch(/De foto is weggehaald op .* Je staat er niet alleen op\./);
    }

    await fatma.goto(`${site.url}/ik/media`);
    await plaats();
    expect(await tekst(fatma)).not.toContain('weggehaald');
    await peter.goto(`${site.url}/curatie`);
    await peter.getByRole('button', { name: /^Laat zien\s*: foto van Fatma$/ }).click();
    await fatma.reload();
    expect(await tekst(fatma)).toContain('Alleen werkgevers die wij hebben gecontroleerd, zien hem.');
    expect(await status(karin, `/media/${id}/foto-640.jpg`)).toBe(200);
    await fatma.getByRole('button', { name: /^Zet uit\s+mijn foto$/ }).click();
    expect(await tekst(fatma)).toContain('Werkgevers zien hem nog niet');
    expect(await status(karin, `/media/${id}/foto-640.jpg`)).toBe(404);
    for (const pad of ['foto-640.jpg', 'foto-heel.webp', 'film.mp4']) expect([pad, await status(fatma, `/ik/media/${pad}`), await status(await site.visit(), `/ik/media/${pad}`)]).toEqual([pad, pad === 'film.mp4' ? 404 : 200, 303]);
  }, 180_000);

  it('sends her film in pieces, to her own addresses', async () => {
    const mo = await site.signIn('Mo', { at: `/kandidaten/${site.kandidaten.Fatma}/toestemming` });
    await mo.getByRole('button', { name: 'Toon de link' }).click();
    const fatma = await site.visit({ javaScript: true, at: new URL(await mo.locator('code').innerText()).pathname });
    await fatma.goto(`${site.url}/ik/media`);
    const patches: string[] = [];
    fatma.on('response', (response) => { if (response.request().method() === 'PATCH') patches.push(`${response.status()} ${new URL(response.url()).pathname.replace(/[0-9a-f]{32}/, 'ID')}`); });
    await fatma.getByLabel('Kies een film').setInputFiles(map.schrijf('fatma.mp4', mp4(9 * 1024 * 1024)));
    await fatma.getByRole('button', { name: 'Bewaar film' }).click();
    await fatma.getByText('De film is bewaard.').waitFor({ timeout: 30_000 });
    expect(patches).toEqual(['204 /ik/media/upload/ID', '204 /ik/media/upload/ID']);
    expect(await tekst(fatma)).toMatch(/Werkgevers zien hem nog niet[\s\S]*Voeg hieronder de ondertiteling/);
  }, 120_000);
});

describe('Mo, with JavaScript', () => {
  it('sends the film in pieces and points at the face', async () => {
    const id = site.kandidaten.Joris!;
    const page = await site.signIn('Mo', { javaScript: true });
    await page.goto(`${site.url}/kandidaten/${id}/media`);
    await page.getByLabel('Kies een foto').setInputFiles(bestand('joris.png', 'image/png', await tweekleur(1600, 800).png().toBuffer()));
    await page.getByRole('button', { name: 'Bewaar foto' }).click();
    await page.getByText('Uitsnede kiezen').click();
    const { width, height } = (await page.locator('.focuskeuze').boundingBox())!;
    await page.locator('.focuskeuze').click({ position: { x: width * 0.75, y: height * 0.25 } });
    expect([await page.getByLabel('Van links, in procenten').inputValue(), await page.getByLabel('Van boven, in procenten').inputValue()]).toEqual(['75', '25']);
    await page.getByRole('button', { name: 'Snijd opnieuw uit' }).click();
    await page.getByText('De uitsnede is aangepast.').waitFor();

    const patches: number[] = [];
    page.on('response', (response) => { if (response.request().method() === 'PATCH') patches.push(response.status()); });
    // The line drops once: the browser asks how far it came and goes on.
    let dropped = 0;
    await page.route('**/media/upload/*', (route) => { dropped++; return route.abort(); }, { times: 1 });
    await page.getByLabel('Kies een film').setInputFiles(map.schrijf('joris.mp4', mp4(9 * 1024 * 1024)));
    await page.getByRole('button', { name: 'Bewaar film' }).click();
    await page.getByText('De film is bewaard.').waitFor({ timeout: 30_000 });
    expect([dropped, patches]).toEqual([1, [204, 204]]);
    expect(await tekst(page)).toContain('9 MB');
  }, 120_000);
});

describe('Peter, the accountmanager', () => {
  it('looks at the media and the budget, and changes nothing', async () => {
    const peter = await site.signIn('Peter', { at: `/kandidaten/${site.kandidaten.Piet}/media` });
    expect(await tekst(peter)).toMatch(/Budget van Midden-Brabant[\s\S]*Gereserveerd\s+€/);
    expect(await peter.getByRole('button', { name: /Bewaar/ }).count()).toBe(0);
    await expectAccessibleFor(peter, [peter.url()]);
    const answer = await peter.request.post(`${site.url}/kandidaten/${site.kandidaten.Piet}/media`, { headers: { origin: site.url }, multipart: { stap: 'foto weg', foto: bestand('x.jpg', 'image/jpeg', 'x') } });
    expect(answer.status()).toBe(404);
    expect(await status(await site.signIn('Karin'), `/kandidaten/${site.kandidaten.Piet}/media`)).toBe(404);
  });
});
