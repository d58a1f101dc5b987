/** Journey 5: Mo puts somebody in the window, with a script and without, and brings a file; somebody else is at it too. */
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const text = (page: Page) => page.locator('main').innerText();
const PRESENTATIE = 'Ik ben graag buiten en werk rustig door. Ik vind het fijn als mijn werk er netjes uitziet.';

/** Everything a hand does, counted. */
function hand(page: Page) {
  let taps = 0;
  return {
    fill: (label: string, value: string) => { taps++; return page.getByLabel(label).fill(value); },
    tick: (label: string) => { taps++; return page.getByLabel(label, { exact: true }).check(); },
    choose: (label: string, value: string) => { taps++; return page.getByLabel(label).selectOption(value); },
    click: (what: Locator) => { taps++; return what.click(); },
    press: (key: string) => { taps++; return page.keyboard.press(key); },
    get taps() { return taps; },
  };
}

/** Starts a concept by hand and gives its address. */
async function start(page: Page, voornaam: string): Promise<string> {
  await page.goto(`${site.url}/kandidaten/nieuw`);
  await page.getByLabel('Voornaam').fill(voornaam);
  await page.getByRole('button', { name: 'Begin het profiel' }).click();
  await page.waitForURL(/\/bewerken$/);
  return page.url();
}

