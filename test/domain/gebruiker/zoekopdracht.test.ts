/** Saved searches: a question that somebody keeps, nobody else sees, and that is the same however it was asked. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, werkgever, zoekopdracht } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { NAAM_MAX, ZOEKOPDRACHTEN_MAX, listZoekopdrachten, removeZoekopdracht, saveZoekopdracht, updateZoekopdracht } from '#src/domain/gebruiker/zoekopdracht.server.ts';
import { BEZOEKER, SYSTEEM, makeActor, makeKandidaat, makePartner, useDatabase } from '../../support/database.ts';

useDatabase();

let people: Record<'Karin' | 'Kees' | 'Mia' | 'Peter' | 'Mo' | 'Els', Actor>;

beforeAll(async () => {
  const firm = database().insert(werkgever).values({ naam: 'Van Dijk', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id;
  people = { Karin: await makeActor('werkgever', 'Karin', { werkgeverId: firm }), Kees: await makeActor('werkgever', 'Kees', { werkgeverId: firm }), Mia: await makeActor('werkmakelaar', 'Mia'), Peter: await makeActor('accountmanager', 'Peter'), Mo: await makeActor('aanmelder', 'Mo', { partnerId: makePartner('Team Werk') }), Els: await makeActor('beheerder', 'Els') };
  const id = makeKandidaat({ ref: 'z1', voornaam: 'Joris', kop: 'Heftruck rijden', sectoren: ['logistiek'] });
  transaction(() => { database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, id)).run(); indexKandidaten([id]); });
});
beforeEach(() => { database().delete(zoekopdracht).run(); });

describe('a saved search', () => {
  it('is kept in one fixed order without page, sort order and unknown names, named after what it asks, and counted', async () => {
    saveZoekopdracht(people.Karin, 'sector=logistiek&pagina=3&kleur=rood&q=heftruck&afstand=15&sorteer=nieuwste');
    expect(await listZoekopdrachten(people.Karin)).toMatchObject([{ zoekvraag: 'q=heftruck&afstand=15&sector=logistiek', naam: 'Heftruck, 15 km rond Tilburg, Logistiek', melden: true, aantal: 1 }]);
  });

  it('is the same search when it is asked in another order, and keeps its own name', async () => {
    const id = saveZoekopdracht(people.Karin, 'q=kok&sector=horeca');
    updateZoekopdracht(people.Karin, id, { naam: 'Voor de kantine', melden: false });
    expect(saveZoekopdracht(people.Karin, 'sector=horeca&q=kok&pagina=2')).toBe(id);
    expect(await listZoekopdrachten(people.Karin)).toMatchObject([{ naam: 'Voor de kantine', melden: false }]);
  });

  it('reports nobody from before to who starts reporting again', async () => {
    const id = saveZoekopdracht(people.Karin, 'q=kok');
    const since = () => database().select().from(zoekopdracht).where(eq(zoekopdracht.id, id)).get()!.gemeldTot;
    database().update(zoekopdracht).set({ gemeldTot: '2020-01-01T00:00:00.000Z' }).run();
    updateZoekopdracht(people.Karin, id, { naam: 'Kok', melden: true });
    expect(since()).toBe('2020-01-01T00:00:00.000Z');
    updateZoekopdracht(people.Karin, id, { naam: 'Kok', melden: false });
    updateZoekopdracht(people.Karin, id, { naam: 'Kok', melden: true });
    expect(since() > '2026').toBe(true);
  });

  it('is of one person: neither a colleague nor anybody else sees, changes or removes it', async () => {
    const id = saveZoekopdracht(people.Karin, 'q=kok');
    for (const actor of [people.Kees, people.Mia, people.Peter]) {
      expect(await listZoekopdrachten(actor)).toEqual([]);
      expect(() => updateZoekopdracht(actor, id, { naam: 'Van mij', melden: true })).toThrow(NietGevonden);
      expect(() => removeZoekopdracht(actor, id)).toThrow(NietGevonden);
    }
    expect(saveZoekopdracht(people.Kees, 'q=kok')).not.toBe(id);
    expect(removeZoekopdracht(people.Karin, id)).toMatchObject({ naam: 'Kok', zoekvraag: 'q=kok' });
    expect(await listZoekopdrachten(people.Kees)).toHaveLength(1);
  });

  it('asks for something: the whole window is no search', () => {
    for (const query of ['', 'pagina=2', 'kleur=rood', 'sorteer=nieuwste']) expect(() => saveZoekopdracht(people.Karin, query)).toThrow(Weigering);
  });

  it('has a name that fits, also after a long question, and there are not too many', async () => {
    for (let at = 0; at < ZOEKOPDRACHTEN_MAX; at++) saveZoekopdracht(people.Karin, new URLSearchParams({ q: `${'heel lang '.repeat(18)}${at}` }).toString());
    expect((await listZoekopdrachten(people.Karin)).every((item) => item.naam.length <= NAAM_MAX)).toBe(true);
    expect(() => saveZoekopdracht(people.Karin, 'q=een+te+veel')).toThrow(Weigering);
  });

  it('is for employers, werkmakelaars and accountmanagers', async () => {
    for (const actor of [people.Mo, people.Els, BEZOEKER, SYSTEEM]) {
      await expect(listZoekopdrachten(actor)).rejects.toThrow(GeenToegang);
      for (const use of [() => saveZoekopdracht(actor, 'q=kok'), () => updateZoekopdracht(actor, 1, { naam: 'x', melden: true }), () => removeZoekopdracht(actor, 1)]) expect(use).toThrow(GeenToegang);
    }
  });
});
