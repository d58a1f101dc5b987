/** Curation: who waits, what was looked at by whom, and that nothing gets into the window by any other way. */
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, media, toestemming } from '#db/schema.ts';
import { GeenToegang, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { CURATIE_PUNTEN, curatieInvoer, daysWaiting, ownTexts, type CuratieInvoer, type CuratiePunt } from '#src/domain/kandidaat/curatie.ts';
import { cureer, getCuratie, listWaiting } from '#src/domain/kandidaat/curatie.server.ts';
import { PROFIEL_OVERGANGEN, PROFIEL_STATUSSEN, type ProfielStatus, type ProfielVerb } from '#src/domain/kandidaat/kandidaat.ts';
import { moveProfile, profileHistory } from '#src/domain/kandidaat/kandidaat.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { recordConsent } from '#src/domain/match/intrekken.server.ts';
import { planAfspraak, recordUitkomst } from '#src/domain/match/kennismaking.server.ts';
import { closeVacature, withdrawKandidaat } from '#src/domain/match/afloop.server.ts';
import { askKennismaking, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { makeActor, makeKandidaat, makePartner, makeVacature, useDatabase, verifyWerkgever } from '../../support/database.ts';

useDatabase();

type Persoon = Actor & { id: number };
let karin: Persoon; let kees: Persoon; let mia: Persoon; let ad: Persoon; let ruud: Persoon; let job: number; let samira: number; let count = 0;
const db = () => database();
const ALLE: CuratiePunt[] = ['tekst', 'beeld', 'gezondheid', 'contact', 'toestemming'];
const PERSOON = { kop: 'Ik zoek werk in het magazijn', presentatie: 'Ik werk graag met mijn handen.', aanmelder: 'Team Werk', werkmakelaar: 'mia@test.example', sectoren: ['logistiek'] };

beforeAll(async () => {
  const partnerId = makePartner('Team Werk');
  mia = await makeActor('werkmakelaar', 'Mia');
  ad = await makeActor('aanmelder', 'Ad', { partnerId });
  karin = await makeActor('accountmanager', 'Karin');
  kees = await makeActor('accountmanager', 'Kees');
  job = makeVacature({ ref: 'v', titel: 'Orderpicker', taken: ['orders verzamelen'], plekken: 99 });
  const firm = verifyWerkgever(job);
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: firm });
});
beforeEach(() => { samira = waits('Samira'); });

/** Somebody who was handed in a moment ago. */
function waits(voornaam: string, values: Partial<Parameters<typeof makeKandidaat>[0]> = {}): number {
  const id = makeKandidaat({ wensberoepen: ['orderpicker'], ...PERSOON, ref: `c-${++count}`, voornaam, ...values });
  db().update(kandidaat).set({ status: 'concept' }).where(eq(kandidaat.id, id)).run();
  moveProfile(mia, id, 'dien in');
  return id;
}
const form = (id: number, values: Partial<CuratieInvoer> & Pick<CuratieInvoer, 'stap'>): CuratieInvoer => ({ ...curatieInvoer.parse({ stap: values.stap, versie: getCuratie(karin, id).versie }), ...values });
const status = (id = samira) => db().select().from(kandidaat).where(eq(kandidaat.id, id)).get()!.status;
const lastEvent = () => db().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, samira)).orderBy(gebeurtenis.id).all().filter((row) => row.soort === 'kandidaat').at(-1)!;

