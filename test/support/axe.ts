/** axe on a page as it stands: WCAG 2.2 A and AA and good practice. Needs a page that runs scripts. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with what axe objects to, as rule and place. One frame only (legacy mode): no page of ours holds a frame but the
 * beheerder's mail, which is somebody else's document; a second window for each run would cost more than the run.
 */
export async function findNothing(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).exclude('iframe').options({ resultTypes: ['violations'] }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Wide and light, then dark in a window of 320 px, in which the page must fit; leaves the window wide and light. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await findNothing(page, `${what}, breed en licht`);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await findNothing(page, `${what}, smal en donker`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} past in 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The same pages for the same person, in a window that runs scripts. */
export async function expectAccessibleFor(page: Page, paths: readonly string[]): Promise<void> {
  const window = await page.context().browser()!.newContext({ storageState: await page.context().storageState(), viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const own = await window.newPage();
  for (const path of paths) {
    await own.goto(new URL(path, page.url()).href);
    await expectAccessible(own, path);
  }
  await window.close();
}
