/** Who gets which mail when something happens, and that no fact about a kandidaat goes out but the first name. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { eenmaligeLink, gebruiker, kandidaat, kandidaatIntern, mail, toestemming, vacature, werkgever } from '#db/schema.ts';
import { openSeals } from '#src/auth/geheim.server.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { moveProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import { withdrawKandidaat } from '#src/domain/match/afloop.server.ts';
import { askKennismaking, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { moveWerkgever, registerWerkgever } from '#src/domain/werkgever/werkgever.server.ts';
import { mailPersoonlijkeLink } from '#src/mail/gebeurtenissen.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { BEZOEKER, makeActor, makeKandidaat, makePartner, makeVacature, useDatabase } from '../support/database.ts';

useDatabase();

type Persoon = Actor & { id: number };
let mia: Persoon; let karin: Persoon; let ad: Persoon; let ruud: Persoon; let organisatie: number; let job: number;
beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  karin = await makeActor('accountmanager', 'Karin', { sectoren: ['logistiek'] });
  await makeActor('accountmanager', 'Kees', { sectoren: ['groen'] });
  ad = await makeActor('aanmelder', 'Ad', { partnerId: makePartner('Team Werk') });
  job = makeVacature({ ref: 'v', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  organisatie = database().select().from(vacature).where(eq(vacature.id, job)).get()!.werkgeverId;
  database().update(werkgever).set({ status: 'geverifieerd', sectoren: ['logistiek'], accountmanagerId: null }).where(eq(werkgever.id, organisatie)).run();
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: organisatie });
});
beforeEach(() => { database().delete(mail).run(); });

/** Everything about Samira but her name carries this mark. */
const GEHEIM = 'geheimfeit';
let count = 0;
function makeSamira(toestemmingen: ('profiel' | 'voornaam')[] = ['profiel', 'voornaam'], status: 'gepubliceerd' | 'ter curatie' = 'gepubliceerd'): number {
  const mark = (part: string) => `${GEHEIM} ${part}`;
  const id = makeKandidaat({
    ref: `${GEHEIM}-${++count}`, voornaam: 'Samira', aanmelder: 'Team Werk', werkmakelaar: 'mia@test.example', toestemming: toestemmingen, kop: mark('kop'), presentatie: mark('in eigen woorden verteld'), wensberoepen: [mark('beroep')], vaardigheden: [mark('vaardigheid')],
    ervaring: [{ beroep: mark('ervaring'), omschrijving: mark('deed') }], certificaten: [mark('papier')], nodig: [mark('nodig')], plaats: 'Geheimfeitdorp', intern: { notitie: mark('notitie'), loonwaarde: 47 },
  });
  database().update(kandidaat).set({ status }).where(eq(kandidaat.id, id)).run();
  database().update(kandidaatIntern).set({ email: 'samira@eigen.example', telefoon: `06 ${GEHEIM}` }).where(eq(kandidaatIntern.kandidaatId, id)).run();
  return id;
}
const post = () => database().select().from(mail).orderBy(mail.id).all();
const aan = (soort: string) => post().filter((row) => row.soort === soort).map((row) => row.aan.split('@')[0]);
const tekst = (soort: string) => post().find((row) => row.soort === soort)!.tekst;

describe('an employer who registers', () => {
  const invoer = { organisatie: 'Bakkerij Jansen', kvk: '55667788', plaats: 'Dongen', sectoren: ['horeca'], naam: 'Jan Jansen', functie: '', email: 'jan@bakkerij.example', telefoon: '', wachtwoord: 'brood met kaas en ui' };

  it('gets a link to prove the address, and after verification a welcome with the name of the accountmanager', async () => {
    await registerWerkgever(BEZOEKER, invoer);
    expect(aan('bevestig-adres')).toEqual(['jan']);
    expect(openSeals(tekst('bevestig-adres'))).toMatch(/\/bevestig\/[\w-]{43}\n/);
    expect(tekst('bevestig-adres')).not.toMatch(/\/bevestig\/[\w-]{43}/);
    const { werkgeverId } = database().select().from(gebruiker).where(eq(gebruiker.email, invoer.email)).get()!;
    moveWerkgever(karin, werkgeverId!, 'verifieer');
    expect(aan('welkom')).toEqual(['jan']);
    expect(tekst('welkom')).toContain('Uw accountmanager is Karin.');
  });

  it('with an address that is known tells only its owner, once a day, and makes nothing', async () => {
    const links = database().select().from(eenmaligeLink).all().length;
    for (const kvk of ['11112222', '33334444']) await registerWerkgever(BEZOEKER, { ...invoer, kvk });
    expect(post().map((row) => [row.soort, row.aan])).toEqual([['bestaat-al', 'jan@bakkerij.example']]);
    expect(database().select().from(eenmaligeLink).all()).toHaveLength(links);
  });
});

