/** Limits on guessing and flooding; counted in the database, so they survive a restart. */
import { createHash } from 'node:crypto';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { connection, type Sqlite } from '#db/client.ts';
import { Weigering } from './policy.ts';

/** Tries per key within a window of so many seconds. */
const LIMITS = { inloggen: { points: 10, duration: 15 * 60 }, registreren: { points: 10, duration: 3600 }, wachtwoord: { points: 5, duration: 3600 }, 'wachtwoord-netwerk': { points: 30, duration: 3600 }, 'persoonlijke-link': { points: 60, duration: 3600 }, uploaden: { points: 120, duration: 3600 } } as const;

let made: { db: Sqlite; limiters: Map<string, RateLimiterSQLite> } | undefined;

/**
 * Counts one try.
 * @param key what is limited, such as an e-mail address; only its hash is stored
 * @throws Weigering with the time to wait when there were too many
 */
export async function countAttempt(soort: keyof typeof LIMITS, key: string): Promise<void> {
  const db = connection();
  if (made?.db !== db) made = { db, limiters: new Map() };
  const limiter = made.limiters.get(soort) ?? new RateLimiterSQLite({ storeClient: db, storeType: 'better-sqlite3', tableName: 'limiet', tableCreated: true, keyPrefix: soort, ...LIMITS[soort] });
  made.limiters.set(soort, limiter);
  try {
    await limiter.consume(createHash('sha256').update(key).digest('base64url'));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.ceil(error.msBeforeNext / 60_000);
    throw new Weigering(`Dit is te vaak geprobeerd. Probeer het over ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} opnieuw.`);
  }
}
