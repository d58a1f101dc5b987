/** The second lock: every page has one line that says who may reach it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROUTES, START, mayReach } from '#src/auth/routes.ts';
import { ROLLEN } from '#src/domain/gebruiker/gebruiker.ts';

const root = new URL('../../src/pages/', import.meta.url);
const WIE = ['bezoeker', ...ROLLEN] as const;
/** A kandidaat is one on the own pages only; on all others somebody with a personal link is a bezoeker. */
const ALLEN = [...WIE, 'kandidaat'] as const;
/** Every file that astro makes a route of, with its pattern as astro writes it. */
const pages = (existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(astro|ts|js|md|mdx|html)$/.test(file) && !file.split('/').some((part) => part.startsWith('_')))
  .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8'), pattern: `/${file.replace(/\.(astro|ts|js|md|mdx|html)$/, '').replace(/(^|\/)index$/, '')}` }));
const endpoints = pages.filter(({ file }) => /\.(ts|js)$/.test(file));

describe('the table of routes', () => {
  it('has a line for every page, so that a page nobody declared is reached by nobody', () => {
    expect(pages.map(({ pattern }) => pattern).filter((pattern) => !(pattern in ROUTES))).toEqual([]);
  });

  it('has a page for every line, and no two files share one', () => {
    const patterns = pages.map(({ pattern }) => pattern);
    expect(Object.keys(ROUTES).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
    expect(patterns.filter((pattern, i) => patterns.indexOf(pattern) !== i)).toEqual([]);
  });

  it('names only roles that exist, none twice, and a list for GET in every line', () => {
    for (const { GET, POST } of Object.values(ROUTES)) for (const list of [GET, POST ?? []]) {
      for (const rol of list) expect(ALLEN).toContain(rol);
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('says of every endpoint the methods that it answers', () => {
    for (const { pattern, text } of endpoints) {
      const exported = [...text.matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|ALL|HEAD|OPTIONS)\b/gm)].map(([, method]) => method).sort();
      const route = ROUTES[pattern];
      const declared = [route?.GET.length ? 'GET' : '', route?.POST?.length ? 'POST' : ''].filter(Boolean).sort();
      expect({ pattern, methods: exported }).toEqual({ pattern, methods: declared });
    }
  });

  it('is never passed by: a page that is built beforehand is for everybody, since no role is asked there', () => {
    for (const { pattern, text } of pages) if (/export const prerender\s*=\s*true/.test(text)) expect({ pattern, GET: [...ROUTES[pattern]!.GET].sort() }).toEqual({ pattern, GET: [...WIE].sort() });
  });

  it('gives a page that answers a form a line for POST, and no POST to a page without one', () => {
    for (const { pattern, file, text } of pages.filter((page) => page.file.endsWith('.astro'))) {
      const answers = /\brequest\.method\b|\bAstro\.request\.formData\b|\breadForm\(/.test(text);
      expect({ file, POST: (ROUTES[pattern]?.POST?.length ?? 0) > 0 }).toEqual({ file, POST: answers });
    }
  });
});

describe('mayReach', () => {
  it('says yes to exactly the roles in the line, for GET, HEAD and POST', () => {
    for (const [pattern, { GET, POST }] of Object.entries(ROUTES)) for (const rol of ALLEN) {
      expect(mayReach(pattern, 'GET', rol)).toBe(GET.includes(rol));
      expect(mayReach(pattern, 'HEAD', rol)).toBe(GET.includes(rol));
      expect(mayReach(pattern, 'POST', rol)).toBe(POST?.includes(rol) ?? false);
    }
  });

  it('says no to every other method and to every page it does not know', () => {
    for (const rol of WIE) {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'post', '']) for (const pattern of Object.keys(ROUTES)) expect(mayReach(pattern, method, rol)).toBe(false);
      for (const pattern of ['', '/bestaat-niet', '/talent/12', '//', '/TALENT', '/talent/', '/constructor']) for (const method of ['GET', 'HEAD', 'POST']) expect(mayReach(pattern, method, rol)).toBe(false);
    }
  });

  it('keeps a bezoeker to the public pages, and each professional out of the rooms of the others', () => {
    const reach = (rol: (typeof WIE)[number]) => Object.keys(ROUTES).filter((pattern) => mayReach(pattern, 'GET', rol));
    for (const pattern of reach('bezoeker')) expect(pattern).toMatch(/^\/($|404|500|inloggen|registreren|api\/gezondheid|bevestig|wachtwoord|afmelden|talent|instrument|verhalen|hoe-|over|privacy|toegankelijkheid|media|stil|rekenhulp|zo-werkt|cookies|sitemap|\.well-known|robots|werk$|werk\/|api\/(gezondheid|suggesties)|og\/|ik$|ik\/\[token\])/);
    for (const [pattern, rol] of [['/werkbank', 'werkmakelaar'], ['/curatie', 'accountmanager'], ['/werkgevers', 'accountmanager'], ['/mijn', 'werkgever'], ['/beheer', 'beheerder']] as const) {
      expect(WIE.filter((who) => mayReach(pattern, 'GET', who))).toEqual([rol]);
    }
  });

  it('keeps a kandidaat to the own pages, and everybody else out of them', () => {
    for (const [pattern, { GET, POST = [] }] of Object.entries(ROUTES)) {
      if (!pattern.startsWith('/ik')) expect([...GET, ...POST]).not.toContain('kandidaat');
      else if (pattern !== '/ik' && pattern !== '/ik/[token]') expect([...new Set([...GET, ...POST])]).toEqual(['kandidaat']);
    }
    expect(ROUTES['/ik']!.POST).toEqual(['kandidaat']);
  });

  it('lets everyone reach the page where they start, and lets everyone sign out', () => {
    for (const rol of ROLLEN) {
      expect(mayReach(START[rol], 'GET', rol)).toBe(true);
      expect(mayReach('/uitloggen', 'POST', rol)).toBe(true);
    }
  });
});