describe('the checklist', () => {
  it('has a point about a film only where there is one', () => {
    expect(getCuratie(karin, samira).punten.map(({ punt }) => punt)).toEqual(ALLE);
    db().insert(media).values({ kandidaatId: samira, soort: 'film', bestand: `f-${samira}`, mime: 'video/mp4', bytes: 1 }).run();
    const film = getCuratie(karin, samira).punten.find(({ punt }) => punt === 'film')!;
    expect(film.feit).toEqual({ goed: false, tekst: 'Ondertitels ontbreken. De uitgeschreven tekst ontbreekt.' });
    expect(() => cureer(karin, samira, form(samira, { stap: 'publiceer', punten: [...ALLE, 'film'] }))).toThrow(/Ondertitels ontbreken/);
    db().update(media).set({ ondertiteling: 'o.vtt', transcript: 'Hallo, ik ben Samira.' }).where(eq(media.kandidaatId, samira)).run();
    cureer(karin, samira, form(samira, { stap: 'publiceer', punten: [...ALLE, 'film'] }));
    expect(status()).toBe('gepubliceerd');
  });

  it('keeps in the event of publishing who ticked each point, and when', () => {
    cureer(karin, samira, form(samira, { stap: 'bewaar', punten: ['tekst', 'beeld'] }));
    expect(getCuratie(kees, samira).punten.filter(({ vink }) => vink?.door === 'Karin').map(({ punt }) => punt)).toEqual(['tekst', 'beeld']);
    cureer(kees, samira, form(samira, { stap: 'publiceer', punten: ALLE }));
    const { verb, getoond, doorId } = lastEvent();
    const { punten } = getoond as { punten: Record<string, { door: string; op: string }> };
    expect([verb, doorId]).toEqual(['publiceer', kees.id]);
    expect(Object.fromEntries(Object.entries(punten).map(([punt, { door }]) => [punt, door]))).toEqual({ tekst: 'Karin', beeld: 'Karin', gezondheid: 'Kees', contact: 'Kees', toestemming: 'Kees' });
    for (const { op } of Object.values(punten)) expect(new Date(op).toISOString()).toBe(op);
  });

  it('publishes nothing while a point is open, and names it', () => {
    for (const punt of ALLE) {
      expect(() => cureer(karin, samira, form(samira, { stap: 'publiceer', punten: ALLE.filter((other) => other !== punt) }))).toThrow(`Kijk nog na: ${CURATIE_PUNTEN[punt].naam.toLowerCase()}.`);
      expect(status()).toBe('ter curatie');
    }
  });

  it('publishes nothing without consent, however much was ticked', () => {
    db().delete(toestemming).where(eq(toestemming.kandidaatId, samira)).run();
    expect(() => cureer(karin, samira, form(samira, { stap: 'publiceer', punten: ALLE }))).toThrow(/geen toestemming/);
    expect(status()).toBe('ter curatie');
  });

  it('forgets ticks of a text that was changed since', () => {
    cureer(karin, samira, form(samira, { stap: 'bewaar', punten: ALLE }));
    db().update(kandidaat).set({ kop: 'Anders', gewijzigdOp: new Date(Date.now() + 1000).toISOString() }).where(eq(kandidaat.id, samira)).run();
    expect(getCuratie(karin, samira).punten.filter(({ vink }) => vink)).toEqual([]);
  });
});

describe('sending back', () => {
  it('takes a word per point along, which the aanmelder reads with the reason', () => {
    cureer(karin, samira, form(samira, { stap: 'stuur terug', 'opmerking-tekst': 'De tweede zin is lang.', 'opmerking-contact': 'Haal het nummer weg.', reden: 'Bijna klaar!' }));
    expect(status()).toBe('concept');
    expect(profileHistory(ad, samira).at(-1)).toMatchObject({ verb: 'stuur terug', reden: 'Bijna klaar!', toelichting: 'Tekst: De tweede zin is lang.\nContact: Haal het nummer weg.' });
  });

  it('needs a word somewhere: a point will do', () => {
    expect(() => cureer(karin, samira, form(samira, { stap: 'stuur terug' }))).toThrow(/Schrijf wat er beter kan/);
    cureer(karin, samira, form(samira, { stap: 'stuur terug', 'opmerking-beeld': 'De foto is donker.' }));
    expect(profileHistory(ad, samira).at(-1)).toMatchObject({ reden: 'Foto of portret', toelichting: 'Foto of portret: De foto is donker.' });
  });
});

describe('two curators at once', () => {
  it.each<[string, () => void, RegExp]>([
    ['published', () => cureer(karin, samira, form(samira, { stap: 'publiceer', punten: ALLE })), /^Karin heeft dit profiel gepubliceerd op .*, terwijl u bezig was\. Het profiel is nu gepubliceerd\.$/],
    ['sent back', () => cureer(karin, samira, form(samira, { stap: 'stuur terug', reden: 'korter' })), /^Karin heeft dit profiel teruggestuurd op .* nu concept\.$/],
    ['ticked something', () => cureer(karin, samira, form(samira, { stap: 'bewaar', punten: ['tekst'] })), /^Karin heeft dit profiel ook nagekeken op .* Wat u typte staat er nog\.$/],
  ])('when the first %s, the second reads so and changes nothing', (_, first, message) => {
    const opened = (['publiceer', 'stuur terug', 'bewaar'] as const).map((stap) => form(samira, { stap, punten: ALLE, reden: 'te lang' }));
    first();
    const before = connection().prepare('SELECT count(*) FROM gebeurtenis').pluck().get();
    for (const values of opened) expect(() => cureer(kees, samira, values)).toThrow(message);
    expect(connection().prepare('SELECT count(*) FROM gebeurtenis').pluck().get()).toBe(before);
  });

  it('and a form that is sent twice does its work once', () => {
    const values = form(samira, { stap: 'bewaar', punten: ['tekst'] });
    cureer(karin, samira, values);
    expect(() => cureer(karin, samira, values)).toThrow(Weigering);
  });
});

