/** The instrumentenboek, the rekenhulp and the verhalen in a real browser: without JavaScript, and live with it. */
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#db/client.ts';
import { gebruiker } from '#db/schema.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { makeVacature } from '../support/database.ts';
import { expectAccessible, findNothing } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const link = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name, exact: typeof name === 'string' });
/** The example that the law's own figures give: 24 hours, loonwaarde 60, a small employer, in the register. */
const VOORBEELD: Record<string, string> = { Leeftijd: '30', 'Uren per week': '24', 'Loonwaarde in procenten': '60' };

/** Anja found Samira fit for a job with Karin that asks a heftruckcertificaat and offers scholing. */
function judgedPair(): { vacature: number; paar: number } {
  const db = openDatabase(site.databasePath);
  try {
    const vacature = makeVacature({ ref: `boek-${paren++}`, titel: 'Orderpicker in hal 3', taken: ['orders verzamelen'], certificaten: { vereist: ['heftruckcertificaat'] }, uren: { min: 24, max: 32 }, biedt: ['scholing', 'begeleiding'] });
    const anja = loadActor(db.select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, 'anja@regio.example')).get()!.id);
    const paar = proposeByHand(anja, site.kandidaten.Samira!, vacature);
    moveMatch(anja, paar, 'vind geschikt');
    return { vacature, paar };
  } finally {
    closeDatabase();
  }
}
let paren = 0;

async function vul(page: Page, velden: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(velden)) await page.getByLabel(label).fill(value);
}
const kies = (page: Page, vraag: string, antwoord: string) => page.getByRole('group', { name: vraag }).getByLabel(antwoord, { exact: true }).check();

describe('the instrumentenboek, without JavaScript', () => {
  it('narrows the overview to a situation and back, with the number that stands on the chip', async () => {
    const page = await site.visit({ at: '/instrumenten' });
    const chip = page.getByRole('navigation', { name: 'Situatie' }).getByRole('link', { name: /^Opleiden/ });
    const aantal = Number(/\d+/.exec(await chip.innerText())![0]);
    await chip.click();
    expect(await page.locator('main .tool').count()).toBe(aantal);
    expect(await text(page)).toContain('Scholing en certificaten');
    await page.getByRole('navigation', { name: 'Situatie' }).getByRole('link', { name: /^Alles/ }).click();
    expect(await page.locator('main .tool').count()).toBeGreaterThan(aantal);
    expect(await text(page)).toContain('Gestopte regelingen (3)');
  });

  it('puts what Karin ticked side by side, says what cannot go together, and lets her take one away', async () => {
    const page = await site.visit({ at: '/instrumenten' });
    for (const naam of ['Loonkostensubsidie', 'Indienstnemingssubsidie', 'No-riskpolis']) await page.getByLabel(`Vergelijk ${naam}`, { exact: true }).check();
    await page.getByRole('button', { name: 'Vergelijk wat u heeft gekozen' }).click();
    expect(await page.locator('.versus thead th').count()).toBe(4);
    expect(await text(page)).toContain('kunnen niet samen voor dezelfde persoon');
    await link(page, /Weghalen van Indienstneming/).click();
    expect(await page.locator('.versus thead th').count()).toBe(3);
    expect(await text(page)).not.toContain('kunnen niet samen');
  });

  it('asks at most a few questions and ends in a short list that can be changed, shared and compared', async () => {
    const page = await site.visit({ at: '/instrumenten/keuzehulp' });
    await page.getByRole('button', { name: 'Ik wil eerst kijken of het past' }).click();
    expect(await text(page)).toContain('Dit past tot nu toe');
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    expect(await text(page)).toContain('Dit past bij u');
    expect(await page.locator('main .tool').count()).toBe(3);
    const adres = page.url();
    await page.goto(`${site.url}/`);
    await page.goto(adres);
    expect(await text(page)).toContain('Werkervaringsplaats met intentie');
    await link(page, /Wijzig.*Wilt u de kandidaat aannemen/).click();
    expect(await page.getByRole('button', { name: 'Nee', exact: true }).count()).toBe(1);
  });

  it('finds an instrument by another word, by half a word and with a typing mistake, and helps when there is nothing', async () => {
    const page = await site.visit();
    for (const [woord, gevonden] of [['heftruck', 'Scholing en certificaten'], ['hefftruck', 'Scholing en certificaten'], ['garantiebaan', 'Banenafspraak'], ['ziek', 'No-riskpolis']] as const) {
      await page.goto(`${site.url}/instrumenten`);
      await page.getByLabel('Zoek in het instrumentenboek').fill(woord);
      await page.getByRole('button', { name: 'Zoeken' }).click();
      expect(await text(page), woord).toContain(gevonden);
    }
    await page.goto(`${site.url}/instrumenten/zoeken?q=xyzxyz`);
    expect(await text(page)).toContain('Niets gevonden voor “xyzxyz”.');
    await link(page, 'Begeleiden').click();
    expect(page.url()).toContain('/instrumenten/situatie/begeleiding');
  });

  it('prints as one document: every instrument once, and nothing to click', async () => {
    const page = await site.visit({ at: '/instrumenten/boek' });
    expect(await page.locator('.book').count()).toBe(27);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.top', '.foot', '.noprint']) expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    expect(await page.locator('.book').last().isVisible()).toBe(true);
  });

  it('sends no JavaScript with any page that is only read', async () => {
    const page = await site.visit({ javaScript: true });
    const scripts: string[] = [];
    page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()); });
    for (const path of ['/', '/instrumenten', '/instrumenten/no-riskpolis', '/instrumenten/boek', '/verhalen', '/verhalen/nog-niet-en-toch', '/zo-werkt-het-matchen', '/over', '/privacy', '/toegankelijkheid', '/cookies', '/werk']) await page.goto(site.url + path);
    expect(scripts).toEqual([]);
  });
});

