/** Limits on guessing and flooding; counted in the database, so they survive a restart, but for those asked at every letter. */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { connection, type Sqlite } from '#db/client.ts';
import { Weigering } from './policy.ts';

/** Tries per key within a window of so many seconds. */
const LIMITS = { inloggen: { points: 10, duration: 15 * 60 }, registreren: { points: 10, duration: 3600 }, wachtwoord: { points: 5, duration: 3600 }, 'wachtwoord-netwerk': { points: 30, duration: 3600 }, 'persoonlijke-link': { points: 60, duration: 3600 }, uploaden: { points: 120, duration: 3600 }, suggesties: { points: 120, duration: 60 } } as const;
type Soort = keyof typeof LIMITS;
/** Counted in memory: a write to disk for each letter would cost more than the answer. */
const IN_GEHEUGEN: readonly Soort[] = ['suggesties'];

let made: { db: Sqlite; limiters: Map<Soort, RateLimiterSQLite | RateLimiterMemory> } | undefined;

/**
 * Counts one try.
 * @param key what is limited, such as an e-mail address; only its hash is stored
 * @throws Weigering with the time to wait when there were too many
 */
export async function countAttempt(soort: Soort, key: string): Promise<void> {
  const db = connection();
  if (made?.db !== db) made = { db, limiters: new Map() };
  const limiter = made.limiters.get(soort) ?? makeLimiter(soort, db);
  made.limiters.set(soort, limiter);
  try {
    await limiter.consume(createHash('sha256').update(key).digest('base64url'));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.ceil(error.msBeforeNext / 60_000);
    throw new Weigering(`Dit is te vaak geprobeerd. Probeer het over ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} opnieuw.`);
  }
}

function makeLimiter(soort: Soort, db: Sqlite): RateLimiterSQLite | RateLimiterMemory {
  const limit = { keyPrefix: soort, ...LIMITS[soort] };
  return IN_GEHEUGEN.includes(soort) ? new RateLimiterMemory(limit) : new RateLimiterSQLite({ storeClient: db, storeType: 'better-sqlite3', tableName: 'limiet', tableCreated: true, ...limit });
}