describe('the queue', () => {
  it('has who waits longest first, and can be narrowed to a sector or a partner', () => {
    const piet = waits('Piet', { sectoren: ['groen'], aanmelder: 'Diamant' });
    db().update(gebeurtenis).set({ op: '2026-01-05T10:00:00.000Z' }).where(eq(gebeurtenis.objectId, piet)).run();
    const names = (filter = {}) => listWaiting(karin, filter).map((item) => item.kandidaat.voornaam);
    expect(names()[0]).toBe('Piet');
    expect(listWaiting(karin)[0]).toMatchObject({ sinds: '2026-01-05T10:00:00.000Z', partner: 'Diamant' });
    expect(names({ sector: 'groen' })).toEqual(['Piet']);
    expect(names({ partner: 'Team Werk' })).not.toContain('Piet');
    expect(names({ sector: 'groen', partner: 'Team Werk' })).toEqual([]);
    expect([daysWaiting('2026-01-05T10:00:00.000Z', '2026-01-08'), daysWaiting('2026-01-05T23:30:00.000Z', '2026-01-06'), daysWaiting('2026-01-05T10:00:00.000Z', '2026-01-05')]).toEqual([3, 0, 0]);
  });

  it('is for accountmanagers, and so is what follows', () => {
    for (const actor of [mia, ad, ruud, { rol: 'bezoeker' } as Actor]) for (const work of [() => listWaiting(actor), () => getCuratie(actor, samira), () => cureer(actor, samira, form(samira, { stap: 'publiceer', punten: ALLE }))]) expect(work).toThrow(GeenToegang);
  });
});

it('every own text is looked at, field by field, and empty ones are left out', () => {
  const texts = ownTexts({ kop: 'K', presentatie: 'P', wensberoepen: ['W'], vaardigheden: ['V'], certificaten: ['C'], ervaring: [{ beroep: 'B', omschrijving: 'O' }], nodig: ['N'] });
  expect(texts.map(({ tekst }) => tekst)).toEqual(['K', 'P', 'W', 'V', 'B: O', 'C', 'N']);
  expect(ownTexts({ kop: ' ', presentatie: '', wensberoepen: [], vaardigheden: [], certificaten: null, ervaring: [], nodig: [] })).toEqual([]);
});

