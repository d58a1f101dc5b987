/** Part "eisen": certificates, licences, languages, level, and what someone needs at work. Pure. */
import { DENKNIVEAUS, TAALNIVEAUS } from '../kandidaat/kandidaat.ts';
import type { Certificaat } from '../woorden/bestand.ts';
import type { Woordenboek } from '../woorden/woorden.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { NEUTRAAL, Weging, lift, type Deel, type Meting } from './onderdeel.ts';

/** What each demand counts within the part; a certificate 1, and 2 where it is a must. A job that asks for a driving licence is mostly driving. */
const TELT = { rijbewijzen: 4, talen: 2, denkniveau: 1, begeleiding: 2 } as const;
/** Driving one of these without the licence is forbidden from the first day (Wegenverkeerswet 1994, art. 107). */
const WETTELIJK_RIJBEWIJS = new Set(['C', 'CE', 'D']);

/** Scores the part; without any demand it is met in full. */
export function scoreEisen(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting): Deel {
  const delen = new Weging();
  const bewijs = meting.tekorten && ([] as string[]);
  scoreCertificaten(v, k, woorden, meting, delen, bewijs);
  scoreRijbewijzen(v, k, meting, delen, bewijs);
  scoreTalen(v, k, meting, delen, bewijs);
  if (v.profiel.denkniveau) {
    const own = k.profiel.denkniveau;
    if (own === null) { delen.add(TELT.denkniveau, NEUTRAAL.eis); meting.onbekend?.push({ veld: 'denkniveau', vraag: 'Op welk niveau werkt deze kandidaat?' }); }
    else {
      const short = DENKNIVEAUS.indexOf(v.profiel.denkniveau) - DENKNIVEAUS.indexOf(own);
      delen.add(TELT.denkniveau, short <= 0 ? 1 : short === 1 ? NEUTRAAL.eis : 0);
      if (short > 0) meting.tekorten?.push({ soort: 'niveau', tekst: `werkniveau ${v.profiel.denkniveau} (nu ${own})`, namen: [v.profiel.denkniveau] });
      else bewijs?.push(`Werkniveau ${own}`);
    }
  }
  scoreBegeleiding(v, k, meting, delen, bewijs);
  const { dekking } = delen;
  if (!bewijs || !meting.tekorten) return { dekking, reden: '', bewijs: [] };
  const missing = meting.tekorten.filter((tekort) => ['certificaat', 'rijbewijs', 'taal', 'niveau'].includes(tekort.soort));
  const reden = delen.total === 0 ? 'De vacature stelt geen eisen.' : missing.length > 0 ? `Mist nog ${missing.map((tekort) => tekort.tekst).join(', ')}.` : bewijs.length > 0 ? `${bewijs.join('. ')}.` : 'Nog niet alles over de eisen is bekend.';
  return { dekking, reden, bewijs };
}

function scoreCertificaten(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting, delen: Weging, bewijs: string[] | null): void {
  const asked = [...v.certificatenVereist.map((term) => ({ term, weight: 2 })), ...v.certificatenGewenst.map((term) => ({ term, weight: 1 }))];
  if (asked.length === 0) return;
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const own = k.certificaten;
  if (own === null) {
    delen.add(total, NEUTRAAL.eis);
    meting.onbekend?.push({ veld: 'certificaten', vraag: `Heeft deze kandidaat ${asked.map(({ term }) => term.naam).join(', ')}?` });
    return;
  }
  const isSpelled = (wanted: string) => k.profiel.certificaten!.some((naam) => naam.toLowerCase() === wanted.toLowerCase());
  let got = 0;
  for (const { term, weight } of asked) {
    if ((term.nr >= 0 && own.has(term.nr)) || isSpelled(term.naam)) { got += weight; bewijs?.push(`Heeft ${term.naam}`); continue; }
    meting.tekorten?.push({ soort: 'certificaat', tekst: term.naam, namen: [term.naam] });
    // The law demands it on day one, also of who is learning for it, and it takes longer than the weeks until a first day.
    const paper = term.nr >= 0 ? woorden.certificaten[term.nr] : undefined;
    const legal = weight === 2 && paper?.wettelijk === true && !paper.leerweg && !isQuick(paper) && !v.profiel.biedt.includes('scholing');
    if (legal) meting.afgevallen ??= `${term.naam} is wettelijk verplicht vanaf de eerste dag`;
  }
  delen.add(total, lift(NEUTRAAL.eis, got / total));
}

/** Whether a paper is a matter of hours, days or weeks and not of months, by its usual duration in the vocabulary. */
function isQuick({ scholing }: Certificaat): boolean {
  return scholing !== undefined && /\b(uur|dag|dagen|week|weken)$/.test(scholing);
}

