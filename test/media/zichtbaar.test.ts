/** Who gets which photo and film: employer × state of the kandidaat × consent × look of an accountmanager × address, and never a rule of its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, media, toestemming, verborgenVoor, werkgever } from '#db/schema.ts';
import { NietGevonden } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { PROFIEL_STATUSSEN, versSinds, type ToestemmingItem } from '#src/domain/kandidaat/kandidaat.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { FOTO_BREEDTES, FOTO_FORMATEN } from '#src/media/media.ts';
import { filmVan, findMedia, fotoVan } from '#src/media/toegang.server.ts';
import { BEZOEKER, makeActor, makePartner, useDatabase } from '../support/database.ts';
import { useMediaFolder } from '../support/beelden.ts';

useMediaFolder();
useDatabase();

const FOTOS = FOTO_BREEDTES.flatMap((breedte) => FOTO_FORMATEN.map((formaat) => `foto-${breedte}.${formaat}`));
const FILMS = ['film.mp4', 'ondertiteling.vtt', 'poster.webp'];
/** All addresses where somebody is shown and where nobody is; elsewhere one of each kind, since no rule looks at the address there. */
const adressenBij = (stand: string, item: 'foto' | 'film') => (['getoond', 'concept'].includes(stand) ? (item === 'foto' ? FOTOS : FILMS) : [item === 'foto' ? 'foto-640.jpg' : 'film.mp4']);
const STANDEN = ['getoond', 'niet arbeidsfit', 'te oud', 'verborgen voor Van Dijk', 'verborgen voor De Vries', ...PROFIEL_STATUSSEN.filter((status) => status !== 'gepubliceerd')] as const;
const INSTEMMING: readonly ToestemmingItem[][] = [[], ['foto'], ['film'], ['foto', 'film'], ['profiel'], ['profiel', 'foto'], ['profiel', 'film'], ['profiel', 'foto', 'film']];
const cells = STANDEN.flatMap((stand) => INSTEMMING.flatMap((items) => [true, false].flatMap((ingetrokken) => [true, false].map((nagekeken) => ({ stand, items, ingetrokken, nagekeken, id: 0 })))));
let actors: Record<'bezoeker' | 'Van Dijk' | 'De Vries' | 'nieuw bedrijf' | 'eigen aanmelder' | 'andere aanmelder' | 'eigen werkmakelaar' | 'andere werkmakelaar' | 'accountmanager' | 'beheerder', Actor>;

const krijgt = (actor: Actor, id: number, bestand: string) => {
  try { findMedia(actor, id, bestand); return true; } catch (error) { if (error instanceof NietGevonden) return false; throw error; }
};

beforeAll(async () => {
  const db = database();
  const firm = (naam: string, status: 'geverifieerd' | 'aangemeld') => db.insert(werkgever).values({ naam, status }).returning({ id: werkgever.id }).get().id;
  const [vanDijk, deVries] = [firm('Van Dijk', 'geverifieerd'), firm('De Vries', 'geverifieerd')];
  const partnerId = makePartner('Partner Een');
  const mia = await makeActor('werkmakelaar', 'Mia');
  actors = {
    bezoeker: BEZOEKER, 'Van Dijk': await makeActor('werkgever', 'Ruud', { werkgeverId: vanDijk }), 'De Vries': await makeActor('werkgever', 'Anja', { werkgeverId: deVries }),
    'nieuw bedrijf': await makeActor('werkgever', 'Nico', { werkgeverId: firm('Nieuw', 'aangemeld') }),
    'eigen aanmelder': await makeActor('aanmelder', 'Ad', { partnerId }), 'andere aanmelder': await makeActor('aanmelder', 'Ada', { partnerId: makePartner('Partner Twee') }),
    'eigen werkmakelaar': mia, 'andere werkmakelaar': await makeActor('werkmakelaar', 'Mo'), accountmanager: await makeActor('accountmanager', 'Karin'), beheerder: await makeActor('beheerder', 'Bea'),
  };
  transaction(() => {
    for (const [i, cell] of cells.entries()) {
      const { stand } = cell;
      const status = (PROFIEL_STATUSSEN as readonly string[]).includes(stand) ? (stand as 'concept') : 'gepubliceerd';
      const oud = new Date(Date.parse(versSinds(today())) - 86_400_000).toISOString().slice(0, 10);
      cell.id = db.insert(kandidaat).values({ ref: `m-${i}`, voornaam: 'Samira', urenMin: 8, urenMax: 24, plaats: 'Tilburg', status, arbeidsfit: stand !== 'niet arbeidsfit', bevestigdOp: stand === 'te oud' ? oud : today(), partnerId, werkmakelaarId: mia.id }).returning({ id: kandidaat.id }).get().id;
      for (const item of cell.items) db.insert(toestemming).values({ kandidaatId: cell.id, item, gegevenOp: today(), ingetrokkenOp: cell.ingetrokken ? today() : null, kanaal: 'test', tekstversie: '1' }).run();
      if (stand.startsWith('verborgen')) db.insert(verborgenVoor).values({ kandidaatId: cell.id, werkgeverId: stand.endsWith('Dijk') ? vanDijk : deVries }).run();
      db.insert(media).values({ kandidaatId: cell.id, soort: 'foto', bestand: `foto${i}`, mime: 'image/webp', bytes: 1, nagekekenOp: cell.nagekeken ? today() : null }).run();
      db.insert(media).values({ kandidaatId: cell.id, soort: 'film', bestand: `film${i}.mp4`, mime: 'video/mp4', bytes: 1, ondertiteling: `film${i}.vtt`, poster: `film${i}.webp`, transcript: 'Hallo', nagekekenOp: cell.nagekeken ? today() : null }).run();
    }
  });
});

