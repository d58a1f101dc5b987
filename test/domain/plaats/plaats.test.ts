/** Place names, where they could mean another place. */
import { describe, expect, test } from 'vitest';
import { findPlaats } from '#src/domain/plaats/plaats.server.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { useDatabase } from '../../support/database.ts';

useDatabase();

describe('a name that several places have', () => {
  test.each([['Oosterhout', 19], ['Alphen', 13]])('%s is the one in Brabant, %i km from Tilburg', (naam, km) => {
    expect(distanceKm(findPlaats(naam)!, findPlaats('Tilburg')!)).toBeCloseTo(km, -1);
  });
});
