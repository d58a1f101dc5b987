/** Settings from the environment and the region's file: every mistake is named at once, in words an operator knows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigFout, readConfig } from '#src/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REGIO = { naam: 'Venster', regio: 'Hart van Brabant', slogan: 'Begin hier', werkcentrum: 'Werkcentrum', contact: { naam: 'Balie', email: 'balie@regio.example', telefoon: '013', adres: 'Plein 1' }, middelpunt: 'Tilburg' };
const LOKAAL = { bedrag: 'De hele cursus.', bron: 'Verordening', geldigVan: '2026-01-01', geldigTot: null, gecontroleerdOp: '2026-11-22' };
const EIGEN = fileURLToPath(new URL('../src/regio.json', import.meta.url));
const PRODUCTIE = { TALENTVENSTER_MODUS: 'productie', SITE_URL: 'https://talent.regio.example', DATABASE_PATH: 'data/x.db', REGIO_FILE: EIGEN, SMTP_URL: 'smtps://post:geheim@mail.regio.example:465', SECRET: 'een geheim van meer dan 32 tekens lang' };

function regio(value: unknown): string {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

function fouten(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigFout);
    return (error as ConfigFout).fouten;
  }
  return [];
}

describe('a developer who sets nothing', () => {
  test('gets a site on localhost:4321 that answers to its local names only', () => {
    expect(readConfig({})).toMatchObject({ port: 4321, host: 'localhost', databasePath: 'data/talentvenster.db', siteUrl: 'http://localhost:4321', secure: false, trustProxy: false, logLevel: 'info', demo: false });
    expect(new Set(readConfig({}).allowedHosts)).toEqual(new Set(['localhost:4321', '127.0.0.1:4321', '[::1]:4321']));
  });

  test('keeps photos beside each database, unless told where', () => {
    expect([readConfig({}).mediaPath, readConfig({ DATABASE_PATH: 'data/demo.db' }).mediaPath, readConfig({ MEDIA_PATH: '/srv/media' }).mediaPath]).toEqual(['data/talentvenster-media', 'data/demo-media', '/srv/media']);
  });

  test('may leave settings empty, as a compose file does', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_PATH: '', SITE_URL: '', ALLOWED_HOSTS: '', TRUST_PROXY: '', REGIO_FILE: '', LOG_LEVEL: '', SMTP_URL: '', MAIL_FROM: '', SECRET: '' })).toEqual(readConfig({}));
  });

  test('sees the demo mode only when it is asked for', () => {
    expect(readConfig({ TALENTVENSTER_MODUS: 'demo' }).demo).toBe(true);
  });

  test('reads port, host and further host names', () => {
    const found = readConfig({ PORT: '8080', HOST: '0.0.0.0', ALLOWED_HOSTS: ' Talent.Example , , intern:8080' });
    expect(found.siteUrl).toBe('http://localhost:8080');
    for (const host of ['localhost:8080', '0.0.0.0:8080', 'talent.example', 'intern:8080']) expect(found.allowedHosts).toContain(host);
    expect(found.allowedHosts).not.toContain('');
  });
});

describe('an operator in production', () => {
  test('hears of every missing setting at once', () => {
    const found = fouten({ TALENTVENSTER_MODUS: 'productie' });
    for (const name of ['SITE_URL', 'DATABASE_PATH', 'REGIO_FILE', 'SMTP_URL', 'SECRET']) expect(found.filter((line) => line.startsWith(name))).toHaveLength(1);
    expect(found).toHaveLength(5);
    expect(() => readConfig({ TALENTVENSTER_MODUS: 'productie' })).toThrow(/De instellingen kloppen niet:\n {2}- .+\n {2}- .+\n {2}- /);
  });

  test('gets exactly the host name of the site, not the local ones', () => {
    expect(readConfig(PRODUCTIE)).toMatchObject({ allowedHosts: ['talent.regio.example'], secure: true, demo: false });
    expect(readConfig({ ...PRODUCTIE, SITE_URL: 'https://talent.regio.example/' }).siteUrl).toBe('https://talent.regio.example');
    expect(readConfig({ ...PRODUCTIE, SITE_URL: 'https://talent.regio.example:8443' }).allowedHosts).toEqual(['talent.regio.example:8443']);
  });

  test.each(['talent.regio.example', 'talent.regio.example:443', 'localhost:4321', 'ftp://talent.regio.example', 'javascript:alert(1)', 'https://', 'file:///etc'])('is told that %s is no address of a site', (SITE_URL) => {
    expect(fouten({ ...PRODUCTIE, SITE_URL }).join()).toMatch(/SITE_URL/);
  });

  test('cannot start with the secret that everybody can read in the source, nor with a short one', () => {
    expect(fouten({ ...PRODUCTIE, SECRET: readConfig({}).post.secret })).toEqual([expect.stringMatching(/^SECRET ontbreekt/)]);
    expect(fouten({ ...PRODUCTIE, SECRET: 'te kort' }).join()).toMatch(/SECRET moet ten minste 32 tekens hebben/);
  });

  test('sends mail in the name of the region, or of who he names', () => {
    expect(readConfig(PRODUCTIE).post.van).toBe('Talentvenster <werkgevers@talentvenster.example>');
    expect(readConfig({ ...PRODUCTIE, MAIL_FROM: 'Post <post@regio.example>' }).post.van).toBe('Post <post@regio.example>');
  });

  test('is told that a mode is spelled wrongly, and does not get a developer site by accident', () => {
    expect(fouten({ ...PRODUCTIE, TALENTVENSTER_MODUS: 'production' }).join()).toMatch(/TALENTVENSTER_MODUS/);
  });
});

describe('wrong values', () => {
  test.each([
    ['PORT', 'tachtig'], ['PORT', '70000'], ['PORT', '-1'], ['PORT', '80.5'], ['LOG_LEVEL', 'alles'], ['TRUST_PROXY', 'ja'], ['SITE_URL', 'geen adres'], ['SMTP_URL', 'mail.regio.example'], ['SMTP_URL', 'https://mail.regio.example'], ['MAIL_FROM', 'niemand'], ['MAIL_FROM', 'Post <post@regio.example>\r\nBcc: x@y.example'], ['SECRET', 'kort'],
  ])('%s=%s is named, in Dutch', (name, value) => {
    const found = fouten({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} `));
    expect(found[0]).not.toMatch(/invalid|expected|too (big|small)/i);
  });

  test('several wrong values come together in one message', () => {
    expect(fouten({ PORT: 'x', LOG_LEVEL: 'y', TRUST_PROXY: 'z', REGIO_FILE: join(folder, 'nergens.json') })).toHaveLength(4);
  });
});

describe("the region's file", () => {
  test('sets name, contact and centre', () => {
    expect(readConfig({ REGIO_FILE: regio(REGIO) }).regio).toEqual({ ...REGIO, lokaal: {}, kijkbudget: 60, bewaartermijnen: { profielDagen: 365, postDagen: 90 }, beveiliging: { geldigDagen: 365 }, presentatiekosten: null });
  });

  test('may name the amounts that its gemeenten set', () => {
    const lokaal = { scholing: LOKAAL };
    expect(readConfig({ REGIO_FILE: regio({ ...REGIO, lokaal }) }).regio.lokaal).toEqual(lokaal);
  });

  test.each<[string, unknown, RegExp]>([
    ['a price that is no whole number of cents', { ...REGIO, presentatiekosten: { foto: 1.5, 'korte film': 1, 'lange film': 1 } }, /presentatiekosten\.foto moet een bedrag in hele centen zijn/],
    ['a price that is missing', { ...REGIO, presentatiekosten: { foto: 1, 'korte film': 1 } }, /presentatiekosten\.lange film ontbreekt/],
    ['an unknown key', { ...REGIO, logo: 'x.png' }, /logo/],
    ['no contact', { ...REGIO, contact: undefined }, /contact/],
    ['a wrong e-mail address', { ...REGIO, contact: { ...REGIO.contact, email: 'balie' } }, /contact\.email/],
    ['an empty name', { ...REGIO, naam: '' }, /naam/],
    ['an empty centre', { ...REGIO, middelpunt: '' }, /middelpunt/],
    ['a local amount without a source', { ...REGIO, lokaal: { scholing: { ...LOKAAL, bron: undefined } } }, /lokaal\.scholing\.bron ontbreekt/],
    ['a local amount with a date in words', { ...REGIO, lokaal: { scholing: { ...LOKAAL, geldigVan: 'januari' } } }, /lokaal\.scholing\.geldigVan moet een datum zijn/],
    ['a local amount under a name', { ...REGIO, lokaal: { 'De Scholing': LOKAAL } }, /lokaal\.De Scholing is geen sleutel/],
    ['a security.txt that is true for longer than a year', { ...REGIO, beveiliging: { geldigDagen: 400 } }, /beveiliging\.geldigDagen mag hoogstens 365 zijn/],
    ['a viewing budget of nothing', { ...REGIO, kijkbudget: 0 }, /kijkbudget moet ten minste 1 zijn/],
    ['a viewing budget in words', { ...REGIO, kijkbudget: 'veel' }, /kijkbudget moet een heel getal zijn/],
    ['a retention term of a day', { ...REGIO, bewaartermijnen: { profielDagen: 1 } }, /bewaartermijnen\.profielDagen moet ten minste 28 zijn/],
    ['mail that is erased while reminders still look at it', { ...REGIO, bewaartermijnen: { postDagen: 30 } }, /bewaartermijnen\.postDagen moet ten minste 60 zijn/],
    ['no JSON', '{naam: Venster}', /niet te lezen/],
    ['a list', [], /REGIO_FILE/],
  ])('with %s is refused by name', (_naam, value, expected) => {
    const found = fouten({ REGIO_FILE: regio(value) });
    expect(found.join('\n')).toMatch(expected);
    for (const line of found) expect(line).toMatch(/^REGIO_FILE/);
  });

  test('that is wrong says so in Dutch', () => {
    for (const value of [{ ...REGIO, slogan: '' }, { ...REGIO, contact: undefined }, { ...REGIO, contact: { ...REGIO.contact, email: 'balie' } }, { ...REGIO, logo: 'x' }]) {
      expect(fouten({ REGIO_FILE: regio(value) }).join()).not.toMatch(/invalid|expected|too (big|small)|unrecognized/i);
    }
  });

  test('that is not there is named with its path', () => {
    const path = join(folder, 'weg.json');
    expect(fouten({ REGIO_FILE: path })).toEqual([expect.stringContaining(path)]);
  });
});

describe('an operator with a search server', () => {
  test('without one there is none', () => {
    expect(readConfig({}).zoekserver).toBeNull();
    expect(readConfig({ MEILI_HOST: '', MEILI_SEARCH_KEY: 'x' }).zoekserver).toBeNull();
  });

  test('gives its address and its keys, each for its own task', () => {
    expect(readConfig({ MEILI_HOST: 'http://zoek:7700', MEILI_SEARCH_KEY: 'a', MEILI_WRITE_KEY: 'b' }).zoekserver).toEqual({ host: 'http://zoek:7700', zoeksleutel: 'a', schrijfsleutel: 'b', voorvoegsel: 'talentvenster-' });
  });

  test('is told which key is missing, and what is wrong with a name', () => {
    expect(fouten({ ...PRODUCTIE, MEILI_HOST: 'http://zoek:7700' })).toEqual([expect.stringContaining('MEILI_SEARCH_KEY ontbreekt'), expect.stringContaining('MEILI_WRITE_KEY ontbreekt')]);
    expect(fouten({ MEILI_HOST: 'zoek:7700' })).toEqual([expect.stringContaining('MEILI_HOST moet een webadres zijn')]);
    expect(fouten({ MEILI_PREFIX: 'een voorvoegsel/' })).toEqual([expect.stringContaining('MEILI_PREFIX mag alleen letters')]);
  });
});
