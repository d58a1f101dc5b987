/** A small region with named people, and the built site on a port of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, database, openDatabase, transaction } from '#db/client.ts';
import { kandidaat, vestiging, werkgever } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { createGebruiker } from '#src/domain/gebruiker/gebruiker.server.ts';
import type { KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { launchBrowser } from './chromium.ts';
import { SYSTEEM, WACHTWOORD, makeKandidaat, makePartner, makeVacature } from './database.ts';
import { sendSignIn } from './inloggen.ts';
import { freePort } from './port.ts';

export type Site = { url: string; databasePath: string; signIn: (naam: Naam, opties?: { javaScript?: boolean; at?: string }) => Promise<Page>; visit: (opties?: { javaScript?: boolean; at?: string }) => Promise<Page>; kandidaten: Record<string, number>; stop: () => Promise<void> };
/** Karin is the employer, Anja the werkmakelaar, Peter the accountmanager, Mo the aanmelder, Els the beheerder. */
export type Naam = 'Karin' | 'Anja' | 'Peter' | 'Mo' | 'Els' | 'Wim';
const EMAIL: Record<Naam, string> = { Karin: 'karin@vandijk.example', Anja: 'anja@regio.example', Peter: 'peter@regio.example', Mo: 'mo@regio.example', Els: 'els@regio.example', Wim: 'wim@anders.example' };

const MENSEN: (Partial<KandidaatInvoer> & { ref: string; voornaam: string; status: 'gepubliceerd' | 'ter curatie' })[] = [
  { ref: 'k1', voornaam: 'Samira', kop: 'Ik zoek werk in het magazijn', presentatie: 'Ik werk graag met mijn handen en houd van orde.', wensberoepen: ['orderpicker'], vaardigheden: ['orderpicken', 'inpakken', 'scanner bedienen'], ervaring: [{ beroep: 'inpakmedewerker', maanden: 14 }], sectoren: ['logistiek'], certificaten: ['VCA basis'], rijbewijzen: [], status: 'gepubliceerd' },
  { ref: 'k2', voornaam: 'Piet', kop: 'Buiten werken, het liefst met planten', presentatie: 'Ik ben graag buiten en werk door in de regen.', wensberoepen: ['hovenier'], vaardigheden: ['snoeien', 'maaien'], sectoren: ['groen'], plaats: 'Oisterwijk', rijbewijzen: ['B'], status: 'gepubliceerd' },
  { ref: 'k3', voornaam: 'Fatma', kop: 'Koken voor veel mensen', presentatie: 'In een grote keuken blijf ik rustig.', wensberoepen: ['keukenhulp'], vaardigheden: ['groente snijden'], sectoren: ['horeca'], plaats: 'Goirle', status: 'gepubliceerd' },
  { ref: 'k4', voornaam: 'Joris', kop: 'Heftruck rijden is mijn vak', presentatie: 'Ik rijd al jaren heftruck en let goed op.', wensberoepen: ['heftruckchauffeur'], vaardigheden: ['heftruck rijden'], sectoren: ['logistiek'], certificaten: ['heftruckcertificaat'], plaats: 'Waalwijk', uren: { min: 32, max: 40 }, status: 'gepubliceerd' },
  { ref: 'k5', voornaam: 'Adanna', kop: 'Zorgen dat het schoon en netjes is', presentatie: 'Ik begin graag vroeg en werk precies.', wensberoepen: ['schoonmaker'], vaardigheden: ['schoonmaken'], sectoren: ['schoonmaak'], status: 'ter curatie' },
];

