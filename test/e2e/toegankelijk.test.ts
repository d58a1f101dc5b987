/** axe on every page and its main states, wide and light, then narrow and dark; and no page wider than the window. */
import { describe, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { useSite, type Naam } from '../support/site.ts';

const site = useSite();

/** Who opens which page; a second path is followed by its first link. */
const PAGES: [Naam | null, string, string?][] = [
  [null, '/'], [null, '/talent'], [null, '/talent?q=zzzz&afstand=5'], [null, '/registreren'], [null, '/inloggen'], [null, '/wachtwoord-vergeten'], [null, '/wachtwoord-vergeten?verstuurd'], [null, '/wachtwoord/x'], [null, '/bevestig/x'], [null, '/bestaat-niet'],
  ['Karin', '/mijn'], ['Karin', '/talent', '/talent/'], ['Karin', '/vacatures'], ['Karin', '/vacatures/nieuw'], ['Karin', '/talent?q=magazijn&afstand=15&uren_van=16'], ['Karin', '/favorieten'], ['Karin', '/mijn/zoekopdrachten'],
  ['Wim', '/vacatures/1'], ['Wim', '/vacatures/1/stap/1'], ['Wim', '/vacatures/1/stap/2'], ['Wim', '/vacatures/1/stap/3'], ['Wim', '/vacatures/1/stap/4'], ['Wim', '/vacatures/1/controle'],
  ['Anja', '/kandidaten'], ['Anja', '/kandidaten', '/kandidaten/'], ['Anja', '/vacatures/1'], ['Anja', '/vacatures'], ['Anja', '/kandidaten?q=zzzz&sector=groen'],
  ['Peter', '/curatie'], ['Peter', '/curatie', '/curatie/'], ['Peter', '/presenteren'], ['Peter', '/werkgevers'], ['Peter', '/werkgevers', '/werkgevers/'],
  ['Mo', '/kandidaten'],
  ['Els', '/beheer'], ['Els', '/beheer/post'],
];

describe.each([...new Set(PAGES.map(([naam]) => naam))])('the pages of %s', (naam) => {
  it('have nothing that axe objects to, wide and light or narrow and dark, and fit a window of 320 px', async () => {
    const page = naam ? await site.signIn(naam, { javaScript: true }) : await site.visit({ javaScript: true });
    for (const [, path, follow] of PAGES.filter(([who]) => who === naam)) {
      await page.goto(site.url + path);
      if (follow) {
        const href = await page.locator(`main a[href^="${follow}"]`).first().getAttribute('href');
        await page.goto(site.url + href!);
      }
      await expectAccessible(page, path);
    }
  }, 120_000);
});