describe('the curation of a profile', () => {
  it('is told to who handed it in, each time anew, and the reason stays behind the sign-in', () => {
    const samira = makeSamira(undefined, 'ter curatie');
    moveProfile(karin, samira, 'stuur terug', `Haal ${GEHEIM} over haar rug weg`);
    expect(aan('curatie')).toEqual(['ad']);
    expect(tekst('curatie')).toContain('Karin heeft het profiel van Samira nagekeken');
    moveProfile(mia, samira, 'dien in');
    moveProfile(karin, samira, 'stuur terug', 'Nog korter');
    moveProfile(ad, samira, 'dien in');
    moveProfile(karin, samira, 'publiceer');
    expect(aan('curatie')).toEqual(['ad', 'mia', 'ad']);
    expect(post().map((row) => row.onderwerp)).toEqual(['Het profiel van Samira kan nog beter', 'Het profiel van Samira kan nog beter', 'Het profiel van Samira staat in het venster']);
    expect(JSON.stringify(post())).not.toContain(GEHEIM);
  });
});

describe('a wish to meet', () => {
  it('reaches the accountmanagers of the sector while the employer has none, and the employer reads who calls when', () => {
    askKennismaking(ruud, makeSamira(), null, `Belt u mij over ${GEHEIM}?`);
    expect([aan('kennismaking-gevraagd'), aan('kennismaking-bevestiging')]).toEqual([['karin'], ['ruud']]);
    expect(tekst('kennismaking-bevestiging')).toContain('Team Werkgevers belt u binnen vijf werkdagen');
  });

  it('reaches the own accountmanager, once, also when it is sent twice', () => {
    database().update(werkgever).set({ accountmanagerId: karin.id }).where(eq(werkgever.id, organisatie)).run();
    const samira = makeSamira();
    for (let i = 0; i < 2; i++) askKennismaking(ruud, samira, job, '');
    expect([aan('kennismaking-gevraagd'), aan('kennismaking-bevestiging')]).toEqual([['karin'], ['ruud']]);
    expect(tekst('kennismaking-bevestiging')).toContain('Karin belt u binnen vijf werkdagen');
    expect(tekst('kennismaking-gevraagd')).toContain('kennismaking met Samira.\n\nHet gaat om de vacature Orderpicker.');
  });

  it('writes no mail when it is refused', () => {
    expect(() => askKennismaking(loadActor(ruud.id), 999_999, null, '')).toThrow();
    expect(post()).toEqual([]);
  });
});

