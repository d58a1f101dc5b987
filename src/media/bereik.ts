/** The Range header of HTTP (RFC 9110, 14.2): one range of bytes, as players ask for it. Pure. */

export type Bereik = { van: number; tot: number };

/**
 * @param header the value of Range, if any
 * @param bytes length of the whole file
 * @returns the first and the last byte; null to send the whole file, also for what we do not understand; 'buiten' when
 *   no byte of it exists, which is answered with 416
 */
export function leesBereik(header: string | null, bytes: number): Bereik | null | 'buiten' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') return Number(last) === 0 || bytes === 0 ? 'buiten' : { van: Math.max(0, bytes - Number(last)), tot: bytes - 1 };
  if (last !== '' && Number(last) < Number(first)) return null;
  return Number(first) >= bytes ? 'buiten' : { van: Number(first), tot: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
