/**
 * The score of one pair, 0–100, with a reason for every point. Deterministic: no I/O, no clock, no chance; today's
 * date is an argument. The same function serves both directions, the cost of a must and the explanation.
 * Where a person and a vacature meet only in part, coverage never falls below that of an unknown field: someone who
 * answers honestly is never worse off than someone who leaves a field empty.
 */
import { distanceKm } from '../plaats/plaats.ts';
import type { Woordenboek } from '../woorden/woorden.ts';
import { findBruggen, type Brug } from './bruggen.ts';
import type { KandidaatKenmerken, Term, VacatureKenmerken } from './kenmerken.ts';

/** Change the version with every change of a weight, a constant or a rule: decisions keep the version they saw. */
export const GEWICHTEN = { versie: '2026.11-1', werk: 45, eisen: 20, tijd: 20, bereikbaarheid: 15 } as const;
export type OnderdeelNaam = 'werk' | 'eisen' | 'tijd' | 'bereikbaarheid';

/** Coverage of a field that is unknown, and the least coverage of a field that fits in part. */
export const NEUTRAAL = { beroep: 0.2, vaardigheid: 0.15, taak: 0.15, eis: 0.4, tijd: 0.5, afstand: 0.5 } as const;

/** Reach in km where someone names transport but no distance; walking to driving. */
const REIKWIJDTE_KM = { lopend: 3, fiets: 10, brommer: 15, ov: 20, auto: 30 } as const;
const NIVEAU = { elementair: 0, laag: 1, middelbaar: 2, hoger: 3 } as const;
const TAAL = { A1: 0, A2: 1, B1: 2, B2: 3, C1: 4, C2: 5 } as const;
/** Driving one of these without the licence is forbidden from the first day (Wegenverkeerswet 1994, art. 107). */
const WETTELIJK_RIJBEWIJS = new Set(['C', 'CE', 'D']);

export type Onderdeel = { naam: OnderdeelNaam; gewicht: number; dekking: number; bijdrage: number; reden: string; bewijs: string[] };
export type Tekort = { soort: 'beroep' | 'vaardigheid' | 'taken' | 'certificaat' | 'rijbewijs' | 'taal' | 'niveau' | 'uren' | 'dagdelen' | 'start' | 'afstand' | 'begeleiding' | 'nodig'; tekst: string; namen: string[] };
export type Onbekend = { veld: string; vraag: string };
export type Uitleg = {
  versie: string;
  /** 0–100 with two decimals; exactly the sum of the bijdragen. */
  score: number;
  onderdelen: Onderdeel[];
  tekorten: Tekort[];
  bruggen: Brug[];
  onbekend: Onbekend[];
  taken: { past: string[]; blijft: string[] };
  afstandKm: number | null;
  /** Why the pair drops out, or null. */
  afgevallen: string | null;
};

type Deel = { dekking: number; reden: string; bewijs: string[] };
type Meting = { tekorten: Tekort[]; onbekend: Onbekend[]; afgevallen: string | null; taken: Uitleg['taken']; afstandKm: number | null };

/**
 * Scores one pair and explains it.
 * @param vandaag yyyy-mm-dd
 */
export function scorePair(vacature: VacatureKenmerken, kandidaat: KandidaatKenmerken, woorden: Woordenboek, vandaag: string): Uitleg {
  const meting: Meting = { tekorten: [], onbekend: [], afgevallen: null, taken: { past: [], blijft: [] }, afstandKm: null };
  const delen: [OnderdeelNaam, Deel][] = [
    ['werk', scoreWerk(vacature, kandidaat, woorden, meting)],
    ['eisen', scoreEisen(vacature, kandidaat, woorden, meting)],
    ['tijd', scoreTijd(vacature, kandidaat, vandaag, meting)],
    ['bereikbaarheid', scoreBereik(vacature, kandidaat, meting)],
  ];
  const onderdelen = delen.map(([naam, deel]): Onderdeel => {
    const gewicht = GEWICHTEN[naam];
    return { naam, gewicht, dekking: Math.round(deel.dekking * 1000) / 1000, bijdrage: Math.round(gewicht * deel.dekking * 100) / 100, reden: deel.reden, bewijs: deel.bewijs };
  });
  // Summed in hundredths, so that the parts and the whole agree to the cent.
  const score = onderdelen.reduce((sum, deel) => sum + Math.round(deel.bijdrage * 100), 0) / 100;
  return { versie: GEWICHTEN.versie, score, onderdelen, ...meting, bruggen: findBruggen(meting, vacature.profiel) };
}