describe('a pair on its way', () => {
  const presented = (samira: number) => { const pair = proposeByHand(mia, samira, job); moveMatch(mia, pair, 'vind geschikt'); moveMatch(karin, pair, 'draag voor', { bericht: `Zij is goed met ${GEHEIM}` }); return pair; };

  it('is told to the employer when it is presented, and the answer to accountmanager and werkmakelaar', () => {
    const pair = presented(makeSamira());
    expect(post().map((row) => [row.soort, row.aan])).toEqual([['voordracht', 'ruud@test.example']]);
    expect(tekst('voordracht')).toContain('Karin wil u graag laten kennismaken met Samira.\n\nHet gaat om de vacature Orderpicker.');
    moveMatch(ruud, pair, 'wijs af', { reden: 'anders', toelichting: `wegens ${GEHEIM}` });
    expect(aan('antwoord')).toEqual(['karin', 'mia']);
    expect(post().filter((row) => row.soort === 'antwoord').map((row) => row.onderwerp)).toEqual(['Van Dijk Logistiek kiest niet voor Samira', 'Van Dijk Logistiek kiest niet voor Samira']);
    expect(JSON.stringify(post())).not.toContain(GEHEIM);
  });

  it('has no name for an employer where Samira did not agree to show it, while professionals read it', () => {
    const pair = presented(makeSamira(['profiel']));
    moveMatch(ruud, pair, 'nodig uit');
    expect(JSON.stringify(post().filter((row) => row.aan.startsWith('ruud')))).not.toContain('Samira');
    expect(tekst('antwoord')).toContain('wil Samira spreken');
  });

  it('is told to the stand-in as well while Mia is away', async () => {
    const mo = await makeActor('werkmakelaar', 'Mo');
    database().update(gebruiker).set({ vervangerId: mo.id, afwezigTot: '2999-01-01' }).where(eq(gebruiker.id, mia.id)).run();
    moveMatch(ruud, presented(makeSamira()), 'nodig uit');
    database().update(gebruiker).set({ vervangerId: null, afwezigTot: null }).where(eq(gebruiker.id, mia.id)).run();
    expect(aan('antwoord')).toEqual(['karin', 'mia', 'mo']);
  });

  it('is told to nobody whose account is off', () => {
    database().update(gebruiker).set({ actief: false }).where(eq(gebruiker.id, ruud.id)).run();
    presented(makeSamira());
    database().update(gebruiker).set({ actief: true }).where(eq(gebruiker.id, ruud.id)).run();
    expect(post()).toEqual([]);
  });
});

describe('the personal link', () => {
  it('goes to Samira herself, with the token sealed and nothing else about her', () => {
    const samira = makeSamira();
    const send = () => transaction(() => mailPersoonlijkeLink({ kandidaatId: samira, linkId: 7, pad: '/mijn-profiel', token: 'token-van-samira', verlooptOp: '2026-12-01T12:00:00Z' }));
    expect([send(), send()]).toEqual([true, true]);
    expect(post().map((row) => row.aan)).toEqual(['samira@eigen.example']);
    expect(tekst('persoonlijke-link')).not.toContain('token-van-samira');
    expect(openSeals(tekst('persoonlijke-link'))).toContain('/mijn-profiel/token-van-samira');
    expect(tekst('persoonlijke-link')).toContain('tot en met 1 december 2026');
    expect(JSON.stringify(post())).not.toContain(GEHEIM);
  });

  it('is not sent where we know no address, and says so', () => {
    const samira = makeSamira();
    database().update(kandidaatIntern).set({ email: null }).where(eq(kandidaatIntern.kandidaatId, samira)).run();
    expect(transaction(() => mailPersoonlijkeLink({ kandidaatId: samira, linkId: 8, pad: '/x', token: 't', verlooptOp: '2026-12-01T12:00:00Z' }))).toBe(false);
    expect(post()).toEqual([]);
  });
});

it('what still waits to tell an employer of Samira is taken back when she withdraws, what was sent stays, and others keep theirs', () => {
  const samira = makeSamira(); const piet = makeSamira();
  for (const wie of [samira, piet]) { const pair = proposeByHand(mia, wie, job); moveMatch(mia, pair, 'vind geschikt'); moveMatch(karin, pair, 'draag voor', { bericht: 'x' }); }
  askKennismaking(ruud, samira, null, '');
  database().update(mail).set({ verzondenOp: new Date().toISOString() }).where(eq(mail.soort, 'kennismaking-bevestiging')).run();
  withdrawKandidaat(mia, samira, 'eigen wens');
  expect(post().map((row) => row.soort).sort()).toEqual(['kennismaking-bevestiging', 'kennismaking-gevraagd', 'niet-beschikbaar', 'niet-beschikbaar', 'voordracht']);
  expect(post().filter((row) => row.soort === 'niet-beschikbaar').map((row) => row.aan)).toEqual(['ruud@test.example', 'ruud@test.example']);
  expect(tekst('niet-beschikbaar')).toContain('Deze kandidaat is niet meer beschikbaar.');
  expect(tekst('niet-beschikbaar')).not.toMatch(/Samira|ingetrokken|wens/);
});

it('consent for the name that ended counts at once: the next mail has none', () => {
  const samira = makeSamira();
  database().update(toestemming).set({ ingetrokkenOp: new Date().toISOString() }).where(eq(toestemming.item, 'voornaam')).run();
  askKennismaking(ruud, samira, null, '');
  expect(tekst('kennismaking-bevestiging')).toContain('kennismaken met een kandidaat');
});
