/** Writing a profile: whose it is, what two people do to it at once, and what Ad reads of what became of it. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, kandidaat, kandidaatIntern, match, partner, vacature } from '#db/schema.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { listWerkmakelaars, marks, saveVelden, sentBack, startKandidaat } from '#src/domain/kandidaat/bewerken.server.ts';
import { getDossier, moveProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import { maandVan, standVan } from '#src/domain/match/stand.server.ts';
import { BEZOEKER, makeActor, makeKandidaat, makePartner, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();
let ad: Actor & { id: number }; let ada: Actor; let mia: Actor & { id: number }; let mo: Actor; let karin: Actor; let id: number;
let nr = 0;
const sleutel = () => (nr++).toString(16).padStart(24, '0');
const row = (which = id) => database().select().from(kandidaat).where(eq(kandidaat.id, which)).get()!;
const changes = () => database().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, id)).all().filter(({ soort, verb }) => soort === 'kandidaat' && verb === 'wijzig');

beforeAll(async () => {
  const [een, twee] = [makePartner('Partner Een'), makePartner('Partner Twee')];
  ad = await makeActor('aanmelder', 'Ad', { partnerId: een });
  ada = await makeActor('aanmelder', 'Ada', { partnerId: twee });
  mia = await makeActor('werkmakelaar', 'Mia');
  mo = await makeActor('werkmakelaar', 'Mo');
  karin = await makeActor('accountmanager', 'Karin');
});
beforeEach(() => { id = makeKandidaat({ ref: `b-${nr++}`, voornaam: 'Samira', aanmelder: 'Partner Een', werkmakelaar: 'mia@test.example', wensberoepen: ['orderpicker'] }); });

describe('starting a profile', () => {
  it('gives Ad a concept of his own partner, once per form, and Mia one in her caseload', () => {
    const form = { sleutel: sleutel(), voornaam: 'Bas', plaats: 'Tilburg' };
    const first = startKandidaat(ad, form);
    expect(startKandidaat(ad, form)).toBe(first);
    expect(row(first)).toMatchObject({ status: 'concept', partnerId: (ad as { partnerId: number }).partnerId, werkmakelaarId: null, lat: expect.any(Number) });
    expect(row(startKandidaat(mia, { ...form, sleutel: sleutel() }))).toMatchObject({ werkmakelaarId: mia.id, partnerId: null });
  });

  it('is for nobody else, and neither is changing one', () => {
    for (const actor of [karin, BEZOEKER]) {
      expect(() => startKandidaat(actor, { sleutel: sleutel(), voornaam: 'Bas', plaats: '' })).toThrow(GeenToegang);
      expect(() => saveVelden(actor, id, { kop: ['x'] }, ['kop'], {})).toThrow(GeenToegang);
      expect(() => listWerkmakelaars(actor)).toThrow(GeenToegang);
    }
    for (const actor of [ada, mo]) for (const look of [() => saveVelden(actor, id, { kop: ['x'] }, ['kop'], {}), () => marks(actor, id), () => sentBack(actor, id)]) expect(look).toThrow(NietGevonden);
    expect(standVan(ada, [id]).size).toBe(0);
  });
});

describe('saving fields', () => {
  it('keeps the good ones beside a wrong one, with one event that names what changed', () => {
    const outcome = saveVelden(ad, id, { kop: ['Ik zoek werk buiten'], urenMin: ['40'], urenMax: ['8'], email: ['samira@voorbeeld.example'] }, ['kop', 'uren', 'email'], marks(ad, id));
    expect(outcome).toEqual({ gewijzigd: ['kop', 'email'], fouten: { urenMin: expect.stringContaining('groter') }, botsingen: [] });
    expect(row()).toMatchObject({ kop: 'Ik zoek werk buiten', urenMin: 20 });
    expect(database().select().from(kandidaatIntern).where(eq(kandidaatIntern.kandidaatId, id)).get()).toMatchObject({ email: 'samira@voorbeeld.example' });
    expect(changes()).toMatchObject([{ doorId: ad.id, toelichting: 'Eén zin over wat iemand zoekt, E-mailadres', getoond: { velden: ['kop', 'email'] } }]);
  });

  it('writes nothing when nothing differs', () => {
    const before = row();
    expect(saveVelden(ad, id, { kop: [before.kop], plaats: [before.plaats] }, ['kop', 'plaats'], marks(ad, id)).gewijzigd).toEqual([]);
    expect([row(), changes()]).toEqual([before, []]);
  });

  it('leaves what Mia changed meanwhile alone when Ad did not touch it, and says so when he did', () => {
    const seen = marks(ad, id);
    saveVelden(mia, id, { kop: ['Van Mia'], plaats: ['Goirle'] }, ['kop', 'plaats'], marks(mia, id));
    const { gewijzigd, botsingen } = saveVelden(ad, id, { kop: ['Van Ad'], plaats: ['Tilburg'], presentatie: ['Ik werk netjes en op tijd.'] }, ['kop', 'plaats', 'presentatie'], seen);
    expect(gewijzigd).toEqual(['presentatie']);
    expect(botsingen).toEqual([{ veld: 'kop', label: 'Eén zin over wat iemand zoekt', door: 'Mia', nu: 'Van Mia' }]);
    expect(row()).toMatchObject({ kop: 'Van Mia', plaats: 'Goirle' });
    expect(saveVelden(ad, id, { kop: ['Van Ad'] }, ['kop'], marks(ad, id)).gewijzigd).toEqual(['kop']);
  });

  it('refuses texts while the profile is in the window, takes facts, and opens the texts after "herzie"', () => {
    database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, id)).run();
    const post = () => saveVelden(ad, id, { kop: ['Anders'], urenMin: ['8'], urenMax: ['12'] }, ['kop', 'uren'], marks(ad, id));
    expect(post()).toMatchObject({ gewijzigd: ['uren'], fouten: { kop: expect.stringContaining('in het venster') } });
    moveProfile(ad, id, 'herzie');
    expect([row().status, post().gewijzigd]).toEqual(['concept', ['kop']]);
    database().update(kandidaat).set({ status: 'geplaatst' }).where(eq(kandidaat.id, id)).run();
    expect(post).toThrow(Weigering);
  });

  it('lets Ad name the werkmakelaar, but nobody who is none, and Mia not hand Samira on', () => {
    const save = (actor: Actor, who: string) => saveVelden(actor, id, { werkmakelaar: [who] }, ['werkmakelaar'], marks(actor, id));
    expect(save(ad, String(ad.id)).fouten).toHaveProperty('werkmakelaar');
    expect(save(mia, String((mo as { id: number }).id)).fouten).toHaveProperty('werkmakelaar');
    expect(save(ad, String((mo as { id: number }).id)).gewijzigd).toEqual(['werkmakelaar']);
    expect(row().werkmakelaarId).toBe((mo as { id: number }).id);
  });

  it('records who called somebody arbeidsfit, and takes the name away with the tick', () => {
    database().update(kandidaat).set({ arbeidsfit: false, arbeidsfitDoor: null }).where(eq(kandidaat.id, id)).run();
    saveVelden(ad, id, { arbeidsfit: ['ja'] }, ['arbeidsfit'], marks(ad, id));
    expect(row()).toMatchObject({ arbeidsfit: true, arbeidsfitDoor: 'Ad' });
    saveVelden(ad, id, {}, ['arbeidsfit'], marks(ad, id));
    expect(row()).toMatchObject({ arbeidsfit: false, arbeidsfitDoor: null });
  });
});

describe('handing in', () => {
  it('says what is missing, and shows why a profile came back until it is handed in again', () => {
    const bas = startKandidaat(ad, { sleutel: sleutel(), voornaam: 'Bas', plaats: '' });
    expect(() => moveProfile(ad, bas, 'dien in')).toThrow(/zin over wat iemand zoekt.*uren.*woonplaats/);
    moveProfile(karin, id, 'stuur terug', 'De zin is te lang.');
    expect(sentBack(ad, id)).toMatchObject({ reden: 'De zin is te lang.', door: 'Karin' });
    moveProfile(ad, id, 'dien in');
    expect(sentBack(ad, id)).toBeNull();
  });
});

describe('what became of them', () => {
  it('tells Ad in words how far Samira came, once an employer knows of her', () => {
    const verloop = () => standVan(ad, [id]).get(id)!.verloop;
    expect(verloop()).toBeNull();
    const job = makeVacature({ ref: `bv-${nr++}`, titel: 'Orderpicker' });
    const { werkgeverId } = database().select().from(vacature).where(eq(vacature.id, job)).get()!;
    const pair = database().insert(match).values({ kandidaatId: id, vacatureId: job, werkgeverId, herkomst: 'voorstel', status: 'geschikt' }).returning({ id: match.id }).get().id;
    expect(verloop()).toBeNull();
    for (const [status, said] of [['voorgedragen', 'Voorgesteld aan een werkgever'], ['afgewezen', 'Een werkgever koos iemand anders'], ['geplaatst', 'Aan het werk']] as const) {
      database().update(match).set({ status }).where(eq(match.id, pair)).run();
      expect(verloop()).toBe(said);
    }
  });

  it('counts each kandidaat once towards the month, names who came back, and is for aanmelders only', () => {
    database().update(partner).set({ maanddoel: 12 }).where(eq(partner.naam, 'Partner Een')).run();
    const before = maandVan(ad)!;
    expect(before.doel).toBe(12);
    const bas = makeKandidaat({ ref: `b-${nr++}`, voornaam: 'Bas', aanmelder: 'Partner Een', wensberoepen: ['kok'] });
    moveProfile(karin, bas, 'stuur terug', 'korter');
    expect(maandVan(ad)!.teruggestuurd.map((one) => one.id)).toContain(bas);
    moveProfile(ad, bas, 'dien in');
    expect(maandVan(ad)).toMatchObject({ bereikt: before.bereikt + 1, teruggestuurd: [] });
    expect(maandVan(ada)).toMatchObject({ bereikt: 0, doel: null });
    expect(maandVan(mia)).toBeNull();
    expect(getDossier(ad, bas).kandidaat.status).toBe('ter curatie');
  });
});
