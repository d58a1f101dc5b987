/** The pool of prepared profiles follows every change, and nothing that was taken back. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { vacature } from '#db/schema.ts';
import { countFitting, rankKandidaten, vacatureProfiel } from '#src/domain/match/ranglijst.server.ts';
import { withoutEachMust, PAST_VANAF } from '#src/domain/match/eiskosten.ts';
import { poel, preparePoel } from '#src/domain/match/poel.server.ts';
import { moveProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { rankProfiel } from '#src/domain/match/ranglijst.server.ts';
import { makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();

let mia: Actor;
let job: number;
const row = () => database().select().from(vacature).where(eq(vacature.id, job)).get()!;
const refs = () => rankKandidaten(row()).resultaten.map(({ ref }) => ref).sort();
const picker = { wensberoepen: ['orderpicker'], vaardigheden: ['orderpicken'] };

beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  job = makeVacature({ ref: 'poel-v', titel: 'Orderpicker', vaardigheden: { vereist: ['orderpicken', 'inpakken'], gewenst: [] }, rijbewijzen: ['B'] });
});

describe('the pool', () => {
  it('knows Samira as soon as she is imported, and no longer when she withdraws', () => {
    const samira = makeKandidaat({ ref: 'poel-1', voornaam: 'Samira', ...picker, werkmakelaar: 'mia@test.example' });
    makeKandidaat({ ref: 'poel-2', voornaam: 'Bas', ...picker });
    expect(refs()).toEqual(['poel-1', 'poel-2']);
    moveProfile(mia, samira, 'trek in', 'wil niet meer');
    expect(refs()).toEqual(['poel-2']);
  });

  it('sees what changed in the profile of Bas', () => {
    const before = rankKandidaten(row()).resultaten[0]!.uitleg.score;
    makeKandidaat({ ref: 'poel-2', voornaam: 'Bas', ...picker, vaardigheden: ['orderpicken', 'inpakken'], rijbewijzen: ['B'] });
    expect(rankKandidaten(row()).resultaten[0]!.uitleg.score).toBeGreaterThan(before);
  });

  it('sees Fleur inside the transaction that adds her, and not after it was taken back', () => {
    expect(() => transaction(() => { makeKandidaat({ ref: 'poel-3', voornaam: 'Fleur', ...picker }); expect(refs()).toEqual(['poel-2', 'poel-3']); throw new Error('toch niet'); })).toThrow('toch niet');
    expect(refs()).toEqual(['poel-2']);
    makeKandidaat({ ref: 'poel-4', voornaam: 'Noor', ...picker });
    expect(refs()).toEqual(['poel-2', 'poel-4']);
  });

  it('is the same when it is prepared in the background', async () => {
    const before = refs();
    await preparePoel();
    expect(refs()).toEqual(before);
    expect(poel().rows()).toHaveLength(2);
  });
});

describe('what a must costs', () => {
  it('counts the same as ranking everybody anew without each must', () => {
    for (let at = 0; at < 40; at++) makeKandidaat({ ref: `poel-x${at}`, voornaam: 'Mo', wensberoepen: [at % 3 ? 'orderpicker' : 'kok'], vaardigheden: at % 2 ? ['orderpicken'] : ['inpakken'], rijbewijzen: at % 5 ? [] : ['B'], uren: { min: 8, max: at % 7 ? 32 : 12 } });
    const profiel = vacatureProfiel(row());
    const naive = (variant: typeof profiel) => rankProfiel(variant).resultaten.filter(({ uitleg }) => uitleg.score >= PAST_VANAF).length;
    const counted = countFitting(profiel);
    expect(counted.nu).toBe(naive(profiel));
    expect(counted.zonder).toEqual(withoutEachMust(profiel).map(({ eis, zonder }) => ({ eis, aantal: naive(zonder) })));
    expect(new Set(counted.zonder.map(({ aantal }) => aantal)).size).toBeGreaterThan(1);
  });
});