describe('journey 5: Mo enters a kandidaat', () => {
  it('from the empty form to the curation queue in at most 25 interactions, all of it saved on the way', async () => {
    const page = await site.signIn('Mo', { javaScript: true });
    await page.goto(`${site.url}/kandidaten/nieuw`);
    const doing = hand(page);
    await doing.fill('Voornaam', 'Bilal');
    await doing.fill('Woonplaats', 'Tilburg');
    await doing.click(page.getByRole('button', { name: 'Begin het profiel' }));
    await page.waitForURL(/\/bewerken$/);
    await doing.fill('Eén zin over wat iemand zoekt', 'Ik zoek werk in het groen');
    await doing.fill('Wie is het, in eigen woorden?', PRESENTATIE);
    await doing.fill('Welk werk zoekt iemand?', 'hoven');
    await page.getByRole('option', { name: 'hovenier', exact: true }).waitFor();
    await doing.press('ArrowDown');
    await doing.press('Enter');
    await doing.fill('Wat kan iemand?', 'snoeien, maaien, schoffelen,');
    await doing.fill('Talen (mag leeg blijven)', 'Nederlands B1,');
    await doing.fill('Minste uren per week', '24');
    await doing.fill('Meeste uren per week', '32,5');
    for (const dag of ['maandag ochtend', 'dinsdag ochtend', 'woensdag ochtend']) await doing.tick(dag);
    await doing.tick('Fiets');
    await doing.choose('Werkmakelaar', 'Anja de Vries');
    await doing.fill('E-mailadres', 'bilal@voorbeeld.example');
    await doing.tick('Arbeidsfit: iemand kan binnen drie maanden aan het werk');
    await page.getByRole('status').filter({ hasText: /^Bewaard om \d\d\.\d\d$/ }).waitFor();
    // The meter and the employer's view followed without a click.
    await page.locator('#voorbeeld').getByText('Ik zoek werk in het groen').waitFor();
    await doing.click(page.getByRole('button', { name: 'Dien in' }));
    await page.waitForURL(/\/kandidaten\/\d+$/);
    expect(await text(page)).toContain('Ter curatie');
    expect(doing.taps).toBeLessThanOrEqual(25);
    const peter = await site.signIn('Peter', { at: '/curatie' });
    await peter.getByRole('link', { name: 'Bilal', exact: true }).click();
    expect(await text(peter)).toMatch(/hovenier[\s\S]*24 tot 32,5 uur/);
  });

  it('also without a script: everything typed in one go, with commas, and what is missing is named at its field', async () => {
    const page = await site.signIn('Mo');
    await start(page, 'Noor');
    await page.getByLabel('Welk werk zoekt iemand?').fill('kapper, receptionist');
    await page.getByLabel('Talen').fill('Nederlands');
    await page.getByLabel('Meeste uren per week').fill('20');
    await page.getByRole('button', { name: 'Dien in' }).click();
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('Talen: zet achter "Nederlands" een niveau van A1 tot C2.');
    expect(await page.getByLabel('Talen').inputValue()).toBe('Nederlands');
    expect(await page.getByLabel('Welk werk zoekt iemand?').inputValue()).toBe('kapper\nreceptionist');
    await page.getByLabel('Talen').fill('Nederlands B2');
    await page.getByRole('button', { name: 'Dien in' }).click();
    for (const missing of ['Schrijf één zin over wat iemand zoekt.', 'Vertel wie iemand is, in ten minste 20 tekens.', 'Vul de woonplaats in.', 'Zet een vinkje als iemand arbeidsfit is.']) expect(await alert.getByRole('link', { name: missing }).count()).toBe(1);
    expect(await page.getByLabel('Minste uren per week').inputValue()).toBe('20');
    await page.getByLabel('Eén zin over wat iemand zoekt').fill('Ik sta mensen graag te woord');
    await page.getByLabel('Wie is het, in eigen woorden?').fill(PRESENTATIE);
    await page.getByLabel('Woonplaats').fill('Goirle');
    await page.getByLabel('Arbeidsfit: iemand').check();
    await page.getByRole('button', { name: 'Dien in' }).click();
    expect(await text(page)).toContain('Ter curatie');
  });

  it('with the hints that an accountmanager will read, while writing; they hold nothing up', async () => {
    const page = await site.signIn('Mo', { javaScript: true });
    const address = await start(page, 'Romy');
    await page.getByLabel('Wie is het, in eigen woorden?').fill('Na mijn burn-out wil ik graag weer rustig beginnen met werk dat bij mij past en waar ik met een klein en vast team aan kan wennen.');
    const hints = page.locator('#hints');
    await hints.getByText('“burn-out” bij eigen verhaal').waitFor();
    expect(await hints.innerText()).toMatch(/Beter: Schrijf welk begin[\s\S]*Leest het makkelijk\?[\s\S]*Knip deze zin in tweeën/);
    await page.getByRole('status').filter({ hasText: /^Bewaard om/ }).waitFor();
    await expectAccessible(page, 'profiel schrijven met hints');
    await page.getByLabel('Wie is het, in eigen woorden?').fill(PRESENTATIE);
    await hints.getByText('“burn-out”').waitFor({ state: 'detached' });
    const zonder = await site.signIn('Mo');
    await zonder.goto(address);
    expect(await zonder.locator('#hints').innerText()).toContain('makkelijk te lezen');
  });

  it('once, also when the same form is sent twice', async () => {
    const page = await site.signIn('Mo', { at: '/kandidaten/nieuw' });
    const sleutel = await page.locator('input[name="sleutel"]').inputValue();
    const post = () => page.request.post(`${site.url}/kandidaten/nieuw`, { form: { sleutel, voornaam: 'Dubbel', plaats: 'Tilburg' }, headers: { origin: site.url }, maxRedirects: 0 });
    const [een, twee] = [await post(), await post()];
    expect([een.status(), twee.status()]).toEqual([303, 303]);
    expect(twee.headers().location).toBe(een.headers().location);
    await page.goto(`${site.url}/kandidaten?q=dubbel`);
    expect(await page.getByRole('link', { name: 'Dubbel', exact: true }).count()).toBe(1);
  });

  it('and reads why Peter sent the profile back, on top of the form and in the list', async () => {
    const peter = await site.signIn('Peter', { at: `/curatie/${site.kandidaten.Adanna}` });
    await peter.getByLabel('Wat kan er beter?').fill('Vertel ook wat Adanna eerder deed.');
    await peter.getByRole('button', { name: 'Stuur terug' }).click();
    const mo = await site.signIn('Mo', { at: '/kandidaten' });
    await mo.getByRole('region', { name: 'Deze maand' }).getByRole('link', { name: 'Adanna' }).click();
    expect(await text(mo)).toContain('Peter de Vries stuurde dit profiel terug');
    expect(await text(mo)).toContain('Vertel ook wat Adanna eerder deed.');
  });
});

