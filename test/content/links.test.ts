/** Nothing on the content pages leads nowhere: instruments that are named exist, and every link is a page. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROUTES, mayReach } from '#src/auth/routes.ts';
import { situaties } from '#src/domain/instrument/instrument.ts';
import { vragen } from '#src/domain/instrument/keuzevragen.ts';

const src = new URL('../../src/', import.meta.url);
const files = (folder: string, ext: RegExp) => readdirSync(new URL(folder, src), { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => ext.test(file)).map((file) => ({ file: `${folder}${file}`, text: readFileSync(new URL(folder + file, src), 'utf8') }));
const instrumenten = new Set(files('content/instrumenten/', /\.md$/).map(({ file }) => basename(file, '.md')));
const verhalen = files('content/verhalen/', /\.md$/);
const templates = [...files('pages/', /\.(astro|ts)$/), ...files('components/', /\.astro$/), ...files('layouts/', /\.astro$/)];

describe('instruments that are named', () => {
  it('by a story exist', () => {
    for (const { file, text } of verhalen) {
      const { instrumenten: ids } = parse(/^---\n([\s\S]*?)\n---/.exec(text)![1]!) as { instrumenten: string[] };
      expect({ file, missing: ids.filter((id) => !instrumenten.has(id)) }).toEqual({ file, missing: [] });
    }
  });

  it('by a bridge of the match exist', () => {
    const named = files('domain/match/', /\.ts$/).flatMap(({ text }) => [...text.matchAll(/instrument: (?:[^,'}]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(([, a, b]) => [a, b].filter((id) => id !== undefined)));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((id) => !instrumenten.has(id))).toEqual([]);
  });

  it('by the keuzehulp exist', () => {
    const named = vragen.flatMap(({ antwoorden }) => antwoorden.flatMap(({ advies }) => advies.map(({ instrument }) => instrument)));
    expect(named.filter((id) => !instrumenten.has(id))).toEqual([]);
  });

  it('do not hide a page of their own: no instrument is called as one', () => {
    const own = Object.keys(ROUTES).flatMap((pattern) => /^\/instrumenten\/([a-z-]+)/.exec(pattern)?.[1] ?? []);
    expect(own).toContain('keuzehulp');
    expect(own.filter((name) => instrumenten.has(name))).toEqual([]);
  });
});

describe('links in pages, components and layouts', () => {
  /** A pattern of the routes as a test for an address: "/talent/[id]" fits "/talent/7". */
  const routes = Object.keys(ROUTES).map((pattern) => new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replace(/\[[^\]]+\]/g, '[^/]+')}$`));
  const links = templates.flatMap(({ file, text }) => [...text.matchAll(/(?:href|action|src)="(\/[^"]*)"|(?:href|action|src)=\{`(\/[^`]*)`\}/g)].map(([, plain, made]) => ({ file, path: (plain ?? made!).replace(/\$\{[^}]*\}/g, 'x').replace(/[?#].*$/, '') })));

  it('lead to a page that is in the table of routes', () => {
    const assets = /\.(svg|ico|png|jpg|webm|mp4|vtt)$/;
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter(({ path }) => !(assets.test(path) && !path.includes('portret')) && !routes.some((route) => route.test(path)))).toEqual([]);
  });

  it('name instruments that exist', () => {
    const named = templates.flatMap(({ file, text }) => [...text.matchAll(/\/instrumenten\/([a-z-]+)(?=["'`#?])/g)].map(([, id]) => ({ file, id: id! })));
    expect(named.filter(({ id }) => !instrumenten.has(id) && !(`/instrumenten/${id}` in ROUTES))).toEqual([]);
  });
});

describe('the pages of the book', () => {
  it('are open to everybody, and only the calculations are made on demand', () => {
    const book = ['/instrumenten', '/instrumenten/[id]', '/instrumenten/situatie/[situatie]', '/instrumenten/boek', '/instrumenten/zoeken', '/instrumenten/vergelijken', '/instrumenten/keuzehulp', '/rekenhulp', '/verhalen', '/verhalen/[id]', '/verhalen/[id]/portret.svg', '/zo-werkt-het-matchen', '/over', '/privacy', '/toegankelijkheid', '/cookies', '/sitemap.xml', '/.well-known/security.txt'];
    for (const pattern of book) expect({ pattern, open: mayReach(pattern, 'GET', 'bezoeker') }).toEqual({ pattern, open: true });
    for (const { file, text } of templates.filter(({ file }) => /^pages\/(instrumenten|verhalen|over|privacy|toegankelijkheid|cookies|zo-werkt)/.test(file))) {
      expect({ file, prerender: /export const prerender = true/.test(text) }).toEqual({ file, prerender: !/(zoeken|vergelijken|keuzehulp|plek)\.astro$/.test(file) });
    }
  });

  it('write nothing inline that the Content-Security-Policy would refuse', () => {
    for (const { file, text } of templates) expect({ file, inline: / style=|<style|<script(?! src=)(?![^>]*type="application\/ld\+json")|\son[a-z]+=/.test(text) }).toEqual({ file, inline: false });
  });

  it('have a page for every situation', () => {
    const text = readFileSync(new URL('boek.ts', src), 'utf8');
    const slugs = [...text.matchAll(/slug: '([a-z-]+)'/g)].map(([, slug]) => slug);
    expect(new Set(slugs).size).toBe(situaties.length);
  });
});
