/**
 * An open vacature for search engines (schema.org JobPosting): only what its page shows, and only for paid work, since
 * a place to learn or to try is no job opening. Pure.
 */
import type { OpenbareVacature } from './openbaar.server.ts';

/** From this many hours a week a job counts as full-time (CBS: 35 hours or more). */
const VOLTIJD_UREN = 35;

/** The JobPosting of a vacature, or null where there is none to announce. @param adres the page's own full address */
export function jobPosting(vacature: OpenbareVacature, adres: string): Record<string, unknown> | null {
  if (vacature.werkvorm !== 'betaald werk' || vacature.plaats === '') return null;
  const { urenMin, urenMax } = vacature;
  const employmentType = [urenMax >= VOLTIJD_UREN && 'FULL_TIME', urenMin < VOLTIJD_UREN && 'PART_TIME'].filter((type) => type !== false);
  return {
    '@context': 'https://schema.org', '@type': 'JobPosting',
    title: vacature.titel, description: describe(vacature), datePosted: vacature.geplaatstOp.slice(0, 10), employmentType, url: adres,
    ...(vacature.sluitingsdatum ? { validThrough: endOfDay(vacature.sluitingsdatum) } : {}),
    ...(vacature.startdatum ? { jobStartDate: vacature.startdatum } : {}),
    hiringOrganization: { '@type': 'Organization', name: vacature.werkgever },
    jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: vacature.plaats, addressCountry: 'NL' } },
    totalJobOpenings: vacature.plekken, directApply: false,
  };
}

/** A value as text inside a script element: no "</script>" of a user may end it. */
export function toScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

function describe({ omschrijving, taken }: OpenbareVacature): string {
  const paragraphs = omschrijving.split(/\n+/).filter((line) => line.trim() !== '').map((line) => `<p>${escapeHtml(line.trim())}</p>`);
  return `${paragraphs.join('')}<ul>${taken.map((taak) => `<li>${escapeHtml(taak)}</li>`).join('')}</ul>`;
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The last second of a day (yyyy-mm-dd) in Amsterdam, with the offset of summer or winter. */
function endOfDay(day: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' }).formatToParts(new Date(`${day}T21:00:00Z`));
  return `${day}T23:59:59${parts.find(({ type }) => type === 'timeZoneName')!.value.slice(3)}`;
}