function scoreRijbewijzen(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, delen: Weging, bewijs: string[] | null): void {
  const asked = v.profiel.rijbewijzen;
  if (asked.length === 0) return;
  const own = k.profiel.rijbewijzen;
  if (own === null) {
    delen.add(TELT.rijbewijzen, NEUTRAAL.eis);
    meting.onbekend?.push({ veld: 'rijbewijzen', vraag: `Heeft deze kandidaat rijbewijs ${asked.join(', ')}?` });
    return;
  }
  // A BE holder has B, a CE holder has C (and with them B): Reglement rijbewijzen, art. 21.
  const covers = (wanted: string) => own.some((has) => has === wanted || (wanted === 'B' && ['BE', 'C', 'CE', 'D'].includes(has)) || (wanted === 'C' && has === 'CE') || (wanted === 'BE' && has === 'CE') || (wanted === 'AM' && has !== 'AM'));
  const missing = asked.filter((wanted) => !covers(wanted));
  delen.add(TELT.rijbewijzen, lift(NEUTRAAL.eis, 1 - missing.length / asked.length));
  if (missing.length < asked.length) bewijs?.push(`Heeft rijbewijs ${asked.filter(covers).join(', ')}`);
  if (missing.length === 0) return;
  meting.tekorten?.push({ soort: 'rijbewijs', tekst: `rijbewijs ${missing.join(', ')}`, namen: [...missing] });
  const legal = missing.find((wanted) => WETTELIJK_RIJBEWIJS.has(wanted));
  if (legal) meting.afgevallen ??= `rijbewijs ${legal} is wettelijk verplicht vanaf de eerste dag`;
}

function scoreTalen(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, delen: Weging, bewijs: string[] | null): void {
  const asked = v.profiel.talen;
  if (asked.length === 0) return;
  const own = k.profiel.talen;
  if (own === null) {
    delen.add(TELT.talen, NEUTRAAL.eis);
    meting.onbekend?.push({ veld: 'talen', vraag: 'Welke talen spreekt deze kandidaat, en hoe goed?' });
    return;
  }
  let got = 0;
  let met = false;
  for (const wanted of asked) {
    const level = own.find((taal) => taal.taal === wanted.taal)?.niveau;
    // Few people write down the English that they had at school: what is not among the languages is to be asked. Dutch is.
    if (level === undefined && wanted.taal !== 'nl') {
      got += NEUTRAAL.eis;
      meting.onbekend?.push({ veld: 'talen', vraag: `Spreekt deze kandidaat ${languageName(wanted.taal)} op ${wanted.niveau}?` });
      continue;
    }
    const short = level ? TAALNIVEAUS.indexOf(wanted.niveau) - TAALNIVEAUS.indexOf(level) : 3;
    got += short <= 0 ? 1 : short === 1 ? NEUTRAAL.eis : 0;
    met ||= short <= 0;
    if (short > 0) meting.tekorten?.push({ soort: 'taal', tekst: `${languageName(wanted.taal)} ${wanted.niveau}${level ? ` (nu ${level})` : ''}`, namen: [wanted.taal] });
    else bewijs?.push(`Spreekt ${languageName(wanted.taal)} op ${level}`);
  }
  delen.add(TELT.talen, met ? Math.max(NEUTRAAL.eis, got / asked.length) : got / asked.length);
}

const LANGUAGE_NAMES = new Intl.DisplayNames('nl', { type: 'language', fallback: 'code' });
const languageNames = new Map<string, string>();
/** The Dutch name of a language code; remembered, since asking takes longer than the rest of a score. */
function languageName(code: string): string {
  const name = languageNames.get(code) ?? LANGUAGE_NAMES.of(code) ?? code;
  languageNames.set(code, name);
  return name;
}

/** Arrangements and guidance: offered = as good as not needed; not offered = a gap with a bridge. */
function scoreBegeleiding(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, delen: Weging, bewijs: string[] | null): void {
  const { begeleiding } = k.profiel;
  const offers = v.profiel.biedt;
  const guided = begeleiding === null || begeleiding === 'geen' || offers.includes('begeleiding');
  if (!guided) meting.tekorten?.push({ soort: 'begeleiding', tekst: begeleiding === 'intensief' ? 'veel begeleiding op de werkplek' : 'wat begeleiding op de werkplek', namen: [begeleiding] });
  else if (begeleiding && begeleiding !== 'geen') bewijs?.push('De werkgever biedt begeleiding');
  const open: string[] = [];
  for (const { naam, door } of k.nodig) if (!door.some((offer) => offer === 'altijd' || offers.includes(offer))) open.push(naam);
  if (open.length > 0) meting.tekorten?.push({ soort: 'nodig', tekst: open.join(', '), namen: open });
  else if (k.nodig.length > 0) bewijs?.push('De werkgever kan regelen wat nodig is');
  // Always weighed the same, so that someone who needs nothing and someone whose needs are met score equally.
  const value = (guided ? 1 : begeleiding === 'intensief' ? 0.4 : 0.7) * (open.length === 0 ? 1 : 0.6);
  delen.add(TELT.begeleiding, value);
}