/** A part that fits lies between neutral and full; nothing fits is zero. Keeps the score monotone. */
const lift = (neutral: number, share: number): number => (share > 0 ? neutral + (1 - neutral) * Math.min(1, share) : 0);

function scoreWerk(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting): Deel {
  const beroep = matchBeroep(v, k, woorden);
  const vaardigheden = matchVaardigheden(v, k);
  const taken = matchTaken(v, k, woorden);
  meting.taken = { past: taken.past, blijft: taken.blijft };
  // Where one thing fits, the others count as unknown at the least: knowing a little is never worse than nothing.
  const some = beroep.share > 0 || vaardigheden.share > 0 || taken.share > 0;
  const cover = (neutral: number, share: number, unknown: boolean) => (some || unknown ? neutral + (1 - neutral) * share : 0);
  const noWork = k.profiel.wensberoepen.length + k.profiel.ervaring.length === 0;
  const parts: [number, number][] = [[0.5, cover(NEUTRAAL.beroep, beroep.share, noWork)]];
  if (v.vereist.length + v.gewenst.length > 0) parts.push([0.3, cover(NEUTRAAL.vaardigheid, vaardigheden.share, k.leeg)]);
  if (v.taken.length > 0) parts.push([0.2, cover(NEUTRAAL.taak, taken.share, k.leeg)]);
  reportWerk(v, k, meting, { beroep: beroep.share, mist: vaardigheden.mist, noWork });
  const total = parts.reduce((sum, [weight]) => sum + weight, 0);
  const dekking = parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / total;
  const bewijs = [beroep.bewijs, vaardigheden.bewijs, taken.bewijs].filter((text) => text !== '');
  return { dekking, reden: k.leeg ? 'Nog onbekend wat deze kandidaat wil en kan.' : bewijs.length > 0 ? `${bewijs.join('. ')}.` : 'Geen ervaring of wens in dit werk.', bewijs };
}

function reportWerk(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, { beroep, mist, noWork }: { beroep: number; mist: string[]; noWork: boolean }): void {
  if (noWork) meting.onbekend.push({ veld: 'werkervaring en wensen', vraag: 'Welk werk wil deze kandidaat doen, en wat heeft hij of zij al gedaan?' });
  else if (beroep < 0.4) meting.tekorten.push({ soort: 'beroep', tekst: 'ervaring met dit werk', namen: [v.profiel.beroep ?? v.profiel.titel] });
  if (k.leeg) return;
  const { past, blijft } = meting.taken;
  if (mist.length > 0) meting.tekorten.push({ soort: 'vaardigheid', tekst: mist.join(', '), namen: mist });
  if (blijft.length > 0 && past.length > 0) meting.tekorten.push({ soort: 'taken', tekst: `${blijft.length} van ${v.taken.length} taken`, namen: blijft });
}

/** How near the work someone wants or did is to the work asked, 0–1. */
function matchBeroep(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek): { share: number; bewijs: string } {
  let best = { share: 0, bewijs: '' };
  for (const asked of v.beroepen) for (const own of k.beroepen) {
    const near = asked.nr === own.nr ? 1 : (woorden.verwant[asked.nr]!.get(own.nr) ?? 0) * 0.85;
    const share = near * Math.min(1, asked.zekerheid + 0.3) * Math.min(1, own.zekerheid + 0.3);
    if (share > best.share) best = { share, bewijs: describeBeroep(own, near, woorden.beroepen[asked.nr]!.naam) };
  }
  // Words in common say less than an occupation in common; they count where the vocabulary knows no better.
  const words = Math.max(...[v.titelStammen, v.beroepStammen].map((stammen) => stammen.filter((stam) => k.stammen.has(stam)).length / Math.max(1, stammen.length)));
  if (words * 0.6 > best.share) best = { share: words * 0.6, bewijs: 'Noemt dezelfde woorden als de vacature' };
  if (v.sector && k.sectoren.has(v.sector) && best.share < 0.15) best = { share: 0.15, bewijs: `Kent de sector ${v.sector}` };
  return best;
}

