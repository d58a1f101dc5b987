/**
 * npm run report: builds, starts the demo region on a port of its own, and measures what the content pages promise.
 * Lighthouse on three pages, the Nu HTML checker on every page, and what each content page weighs. Exit 1 on a miss.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DEMO_ACCOUNTS, DEMO_WACHTWOORD } from '#db/seed/demo.ts';
import { ROUTES } from '#src/auth/routes.ts';
import { freePort } from '../support/port.ts';
import { MOST_BYTES, weigh } from './bytes.ts';
import { checkHtml, hasJava, htmlFiles } from './html.ts';
import { ONDERDELEN, measure } from './lighthouse.ts';
import { sendSignIn } from '../support/inloggen.ts';
import { crawl, type Bezoek } from './pages.ts';

const CLIENT = new URL('../../dist/client', import.meta.url).pathname;
/** Home, an instrument, and a story with a film: the heaviest of its kind. */
const GEMETEN = ['/', '/instrumenten/proefplaatsing', '/verhalen/zes-weken-tussen-de-stellingen'];

let missers = 0;
const mis = (tekst: string) => { missers += 1; console.log(`  MIS  ${tekst}`); };
const stap = (naam: string) => console.log(`\n── ${naam}`);

stap('bouwen');
if (spawnSync('astro', ['build', '--silent'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'talentvenster-rapport-'));
const port = await freePort();
const url = `http://localhost:${port}`;
stap('demo starten');
const server = await start();
try {
  await weights();
  await html();
  await scores();
} finally {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
console.log(missers === 0 ? '\nAlles gehaald.' : `\n${missers} niet gehaald.`);
process.exit(missers === 0 ? 0 : 1);

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--import', './db/start.mjs', 'src/cli/demo.ts'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production', DATABASE_PATH: join(folder, 'demo.db'), PORT: String(port), HOST: 'localhost', SITE_URL: url, LOG_LEVEL: 'silent' } });
  for (let seconds = 0; seconds < 120; seconds++) {
    if (child.exitCode !== null) throw new Error(`De server stopte meteen met ${child.exitCode}.`);
    const answer = await fetch(`${url}/api/gezondheid`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  child.kill('SIGTERM');
  throw new Error('De demo werd niet gezond binnen 2 minuten.');
}

/** "/verhalen/x" of a file in the build. */
function address(file: string): string {
  return `/${relative(CLIENT, file).replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`;
}

async function weights(): Promise<void> {
  stap(`gewicht van de inhoudspagina's: hooguit ${MOST_BYTES / 1000} kB, geen script`);
  const paden = [...new Set(['/', ...htmlFiles(CLIENT).map(address).filter((pad) => pad !== '/404' && pad !== '/500')])];
  const rijen = await Promise.all(paden.map(async (pad) => ({ pad, gewicht: await weigh(url + pad) })));
  rijen.sort((a, b) => b.gewicht.totaal - a.gewicht.totaal);
  for (const { pad, gewicht } of rijen.slice(0, 8)) console.log(`  ${kB(gewicht.totaal)}  html ${kB(gewicht.html)}, stijl ${kB(gewicht.stijl)}, letters ${kB(gewicht.letters)}, script ${kB(gewicht.script)}  ${pad}`);
  console.log(`  ${rijen.length} pagina's; de lichtste is ${kB(rijen.at(-1)!.gewicht.totaal).trim()}`);
  for (const { pad, gewicht } of rijen) {
    if (gewicht.totaal > MOST_BYTES) mis(`${pad} weegt ${kB(gewicht.totaal).trim()}`);
    if (gewicht.script > 0) mis(`${pad} laadt ${gewicht.script} bytes script`);
  }
}

async function html(): Promise<void> {
  stap('geldige HTML');
  if (!hasJava()) return mis('Java is er niet: de HTML-controle kon niet draaien');
  const bezoeken: Bezoek[] = await crawl(url, 'bezoeker', '');
  for (const { rol, email } of DEMO_ACCOUNTS) {
    bezoeken.push(...await crawl(url, rol, (await sendSignIn(url, email, DEMO_WACHTWOORD)).cookie));
    console.log(`  ${bezoeken.length} pagina's opgehaald, tot en met ${rol}`);
  }
  const names = new Map<string, string>(htmlFiles(CLIENT).map((file) => [file, `in de bouw: ${address(file)}`]));
  mkdirSync(join(folder, 'html'));
  for (const [nr, { wie, pad, html: body }] of bezoeken.entries()) {
    const file = join(folder, 'html', `${nr}.html`);
    writeFileSync(file, body);
    names.set(file, `${wie}: ${pad}`);
  }
  const meldingen = checkHtml([...names.keys()]);
  console.log(`  ${names.size} pagina's gecontroleerd: ${meldingen.length} meldingen`);
  for (const { bestand, regel, tekst, stuk } of meldingen) mis(`${names.get(bestand) ?? bestand}, regel ${regel}: ${tekst} (${stuk})`);
  const seen = new Set(bezoeken.map(({ patroon }) => patroon));
  const unseen = Object.entries(ROUTES).filter(([patroon, { GET }]) => GET.length > 0 && !seen.has(patroon) && !/\.\w+$|^\/api\/|^\/500$/.test(patroon)).map(([patroon]) => patroon);
  if (unseen.length > 0) console.log(`  Niet bereikt door links te volgen: ${unseen.join(', ')}`);
}

async function scores(): Promise<void> {
  stap('Lighthouse, telefoon');
  const best = await measure(GEMETEN.map((pad) => url + pad), (page, found, minpunten) => console.log(`  ${ONDERDELEN.map((deel) => `${deel} ${found[deel]}`).join(', ')}  ${page.slice(url.length) || '/'}${minpunten.length > 0 ? `\n       ${minpunten.join('; ')}` : ''}`));
  for (const [page, found] of best) for (const deel of ONDERDELEN) if (found[deel] < 100) mis(`${page.slice(url.length)}: ${deel} ${found[deel]}`);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(5)} kB`;
}
