/** Instruments that an accountmanager names with a voordracht, and the bridges an employer may follow. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { getMatch, matchHistory, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { getVoordracht } from '#src/domain/match/voordracht.server.ts';
import { makeActor, makeKandidaat, makeVacature, useDatabase, verifyWerkgever } from '../../support/database.ts';

useDatabase();
let mia: Actor;
let peter: Actor;
let karin: Actor;
let paar: number;

beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  peter = await makeActor('accountmanager', 'Peter');
  const samira = makeKandidaat({ ref: 'i-1', voornaam: 'Samira', werkmakelaar: 'mia@test.example', wensberoepen: ['orderpicker'], certificaten: [] });
  database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, samira)).run();
  const job = makeVacature({ ref: 'i-v1', titel: 'Orderpicker', taken: ['orders verzamelen'], certificaten: { vereist: ['heftruckcertificaat'] }, biedt: ['scholing'] });
  const werkgeverId = verifyWerkgever(job);
  karin = await makeActor('werkgever', 'Karin', { werkgeverId });
  paar = proposeByHand(mia, samira, job);
  moveMatch(mia, paar, 'vind geschikt');
  moveMatch(peter, paar, 'draag voor', { bericht: 'Samira past goed.', instrumenten: ['scholing', 'proefplaatsing'] });
});

describe('a voordracht with instruments', () => {
  it('keeps what Peter named, and shows it to Karin with the job they belong to', () => {
    expect(getMatch(peter, paar).match.instrumenten).toEqual(['scholing', 'proefplaatsing']);
    expect(getVoordracht(karin, paar)).toMatchObject({ bericht: 'Samira past goed.', instrumenten: ['scholing', 'proefplaatsing'], vacature: { urenMin: 24, urenMax: 40, werkvorm: 'betaald werk' } });
  });

  it('is written down with the step itself', () => {
    expect(matchHistory(peter, paar).find(({ verb }) => verb === 'draag voor')?.toelichting).toBe('Instrumenten: scholing, proefplaatsing');
  });

  it('leads Karin from the missing certificate to scholing, which she offers already', () => {
    expect(getVoordracht(karin, paar).uitleg!.nodig).toContainEqual(expect.objectContaining({ wat: 'heftruckcertificaat', brug: { instrument: 'scholing', aangeboden: true } }));
  });
});
