/** What the build holds: pages that are valid, complete for who shares them, and without any script. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHtml, hasJava, htmlFiles } from '../report/html.ts';

const CLIENT = new URL('../../dist/client', import.meta.url).pathname;
const pages = htmlFiles(CLIENT).map((file) => ({ file: file.slice(CLIENT.length), html: readFileSync(file, 'utf8') }));
const java = hasJava();
if (!java) console.warn('Java is er niet: de HTML-controle van de gebouwde pagina\'s wordt overgeslagen.');

describe('the pages that are built in advance', () => {
  it('are the book, the stories and what stands around them', () => {
    expect(pages.length).toBeGreaterThan(50);
    expect(pages.filter(({ file }) => file.startsWith('/verhalen/')).length).toBeGreaterThanOrEqual(10);
    expect(pages.filter(({ file }) => file.startsWith('/instrumenten/')).length).toBeGreaterThanOrEqual(27);
  });

  it('carry no script at all, but for data that describes the page', () => {
    const scripts = pages.flatMap(({ file, html }) => [...html.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !tag.includes('type="application/ld+json"')).map(([tag]) => `${file}: ${tag}`));
    expect(scripts).toEqual([]);
    expect(pages.filter(({ html }) => /<link[^>]*(?:modulepreload|as="script")/.test(html)).map(({ file }) => file)).toEqual([]);
  });

  it('load nothing from another site', () => {
    const loads = pages.flatMap(({ file, html }) => [...html.matchAll(/<(?:img|video|source|track|iframe)\b[^>]*(?:src|poster)="(https?:)?\/\/[^"]+"|<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="https?:[^"]+"/g)].map(([tag]) => `${file}: ${tag}`));
    expect(loads).toEqual([]);
  });

  it('name a picture that exists, with a full address, when they are meant to be shared', () => {
    const shared = pages.filter(({ html }) => html.includes('name="description"'));
    expect(shared.length).toBeGreaterThan(45);
    for (const { file, html } of shared) {
      const picture = /property="og:image" content="(https?:\/\/[^"]+)"/.exec(html)?.[1];
      expect({ file, picture }).toEqual({ file, picture: expect.any(String) });
      expect({ file, there: existsSync(join(CLIENT, new URL(picture!).pathname)) }).toEqual({ file, there: true });
    }
  });

  it('have their film beside them, with captions and without preloading it', () => {
    const films = pages.filter(({ html }) => html.includes('<video'));
    expect(films.map(({ file }) => file)).toHaveLength(2);
    for (const { html } of films) {
      expect(html).toMatch(/<video[^>]*controls[^>]*preload="none"/);
      expect(html).toMatch(/<track[^>]*kind="captions"[^>]*srclang="nl"/);
      for (const [, path] of html.matchAll(/(?:src|poster)="(\/films\/[^"]+)"/g)) expect({ path, there: existsSync(join(CLIENT, path!)) }).toEqual({ path, there: true });
    }
  });

  it.skipIf(!java)('are valid HTML, says the Nu checker', () => {
    expect(checkHtml(htmlFiles(CLIENT))).toEqual([]);
  }, 180_000);
});
