/** Settings: the environment and the region's file, checked by one schema each. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { lokaleBedragen } from './domain/instrument/lokaal.ts';

/** An http(s) address that names a host. */
const isWebAddress = (value: string) => /^https?:\/\/[^/]/i.test(value) && URL.canParse(value);
const leeg = (value: unknown) => (value === '' ? undefined : value);
const isSmtpAddress = (value: string) => /^smtps?:\/\/[^/]/i.test(value) && URL.canParse(value);
/** "adres" or "Naam <adres>", on one line. */
const AFZENDER = /^(?:[^\r\n<>@]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;
/** What signs links where nobody chose a secret; production refuses it. */
const ONTWIKKELGEHEIM = 'alleen-voor-ontwikkeling-en-demo-0000';
const omgeving = z.object({
  PORT: z.preprocess(leeg, z.coerce.number('moet een getal zijn').int().min(0).max(65_535).default(4321)),
  HOST: z.preprocess(leeg, z.string().default('localhost')),
  DATABASE_PATH: z.preprocess(leeg, z.string().default('data/talentvenster.db')),
  MEDIA_PATH: z.preprocess(leeg, z.string().optional()),
  SITE_URL: z.preprocess(leeg, z.string().trim().refine(isWebAddress, 'moet een webadres zijn, bijvoorbeeld https://talent.uwregio.nl').optional()),
  ALLOWED_HOSTS: z.preprocess(leeg, z.string().optional()),
  TRUST_PROXY: z.preprocess(leeg, z.enum(['0', '1'], 'moet 0 of 1 zijn').default('0')),
  REGIO_FILE: z.preprocess(leeg, z.string().optional()),
  SMTP_URL: z.preprocess(leeg, z.string().trim().refine(isSmtpAddress, 'moet een adres zijn als smtps://naam:wachtwoord@mail.uwregio.nl:465').optional()),
  MAIL_FROM: z.preprocess(leeg, z.string().trim().regex(AFZENDER, 'moet een e-mailadres zijn, of een naam met een adres: Talentvenster <post@uwregio.nl>').optional()),
  SECRET: z.preprocess(leeg, z.string().min(32, 'moet ten minste 32 tekens hebben; maak het met: openssl rand -base64 48').optional()),
  LOG_LEVEL: z.preprocess(leeg, z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'moet debug, info, warn, error of silent zijn').default('info')),
  MEILI_HOST: z.preprocess(leeg, z.string().trim().refine(isWebAddress, 'moet een webadres zijn, bijvoorbeeld http://zoekserver:7700').optional()),
  MEILI_SEARCH_KEY: z.preprocess(leeg, z.string().optional()),
  MEILI_WRITE_KEY: z.preprocess(leeg, z.string().optional()),
  MEILI_REBUILD_KEY: z.preprocess(leeg, z.string().optional()),
  MEILI_PREFIX: z.preprocess(leeg, z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, 'mag alleen letters, cijfers, - en _ hebben').default('talentvenster-')),
  TALENTVENSTER_MODUS: z.preprocess(leeg, z.enum(['productie', 'demo'], 'moet productie of demo zijn; laat de instelling weg voor ontwikkeling').optional()),
});

const tekst = z.string().min(1);
const cents = z.int().min(0);
const regioSchema = z.strictObject({
  naam: tekst,
  regio: tekst,
  slogan: tekst,
  werkcentrum: tekst,
  contact: z.strictObject({ naam: tekst, email: z.email(), telefoon: tekst, adres: tekst }),
  middelpunt: tekst,
  lokaal: lokaleBedragen.default({}),
  /** How many different profiles the accounts of one werkgever may open a day. */
  kijkbudget: z.int().min(1).max(10_000).default(60),
  /** After how many days a profile that is not used any more is erased, and mail that was sent. Reminders look 60 days back for what was sent. */
  bewaartermijnen: z.strictObject({ profielDagen: z.int().min(28).max(3650).default(365), postDagen: z.int().min(60).max(3650).default(90) }).prefault({}),
  /** Who hears of a leak in the site, and for how many days after a build that stays true (RFC 9116: at most a year). */
  beveiliging: z.strictObject({ email: z.email().optional(), geldigDagen: z.int().min(1).max(365).default(365) }).prefault({}),
  /** What a presentation costs the region, in cents; null where nobody filled it in. */
  presentatiekosten: z.strictObject({ foto: cents, 'korte film': cents, 'lange film': cents }).nullable().default(null),
});
/** What is wrong with the region's file, for the operator who wrote it. */
const regioFout: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return `heeft velden die wij niet kennen: ${issue.keys.join(', ')}`;
  if (issue.input === undefined) return 'ontbreekt';
  if ((issue.code === 'too_small' || issue.code === 'too_big') && issue.origin !== 'string') return issue.code === 'too_small' ? `moet ten minste ${issue.minimum} zijn` : `mag hoogstens ${issue.maximum} zijn`;
  if (issue.code === 'too_small') return 'mag niet leeg zijn';
  if (issue.code === 'invalid_key') return 'is geen sleutel: gebruik kleine letters, cijfers en streepjes';
  if (issue.code === 'invalid_format') return issue.format === 'date' ? 'moet een datum zijn, bijvoorbeeld 2026-01-31' : 'moet een e-mailadres zijn';
  return `moet ${issue.expected === 'object' ? 'een object' : issue.expected === 'number' || issue.expected === 'int' ? (issue.path?.includes('presentatiekosten') ? 'een bedrag in hele centen' : 'een heel getal') : 'tekst'} zijn`;
};
export type Regio = z.infer<typeof regioSchema>;

