/** The retention ladder: nobody is hidden who was not warned, nobody erased who was not told, and erased is gone. */
import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { connection, database, transaction } from '#db/client.ts';
import { kandidaat, kandidaatIntern, mail, media } from '#db/schema.ts';
import { addDays } from '#src/domain/kalender/werkdagen.ts';
import { openSeals } from '#src/auth/geheim.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { AANKONDIGING_DAGEN, TERMIJNEN, TREDEN, WISVERZOEK_DAGEN, nextTrede, type Stand, type Trede } from '#src/domain/kandidaat/bewaren.ts';
import { dueTreden, takeTreden } from '#src/domain/kandidaat/bewaren.server.ts';
import { confirmAvailable, getOwn } from '#src/domain/kandidaat/eigen.server.ts';
import { giveLink, openLink } from '#src/domain/kandidaat/link.server.ts';
import { moveProfile, profileHistory, viewProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import { keepData } from '#src/domain/kandidaat/toestemming.server.ts';
import { erase } from '#src/domain/kandidaat/wissen.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { askErasure, hideOwnFrom, withdrawOwn } from '#src/domain/match/intrekken.server.ts';
import { askKennismaking, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { SYSTEEM, makeActor, makeKandidaat, makeVacature, useDatabase, verifyWerkgever } from '../../support/database.ts';

useDatabase();

const BEGIN = '2026-01-01';
const stand = (extra: Partial<Stand> = {}): Stand => ({ bevestigdOp: BEGIN, gezet: {}, eindeOp: null, wisverzoekOp: null, ...extra });

/** Walks the ladder on these days; each step that is due is taken. */
function walk(from: Stand, days: readonly number[], bewaarDagen = 365): { trede: Trede; dag: number }[] {
  const now = { ...from, gezet: { ...from.gezet } };
  return days.flatMap((dag) => {
    const vandaag = addDays(BEGIN, dag);
    const trede = nextTrede(now, vandaag, bewaarDagen);
    if (trede) now.gezet[trede] = vandaag;
    return trede ? [{ trede, dag }] : [];
  });
}
const everyDay = Array.from({ length: 900 }, (_, dag) => dag);

describe('the ladder', () => {
  it('asks on day 60, warns on day 80, hides after day 90, announces and erases a year later', () => {
    expect(walk(stand(), everyDay)).toEqual([{ trede: 'vraag bevestiging', dag: 60 }, { trede: 'waarschuw', dag: 80 }, { trede: 'verberg', dag: 91 }, { trede: 'kondig wissen aan', dag: 91 + 365 - AANKONDIGING_DAGEN }, { trede: 'wis', dag: 91 + 365 }]);
  });

  it('erases who withdrew or got a job after the term, told four weeks before, and who asked for it after two', () => {
    expect(walk(stand({ eindeOp: BEGIN }), everyDay, 100)).toEqual([{ trede: 'kondig wissen aan', dag: 72 }, { trede: 'wis', dag: 100 }]);
    expect(walk(stand({ eindeOp: BEGIN, wisverzoekOp: BEGIN }), everyDay)).toEqual([{ trede: 'wis', dag: WISVERZOEK_DAGEN }]);
  });

  it('skips no step, in whatever days it runs and however long it stood still', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }), fc.boolean(), fc.integer({ min: 28, max: 800 }), (chosen, ended, bewaarDagen) => {
      const days = chosen.sort((a, b) => a - b);
      const steps = walk(stand(ended ? { eindeOp: BEGIN } : {}), days, bewaarDagen);
      const order = ended ? TREDEN.slice(3) : TREDEN;
      expect(steps.map(({ trede }) => trede)).toEqual(order.slice(0, steps.length));
      const on = (trede: Trede) => steps.find((step) => step.trede === trede)?.dag;
      const wis = on('wis');
      if (wis !== undefined) expect(wis - on('kondig wissen aan')!).toBeGreaterThanOrEqual(AANKONDIGING_DAGEN);
      if (wis !== undefined) expect(wis - (on('verberg') ?? 0)).toBeGreaterThanOrEqual(bewaarDagen);
      const hidden = on('verberg');
      if (hidden !== undefined) { expect(hidden).toBeGreaterThan(TERMIJNEN.verberg); expect(hidden).toBeGreaterThan(on('waarschuw')!); }
      for (let i = 1; i < steps.length; i++) expect(steps[i]!.dag).toBeGreaterThan(steps[i - 1]!.dag);
    }));
  });
});