function describeBeroep(own: KandidaatKenmerken['beroepen'][number], near: number, asked: string): string {
  if (own.bron === 'wens') return near === 1 ? `Wil dit werk: ${own.naam}` : `Wil werk dat hierop lijkt: ${own.naam}`;
  const time = own.maanden ? `${own.maanden} maanden ` : '';
  return near === 1 ? `Deed dit werk: ${time}${own.naam}` : `Deed werk dat lijkt op ${asked}: ${time}${own.naam}`;
}

/** How well one asked skill is covered: 1 named by the person, 0.7 comes with work someone did, 0.6 by words. */
function coverTerm(term: { nr: number; stammen: string[] }, k: KandidaatKenmerken): number {
  if (term.nr >= 0 && k.vaardigheden.has(term.nr)) return 1;
  if (term.stammen.length > 0 && term.nr < 0 && term.stammen.every((stam) => k.stammen.has(stam))) return 1;
  if (term.nr >= 0 && k.afgeleid.has(term.nr)) return 0.7;
  return term.stammen.length > 0 && term.stammen.every((stam) => k.stammen.has(stam)) ? 0.6 : 0;
}

/** Share of the asked skills that someone has, a must counting twice; 0–1. */
function matchVaardigheden(v: VacatureKenmerken, k: KandidaatKenmerken): { share: number; bewijs: string; mist: string[] } {
  let got = 0;
  let asked = 0;
  const has: string[] = [];
  const mist: string[] = [];
  const count = (terms: Term[], weight: number, must: boolean) => {
    for (const term of terms) {
      const covered = coverTerm(term, k);
      got += weight * covered;
      asked += weight;
      if (covered > 0) has.push(term.naam);
      else if (must || !v.vaardighedenAfgeleid) mist.push(term.naam);
    }
  };
  count(v.vereist, 2, true);
  count(v.gewenst, 1, false);
  return { share: asked > 0 ? got / asked : 0, bewijs: has.length > 0 ? `Kan ${has.slice(0, 4).join(', ')}` : '', mist };
}

/** Share of the tasks that someone can do, 0–1. */
function matchTaken(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek): { share: number; bewijs: string; past: string[]; blijft: string[] } {
  if (k.leeg || v.taken.length === 0) return { share: 0, bewijs: '', past: [], blijft: [] };
  const past: string[] = [];
  const blijft: string[] = [];
  const ownWork = k.beroepen.some((own) => v.beroepen.some((asked) => asked.nr === own.nr && own.bron === 'ervaring'));
  for (const taak of v.taken) {
    const known = coverTerm({ nr: taak.vaardigheid, stammen: taak.stammen }, k) > 0;
    const common = taak.stammen.filter((stam) => k.stammen.has(stam)).length;
    const byWords = taak.stammen.length > 0 && common / taak.stammen.length >= 0.5;
    (known || byWords || (ownWork && isOrdinary(taak.stammen, v, woorden)) ? past : blijft).push(taak.naam);
  }
  return { share: past.length / v.taken.length, bewijs: past.length > 0 ? `${past.length} van ${v.taken.length} taken passen` : '', past, blijft };
}

/** Whether a task belongs to the everyday tasks of the vacature's own occupation. */
function isOrdinary(stammen: string[], v: VacatureKenmerken, woorden: Woordenboek): boolean {
  const beroep = v.beroepen[0] && woorden.beroepen[v.beroepen[0].nr];
  if (!beroep || stammen.length === 0) return false;
  const known = woorden.tasks(beroep.nr);
  return stammen.filter((stam) => known.has(stam)).length / stammen.length >= 0.5;
}