/** `smtpUrl` is null where no mail leaves: development and the demo. `secret` signs and seals links in mail. */
export type PostConfig = { smtpUrl: string | null; van: string; secret: string };
export type Config = { port: number; host: string; databasePath: string; mediaPath: string; siteUrl: string; secure: boolean; allowedHosts: string[]; trustProxy: boolean; logLevel: string; demo: boolean; regio: Regio; zoekserver: Zoekserver | null; post: PostConfig };
/** A Meilisearch server to search with; null where the embedded engine does it all. */
export type Zoekserver = { host: string; zoeksleutel?: string; schrijfsleutel?: string; herbouwsleutel?: string; voorvoegsel: string };

/** The settings of this process are wrong; `fouten` has one line per setting. */
export class ConfigFout extends Error {
  readonly fouten: string[];
  constructor(fouten: string[]) { super(`De instellingen kloppen niet:\n${fouten.map((fout) => `  - ${fout}`).join('\n')}`); this.fouten = fouten; }
}

let current: Config | undefined;

/** The settings of this process, read once. @throws ConfigFout */
export function config(): Config {
  return (current ??= readConfig(process.env));
}

/**
 * Reads and checks the settings.
 * @param env the environment; with `TALENTVENSTER_MODUS=productie` nothing that operators must choose has a default
 * @throws ConfigFout that names every missing or wrong setting at once
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const fouten: string[] = [];
  const parsed = omgeving.safeParse(env);
  if (!parsed.success) fouten.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const regio = readRegio(env.REGIO_FILE, fouten);
  const productie = env.TALENTVENSTER_MODUS === 'productie';
  if (productie && !env.SITE_URL) fouten.push('SITE_URL ontbreekt: het adres waarop mensen de site openen, bijvoorbeeld https://talent.uwregio.nl');
  if (productie && !env.DATABASE_PATH) fouten.push('DATABASE_PATH ontbreekt: het bestand voor de database, bijvoorbeeld data/talentvenster.db');
  if (productie && !env.REGIO_FILE) fouten.push('REGIO_FILE ontbreekt: het bestand met naam, contact en middelpunt van uw regio; begin met een kopie van src/regio.json');
  if (productie && !env.SMTP_URL) fouten.push('SMTP_URL ontbreekt: de server die post verstuurt, bijvoorbeeld smtps://naam:wachtwoord@mail.uwregio.nl:465');
  if (productie && (!env.SECRET || env.SECRET === ONTWIKKELGEHEIM)) fouten.push('SECRET ontbreekt: een geheim van ten minste 32 tekens; maak het met: openssl rand -base64 48');
  if (productie && env.MEILI_HOST && !env.MEILI_SEARCH_KEY) fouten.push('MEILI_SEARCH_KEY ontbreekt: de sleutel waarmee de site op de zoekserver zoekt');
  if (productie && env.MEILI_HOST && !env.MEILI_WRITE_KEY) fouten.push('MEILI_WRITE_KEY ontbreekt: de sleutel waarmee de site de zoekserver bijwerkt');
  if (!parsed.success || !regio || fouten.length > 0) throw new ConfigFout(fouten);
  const { PORT, HOST, DATABASE_PATH, MEDIA_PATH, SITE_URL, ALLOWED_HOSTS, TRUST_PROXY, LOG_LEVEL, SMTP_URL, MAIL_FROM, SECRET } = parsed.data;
  const siteUrl = (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
  const own = new URL(siteUrl);
  const local = productie ? [] : [`localhost:${PORT}`, `127.0.0.1:${PORT}`, `[::1]:${PORT}`, `${HOST}:${PORT}`];
  const allowedHosts = [own.host, ...local, ...(ALLOWED_HOSTS ?? '').split(',')].map((host) => host.trim().toLowerCase()).filter((host) => host !== '');
  const post: PostConfig = { smtpUrl: SMTP_URL ?? null, van: MAIL_FROM ?? `${regio.naam.replace(/[<>@"]/g, '')} <${regio.contact.email}>`, secret: SECRET ?? ONTWIKKELGEHEIM };
  return { port: PORT, host: HOST, databasePath: DATABASE_PATH, mediaPath: MEDIA_PATH ?? `${DATABASE_PATH.replace(/\.db$/, '')}-media`, siteUrl, secure: own.protocol === 'https:', allowedHosts, trustProxy: TRUST_PROXY === '1', logLevel: LOG_LEVEL, demo: env.TALENTVENSTER_MODUS === 'demo', regio, zoekserver: readZoekserver(parsed.data), post };
}

function readZoekserver({ MEILI_HOST, MEILI_SEARCH_KEY, MEILI_WRITE_KEY, MEILI_REBUILD_KEY, MEILI_PREFIX }: z.infer<typeof omgeving>): Zoekserver | null {
  if (MEILI_HOST === undefined) return null;
  return {
    host: MEILI_HOST, voorvoegsel: MEILI_PREFIX,
    ...(MEILI_SEARCH_KEY ? { zoeksleutel: MEILI_SEARCH_KEY } : {}), ...(MEILI_WRITE_KEY ? { schrijfsleutel: MEILI_WRITE_KEY } : {}), ...(MEILI_REBUILD_KEY ? { herbouwsleutel: MEILI_REBUILD_KEY } : {}),
  };
}

function readRegio(file: string | undefined, fouten: string[]): Regio | undefined {
  try {
    const parsed = regioSchema.safeParse(JSON.parse(readFileSync(file || new URL('./regio.json', import.meta.url), 'utf8')), { error: regioFout });
    if (parsed.success) return parsed.data;
    fouten.push(...parsed.error.issues.map((issue) => `REGIO_FILE: ${issue.path.join('.') || 'het bestand'} ${issue.message}`));
  } catch (error) {
    fouten.push(`REGIO_FILE: ${file} is niet te lezen (${error instanceof Error ? error.message : String(error)})`);
  }
  return undefined;
}