type Persoon = Actor & { id: number };
let mia: Persoon; let karin: Persoon; let ruud: Persoon; let job: number; let vanDijk: number; let count = 0;
beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  karin = await makeActor('accountmanager', 'Karin');
  job = makeVacature({ ref: 'v', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  vanDijk = verifyWerkgever(job);
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: vanDijk });
});

function publish(email: string | null = 'samira@eigen.example'): number {
  const id = makeKandidaat({ ref: `ZAAK-${++count}`, voornaam: 'Samira', werkmakelaar: 'mia@test.example', kop: 'Merkteken kop', presentatie: 'Merkteken in eigen woorden verteld.', plaats: 'Goirle', vaardigheden: ['merkteken vaardigheid'], intern: { notitie: 'Merkteken notitie', loonwaarde: 47 } });
  database().update(kandidaatIntern).set({ email }).where(eq(kandidaatIntern.kandidaatId, id)).run();
  moveProfile(karin, id, 'publiceer');
  return id;
}
const on = (dagen: number) => new Date(`${addDays(today(), dagen)}T08:00:00Z`);
const taken = (dagen: number, id: number) => takeTreden(SYSTEEM, on(dagen)).stappen.filter((stap) => stap.id === id).map(({ trede }) => trede);
const steps = (id: number) => profileHistory(karin, id).map((event) => event.verb).filter((verb) => (TREDEN as readonly string[]).includes(verb));

describe('the daily run', () => {
  it('asks Samira by mail with a link that works, warns her, records that she is hidden, and starts anew when she answers', () => {
    const id = publish();
    expect(taken(59, id)).toEqual([]);
    expect(taken(60, id)).toEqual(['vraag bevestiging']);
    expect(taken(60, id)).toEqual([]);
    expect(database().select().from(kandidaat).where(eq(kandidaat.id, id)).get()!.bevestigingGevraagdOp).toBe(on(60).toISOString());
    const asked = database().select().from(mail).where(eq(mail.soort, 'bevestiging-gevraagd')).all().at(-1)!;
    expect(asked).toMatchObject({ aan: 'samira@eigen.example', onderwerp: 'Zoek je nog steeds werk?' });
    expect(asked.tekst).not.toMatch(/Merkteken|Goirle/);
    expect(openLink(/\/ik\/([\w-]{43})/.exec(openSeals(asked.tekst))![1]!)).toBeDefined();
    expect(taken(80, id)).toEqual(['waarschuw']);
    expect(taken(91, id)).toEqual(['verberg']);
    confirmAvailable({ rol: 'kandidaat', kandidaatId: id }, id);
    expect(taken(91, id)).toEqual(['vraag bevestiging']);
    expect(taken(92, id)).toEqual([]);
    expect(steps(id)).toEqual(['vraag bevestiging', 'waarschuw', 'verberg', 'vraag bevestiging']);
  });

  it('records the step too for who has no address, and only tells what it would do when it is asked to', () => {
    const id = publish(null);
    expect(dueTreden(SYSTEEM, on(60)).filter((stap) => stap.id === id)).toEqual([{ id, trede: 'vraag bevestiging' }]);
    expect(steps(id)).toEqual([]);
    takeTreden(SYSTEEM, on(60));
    expect(profileHistory(karin, id).at(-1)).toMatchObject({ verb: 'vraag bevestiging', toelichting: 'geen e-mailadres bekend' });
  });

  it('erases Samira two weeks after she asked for it, and not a day before', () => {
    const id = publish();
    askErasure({ rol: 'kandidaat', kandidaatId: id });
    expect(taken(WISVERZOEK_DAGEN - 1, id)).toEqual([]);
    expect(taken(WISVERZOEK_DAGEN, id)).toEqual(['wis']);
    expect(taken(WISVERZOEK_DAGEN + 1, id)).toEqual([]);
  });

  it('keeps Samira when she says that it was a mistake, and asks no second time by itself', () => {
    const id = publish();
    const actor: Actor = { rol: 'kandidaat', kandidaatId: id };
    askErasure(actor);
    for (let i = 0; i < 2; i++) keepData(actor, id);
    expect(getOwn(actor).wissenOp).toBeNull();
    expect(taken(WISVERZOEK_DAGEN + 1, id)).toEqual([]);
    expect(profileHistory(karin, id).filter((event) => event.verb === 'trek wisverzoek in')).toHaveLength(1);
  });

  it('erases who withdrew a year ago, after telling it', () => {
    const id = publish();
    withdrawOwn({ rol: 'kandidaat', kandidaatId: id });
    expect(taken(365 - AANKONDIGING_DAGEN, id)).toEqual(['kondig wissen aan']);
    expect(taken(364, id)).toEqual([]);
    expect(taken(365, id)).toEqual(['wis']);
  });
});

