/** How amounts, hours and percentages read in Dutch; all are whole hundredths, so no float ever comes in. Pure. */

/** 1234550 → "€ 12.345,50". */
export function euro(centen: number): string {
  const cijfers = String(Math.abs(centen)).padStart(3, '0');
  const heel = cijfers.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${centen < 0 ? '−' : ''}€ ${heel},${cijfers.slice(-2)}`;
}

/** Hundredths to a Dutch number: 124800 → "1.248", 750 → "7,5". */
export function aantal(honderdsten: number): string {
  const heel = String(Math.trunc(honderdsten / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = String(honderdsten % 100).padStart(2, '0').replace(/0+$/, '');
  return rest ? `${heel},${rest}` : heel;
}

/** Hundredths of a percent: 1713 → "17,13%". */
export function procent(honderdsten: number): string {
  return `${aantal(honderdsten)}%`;
}
