/**
 * The explanation in an employer's words: what fits, what is still needed and what helps. Built from the score's own
 * facts, never from notes; nothing about causes, causes are not in it to begin with. Pure.
 */
import type { MatchStatus } from './match.ts';
import type { Uitleg } from './onderdeel.ts';

export type WerkgeverUitleg = { past: string[]; nodig: { wat: string; helpt: string | null; brug: { instrument: string; aangeboden: boolean } | null }[] };

/** What an employer reads about a pair. */
export function explainForWerkgever(uitleg: Uitleg): WerkgeverUitleg {
  const past = uitleg.onderdelen.flatMap((deel) => (deel.naam === 'bereikbaarheid' ? [] : deel.bewijs)).filter((text) => !/^(?:Noemt|Geen|Zoekt)/.test(text));
  const travel = uitleg.onderdelen.find((deel) => deel.naam === 'bereikbaarheid')!;
  // Distance is told in words only: with exact figures for several vacatures a home address could be worked out.
  if (travel.dekking >= 0.8) past.push('Woont goed bereikbaar');
  const seen = new Set<string>();
  const nodig = uitleg.tekorten.filter((tekort) => tekort.soort !== 'afstand' && !seen.has(tekort.tekst) && seen.add(tekort.tekst)).map((tekort) => {
    const brug = uitleg.bruggen.find(({ tekort: gap }) => gap === tekort.tekst);
    return { wat: tekort.tekst, helpt: brug?.tekst ?? null, brug: brug ? { instrument: brug.instrument, aangeboden: brug.aangeboden } : null };
  });
  return { past: past.slice(0, 6), nodig: nodig.slice(0, 5) };
}

/** How a status reads to an employer: what professionals still weigh is "in behandeling". */
export function statusForWerkgever(status: MatchStatus): string {
  const labels: Partial<Record<MatchStatus, string>> = { voorgedragen: 'voorgesteld aan u', uitgenodigd: 'uitgenodigd', afgewezen: 'niet doorgegaan', proefplaatsing: 'proefplaatsing', geplaatst: 'geplaatst', gestopt: 'gestopt', teruggetrokken: 'niet meer beschikbaar', ongeschikt: 'niet mogelijk', 'niet voorgedragen': 'niet mogelijk' };
  return labels[status] ?? 'in behandeling';
}