describe('erased', () => {
  it('is gone: no word of Samira is left in any table or index, her link is dead, and Piet keeps all he had', () => {
    const piet = publish('piet@eigen.example');
    database().update(kandidaat).set({ voornaam: 'Piet' }).where(eq(kandidaat.id, piet)).run();
    const id = publish('gewist@eigen.example');
    database().update(kandidaat).set({ voornaam: 'Xanthippe' }).where(eq(kandidaat.id, id)).run();
    for (const wie of [piet, id]) {
      const pair = proposeByHand(mia, wie, job);
      moveMatch(mia, pair, 'vind geschikt');
      moveMatch(karin, pair, 'draag voor', { bericht: `Merkteken bericht ${wie}` });
      moveMatch(ruud, pair, 'wijs af', { reden: 'anders', toelichting: `Merkteken toelichting ${wie}` });
      askKennismaking(ruud, wie, null, `Merkteken vraag ${wie}`);
      viewProfile(ruud, wie);
      database().insert(media).values({ kandidaatId: wie, soort: 'foto', bestand: `foto-${wie}`, mime: 'image/jpeg', bytes: 1 }).run();
    }
    const link = giveLink(mia, id, 'toon')!.split('/').at(-1)!;
    const actor: Actor = { rol: 'kandidaat', kandidaatId: id };
    hideOwnFrom(actor, vanDijk, true);
    withdrawOwn(actor);
    const vanPiet = () => allRows().filter((row) => row.includes('piet@eigen.example') || new RegExp(`Merkteken (bericht|toelichting|vraag) ${piet}\\b`).test(row));
    const before = vanPiet();
    expect(before.length).toBeGreaterThan(4);
    expect(transaction(() => erase(SYSTEEM, id))).toEqual(expect.arrayContaining([`foto-${id}-heel.webp`, `foto-${id}-640.jpg`]));
    const rest = allRows();
    for (const word of ['Xanthippe', `ZAAK-${count}`, 'gewist@eigen.example', `Merkteken bericht ${id}`, `Merkteken toelichting ${id}`, `Merkteken vraag ${id}`, `foto-${id}`]) expect(rest.filter((row) => row.toLowerCase().includes(word.toLowerCase())), word).toEqual([]);
    expect(openLink(link)).toBeUndefined();
    expect(vanPiet()).toEqual(before);
    expect(profileHistory(karin, id).map((event) => event.verb)).toEqual(expect.arrayContaining(['publiceer', 'trek in', 'wis']));
  });
});

/** Every row of every table as text, indexes of the search engine included. */
function allRows(): string[] {
  const tables = connection().prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
  return tables.filter((name) => name !== 'plaats').flatMap((name) => (connection().prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]).map((row) => `${name}: ${JSON.stringify(row, (_, value) => (value && typeof value === 'object' && value.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value))}`));
}