describe('two people at one profile', () => {
  it('lose nothing: Mo and Anja change other fields at the same time, and the same field is said to whoever is second', async () => {
    const [mo, anja] = [await site.signIn('Mo'), await site.signIn('Anja')];
    const address = await start(mo, 'Teun');
    await mo.getByLabel('Werkmakelaar').selectOption('Anja de Vries');
    await mo.getByRole('button', { name: 'Bewaar' }).click();
    await mo.goto(address);
    await anja.goto(address);
    await mo.getByLabel('Woonplaats').fill('Goirle');
    await mo.getByLabel('Eén zin over wat iemand zoekt').fill('Zin van Mo');
    await mo.getByRole('button', { name: 'Bewaar' }).click();
    await anja.getByLabel('Meeste uren per week').fill('16');
    await anja.getByLabel('Eén zin over wat iemand zoekt').fill('Zin van Anja');
    await anja.getByRole('button', { name: 'Bewaar' }).click();
    expect(await anja.getByRole('alert').innerText()).toContain('Mo de Vries veranderde dit intussen. Nu is bewaard: “Zin van Mo”.');
    expect(await anja.getByLabel('Eén zin over wat iemand zoekt').inputValue()).toBe('Zin van Anja');
    expect(await anja.getByLabel('Woonplaats').inputValue()).toBe('Goirle');
    await mo.goto(address);
    expect([await mo.getByLabel('Eén zin over wat iemand zoekt').inputValue(), await mo.getByLabel('Meeste uren per week').inputValue()]).toEqual(['Zin van Mo', '16']);
    await anja.getByRole('button', { name: 'Bewaar' }).click();
    await mo.goto(address);
    expect(await mo.getByLabel('Eén zin over wat iemand zoekt').inputValue()).toBe('Zin van Anja');
  });

  it('hear it while they type, too, and a cut connection costs nothing', async () => {
    const [mo, anja] = [await site.signIn('Mo', { javaScript: true }), await site.signIn('Anja')];
    const address = await start(mo, 'Sofie');
    await mo.getByLabel('Werkmakelaar').selectOption('Anja de Vries');
    await mo.getByRole('status').filter({ hasText: /^Bewaard om/ }).waitFor();
    await mo.waitForResponse((response) => response.request().method() === 'GET' && response.url() === address);
    await anja.goto(address);
    await anja.getByLabel('Eén zin over wat iemand zoekt').fill('Zin van Anja');
    await anja.getByRole('button', { name: 'Bewaar' }).click();
    await mo.context().setOffline(true);
    await mo.getByLabel('Eén zin over wat iemand zoekt').fill('Zin van Mo');
    await mo.getByText('Nog niet bewaard: er is geen verbinding.').waitFor();
    await mo.context().setOffline(false);
    await mo.getByText('Anja de Vries veranderde dit intussen.').waitFor();
    expect(await mo.getByLabel('Eén zin over wat iemand zoekt').inputValue()).toBe('Zin van Mo');
    expect(await mo.getByRole('status').filter({ hasText: 'nog niet bewaard' }).innerText()).toBe('Eén veld is nog niet bewaard.');
  });
});

