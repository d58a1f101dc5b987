/** Liveness and readiness, per part, without personal data. */
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { outbox } from '#db/schema.ts';
import { searchEngine } from '#search/index.ts';
import { mailStand } from '../mail/mail.server.ts';

export type Health = { status: 'goed' | 'fout'; onderdelen: { database: 'goed' | 'fout'; zoeken: 'goed' | 'fout'; wachtrij: { wacht: number; vast: number }; post: ReturnType<typeof mailStand> } };

/** Asks each part one small question; a part that throws is "fout", and so is the whole. */
export function readHealth(): Health {
  const ask = (question: () => unknown): 'goed' | 'fout' => { try { question(); return 'goed'; } catch { return 'fout'; } };
  const wachtrij = { wacht: 0, vast: 0 };
  const post: ReturnType<typeof mailStand> = { wacht: 0, vast: 0, oudste: null };
  const db = ask(() => {
    const row = database().select({ wacht: sql<number>`count(*)`, vast: sql<number>`coalesce(sum(${outbox.pogingen} >= 8), 0)` }).from(outbox).where(sql`${outbox.soort} NOT LIKE 'taak %'`).get()!;
    Object.assign(wachtrij, row);
    Object.assign(post, mailStand());
  });
  const zoeken = ask(() => searchEngine().search('kandidaten-werkgever', { perPagina: 1 }));
  return { status: db === 'goed' && zoeken === 'goed' ? 'goed' : 'fout', onderdelen: { database: db, zoeken, wachtrij, post } };
}
