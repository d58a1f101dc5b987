/** Suggestions for the search field: the vocabulary and the places of the country, nothing about people. */
import { config } from '../../config.ts';
import { connection, type Sqlite } from '#db/client.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { distanceKm } from '../plaats/plaats.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { prepareNames, suggestFrom, type Lijst, type Naam, type Suggestie } from './suggesties.ts';
import { woordenboek } from './woorden.ts';

let prepared: { db: Sqlite; lijst: Lijst } | undefined;

/** Occupations, skills and places that start like this, or nearly so from five letters. At most ten. */
export function suggest(actor: Actor, getypt: string): Suggestie[] {
  eis(actor, 'etalage.bekijk');
  const db = connection();
  if (prepared?.db !== db) prepared = { db, lijst: prepareNames([...vocabulary(), ...places(db)]) };
  return suggestFrom(prepared.lijst, getypt);
}

function vocabulary(): Naam[] {
  const { beroepen, vaardigheden } = woordenboek();
  const names = (soort: 'beroep' | 'vaardigheid', items: readonly { naam: string; synoniemen: readonly string[] }[]) => items.flatMap(({ naam, synoniemen }) => [naam, ...synoniemen].map((name) => ({ naam: name, tekst: naam, soort })));
  return [...names('beroep', beroepen), ...names('vaardigheid', vaardigheden)];
}

/** All places, those near the centre of the region first. */
function places(db: Sqlite): Naam[] {
  const from = findPlaats(config().regio.middelpunt);
  const rows = db.prepare('SELECT naam, lat, lng FROM plaats').all() as { naam: string; lat: number; lng: number }[];
  const far = (row: { lat: number; lng: number }) => (from ? distanceKm(from, row) : 0);
  return rows.sort((a, b) => far(a) - far(b)).map(({ naam }) => ({ naam, tekst: naam, soort: 'plaats' as const }));
}
