/** Favourites: an organisation's own list, with notes that stay inside, and nothing about people who may not be seen. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { favoriet, kandidaat, verborgenVoor, werkgever } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { FAVORIETEN_MAX, addFavoriet, favoriteIds, listFavorieten, noteFavoriet, removeFavoriet } from '#src/domain/kandidaat/favoriet.server.ts';
import { BEZOEKER, SYSTEEM, makeActor, makeKandidaat, useDatabase } from '../../support/database.ts';

useDatabase();

let people: Record<'Karin' | 'Kees' | 'Wim' | 'Mia' | 'Els', Actor>;
let samira: number; let piet: number; let concept: number; let vanDijk: number;

const setStatus = (id: number, status: 'gepubliceerd' | 'ingetrokken') => transaction(() => { database().update(kandidaat).set({ status }).where(eq(kandidaat.id, id)).run(); indexKandidaten([id]); });
const publish = (ref: string, voornaam: string) => { const id = makeKandidaat({ ref, voornaam }); setStatus(id, 'gepubliceerd'); return id; };
const names = (actor: Actor) => listFavorieten(actor).map((item) => item.profiel?.voornaam ?? 'niet meer te zien');

beforeAll(async () => {
  const firm = (naam: string) => database().insert(werkgever).values({ naam, status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id;
  vanDijk = firm('Van Dijk');
  people = { Karin: await makeActor('werkgever', 'Karin', { werkgeverId: vanDijk }), Kees: await makeActor('werkgever', 'Kees', { werkgeverId: vanDijk }), Wim: await makeActor('werkgever', 'Wim', { werkgeverId: firm('Anders') }), Mia: await makeActor('werkmakelaar', 'Mia'), Els: await makeActor('beheerder', 'Els') };
  samira = publish('f1', 'Samira');
  piet = publish('f2', 'Piet');
  concept = makeKandidaat({ ref: 'f3', voornaam: 'Fatma' });
});
beforeEach(() => { database().delete(favoriet).run(); database().delete(verborgenVoor).run(); setStatus(samira, 'gepubliceerd'); });

describe('favourites', () => {
  it('belong to the organisation: what Karin keeps Kees sees too, and Wim does not', () => {
    addFavoriet(people.Karin, samira);
    noteFavoriet(people.Kees, samira, 'Bellen in januari.');
    expect(listFavorieten(people.Karin)).toMatchObject([{ kandidaatId: samira, notitie: 'Bellen in januari.', door: 'Karin' }]);
    expect(names(people.Wim)).toEqual([]);
    expect([...favoriteIds(people.Kees, [samira, piet])]).toEqual([samira]);
    expect([...favoriteIds(people.Wim, [samira])]).toEqual([]);
  });

  it('cannot be touched by another organisation', () => {
    addFavoriet(people.Karin, samira);
    expect(() => noteFavoriet(people.Wim, samira, 'gelezen')).toThrow(NietGevonden);
    removeFavoriet(people.Wim, samira, true);
    expect(names(people.Karin)).toEqual(['Samira']);
  });

  it('are kept once, and go when they are taken off', () => {
    addFavoriet(people.Karin, samira);
    addFavoriet(people.Kees, samira);
    expect(names(people.Karin)).toEqual(['Samira']);
    expect(removeFavoriet(people.Karin, samira, false)).toBe(true);
    expect(removeFavoriet(people.Karin, samira, false)).toBe(true);
    expect(names(people.Karin)).toEqual([]);
  });

  it('keep a note that a colleague wrote when somebody clicks the heart, until it is said that the note may go', () => {
    addFavoriet(people.Karin, samira);
    noteFavoriet(people.Kees, samira, 'Bellen in januari.');
    expect(removeFavoriet(people.Karin, samira, false)).toBe(false);
    expect(removeFavoriet(people.Karin, samira, true)).toBe(true);
  });

  it('tell nothing about Samira, not even the note, when she withdraws, and bring her back when she does', () => {
    addFavoriet(people.Karin, samira);
    noteFavoriet(people.Karin, samira, 'Samira past bij ons.');
    setStatus(samira, 'ingetrokken');
    expect(listFavorieten(people.Karin)).toEqual([{ kandidaatId: samira, profiel: null }]);
    expect(() => noteFavoriet(people.Karin, samira, 'toch')).toThrow(NietGevonden);
    setStatus(samira, 'gepubliceerd');
    expect(listFavorieten(people.Karin)).toMatchObject([{ notitie: 'Samira past bij ons.', profiel: { voornaam: 'Samira' } }]);
  });

  it('tell nothing about Samira to the one employer she hides from, who can still take her off', () => {
    addFavoriet(people.Karin, samira);
    addFavoriet(people.Wim, samira);
    database().insert(verborgenVoor).values({ kandidaatId: samira, werkgeverId: vanDijk }).run();
    expect([names(people.Karin), names(people.Wim)]).toEqual([['niet meer te zien'], ['Samira']]);
    expect(removeFavoriet(people.Karin, samira, true)).toBe(true);
  });

  it('cannot be somebody who may not be seen or does not exist', () => {
    for (const id of [concept, 999_999, 0, -1]) expect(() => addFavoriet(people.Karin, id)).toThrow(NietGevonden);
  });

  it('stop at a number that fits one page', () => {
    const many = Array.from({ length: FAVORIETEN_MAX }, (_, at) => makeKandidaat({ ref: `vol-${at}`, voornaam: 'Iemand' }));
    database().insert(favoriet).values(many.map((kandidaatId) => ({ werkgeverId: vanDijk, kandidaatId }))).run();
    expect(() => addFavoriet(people.Karin, samira)).toThrow(Weigering);
  });

  it('are for employers only', () => {
    for (const actor of [people.Mia, people.Els, BEZOEKER, SYSTEEM]) {
      for (const use of [() => listFavorieten(actor), () => addFavoriet(actor, samira), () => removeFavoriet(actor, samira, true), () => noteFavoriet(actor, samira, '')]) expect(use).toThrow(GeenToegang);
      expect(favoriteIds(actor, [samira]).size).toBe(0);
    }
  });
});
