/** Places and distance. */

export type Punt = { lat: number; lng: number };

/** Mean radius of the earth in km (IUGG). */
export const EARTH_KM = 6371.0088;

/**
 * Distance as the crow flies (haversine).
 * @returns km
 */
export function distanceKm(a: Punt, b: Punt): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLng = (b.lng - a.lng) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A place as a point on a globe of radius 1: comparing distances then takes no goniometry. */
export function onGlobe({ lat, lng }: Punt): [x: number, y: number, z: number] {
  const rad = Math.PI / 180;
  const flat = Math.cos(lat * rad);
  return [flat * Math.cos(lng * rad), flat * Math.sin(lng * rad), Math.sin(lat * rad)];
}

/** One key for all spellings of a place name: "'s-Hertogenbosch", "s Hertogenbosch" and "'S-HERTOGENBOSCH" are equal. */
export function foldPlaats(naam: string): string {
  return naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim().replace(/^gem(eente)? /, '');
}

/**
 * Places and everyday names that GeoNames lacks in the package we use, and names of which it lists a smaller village
 * first: [name, lat, lng, official name].
 */
export const PLAATSEN_AANVULLING: readonly [string, number, number, string?][] = [
  ['Kaatsheuvel', 51.6575, 5.035],
  ['Berkel-Enschot', 51.585, 5.138],
  ['Moergestel', 51.546, 5.182],
  ['Gilze en Rijen', 51.567, 4.93],
  ['Haaren', 51.6025, 5.2222],
  ['Oosterhout', 51.645, 4.8597],
  ['Alphen', 51.4817, 4.9583],
  ['Den Bosch', 51.6992, 5.3042, "'s-Hertogenbosch"],
  ['Den Haag', 52.0767, 4.2986],
  ["'s-Gravenhage", 52.0767, 4.2986, 'Den Haag'],
];
