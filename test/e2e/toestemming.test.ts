/** Samira and her own profile, in the browser: with Karin (Van Dijk) and Mo (aanmelder) looking at the same time. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { closeDatabase, openDatabase } from '#db/client.ts';
import { afspraak, match, weergave, werkgever } from '#db/schema.ts';
import { makeKandidaat } from '../support/database.ts';
import { expectAccessibleFor } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const profile = () => `${site.url}/talent/${site.kandidaten.Samira}`;

/** Mo makes a link for someone and reads it from the page, which shows it once. */
async function linkOf(mo: Page, naam: string): Promise<string> {
  await mo.goto(`${site.url}/kandidaten/${site.kandidaten[naam]}/toestemming`);
  await mo.getByRole('button', { name: 'Toon de link' }).click();
  return mo.locator('code').innerText();
}

async function open(link: string, opties = {}): Promise<Page> {
  const page = await site.visit(opties);
  await page.goto(link);
  return page;
}

describe('the personal link', () => {
  it('opens the own page without the token in the address, and only there', async () => {
    const mo = await site.signIn('Mo');
    const link = await linkOf(mo, 'Piet');
    const piet = await open(link);
    expect(piet.url()).toBe(`${site.url}/ik`);
    expect(await text(piet)).toContain('Dag Piet');
    const [cookie] = await piet.context().cookies(`${site.url}/ik`);
    expect(cookie).toMatchObject({ name: 'ik', httpOnly: true, sameSite: 'Lax', path: '/ik' });
    expect(link).not.toContain(cookie!.value);
    expect(await piet.context().cookies(`${site.url}/talent`)).toEqual([]);
    await piet.goto(`${site.url}/kandidaten`);
    expect(piet.url()).toContain('/inloggen');
  });

  it('that is old, taken back, guessed or cut off gives one and the same page, and no token is shown again', async () => {
    const mo = await site.signIn('Mo');
    const first = await linkOf(mo, 'Joris');
    const joris = await open(first);
    await linkOf(mo, 'Joris');
    await mo.goto(mo.url());
    expect(await text(mo)).not.toContain(`${site.url}/ik/`);
    await joris.reload();
    expect(await text(joris)).toContain('Deze link werkt niet meer');
    const bodies = new Set<string>();
    for (const token of [first.split('/').at(-1)!, 'geraden', 'A'.repeat(43), first.split('/').at(-1)!.slice(0, 40)]) {
      const answer = await joris.request.get(`${site.url}/ik/${token}`);
      expect([answer.status(), answer.headers()['referrer-policy'], answer.headers()['cache-control']]).toEqual([410, 'no-referrer', 'no-store']);
      bodies.add(await answer.text());
    }
    expect(bodies.size).toBe(1);
    for (const path of ['/ik/profiel', '/ik/gegevens.json', '/ik/stoppen']) expect((await joris.request.get(site.url + path, { maxRedirects: 0 })).headers().location).toBe('/ik');
    expect((await joris.request.post(`${site.url}/ik`, { form: { stap: 'zet uit', item: 'foto' }, headers: { origin: site.url } })).status()).toBe(404);
  });

  it('of Piet never reaches Samira, whatever he asks for', async () => {
    const piet = await open(await linkOf(await site.signIn('Mo'), 'Piet'));
    for (const path of ['/ik', '/ik/profiel', '/ik/werkgevers', '/ik/werk', '/ik/stoppen', '/ik/gegevens.json']) expect(await (await piet.request.get(site.url + path)).text(), path).not.toMatch(/Samira|magazijn/);
  });
});