function scoreEisen(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting): Deel {
  const parts: [number, number][] = [];
  const bewijs: string[] = [];
  scoreCertificaten(v, k, woorden, meting, parts, bewijs);
  scoreRijbewijzen(v, k, meting, parts, bewijs);
  scoreTalen(v, k, meting, parts, bewijs);
  if (v.profiel.denkniveau) {
    const own = k.profiel.denkniveau;
    if (own === null) { parts.push([1, NEUTRAAL.eis]); meting.onbekend.push({ veld: 'denkniveau', vraag: 'Op welk niveau werkt deze kandidaat?' }); }
    else {
      const short = NIVEAU[v.profiel.denkniveau] - NIVEAU[own];
      parts.push([1, short <= 0 ? 1 : short === 1 ? NEUTRAAL.eis : 0]);
      if (short > 0) meting.tekorten.push({ soort: 'niveau', tekst: `werkniveau ${v.profiel.denkniveau} (nu ${own})`, namen: [v.profiel.denkniveau] });
      else bewijs.push(`Werkniveau ${own}`);
    }
  }
  scoreBegeleiding(v, k, meting, parts, bewijs);
  const total = parts.reduce((sum, [weight]) => sum + weight, 0);
  const dekking = total === 0 ? 1 : parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / total;
  const missing = meting.tekorten.filter((tekort) => ['certificaat', 'rijbewijs', 'taal', 'niveau'].includes(tekort.soort));
  const reden = total === 0 ? 'De vacature stelt geen eisen.' : missing.length > 0 ? `Mist nog ${missing.map((tekort) => tekort.tekst).join(', ')}.` : bewijs.length > 0 ? `${bewijs.join('. ')}.` : 'Nog niet alles over de eisen is bekend.';
  return { dekking, reden, bewijs };
}

function scoreCertificaten(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting, parts: [number, number][], bewijs: string[]): void {
  const asked = [...v.certificatenVereist.map((term) => ({ term, weight: 2 })), ...v.certificatenGewenst.map((term) => ({ term, weight: 1 }))];
  if (asked.length === 0) return;
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const own = k.certificaten;
  if (own === null) {
    parts.push([total, NEUTRAAL.eis]);
    meting.onbekend.push({ veld: 'certificaten', vraag: `Heeft deze kandidaat ${asked.map(({ term }) => term.naam).join(', ')}?` });
    return;
  }
  const spelled = new Set(k.profiel.certificaten?.map((naam) => naam.toLowerCase()));
  let got = 0;
  for (const { term, weight } of asked) {
    if ((term.nr >= 0 && own.has(term.nr)) || spelled.has(term.naam.toLowerCase())) { got += weight; bewijs.push(`Heeft ${term.naam}`); continue; }
    meting.tekorten.push({ soort: 'certificaat', tekst: term.naam, namen: [term.naam] });
    // The law demands it on day one: no bridge is quick enough.
    const legal = weight === 2 && term.nr >= 0 && woorden.certificaten[term.nr]!.wettelijk && !v.profiel.biedt.includes('scholing');
    if (legal) meting.afgevallen ??= `${term.naam} is wettelijk verplicht vanaf de eerste dag`;
  }
  parts.push([total, lift(NEUTRAAL.eis, got / total)]);
}

function scoreRijbewijzen(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, parts: [number, number][], bewijs: string[]): void {
  const asked = v.profiel.rijbewijzen;
  if (asked.length === 0) return;
  const own = k.profiel.rijbewijzen;
  if (own === null) {
    parts.push([2, NEUTRAAL.eis]);
    meting.onbekend.push({ veld: 'rijbewijzen', vraag: `Heeft deze kandidaat rijbewijs ${asked.join(', ')}?` });
    return;
  }
  // A BE holder has B, a CE holder has C (and with them B): Reglement rijbewijzen, art. 21.
  const covers = (wanted: string) => own.some((has) => has === wanted || (wanted === 'B' && ['BE', 'C', 'CE', 'D'].includes(has)) || (wanted === 'C' && has === 'CE') || (wanted === 'BE' && has === 'CE') || (wanted === 'AM' && has !== 'AM'));
  const missing = asked.filter((wanted) => !covers(wanted));
  parts.push([2, lift(NEUTRAAL.eis, 1 - missing.length / asked.length)]);
  if (missing.length < asked.length) bewijs.push(`Heeft rijbewijs ${asked.filter(covers).join(', ')}`);
  if (missing.length === 0) return;
  meting.tekorten.push({ soort: 'rijbewijs', tekst: `rijbewijs ${missing.join(', ')}`, namen: [...missing] });
  const legal = missing.find((wanted) => WETTELIJK_RIJBEWIJS.has(wanted));
  if (legal) meting.afgevallen ??= `rijbewijs ${legal} is wettelijk verplicht vanaf de eerste dag`;
}