describe('a file of Mo', () => {
  const upload = async (page: Page, name: string, content: string | Buffer) => {
    await page.goto(`${site.url}/kandidaten/importeren`);
    await page.getByLabel('Bestand met kandidaten').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByRole('button', { name: 'Bekijk wat er zou veranderen' }).click();
  };
  const FILE = 'ref;voornaam;plaats;urenMin;urenMax;arbeidsfit;schoenmaat\nk5;Adanna;Tilburg;24;36;ja;38\nnieuw-1;Kees;Goirle;16;24;nee;44\nnieuw-2;Lies;Goirle;veel;24;ja;39\nk1;Samira Jansen;Tilburg;20;32;ja;37\n';

  it('shows what it would change and does nothing; after a yes it does exactly that, once', async () => {
    const page = await site.signIn('Mo');
    await upload(page, 'juni.csv', FILE);
    const main = await text(page);
    expect(main).toContain('Dit zou juni.csv veranderen');
    expect(main).toContain('1 nieuwe kandidaat, 1 gewijzigd, 0 zonder verschil, 2 afgewezen.');
    expect(main).toContain('schoenmaat');
    expect(main).toMatch(/Regel 4 \(nieuw-2\)\s+urenMin: moet een getal zijn/);
    expect(main).toMatch(/Regel 5: Samira Jansen \(k1\)\s+voornaam: staat in het venster/);
    expect(main).toMatch(/urenMin\s+20 →\s+wordt\s+24/);
    expect(await (await page.request.get(`${site.url}/kandidaten?q=kees`)).text()).not.toContain('Kees');
    const yes = page.getByRole('button', { name: 'Voer dit uit: 2 kandidaten' });
    const form = { sleutel: await page.locator('input[name="sleutel"]').inputValue(), vingerafdruk: await page.locator('input[name="vingerafdruk"]').inputValue(), stap: 'voer uit' };
    await yes.click();
    expect(await page.getByRole('status').innerText()).toContain('1 nieuwe kandidaat en 1 gewijzigd');
    const again = await page.request.post(`${site.url}/kandidaten/importeren`, { multipart: form, headers: { origin: site.url } });
    expect([again.status(), await again.text()]).toEqual([422, expect.stringContaining('Dit bestand is al verwerkt')]);
    await page.goto(`${site.url}/kandidaten?q=kees`);
    expect(await text(page)).toMatch(/Kees[\s\S]*Concept/);
  });

  it('that is no list of kandidaten, is empty or is too large is answered in words', async () => {
    const page = await site.signIn('Mo');
    for (const [name, content, message] of [['a.csv', 'naam,adres\nx,y\n', 'ontbreekt de kolom ref'], ['b.csv', '\n\n', 'geen kandidaten'], ['c.jsonl', Buffer.from('\uFEFF{"ref": "x"}\n', 'utf16le'), 'UTF-16'], ['d.csv', 'x'.repeat(1_200_000), 'groter dan 1 MB']] as const) {
      await upload(page, name, content);
      expect(await text(page)).toContain(message);
    }
  });
});

describe('the pages of an aanmelder', () => {
  it('have nothing that axe objects to and fit a window of 320 px', async () => {
    const page = await site.signIn('Mo', { javaScript: true });
    for (const path of ['/kandidaten', '/kandidaten/nieuw', '/kandidaten/importeren', '/kandidaten/importeren/kolommen', `/kandidaten/${site.kandidaten.Adanna}/bewerken`, `/kandidaten/${site.kandidaten.Samira}/bewerken`]) {
      await page.goto(site.url + path);
      await expectAccessible(page, path);
    }
  }, 120_000);

  it('nor have they with faults, with suggestions and with a file to look at', async () => {
    const page = await site.signIn('Mo', { javaScript: true });
    await start(page, 'Wout');
    await page.getByRole('button', { name: 'Dien in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Welk werk zoekt iemand?').fill('magazijn');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, 'bewerken met fouten en suggesties');
    await page.goto(`${site.url}/kandidaten/importeren`);
    await page.getByLabel('Bestand met kandidaten').setInputFiles({ name: 'mei.csv', mimeType: 'text/csv', buffer: Buffer.from('ref,voornaam,plaats,urenMin,urenMax,arbeidsfit,x\nk5,Adanna,Tilburg,8,36,ja,1\nm-1,Bo,Verweg,8,10,nee,1\nm-2,Bo,Verweg,8,10,misschien,1\n') });
    await page.getByRole('button', { name: 'Bekijk wat er zou veranderen' }).click();
    await expectAccessible(page, 'importeren met voorbeeld');
  }, 120_000);
});
