import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { plaats } from '#db/schema.ts';
import { foldPlaats, type Punt } from './plaats.ts';

/**
 * Looks a place name up.
 * @returns its official name and coordinates, or undefined for an unknown place. An unknown place is no error: the
 * record keeps the name as typed and counts as neutral in distance.
 */
export function findPlaats(naam: string): (Punt & { naam: string }) | undefined {
  const found = database().select().from(plaats).where(eq(plaats.sleutel, foldPlaats(naam))).get();
  return found && { naam: found.naam, lat: found.lat, lng: found.lng };
}
