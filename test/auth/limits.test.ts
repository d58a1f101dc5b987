/** Limits on guessing and flooding: counted per person or place, and no further than that. */
import { describe, expect, it } from 'vitest';
import { connection } from '#db/client.ts';
import { countAttempt } from '#src/auth/limits.server.ts';
import { Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { GET } from '#src/pages/api/suggesties.ts';
import { BEZOEKER, makeActor, useDatabase } from '../support/database.ts';

useDatabase();
const kept = () => connection().prepare('SELECT key FROM limiet').pluck().all() as string[];

describe('signing in', () => {
  it('is refused after ten tries with one address, not with another, and no address is kept as it is', async () => {
    for (let i = 0; i < 10; i++) await countAttempt('inloggen', 'karin@test.example');
    await expect(countAttempt('inloggen', 'karin@test.example')).rejects.toThrow(/te vaak geprobeerd/);
    await expect(countAttempt('inloggen', 'mia@test.example')).resolves.toBeUndefined();
    await expect(countAttempt('inloggen', 'karin@test.example')).rejects.toBeInstanceOf(Weigering);
    expect(kept()).toHaveLength(2);
    expect(kept().join()).not.toContain('karin');
  });
});

describe('suggestions', () => {
  const ask = async (actor: Actor, clientAddress: string) => {
    const answer = await GET({ locals: { actor }, url: new URL('http://localhost/api/suggesties?q=order'), clientAddress } as never);
    return { status: answer.status, suggesties: ((await answer.json()) as { suggesties: unknown[] }).suggesties.length, bewaard: answer.headers.get('cache-control') };
  };

  it('are 120 in a minute for a visitor, then an empty list that no browser keeps; Karin behind the same address has her own', async () => {
    const karin = await makeActor('beheerder', 'Karin');
    for (let i = 0; i < 120; i++) expect((await ask(BEZOEKER, '192.0.2.1')).status).toBe(200);
    expect(await ask(BEZOEKER, '192.0.2.1')).toEqual({ status: 429, suggesties: 0, bewaard: 'no-store' });
    for (const [actor, address] of [[karin, '192.0.2.1'], [BEZOEKER, '192.0.2.2']] as const) {
      const { status, suggesties } = await ask(actor, address);
      expect([status, suggesties > 0]).toEqual([200, true]);
    }
    expect(kept().some((key) => key.startsWith('suggesties'))).toBe(false);
  });
});
