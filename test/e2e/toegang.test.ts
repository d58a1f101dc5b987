/** Access, headers and health over real HTTP: role × page × object, and what a stranger on the network gets. */
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { ROUTES, mayReach } from '#src/auth/routes.ts';
import type { Rol } from '#src/domain/gebruiker/gebruiker.ts';
import { useSite, type Naam } from '../support/site.ts';

const site = useSite();
const ROLLEN: Record<Rol, Naam> = { werkgever: 'Karin', aanmelder: 'Mo', werkmakelaar: 'Anja', accountmanager: 'Peter', beheerder: 'Els' };

/** A raw request, with headers that fetch would not let through. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; }).on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    request.on('error', reject).end(body);
  });
}

describe('pages', () => {
  const fill = (pattern: string) => pattern.replace('[stap]', '1').replace(/\[\w+\]/g, pattern.startsWith('/talent') ? String(site.kandidaten.Fatma) : '1');

  it('answer each role exactly as the table of routes says, and nobody sees that a page for others exists', async () => {
    for (const [rol, naam] of Object.entries(ROLLEN) as [Rol, Naam][]) {
      const page = await site.signIn(naam);
      for (const pattern of Object.keys(ROUTES)) {
        if (pattern === '/404' || pattern === '/500' || pattern === '/uitloggen' || pattern === '/inloggen' || pattern.includes('situatie')) continue;
        const response = await page.request.get(site.url + fill(pattern), { maxRedirects: 0 });
        const allowed = mayReach(pattern, 'GET', rol);
        // An allowed page may still say "not found" for an object of somebody else, never the other way round.
        if (allowed) expect([200, 302, 303, 400, 404, 410, 429], `${rol} ${pattern}`).toContain(response.status());
        else expect(response.status(), `${rol} ${pattern}`).toBe(404);
      }
    }
  });

  it('send a bezoeker to the sign-in page and back to where he wanted to be, never to another site', async () => {
    const page = await site.visit({ at: '/werkbank' });
    expect(page.url()).toBe(`${site.url}/inloggen?naar=%2Fwerkbank`);
    await page.goto(`${site.url}/inloggen?naar=//kwaad.example`);
    await page.getByLabel('E-mailadres').fill('anja@regio.example');
    await page.getByLabel('Wachtwoord').fill('vier blauwe fietsen');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL('**/werkbank');
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.goto(`${site.url}/werkbank`);
    expect(page.url()).toContain('/inloggen');
  });

  it('give a bezoeker the etalage that was made for an earlier one, with all its headers, and never to somebody who is signed in', async () => {
    const first = await raw('/talent?q=bestaatniet');
    const again = await raw('/talent?q=bestaatniet');
    const own = ['x-request-id', 'date', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];
    const lasting = (headers: http.IncomingHttpHeaders) => Object.entries(headers).filter(([name]) => !own.includes(name));
    expect(again.body).toBe(first.body);
    expect(lasting(again.headers)).toEqual(lasting(first.headers));
    expect(again.headers['content-security-policy']).toContain("default-src 'none'");
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    const karin = await site.signIn('Karin');
    const answer = await karin.request.get(`${site.url}/talent?q=bestaatniet`);
    expect(await answer.text()).toContain('Uitloggen');
    expect(answer.headers()['cache-control']).toContain('no-store');
    expect((await raw('/talent?q=bestaatniet')).body).not.toContain('Uitloggen');
  });

  it('answer 404 for the vacature and the voordracht of another employer', async () => {
    const karin = await site.signIn('Karin');
    for (const path of ['/vacatures/1', '/vacatures/1/controle', '/vacatures/1/stap/1', '/voordrachten/1', '/talent/999999', '/talent/abc', '/talent/1e3', '/vacatures/-1']) {
      expect((await karin.request.get(site.url + path)).status(), path).toBe(404);
    }
  });

  it('answer a form for something that is not there, or not theirs, just as they answer a link to it', async () => {
    const karin = await site.signIn('Karin');
    for (const path of ['/vacatures/1', '/voordrachten/1', '/werkbank', '/bestaat-niet', '/afmelden/z1.geraden']) {
      const answer = await karin.request.post(site.url + path, { form: { stap: 'pauzeer' }, headers: { origin: site.url } });
      expect(answer.status(), path).toBe(404);
      expect((await answer.text()).replace(/<[^>]+>/g, ''), path).toContain('Karin de Vries, werkgever');
    }
  });

  it('give the same answer for a wrong password and an unknown address, and stop guessing after ten tries', async () => {
    const page = await site.visit();
    const post = (email: string) => page.request.post(`${site.url}/inloggen`, { form: { email, wachtwoord: 'niet dit' }, headers: { origin: site.url } });
    const known = await (await post('wim@anders.example')).text();
    const unknown = await (await post('niemand@anders.example')).text();
    const message = (html: string) => /role="alert"[\s\S]*?<\/div>/.exec(html)?.[0].replace(/\s+/g, ' ');
    expect(message(known)).toContain('horen niet bij elkaar');
    expect(message(unknown)).toBe(message(known));
    for (let i = 0; i < 10; i++) await post('wim@anders.example');
    expect(message(await (await post('wim@anders.example')).text())).toContain('te vaak geprobeerd');
  });
});

describe('the server', () => {
  it('sends strict headers with every answer and writes nothing inline', async () => {
    for (const path of ['/', '/talent', '/inloggen', '/bestaat-niet']) {
      const { headers, body } = await raw(path, { host: new URL(site.url).host });
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(body).not.toMatch(/<style|\sstyle="|<script(?![^>]*\ssrc=)|\son\w+="/);
      // The canonical address is written in full; nothing comes from elsewhere.
      expect(body.replace(/<link rel="canonical"[^>]*>/, '')).not.toMatch(/(src|href)="https?:/);
    }
  });

  it('refuses a host that is not its own with 421, and a form from another site with 403', async () => {
    expect((await raw('/', { host: 'kwaad.example' })).status).toBe(421);
    const { host } = new URL(site.url);
    const form = { host, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await raw('/inloggen', { ...form, origin: 'https://kwaad.example' }, 'POST', 'email=a')).status).toBe(403);
    expect((await raw('/uitloggen', form, 'POST', '')).status).toBe(403);
  });

  it('refuses a body of more than a megabyte and lives on', async () => {
    const { host } = new URL(site.url);
    const answer = await raw('/inloggen', { host, origin: site.url, 'content-type': 'application/x-www-form-urlencoded' }, 'POST', `email=${'a'.repeat(2_000_000)}`).catch(() => ({ status: 413 }));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await raw('/api/gezondheid', { host })).status).toBe(200);
  });

  it('tells its health per part, without a word about people', async () => {
    const { status, body } = await raw('/api/gezondheid', { host: new URL(site.url).host });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ status: 'goed', onderdelen: { database: 'goed', zoeken: 'goed' } });
  });

  it('stops with grace when it is asked to', async () => {
    const { hostname, port, host } = new URL(site.url);
    const body = 'email=anja%40regio.example&wachtwoord=niet+dit';
    const answer = new Promise<number>((resolve, reject) => {
      const request = http.request({ hostname, port, path: '/inloggen', method: 'POST', agent: false, headers: { host, origin: site.url, 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length } }, (response) => { response.resume(); resolve(response.statusCode!); });
      request.on('error', reject).write(body.slice(0, 10));
      setTimeout(() => request.end(body.slice(10)), 600);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopped = site.stop();
    expect(await answer).toBe(422);
    await stopped;
    expect(readdirSync(new URL('.', `file://${site.databasePath}`)).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });
});