function scoreTalen(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, parts: [number, number][], bewijs: string[]): void {
  const asked = v.profiel.talen;
  if (asked.length === 0) return;
  const own = k.profiel.talen;
  if (own === null) {
    parts.push([1.5, NEUTRAAL.eis]);
    meting.onbekend.push({ veld: 'talen', vraag: 'Welke talen spreekt deze kandidaat, en hoe goed?' });
    return;
  }
  let got = 0;
  for (const wanted of asked) {
    const level = own.find((taal) => taal.taal === wanted.taal)?.niveau;
    const short = level ? TAAL[wanted.niveau] - TAAL[level] : 3;
    got += short <= 0 ? 1 : short === 1 ? 0.4 : 0;
    if (short > 0) meting.tekorten.push({ soort: 'taal', tekst: `${languageName(wanted.taal)} ${wanted.niveau}${level ? ` (nu ${level})` : ''}`, namen: [wanted.taal] });
    else bewijs.push(`Spreekt ${languageName(wanted.taal)} op ${level}`);
  }
  parts.push([1.5, lift(NEUTRAAL.eis, got / asked.length)]);
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
function scoreBegeleiding(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, parts: [number, number][], bewijs: string[]): void {
  const { begeleiding } = k.profiel;
  const offers = v.profiel.biedt;
  const guided = begeleiding === null || begeleiding === 'geen' || offers.includes('begeleiding');
  if (!guided) meting.tekorten.push({ soort: 'begeleiding', tekst: begeleiding === 'intensief' ? 'veel begeleiding op de werkplek' : 'wat begeleiding op de werkplek', namen: [begeleiding] });
  else if (begeleiding && begeleiding !== 'geen') bewijs.push('De werkgever biedt begeleiding');
  const open = k.nodig.filter(({ door }) => !door.some((offer) => offer === 'altijd' || offers.includes(offer))).map(({ naam }) => naam);
  if (open.length > 0) meting.tekorten.push({ soort: 'nodig', tekst: open.join(', '), namen: open });
  else if (k.nodig.length > 0) bewijs.push('De werkgever kan regelen wat nodig is');
  // Always weighed the same, so that someone who needs nothing and someone whose needs are met score equally.
  const value = (guided ? 1 : begeleiding === 'intensief' ? 0.4 : 0.7) * (open.length === 0 ? 1 : 0.8);
  parts.push([1, value]);
}

function scoreTijd(v: VacatureKenmerken, k: KandidaatKenmerken, vandaag: string, meting: Meting): Deel {
  const bewijs: string[] = [];
  const hours = matchUren(v, k, meting, bewijs);
  const parts = matchDagdelen(v, k, meting, bewijs);
  const start = matchStart(v, k, vandaag, meting, bewijs);
  const dekking = 0.6 * hours + 0.25 * parts + 0.15 * start;
  return { dekking, reden: `${bewijs.join('. ')}.`, bewijs };
}

const hoursText = (min: number, max: number) => (min === max ? `${max}` : `${min}–${max}`);

function matchUren(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, bewijs: string[]): number {
  const { urenMin, urenMax } = v.profiel;
  const own = k.profiel;
  if (urenMax <= 0) {
    meting.onbekend.push({ veld: 'uren van de vacature', vraag: 'Om hoeveel uren per week gaat het?' });
    bewijs.push(`Wil ${hoursText(own.urenMin, own.urenMax)} uur; de vacature noemt geen uren`);
    return NEUTRAAL.tijd;
  }
  const most = Math.min(own.urenMax, urenMax);
  if (own.urenMax < urenMin || own.urenMin > urenMax) {
    const text = `${hoursText(own.urenMin, own.urenMax)} uur tegen ${hoursText(urenMin, urenMax)} uur`;
    meting.tekorten.push({ soort: 'uren', tekst: text, namen: [] });
    meting.afgevallen ??= `de uren overlappen niet: ${text}`;
    bewijs.push(`Geen overlap in uren: ${text}`);
    return 0;
  }
  bewijs.push(`Werkt ${hoursText(own.urenMin, own.urenMax)} uur, de vacature vraagt ${hoursText(urenMin, urenMax)}`);
  if (own.urenMax < urenMax) meting.tekorten.push({ soort: 'uren', tekst: `tot ${own.urenMax} van ${urenMax} uur`, namen: [] });
  return lift(NEUTRAAL.tijd, most / urenMax);
}

function matchDagdelen(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, bewijs: string[]): number {
  const asked = v.profiel.dagdelen;
  if (!asked || asked.length === 0) return 1;
  const own = k.profiel.dagdelen;
  if (own === null) {
    meting.onbekend.push({ veld: 'dagdelen', vraag: 'Op welke dagen en dagdelen kan deze kandidaat werken?' });
    return NEUTRAAL.tijd;
  }
  const both = asked.filter((deel) => own.includes(deel)).length;
  bewijs.push(`Kan ${both} van ${asked.length} dagdelen`);
  if (both < asked.length) meting.tekorten.push({ soort: 'dagdelen', tekst: `${both} van ${asked.length} dagdelen`, namen: asked.filter((deel) => !own.includes(deel)) });
  return lift(NEUTRAAL.tijd, both / asked.length);
}

function matchStart(v: VacatureKenmerken, k: KandidaatKenmerken, vandaag: string, meting: Meting, bewijs: string[]): number {
  const from = k.profiel.beschikbaarVanaf;
  if (from === null) {
    meting.onbekend.push({ veld: 'beschikbaar vanaf', vraag: 'Vanaf welke datum kan deze kandidaat beginnen?' });
    return NEUTRAAL.tijd;
  }
  const start = v.profiel.startdatum !== null && v.profiel.startdatum > vandaag ? v.profiel.startdatum : vandaag;
  const days = (Date.parse(from) - Date.parse(start)) / 86_400_000;
  if (days <= 0) { bewijs.push('Is op tijd beschikbaar'); return 1; }
  if (days > 14) meting.tekorten.push({ soort: 'start', tekst: `kan ${Math.round(days)} dagen later beginnen`, namen: [from] });
  bewijs.push(`Kan beginnen vanaf ${formatDate(from)}`);
  return NEUTRAAL.tijd + (1 - NEUTRAAL.tijd) * Math.max(0, 1 - days / 90);
}

/** 2026-12-01 as 1 december 2026. */
function formatDate(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
const DAY = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function scoreBereik(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting): Deel {
  const unknown = !v.profiel.punt ? `de plaats ${v.profiel.plaats || 'van de vacature'}` : !k.profiel.punt ? `de woonplaats ${k.profiel.plaats}` : undefined;
  if (unknown || !v.profiel.punt || !k.profiel.punt) {
    meting.onbekend.push({ veld: 'afstand', vraag: `Waar ligt ${unknown}? Die staat niet in de plaatsenlijst.` });
    return { dekking: NEUTRAAL.afstand, reden: `De afstand is onbekend: ${unknown} staat niet in de lijst.`, bewijs: [] };
  }
  const km = Math.round(distanceKm(v.profiel.punt, k.profiel.punt) * 10) / 10;
  meting.afstandKm = km;
  const ways = k.profiel.vervoer;
  const reach = k.profiel.reisafstandKm ?? (ways && ways.length > 0 ? Math.max(...ways.map((way) => REIKWIJDTE_KM[way])) : null);
  if (reach === null) {
    meting.onbekend.push({ veld: 'reisafstand', vraag: 'Hoe ver en waarmee kan deze kandidaat reizen?' });
    // Without a reach nearness still counts, but never below neutral.
    return { dekking: NEUTRAAL.afstand + 0.3 * Math.max(0, 1 - km / 30), reden: `Woont op ${formatKm(km)}; hoe ver reizen kan, is onbekend.`, bewijs: [`${formatKm(km)} tussen woonplaats en werk`] };
  }
  const how = ways && ways.length > 0 ? ` (${ways.join(', ')})` : '';
  const bewijs = [`${formatKm(km)} tussen woonplaats en werk, reist tot ${reach} km${how}`];
  // Nearer is better, but not by someone's own limit: who names a short reach must not score below who names none.
  if (km <= reach) return { dekking: 1 - 0.2 * Math.min(1, km / 50), reden: `${bewijs[0]}.`, bewijs };
  meting.tekorten.push({ soort: 'afstand', tekst: `${formatKm(km)}, reist nu tot ${reach} km`, namen: [] });
  if (km > reach * 2 + 5) meting.afgevallen ??= `te ver weg: ${formatKm(km)}, reist tot ${reach} km`;
  // Past someone's own limit it drops steeply, to nothing at twice the reach and 5 km more.
  return { dekking: 0.45 * Math.max(0, 1 - (km - reach) / (reach + 5)), reden: `${bewijs[0]}.`, bewijs };
}

const formatKm = (km: number) => (km < 1 ? 'minder dan 1 km' : `${Math.round(km)} km`);
