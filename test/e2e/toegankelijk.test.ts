/** axe on every page and its main states, at a wide and a narrow window, light and dark; and no page wider than the window. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useSite, type Naam } from '../support/site.ts';

const site = useSite();

/** Who opens which page; a second path is followed by its first link. */
const PAGES: [Naam | null, string, string?][] = [
  [null, '/'], [null, '/talent'], [null, '/talent?q=zzzz&afstand=5'], [null, '/registreren'], [null, '/inloggen'], [null, '/wachtwoord-vergeten'], [null, '/wachtwoord-vergeten?verstuurd'], [null, '/wachtwoord/x'], [null, '/bevestig/x'], [null, '/bestaat-niet'], [null, '/verhalen/zes-weken-tussen-de-stellingen'],
  ['Karin', '/mijn'], ['Karin', '/talent', '/talent/'], ['Karin', '/vacatures'], ['Karin', '/vacatures/nieuw'], ['Karin', '/talent?q=magazijn&afstand=15&uren_van=16'], ['Karin', '/favorieten'], ['Karin', '/mijn/zoekopdrachten'],
  ['Wim', '/vacatures/1'], ['Wim', '/vacatures/1/stap/1'], ['Wim', '/vacatures/1/stap/2'], ['Wim', '/vacatures/1/stap/3'], ['Wim', '/vacatures/1/stap/4'], ['Wim', '/vacatures/1/controle'],
  ['Anja', '/werkbank'], ['Anja', '/werkbank', '/werkbank/'], ['Anja', '/kandidaten'], ['Anja', '/kandidaten', '/kandidaten/'], ['Anja', '/vacatures/1'], ['Anja', '/vacatures'], ['Anja', '/kandidaten?q=zzzz&sector=groen'],
  ['Peter', '/curatie'], ['Peter', '/curatie', '/curatie/'], ['Peter', '/presenteren'], ['Peter', '/werkgevers'], ['Peter', '/werkgevers', '/werkgevers/'],
  ['Mo', '/kandidaten'],
  ['Els', '/beheer'], ['Els', '/beheer/post'],
];

/** axe needs scripts in the page, so these pages are opened with JavaScript in a context that is signed in without. */
async function check(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: page as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((item) => `${what}: ${item.id}: ${item.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

describe.each([...new Set(PAGES.map(([naam]) => naam))])('the pages of %s', (naam) => {
  it('have nothing that axe objects to, wide and narrow, light and dark, and fit a window of 320 px', async () => {
    const signedIn = naam ? await site.signIn(naam) : await site.visit();
    const cookies = await signedIn.context().cookies();
    const page = await site.visit({ javaScript: true });
    await page.context().addCookies(cookies);
    for (const [, path, follow] of PAGES.filter(([who]) => who === naam)) {
      await page.goto(site.url + path);
      if (follow) {
        const href = await page.locator(`main a[href^="${follow}"]`).first().getAttribute('href');
        await page.goto(site.url + href!);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await check(page, `${path} licht`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await check(page, `${path} donker`);
      await page.setViewportSize({ width: 320, height: 700 });
      await check(page, `${path} smal`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} past in 320 px`).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  }, 120_000);
});