/** Starts the site before the tests of a file and stops it after them. */
export function useSite(): Site {
  const site = { kandidaten: {} } as Site;
  let browser: Browser;
  let server: ChildProcess;
  const contexts: BrowserContext[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'talentvenster-reis-'));
  beforeAll(async () => {
    site.databasePath = join(folder, 'reis.db');
    await fillRegion(site);
    [browser, server] = await Promise.all([launchBrowser(), startProcess(site)]);
    const open = async (javaScript: boolean) => {
      // Without motion: a colour that is half-way to another would be measured as too faint.
      const context = await browser.newContext({ javaScriptEnabled: javaScript, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      contexts.push(context);
      context.setDefaultTimeout(10_000);
      return context.newPage();
    };
    site.visit = async ({ javaScript = false, at = '/' } = {}) => {
      const page = await open(javaScript);
      await page.goto(site.url + at);
      return page;
    };
    // The form, once for each person: signing in more than ten times in a quarter is refused.
    const signedIn = new Map<Naam, Promise<{ cookie: string; start: string }>>();
    site.signIn = async (naam, { javaScript = false, at } = {}) => {
      const page = await open(javaScript);
      const answer = signedIn.get(naam) ?? sendSignIn(site.url, EMAIL[naam], WACHTWOORD);
      signedIn.set(naam, answer);
      const { cookie, start } = await answer;
      await page.context().addCookies([{ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url: site.url, httpOnly: true, sameSite: 'Lax' }]);
      await page.goto(site.url + (at ?? start));
      if (page.url().includes('/inloggen')) throw new Error(`${naam} is uitgelogd; log in met het formulier in een test die uitlogt.`);
      return page;
    };
    site.stop = () => new Promise((resolve) => { server.once('exit', () => resolve()); server.kill('SIGTERM'); });
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    if (server && server.exitCode === null) await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return site;
}

async function fillRegion(site: Site): Promise<void> {
  const db = openDatabase(site.databasePath);
  const partnerId = makePartner('Team Werk');
  const firm = (naam: string, kvk: string) => {
    const { id } = db.insert(werkgever).values({ naam, kvk, status: 'geverifieerd', sectoren: ['logistiek'] }).returning({ id: werkgever.id }).get();
    db.insert(vestiging).values({ werkgeverId: id, plaats: 'Tilburg' }).run();
    return id;
  };
  const vanDijk = firm('Van Dijk Logistiek', '12345678');
  const anders = firm('Anders Groen', '87654321');
  const account = (naam: Naam, rol: Parameters<typeof createGebruiker>[1]['rol'], extra = {}) => createGebruiker(SYSTEEM, { email: EMAIL[naam], naam: `${naam} de Vries`, rol, wachtwoord: WACHTWOORD, ...extra });
  const [, , peter] = await Promise.all([account('Karin', 'werkgever', { werkgeverId: vanDijk }), account('Anja', 'werkmakelaar'), account('Peter', 'accountmanager', { sectoren: ['logistiek'] }), account('Mo', 'aanmelder', { partnerId }), account('Els', 'beheerder'), account('Wim', 'werkgever', { werkgeverId: anders })]);
  db.update(werkgever).set({ accountmanagerId: peter }).where(eq(werkgever.id, vanDijk)).run();
  makeVacature({ ref: 'v1', titel: 'Hulp in de tuin', werkgever: { naam: 'Anders Groen', kvk: '87654321' }, beroep: 'hovenier', taken: ['heggen snoeien', 'gazons maaien'] });
  for (const { status, ...values } of MENSEN) {
    const id = makeKandidaat({ aanmelder: 'Team Werk', werkmakelaar: EMAIL.Anja, ...values });
    transaction(() => { database().update(kandidaat).set({ status, gepubliceerdOp: status === 'gepubliceerd' ? new Date().toISOString() : null }).where(eq(kandidaat.id, id)).run(); indexKandidaten([id]); });
    site.kandidaten[values.voornaam] = id;
  }
  closeDatabase();
}

async function startProcess(site: Site): Promise<ChildProcess> {
  const port = await freePort();
  site.url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--import', './db/start.mjs', 'src/cli/start.ts'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production', TALENTVENSTER_MODUS: 'demo', DATABASE_PATH: site.databasePath, PORT: String(port), HOST: 'localhost', SITE_URL: '', LOG_LEVEL: 'silent' } });
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`De server stopte meteen met ${child.exitCode}.`);
    const answer = await fetch(`${site.url}/api/gezondheid`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('De server werd niet gezond binnen 20 seconden.');
}