describe('nothing becomes visible by any other way', () => {
  /** What the database saw: each time a row became "gepubliceerd", and from what. */
  const seen = () => connection().prepare('SELECT van FROM gezien').pluck().all() as string[];
  beforeAll(() => {
    connection().exec(`CREATE TEMP TABLE gezien (van TEXT);
      CREATE TEMP TRIGGER zie_om AFTER UPDATE OF status ON kandidaat WHEN new.status = 'gepubliceerd' AND old.status <> 'gepubliceerd' BEGIN INSERT INTO gezien VALUES (old.status); END;
      CREATE TEMP TRIGGER zie_in AFTER INSERT ON kandidaat WHEN new.status = 'gepubliceerd' BEGIN INSERT INTO gezien VALUES ('nieuw'); END;`);
    return () => connection().exec('DROP TRIGGER temp.zie_om; DROP TRIGGER temp.zie_in; DROP TABLE temp.gezien');
  });
  const put = (to: ProfielStatus) => { db().update(kandidaat).set({ status: to }).where(eq(kandidaat.id, samira)).run(); connection().exec('DELETE FROM gezien'); };
  const attempt = (work: () => unknown) => { try { work(); } catch (error) { if (!(error instanceof Weigering || error instanceof GeenToegang)) throw error; } };
  const people = () => ({ mia, ad, karin, ruud, systeem: { rol: 'systeem' } as Actor, bezoeker: { rol: 'bezoeker' } as Actor });

  it('by the table: only "publiceer" and "hervat" lead there', () => {
    expect(Object.entries(PROFIEL_OVERGANGEN).filter(([, { naar }]) => naar === 'gepubliceerd').map(([verb]) => verb)).toEqual(['publiceer', 'hervat']);
  });

  it('by every step from every state, whoever takes it', () => {
    const ways = new Set<string>();
    for (const from of PROFIEL_STATUSSEN) for (const verb of Object.keys(PROFIEL_OVERGANGEN) as ProfielVerb[]) for (const [naam, actor] of Object.entries(people())) {
      put(from);
      attempt(() => moveProfile(actor, samira, verb, 'reden'));
      if (seen().length > 0) ways.add(`${naam}: ${verb} uit ${seen().join()}`);
    }
    expect([...ways].sort()).toEqual(['ad: hervat uit gepauzeerd', 'karin: hervat uit gepauzeerd', 'karin: publiceer uit ter curatie', 'mia: hervat uit gepauzeerd']);
  });

  it('by every other use case that changes a kandidaat or a match, from every state', () => {
    const cases: Record<string, () => unknown> = {
      'import, a new line': () => makeKandidaat({ ...PERSOON, ref: `n-${++count}`, voornaam: 'Nieuw' }), 'import, the same line again': () => makeKandidaat({ ...PERSOON, ref: db().select().from(kandidaat).where(eq(kandidaat.id, samira)).get()!.ref, voornaam: 'Samira', kop: 'Nog eens' }),
      'save ticks': () => cureer(karin, samira, form(samira, { stap: 'bewaar', punten: ALLE })), 'send back': () => cureer(karin, samira, form(samira, { stap: 'stuur terug', reden: 'x' })), 'withdraw': () => withdrawKandidaat(mia, samira, 'x'), 'propose': () => proposeByHand(mia, samira, job),
      'the steps of a match up to a placement': () => { const pair = proposeByHand(mia, samira, job); moveMatch(mia, pair, 'vind geschikt'); moveMatch(karin, pair, 'draag voor', { bericht: 'x' }); moveMatch(ruud, pair, 'nodig uit'); moveMatch(karin, pair, 'plaats'); },
      'meet and place': () => {
        const { id } = db().insert(match).values({ kandidaatId: samira, werkgeverId: (ruud as Extract<Actor, { rol: 'werkgever' }>).werkgeverId, herkomst: 'kennismaking', status: 'uitgenodigd' }).returning({ id: match.id }).get();
        planAfspraak(karin, id, { begin: new Date(Date.now() + 1), duurMinuten: 30, plaats: 'x', aanwezig: [], toelichting: '' });
        connection().prepare("UPDATE afspraak SET begin = '2026-01-01T10:00:00.000Z' WHERE match_id = ?").run(id);
        recordUitkomst(karin, id, { uitkomst: 'geplaatst', toelichting: '' });
      },
      'close a vacature': () => { const other = makeVacature({ ref: `sluit-${++count}`, titel: 'Orderpicker', taken: ['orders verzamelen'] }); closeVacature(ruud, other, 'ingetrokken'); },
    };
    for (const from of PROFIEL_STATUSSEN) for (const [naam, work] of Object.entries(cases)) {
      put(from);
      attempt(work);
      expect(`${naam} uit ${from}: ${seen().join()}`).toBe(`${naam} uit ${from}: `);
    }
    put('gepubliceerd');
    // She withdrew above, which no import undoes.
    recordConsent(mia, samira, ['profiel'], { kanaal: 'papier', op: today() });
    attempt(() => askKennismaking(ruud, samira, null, ''));
    expect(seen()).toEqual([]);
  });

  it('by the code: no other file writes the status of a kandidaat but those that were walked above', () => {
    const root = new URL('../../../src/', import.meta.url);
    const writers = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).filter((file) => {
      const text = readFileSync(new URL(file, root), 'utf8');
      return /(update|insert)\(kandidaat\)[\s\S]{0,80}?\bstatus\b|(insert|update)Rows\(kandidaat,/.test(text) || /UPDATE kandidaat SET[^'"`]*status/i.test(text);
    });
    expect(writers.sort()).toEqual(['domain/kandidaat/kandidaat.server.ts', 'domain/match/afloop.server.ts', 'jobs/import.server.ts']);
  });
});