describe('the rekenhulp', () => {
  it('counts the worked example to the cent, without JavaScript, at an address that can be shared', async () => {
    const page = await site.visit({ at: '/rekenhulp' });
    await vul(page, VOORBEELD);
    await kies(page, 'Staat de medewerker in het doelgroepregister?', 'Ja');
    await kies(page, 'Begint u met de vaste subsidie zonder meting?', 'Ja');
    await page.getByRole('button', { name: 'Reken uit' }).click();
    const shown = (await page.locator('#uitkomst').innerText()).replaceAll(' ', ' ');
    for (const bedrag of ['18.707,52', '1.496,60', '3.460,97', '23.665,09', '8.081,65', '1.899,19', '13.684,25', '1.260,48', '12.423,77', '6.238,02', '9,95']) expect(shown).toContain(`€ ${bedrag}`);
    expect(shown).toContain('Niet meegerekend');
    expect(await page.getByLabel('Het adres van deze berekening').inputValue()).toContain('/rekenhulp?leeftijd=30&urenPerWeek=24&loonwaarde=60');
    const adres = page.url();
    const later = await site.visit();
    await later.goto(adres);
    expect(await later.locator('#uitkomst-kop').innerText()).toContain('12.423,77');
  });

  it.each<[string, Record<string, string>, string]>([
    ['nothing at all', { Leeftijd: '', 'Uren per week': '' }, 'Vul de uren per week in.'],
    ['minus eight hours', { 'Uren per week': '-8' }, 'Vul bij de uren per week meer dan 0 in'],
    ['no hours', { 'Uren per week': '0' }, 'meer dan 0'],
    ['200 hours', { 'Uren per week': '200' }, 'ten hoogste 48'],
    ['a loonwaarde of 130', { 'Loonwaarde in procenten': '130' }, 'ten hoogste 100%'],
    ['a word', { Leeftijd: 'dertig' }, 'Vul de leeftijd in met cijfers'],
  ])('says at the field what is wrong with %s, and keeps what was typed', async (_, velden, melding) => {
    const page = await site.visit({ at: '/rekenhulp' });
    await vul(page, { ...VOORBEELD, ...velden });
    await page.getByRole('button', { name: 'Reken uit' }).click();
    expect(await page.getByRole('alert').innerText()).toContain(melding);
    expect(await page.locator('.field .fout').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining(melding)]));
    for (const [label, value] of Object.entries({ ...VOORBEELD, ...velden })) expect(await page.getByLabel(label).inputValue()).toBe(value);
  });

  it('reads a comma and a point alike', async () => {
    const page = await site.visit();
    const kop = async (uren: string) => { await page.goto(`${site.url}/rekenhulp?leeftijd=30&urenPerWeek=${uren}&loonwaarde=60&contract=vast&omvang=klein&register=nee&forfait=nee`); return page.locator('#uitkomst-kop').innerText(); };
    expect(await kop('25,5')).toBe(await kop('25.5'));
  });

  it('is live with JavaScript: the outcome and the address follow, a mistake is told at its field, and the field is kept', async () => {
    const page = await site.visit({ javaScript: true });
    const klachten: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('422')) klachten.push(message.text()); });
    await page.goto(`${site.url}/rekenhulp`);
    await vul(page, VOORBEELD);
    await kies(page, 'Staat de medewerker in het doelgroepregister?', 'Ja');
    await page.locator('#uitkomst-kop', { hasText: '12.423,77' }).waitFor();
    await page.waitForURL(/register=ja/);
    expect(await page.getByRole('status').innerText()).toContain('12.423,77');
    const uren = page.getByLabel('Uren per week');
    await uren.fill('200');
    await page.locator('.field .fout', { hasText: 'ten hoogste 48' }).waitFor();
    expect(await uren.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await uren.getAttribute('aria-describedby')).toContain('urenPerWeek-fout');
    await findNothing(page, 'rekenhulp met uitkomst');
    await uren.fill('24');
    await page.locator('#uitkomst-kop', { hasText: '12.423,77' }).waitFor();
    expect(await page.locator('.field .fout').count()).toBe(0);
    await page.goBack();
    expect(page.url()).not.toContain('/rekenhulp?leeftijd');
    expect(klachten).toEqual([]);
  });
});

