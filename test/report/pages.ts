/** The pages of a running site as each role finds them, by following its links from the start. */
import { ROUTES, START, mayReach } from '#src/auth/routes.ts';
import type { Rol } from '#src/domain/gebruiker/gebruiker.ts';

export type Bezoek = { wie: Wie; pad: string; patroon: string; html: string };
type Wie = Rol | 'bezoeker';

/** Of every page with a parameter this many are visited per role: one in each state would be all, one is too few. */
const PER_PATROON = 6;
/** What comes after the first step of a vacature: only its form leads there. */
const NA_STAP_1 = ['stap/2', 'stap/3', 'stap/4', 'controle'];
/** Pages that say no are pages too. */
const WEIGERINGEN = ['/bestaat-niet', '/talent/999999'];
/** The page for a fault answers as one; it is checked in the build. */
const FOUT = '/500';

const PATRONEN = Object.keys(ROUTES).sort((a, b) => a.split('[').length - b.split('[').length).map((patroon) => ({ patroon, regel: new RegExp(`^${patroon.replaceAll('.', String.raw`\.`).replace(/\[\.\.\.[^\]]+\]/g, '.+').replace(/\[[^\]]+\]/g, '[^/]+')}$`) }));

/** The line of the routes table that a path falls under. */
export function patroonVan(pad: string): string | undefined {
  return PATRONEN.find(({ regel }) => regel.test(pad))?.patroon;
}

/**
 * Follows links until no new page is found.
 * @param cookie of the signed-in role, empty for a bezoeker
 * @returns the HTML of each page; at most six per line of the routes
 * @throws Error on a page that answers with 500
 */
export async function crawl(url: string, wie: Wie, cookie: string): Promise<Bezoek[]> {
  const wacht = ['/', ...(wie === 'bezoeker' ? [] : [START[wie]]), ...WEIGERINGEN, ...Object.keys(ROUTES).filter((patroon) => !patroon.includes('[') && patroon !== FOUT && mayReach(patroon, 'GET', wie))];
  const gezien = new Set(wacht);
  const perPatroon = new Map<string, number>();
  const uit: Bezoek[] = [];
  for (let pad = wacht.shift(); pad !== undefined; pad = wacht.shift()) {
    const patroon = patroonVan(pad.split('?')[0]!) ?? '/404';
    const nr = perPatroon.get(patroon) ?? 0;
    if (nr >= PER_PATROON) continue;
    const answer = await fetch(url + pad, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    if (answer.status >= 500) throw new Error(`${wie} kreeg ${answer.status} op ${pad}.`);
    const html = await answer.text();
    if (answer.status >= 300 && answer.status < 400) {
      const doel = new URL(answer.headers.get('location') ?? '/', url);
      if (doel.origin === url && !gezien.has(doel.pathname + doel.search)) { gezien.add(doel.pathname + doel.search); wacht.push(doel.pathname + doel.search); }
      continue;
    }
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    perPatroon.set(patroon, nr + 1);
    uit.push({ wie, pad, patroon, html });
    const verder = pad.endsWith('/stap/1') ? NA_STAP_1.map((stap) => pad!.replace('stap/1', stap)) : [];
    for (const doel of links(html, url + pad)) {
      if (gezien.has(doel)) continue;
      gezien.add(doel);
      wacht.push(doel);
    }
    wacht.unshift(...verder);
  }
  return uit;
}

function links(html: string, from: string): string[] {
  return [...html.matchAll(/<a\s[^>]*href="([^"#]+)/g)].flatMap(([, href]) => {
    const doel = URL.canParse(href!.replaceAll('&amp;', '&'), from) ? new URL(href!.replaceAll('&amp;', '&'), from) : undefined;
    return doel && doel.origin === new URL(from).origin ? [doel.pathname + doel.search] : [];
  });
}