describe(`media of ${cells.length} people`, () => {
  it.each(['bezoeker', 'Van Dijk', 'De Vries', 'nieuw bedrijf', 'eigen aanmelder', 'andere aanmelder', 'eigen werkmakelaar', 'andere werkmakelaar', 'accountmanager', 'beheerder'] as const)('reach %s in exactly the allowed cells, at every address', (naam) => {
    const actor = actors[naam];
    const kent = naam !== 'bezoeker' && naam !== 'nieuw bedrijf';
    const eigen = naam.startsWith('eigen') || naam === 'accountmanager';
    let open = 0;
    for (const cell of cells) {
      const zichtbaar = (cell.stand === 'getoond' || (cell.stand.startsWith('verborgen') && !cell.stand.endsWith(naam))) && !cell.ingetrokken && cell.items.includes('profiel');
      for (const item of ['foto', 'film'] as const) {
        const instemming = !cell.ingetrokken && cell.items.includes(item);
        const mag = kent && (eigen || (zichtbaar && instemming && cell.nagekeken));
        const adressen = adressenBij(cell.stand, item);
        expect({ ...cell, item, open: adressen.filter((adres) => krijgt(actor, cell.id, adres)) }).toEqual({ ...cell, item, open: mag ? adressen : [] });
        open += Number(mag);
        // On a page nobody is shown what the kandidaat does not agree to, professionals included.
        const getoond = item === 'foto' ? fotoVan(actor, cell.id) : filmVan(actor, cell.id);
        expect(getoond !== null).toBe(kent && instemming && (eigen || (zichtbaar && cell.nagekeken)));
        // Who sees it before employers do is told so, where a profile is in the window.
        if (getoond) expect(getoond.wacht).toBe(!cell.nagekeken && !PROFIEL_STATUSSEN.some((status) => status === cell.stand));
      }
      expect(krijgt(actor, cell.id, 'foto-heel.webp')).toBe(naam.startsWith('eigen'));
    }
    expect(open > 0).toBe(kent);
  });
});

describe('a kandidaat', () => {
  it('gets the own photo and film whatever their state, nobody else\'s, and on the own profile no more than an employer', () => {
    const [ander] = cells.filter(({ stand, items, ingetrokken, nagekeken }) => stand === 'getoond' && items.length === 3 && !ingetrokken && nagekeken);
    for (const cell of cells) {
      const zelf: Actor = { rol: 'kandidaat', kandidaatId: cell.id };
      expect([...adressenBij(cell.stand, 'foto'), ...adressenBij(cell.stand, 'film'), 'foto-heel.webp'].filter((adres) => !krijgt(zelf, cell.id, adres))).toEqual([]);
      const buiten = (item: ToestemmingItem) => cell.nagekeken && !cell.ingetrokken && cell.items.includes(item);
      expect([fotoVan(zelf, cell.id) !== null, filmVan(zelf, cell.id) !== null]).toEqual([buiten('foto'), buiten('film')]);
      if (ander!.id !== cell.id) expect(['foto-640.jpg', 'film.mp4'].filter((adres) => krijgt(zelf, ander!.id, adres))).toEqual([]);
    }
  });
});

describe('a film of Samira', () => {
  const samira = () => cells.find(({ stand, items, ingetrokken, nagekeken }) => stand === 'getoond' && items.length === 3 && !ingetrokken && nagekeken)!.id;
  const zet = (waarden: { ondertiteling?: string | null; transcript?: string | null }) => database().update(media).set(waarden).where(and(eq(media.kandidaatId, samira()), eq(media.soort, 'film'))).run();

  it('reaches no employer while captions or transcript are missing, and her aanmelder all the same', () => {
    const heel = { ondertiteling: 'a.vtt', transcript: 'Hallo' };
    for (const [waarden, open] of [[heel, true], [{ ondertiteling: null }, false], [heel, true], [{ transcript: null }, false], [heel, true]] as const) {
      zet(waarden);
      expect([krijgt(actors['Van Dijk'], samira(), 'film.mp4'), filmVan(actors['Van Dijk'], samira()) !== null]).toEqual([open, open]);
      expect(krijgt(actors['eigen aanmelder'], samira(), 'film.mp4')).toBe(true);
    }
  });

  it('is gone at the very next request when she withdraws, of the item or of the whole profile', () => {
    const trek = (item: ToestemmingItem, op: string | null) => database().update(toestemming).set({ ingetrokkenOp: op }).where(and(eq(toestemming.kandidaatId, samira()), eq(toestemming.item, item))).run();
    const open = () => ['foto-640.jpg', 'film.mp4'].map((bestand) => krijgt(actors['Van Dijk'], samira(), bestand));
    expect(open()).toEqual([true, true]);
    trek('film', today());
    expect(open()).toEqual([true, false]);
    trek('profiel', today());
    expect(open()).toEqual([false, false]);
    trek('profiel', null); trek('film', null);
    expect(open()).toEqual([true, true]);
  });

  it('and her photo have no other addresses than these', () => {
    for (const bestand of ['', 'foto', 'foto-', 'foto-641.jpg', 'foto-640.png', 'foto-640.jpg.bak', 'foto-640.jpg/..', '../talentvenster.db', 'foto-../../x.jpg', 'film', 'film.webm', 'film.mp4.vtt', 'poster.jpg', 'ondertiteling', 'constructor', `foto${cells.indexOf(cells.find(({ id }) => id === samira())!)}-640.jpg`]) expect(krijgt(actors.accountmanager, samira(), bestand)).toBe(false);
    for (const id of [0, -1, 999_999, 1.5]) expect(krijgt(actors.accountmanager, id, 'foto-640.jpg')).toBe(false);
  });
});