describe('Samira, Karin of Van Dijk and Mo, at the same time', () => {
  it('each see what Samira chose at the very next request: photo off, hidden, shown again, withdrawn', async () => {
    const [karin, wim, mo] = [await site.signIn('Karin'), await site.signIn('Wim'), await site.signIn('Mo')];
    const samira = await open(await linkOf(mo, 'Samira'));
    await karin.goto(profile());
    expect(await karin.getByRole('img', { name: 'Getekend portret van Samira' }).count()).toBe(1);

    await samira.getByRole('button', { name: /^Zet uit\s+mijn foto$/ }).click();
    expect(await text(samira)).toContain('Dit staat nu uit.');
    await karin.reload();
    expect(await karin.getByRole('img', { name: 'Getekend portret van Samira' }).count()).toBe(0);
    await mo.goto(`${site.url}/kandidaten/${site.kandidaten.Samira}`);
    expect(await text(mo)).toMatch(/Foto: nee/);
    expect(await text(mo)).toContain('Door de kandidaat zelf');

    await samira.goto(`${site.url}/ik/werkgevers`);
    expect(await text(samira)).toMatch(/Van Dijk Logistiek\s+2 keer, het laatst op/);
    await samira.getByLabel('Naam van het bedrijf').fill('van dijk');
    await samira.getByRole('button', { name: 'Zoek' }).click();
    await samira.getByRole('search').locator('xpath=..').getByRole('button', { name: 'Verberg mij voor Van Dijk Logistiek' }).click();
    expect(await text(samira)).toContain('Deze werkgever ziet je profiel niet meer.');
    expect((await karin.goto(profile()))!.status()).toBe(404);
    expect((await wim.goto(profile()))!.status()).toBe(200);
    await samira.getByRole('button', { name: 'Laat weer zien aan Van Dijk Logistiek' }).click();
    expect((await karin.goto(profile()))!.status()).toBe(200);

    await karin.goto(`${profile()}/kennismaken`);
    await karin.getByRole('button', { name: 'Vraag kennismaking aan' }).click();
    await samira.goto(`${site.url}/ik/stoppen`);
    await samira.getByRole('checkbox', { name: 'Ja, ik weet het zeker' }).check();
    await samira.getByRole('button', { name: 'Trek mijn profiel in' }).click();
    expect(await text(samira)).toContain('Niemand ziet het nog.');
    for (const page of [karin, wim]) expect((await page.goto(profile()))!.status()).toBe(404);
    await karin.goto(`${site.url}/talent?q=magazijn`);
    expect(await text(karin)).not.toContain('Samira');
    await karin.goto(`${site.url}/mijn`);
    expect(await text(karin)).toContain('Niet meer beschikbaar');
    expect(await text(karin)).not.toContain('Samira');
    await mo.reload();
    expect(await text(mo)).toContain('Ingetrokken');
    const els = await site.signIn('Els', { at: '/beheer/post' });
    await els.getByRole('link', { name: 'Een kandidaat is niet meer beschikbaar' }).click();
    expect(await text(els)).toContain('Deze kandidaat is niet meer beschikbaar.');

    const file = await samira.request.get(`${site.url}/ik/gegevens.json`);
    expect(file.headers()['content-disposition']).toContain('mijn-gegevens.json');
    expect(await file.json()).toMatchObject({ profiel: { voornaam: 'Samira', status: 'ingetrokken' }, wieKeek: expect.arrayContaining([expect.objectContaining({ werkgever: 'Van Dijk Logistiek' })]) });
  });
});

describe('Wim, who opened as many profiles today as one may', () => {
  it('reads that he can go on tomorrow and whom to call, and may still open what he opened before', async () => {
    const wim = await site.signIn('Wim');
    const joris = `${site.url}/talent/${site.kandidaten.Joris}`;
    await wim.goto(joris);
    const db = openDatabase(site.databasePath);
    const { werkgeverId, dag } = db.select().from(weergave).where(eq(weergave.kandidaatId, site.kandidaten.Joris!)).get()!;
    for (let i = 0; i < 60; i++) db.insert(weergave).values({ kandidaatId: makeKandidaat({ ref: `budget-${i}`, voornaam: 'Bas' }), werkgeverId, dag }).run();
    closeDatabase();
    const refused = await wim.goto(`${site.url}/talent/${site.kandidaten.Piet}`);
    expect(refused!.status()).toBe(429);
    expect(await text(wim)).toMatch(/60 verschillende profielen per dag[\s\S]*Bel Team Werkgevers/);
    expect((await wim.goto(joris))!.status()).toBe(200);
    expect((await (await site.signIn('Karin')).goto(`${site.url}/talent/${site.kandidaten.Piet}`))!.status()).toBe(200);
  });
});

/** Fatma meets Anders Groen the day after tomorrow. */
function meet(): void {
  const db = openDatabase(site.databasePath);
  const werkgeverId = db.select().from(werkgever).where(eq(werkgever.naam, 'Anders Groen')).get()!.id;
  const { id: matchId } = db.insert(match).values({ kandidaatId: site.kandidaten.Fatma!, werkgeverId, herkomst: 'kennismaking' }).returning({ id: match.id }).get();
  db.insert(afspraak).values({ matchId, uid: 'fatma@test', begin: new Date(Date.now() + 2 * 86_400_000).toISOString(), duurMinuten: 45, plaats: 'Kwekerijweg 3, Tilburg' }).run();
  closeDatabase();
}

