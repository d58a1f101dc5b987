/**
 * npm run screens: screenshots of every page for people to look at, from a demo server that runs already.
 * BASE names the server; without a folder argument the two pictures of the README are renewed.
 */
import { mkdirSync } from 'node:fs';
import type { BrowserContext } from 'playwright';
import { launchBrowser } from './chromium.ts';

const BASE = process.env.BASE ?? 'http://localhost:4321';
const WACHTWOORD = 'venster-op-talent';
const [folder] = process.argv.slice(2);
const browser = await launchBrowser();

/** Role, page, and a name for the file. A page may be found by following the first link with this start. */
const PAGES: [string | null, string, string, string?][] = [
  [null, '/', 'home'], [null, '/talent', 'etalage-bezoeker'], [null, '/registreren', 'registreren'], [null, '/inloggen', 'inloggen'], [null, '/bestaat-niet', '404'],
  ['werkgever', '/talent?q=hefftruck&afstand=15', 'etalage-zoek'], ['werkgever', '/talent', 'etalage'], ['werkgever', '/talent?q=zzzzzz&afstand=5', 'etalage-leeg'], ['werkgever', '/talent', 'profiel', '/talent/'], ['werkgever', '/mijn', 'mijn'], ['werkgever', '/vacatures', 'vacatures'], ['werkgever', '/mijn', 'voordracht', '/voordrachten/'], ['werkgever', '/vacatures', 'vacature', '/vacatures/'], ['werkgever', '/vacatures/1/stap/1', 'stap1'], ['werkgever', '/vacatures/1/stap/2', 'stap2'], ['werkgever', '/vacatures/1/controle', 'controle'],
  ['werkmakelaar', '/werkbank', 'werkbank'], ['werkmakelaar', '/werkbank', 'match', '/werkbank/'], ['werkmakelaar', '/kandidaten', 'kandidaten'], ['werkmakelaar', '/kandidaten', 'kandidaat', '/kandidaten/'], ['werkmakelaar', '/vacatures/1', 'vacature-rang'],
  ['accountmanager', '/curatie', 'curatie'], ['accountmanager', '/curatie', 'curatie-profiel', '/curatie/'], ['accountmanager', '/presenteren', 'presenteren'], ['accountmanager', '/presenteren', 'presenteer', '/presenteren/'], ['accountmanager', '/werkgevers', 'werkgevers'], ['accountmanager', '/werkgevers', 'werkgever', '/werkgevers/'], ['beheerder', '/beheer', 'beheer'],
];

if (folder) await everyPage(folder);
else await readmePictures();
await browser.close();

async function signIn(context: BrowserContext, rol: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${BASE}/inloggen`);
  await page.getByLabel('E-mailadres').fill(`${rol}@demo.example`);
  await page.getByLabel('Wachtwoord').fill(WACHTWOORD);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'), { timeout: 5000 });
  await page.close();
}

async function everyPage(into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  for (const [name, width, colorScheme] of [['breed', 1280, 'light'], ['smal', 360, 'light'], ['donker', 1280, 'dark']] as const) {
    for (const rol of new Set(PAGES.map(([who]) => who))) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      context.setDefaultTimeout(5000);
      if (rol) await signIn(context, rol);
      const page = await context.newPage();
      for (const [, path, file, follow] of PAGES.filter(([who]) => who === rol)) {
        await page.goto(BASE + path);
        if (follow) {
          const href = await page.locator(`main a[href^="${follow}"]`).first().getAttribute('href');
          if (href) await page.goto(BASE + href);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) console.log(`${name} ${file}: ${wide} px breed`);
        await page.screenshot({ path: `${into}/${file}-${name}.png` });
      }
      await context.close();
    }
  }
}

async function readmePictures(): Promise<void> {
  const into = new URL('../screens/', import.meta.url).pathname;
  mkdirSync(into, { recursive: true });
  for (const [rol, path, file] of [['werkgever', '/talent?q=orderpicker', 'etalage'], ['werkmakelaar', '/werkbank', 'werkbank']] as const) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
    await signIn(context, rol);
    const page = await context.newPage();
    await page.goto(BASE + path);
    // The werkbank begins with what employers asked for, which has no score; the picture shows what comes after that.
    if (file === 'werkbank') await page.locator('main h2').nth(1).evaluate((heading) => heading.scrollIntoView());
    await page.screenshot({ path: `${into}${file}.png` });
    await context.close();
  }
}