describe('a bridge of a match', () => {
  it('opens the instrument with the job filled in, and hands its hours to the rekenhulp', async () => {
    const page = await site.visit({ at: '/instrumenten/loonkostensubsidie/plek?vorm=betaald+werk&uren=24-32&start=2099-12-01' });
    const plek = await page.getByRole('region', { name: 'Bij deze plek' }).innerText();
    for (const deel of ['Betaald werk', '24 tot 32 uur per week', '1 december 2099. Vraag het aan vóór die dag.', 'Bij 32 uur per week']) expect(plek).toContain(deel);
    await link(page, 'Reken met deze uren').click();
    expect(await page.getByLabel('Uren per week').inputValue()).toBe('32');
    expect(await page.getByLabel('Loonwaarde in procenten').inputValue()).toBe('');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says so when an instrument needs a contract that this place does not bring, and answers 404 for one that is not there', async () => {
    const page = await site.visit({ at: '/instrumenten/loonkostensubsidie/plek?vorm=proefplaatsing&uren=8-16' });
    expect(await text(page)).toContain('Dit hoort bij een eigen arbeidscontract.');
    expect(await link(page, 'Reken met deze uren').count()).toBe(0);
    expect((await page.goto(`${site.url}/instrumenten/bestaat-niet/plek`))!.status()).toBe(404);
  });

  it('is in front of Karin when she says what she can arrange, named by Peter with his word, and read by Karin', async () => {
    const { vacature, paar } = judgedPair();
    const karin = await site.signIn('Karin', { at: `/vacatures/${vacature}/controle` });
    const aanbod = karin.getByRole('heading', { name: 'Dit past bij wat u regelt' }).locator('..');
    expect(await aanbod.getByRole('listitem').count()).toBe(3);
    await karin.goto(`${site.url}/vacatures/${vacature}/stap/4`);
    expect(await aanbod.getByRole('link').first().getAttribute('href')).toBe('/instrumenten/scholing/plek?vorm=betaald+werk&uren=24-32');
    const peter = await site.signIn('Peter', { at: `/presenteren/${paar}` });
    expect(await link(peter, 'Scholing en certificaten').getAttribute('href')).toBe('/instrumenten/scholing/plek?vorm=betaald+werk&uren=24-32&geregeld=ja');
    await peter.getByLabel('Scholing en certificaten').check();
    await peter.getByLabel('Uw persoonlijke woord aan de werkgever').fill('   ');
    await peter.getByRole('button', { name: 'Stel Samira voor' }).click();
    expect(await peter.getByRole('alert').innerText()).toContain('Schrijf een persoonlijk woord');
    expect(await peter.getByLabel('Scholing en certificaten').isChecked()).toBe(true);
    await peter.getByLabel('Uw persoonlijke woord aan de werkgever').fill('Samira leert snel.');
    await peter.getByRole('button', { name: 'Stel Samira voor' }).click();
    expect(await text(peter)).toContain('Instrumenten: scholing');
    await karin.goto(`${site.url}/voordrachten/${paar}`);
    await karin.getByRole('heading', { name: 'Dit kan u helpen' }).locator('..').getByRole('link', { name: 'Scholing en certificaten' }).click();
    expect(await text(karin)).toContain('24 tot 32 uur per week');
  });

  it('takes no instrument that is not in the book, and no more than five', async () => {
    const { paar } = judgedPair();
    const peter = await site.signIn('Peter');
    const post = async (instrumenten: string[]) => (await peter.request.post(`${site.url}/presenteren/${paar}`, { headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' }, data: new URLSearchParams([['stap', 'draag voor'], ['bericht', 'Samira leert snel.'], ...instrumenten.map((id) => ['instrumenten[]', id])]).toString() })).text();
    expect(await post(['lage-inkomensvoordeel'])).toContain('Kies instrumenten uit de lijst.');
    expect(await post(['scholing', 'proefplaatsing', 'no-riskpolis', 'detachering', 'job-carving', 'harrie-training'])).toContain('Noem hoogstens vijf instrumenten');
  });
});

describe('what everybody may find', () => {
  it('the open vacature of Wim on the list and on a page that search engines can read, without a complaint of the browser', async () => {
    const page = await site.visit({ javaScript: true });
    const klachten: string[] = [];
    page.on('console', (message) => klachten.push(message.text()));
    await page.goto(`${site.url}/werk?q=tuin`);
    await link(page, 'Hulp in de tuin').click();
    const posting = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!) as { title: string; hiringOrganization: { name: string } };
    expect(posting).toMatchObject({ '@type': 'JobPosting', title: 'Hulp in de tuin', hiringOrganization: { name: 'Anders Groen' } });
    for (const woord of [posting.title, posting.hiringOrganization.name, 'Tilburg', 'Heggen snoeien']) expect(await text(page)).toContain(woord);
    expect(await page.request.get(`${site.url}/sitemap.xml`).then((answer) => answer.text())).toContain(new URL(page.url()).pathname);
    expect(klachten).toEqual([]);
  });

  it('robots.txt that names the sitemap of this address, and security.txt with a contact and a day in the future', async () => {
    const page = await site.visit();
    const robots = await (await page.request.get(`${site.url}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`);
    expect(robots).toContain('Disallow: /talent/');
    const security = await (await page.request.get(`${site.url}/.well-known/security.txt`)).text();
    const { contact } = JSON.parse(readFileSync(new URL('../../src/regio.json', import.meta.url), 'utf8')) as { contact: { email: string } };
    expect(security).toContain(`Contact: mailto:${contact.email}`);
    expect(Date.parse(/Expires: (.+)/.exec(security)![1]!)).toBeGreaterThan(Date.now());
  });

  it('a way on from a page that is not there', async () => {
    const page = await site.visit();
    expect((await page.goto(`${site.url}/werk/999999`))!.status()).toBe(404);
    for (const href of ['/talent', '/', '/instrumenten', '/verhalen', '/werk']) expect(await page.locator(`main a[href="${href}"]`).count(), href).toBe(1);
  });

  it('what helps with the profile of Samira, in words that tell no reason', async () => {
    const page = await site.visit();
    await page.goto(`${site.url}/talent/${site.kandidaten.Samira}`);
    expect(await text(page)).toContain('Wat helpt');
    expect(await text(page)).not.toMatch(/loonwaarde|doelgroepregister|beperking/i);
  });
});

describe('the verhalen', () => {
  it('lead from the list to a story with its card, from there to an instrument with an amount, and back to a story', async () => {
    const page = await site.visit({ at: '/verhalen' });
    expect(await page.locator('main .person').count()).toBeGreaterThanOrEqual(9);
    await link(page, 'Een jaar op de kwekerij').click();
    for (const vraag of ['Wat kan ik?', 'Wat heb ik nodig?', 'Wie helpt?', 'Wat kost het?', 'Wat als het misgaat?']) expect(await text(page)).toContain(vraag);
    expect(await text(page)).toContain('samengesteld uit meer dan één persoon');
    expect((await text(page)).replaceAll(' ', ' ')).toMatch(/ongeveer € [\d.]+,\d\d per jaar/);
    await link(page, 'Loonkostensubsidie').first().click();
    expect(page.url()).toContain('/instrumenten/loonkostensubsidie');
    await page.getByRole('complementary').getByRole('link', { name: 'Een jaar op de kwekerij' }).or(page.locator('aside a[href^="/verhalen/"]')).first().click();
    expect(page.url()).toContain('/verhalen/');
  });

  it('show talent in the sector of the story', async () => {
    const page = await site.visit({ at: '/verhalen/een-jaar-op-de-kwekerij' });
    await link(page, /^Talent in/).click();
    expect(page.url()).toContain('/talent?sector=groen');
    expect(await text(page)).toContain('planten');
  });
});

describe('every page of the book', () => {
  const REKEN = 'leeftijd=30&urenPerWeek=24&loonwaarde=60&contract=vast&omvang=klein&register=ja&forfait=ja';
  const PAGES = [
    '/instrumenten', '/instrumenten/situatie/kosten', '/instrumenten/loonkostensubsidie', '/instrumenten/lkv-oudere', '/instrumenten/scholing/plek?vorm=werkervaringsplaats&uren=8-16&geregeld=ja', '/instrumenten/boek',
    '/instrumenten/vergelijken?id=loonkostensubsidie&id=no-riskpolis&id=scholing&id=detachering', '/instrumenten/keuzehulp?doel=aannemen', '/instrumenten/zoeken?q=ziek', '/rekenhulp', `/rekenhulp?${REKEN}`, '/rekenhulp?leeftijd=x',
    '/verhalen', '/verhalen/een-jaar-op-de-kwekerij', '/werk', '/werk/1', '/werk?q=zzz', '/over', '/privacy', '/toegankelijkheid', '/cookies', '/zo-werkt-het-matchen',
  ];

  it('has nothing that axe objects to, wide and light or narrow and dark, and fits', async () => {
    const page = await site.visit({ javaScript: true });
    for (const path of PAGES) {
      await page.goto(site.url + path);
      await expectAccessible(page, path);
    }
  }, 120_000);
});