describe('Fatma', () => {
  it('changes her hours, keeps what she typed when something is wrong, confirms, pauses and closes', async () => {
    const fatma = await open(await linkOf(await site.signIn('Mo'), 'Fatma'));
    await fatma.getByRole('link', { name: 'Mijn uren en dagen' }).click();
    await fatma.getByLabel('Minstens zoveel uur per week').fill('30');
    await fatma.getByLabel('Hoogstens zoveel uur per week').fill('24');
    await fatma.getByRole('checkbox', { name: 'ma ochtend' }).check();
    await fatma.getByRole('button', { name: 'Bewaar' }).click();
    expect(await fatma.getByRole('alert').innerText()).toContain('Het minste aantal uren is groter');
    expect(await fatma.getByLabel('Minstens zoveel uur per week').inputValue()).toBe('30');
    expect(await fatma.getByRole('checkbox', { name: 'ma ochtend' }).isChecked()).toBe(true);
    await fatma.getByLabel('Minstens zoveel uur per week').fill('16');
    await fatma.getByRole('button', { name: 'Bewaar' }).click();
    expect(await text(fatma)).toContain('zijn bewaard');
    await fatma.getByRole('link', { name: 'Zo ziet een werkgever mij' }).click();
    expect(await text(fatma)).toContain('16 tot 24 uur per week');
    expect(await fatma.getByRole('row', { name: /^Ochtend/ }).getByRole('cell').first().innerText()).toMatch(/ja/);
    await fatma.goto(`${site.url}/ik`);
    await fatma.getByRole('button', { name: 'Ik zoek nog steeds werk' }).click();
    expect(await text(fatma)).toContain('Wij weten nu dat je nog werk zoekt.');
    meet();
    await fatma.getByRole('button', { name: 'Zet op pauze' }).click();
    expect(await text(fatma)).toContain('Niemand ziet je profiel nu');
    expect(await text(fatma)).toMatch(/Je hebt een afspraak op \S+ \d+ \S+ \d{4}, .+ bij Anders Groen\.[\s\S]*Wil je die afzeggen\? Bel 013[\s\S]*De pauze zegt niets af\./);
    await fatma.getByRole('button', { name: 'Laat weer zien' }).click();
    expect(await text(fatma)).toContain('Werkgevers zien je profiel');
    await fatma.goto(`${site.url}/ik/stoppen`);
    await fatma.locator('form', { hasText: 'Ja, wis alles' }).evaluate((form) => { (form as HTMLFormElement).noValidate = true; });
    await fatma.getByRole('button', { name: 'Vraag om wissen' }).click();
    expect(await fatma.getByRole('alert').innerText()).toContain('Zet een vinkje als je het zeker weet.');
    await fatma.getByRole('button', { name: 'Sluit af' }).click();
    await fatma.goto(`${site.url}/ik`);
    expect(await text(fatma)).toContain('Deze link werkt niet meer');
  });

  it('has pages that axe finds nothing on, and so has the page on which Mo records what she said', async () => {
    const mo = await site.signIn('Mo');
    const fatma = await open(await linkOf(mo, 'Fatma'));
    await expectAccessibleFor(fatma, ['/ik', '/ik/profiel', '/ik/tijd', '/ik/werkgevers?q=van', '/ik/werk', '/ik/stoppen']);
    await expectAccessibleFor(mo, [`/kandidaten/${site.kandidaten.Fatma}/toestemming`]);
    await expectAccessibleFor(await site.visit(), ['/ik/geraden']);
  }, 120_000);

  it('tells Mo by telephone that her film may be shown; he records it and the day', async () => {
    const mo = await site.signIn('Mo', { at: `/kandidaten/${site.kandidaten.Fatma}/toestemming` });
    await mo.getByRole('checkbox', { name: /^Mijn film/ }).check();
    await mo.getByRole('button', { name: 'Leg vast' }).click();
    expect(await mo.getByRole('alert').innerText()).toContain('Kies hoe de kandidaat het heeft gezegd.');
    expect(await mo.getByRole('checkbox', { name: /^Mijn film/ }).isChecked()).toBe(true);
    await mo.getByRole('radio', { name: 'Per telefoon' }).check();
    await mo.getByRole('button', { name: 'Leg vast' }).click();
    expect(await text(mo)).toContain('vastgelegd en werkt meteen');
    expect(await mo.getByRole('row', { name: /^Film/ }).innerText()).toMatch(/Telefoon[\s\S]*Mo de Vries/);
    await mo.getByLabel('E-mailadres van de kandidaat').fill('geen adres');
    await mo.locator('form', { hasText: 'Mail de link' }).evaluate((form) => { (form as HTMLFormElement).noValidate = true; });
    await mo.getByRole('button', { name: 'Mail de link' }).click();
    expect(await mo.getByRole('alert').innerText()).toContain('Vul een e-mailadres in');
    await mo.getByLabel('E-mailadres van de kandidaat').fill('fatma@eigen.example');
    await mo.getByRole('button', { name: 'Mail de link' }).click();
    expect(await text(mo)).toContain('De link is gemaild.');
  });
});
