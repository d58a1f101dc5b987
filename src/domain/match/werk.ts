/** Part "werk": the occupation wanted or done, the skills, and the share of the tasks. Pure. */
import type { Beroep } from '../woorden/bestand.ts';
import type { Woordenboek } from '../woorden/woorden.ts';
import { alike, sharedBeroepen } from './beeld.ts';
import type { KandidaatKenmerken, Term, VacatureKenmerken } from './kenmerken.ts';
import { NEUTRAAL, type Deel, type Meting } from './onderdeel.ts';
import { isCovered, shareOf } from './stammen.ts';

/** What knowing the sector is worth beside the work itself: packing food is not packing shirts. */
export const SECTOR = 0.2;
/** What a wish for any work in the sector is worth ("bouw", "techniek"). */
const WENS_SECTOR = 0.8;
/** What all words of the title are worth in somebody's own words. */
export const WOORDEN = 0.3;
/** What each thing counts within the work; not every vacature names all of them. */
export const TELT = { beroep: 0.5, beeld: 0.8, woorden: 0.35, vaardigheden: 0.2, taken: 0.05 } as const;
/** Nobody has all of it. From this share on the work fits in full. */
export const VOLUIT = 0.6;
/** From here on what somebody tells is like the work, though nothing else is known to fit. */
const LIJKT = 0.2;

/** Scores the part; a wish counts as much as experience. */
export function scoreWerk(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting): Deel {
  const beroep = matchBeroep(v, k, woorden);
  const named = meting.tekorten !== null;
  const vaardigheden = matchVaardigheden(v, k, named);
  const taken = matchTaken(v, k, named);
  const beeld = alike(v.beeld, k.vertelt, k.beelden);
  meting.taken = { past: taken.past, blijft: taken.blijft };
  // Where one thing fits, the others count as unknown at the least: knowing a little is never worse than nothing.
  const some = beroep.share > 0 || vaardigheden.share > 0 || taken.share > 0 || beeld >= LIJKT;
  const noWork = k.profiel.wensberoepen.length + k.profiel.ervaring.length === 0;
  const counts = some || k.leeg;
  let total = TELT.beroep + TELT.beeld;
  let sum = some || noWork ? TELT.beroep * cover(NEUTRAAL.beroep, beroep.share) : 0;
  if (counts) sum += TELT.beeld * cover(NEUTRAAL.taak, beeld);
  if (v.woorden.length > 0) { total += TELT.woorden; if (counts) sum += TELT.woorden * cover(NEUTRAAL.taak, shareOfWords(v, k)); }
  if (v.vereist.length + v.gewenst.length > 0) { total += TELT.vaardigheden; if (counts) sum += TELT.vaardigheden * cover(NEUTRAAL.vaardigheid, vaardigheden.share); }
  if (v.taken.length > 0) { total += TELT.taken; if (counts) sum += TELT.taken * cover(NEUTRAAL.taak, taken.share); }
  const dekking = Math.min(1, sum / total / VOLUIT);
  if (!meting.tekorten) return { dekking, reden: '', bewijs: [] };
  reportWerk(v, k, meting, { beroep: beroep.near, mist: vaardigheden.mist, noWork });
  const bewijs = [beroep.bewijs(), beeld >= LIJKT ? describeBeeld(v, k, woorden) : '', vaardigheden.bewijs, taken.bewijs].filter((text) => text !== '');
  return { dekking, reden: k.leeg ? 'Nog onbekend wat deze kandidaat wil en kan.' : bewijs.length > 0 ? `${bewijs.join('. ')}.` : 'Geen ervaring of wens in dit werk.', bewijs };
}

const cover = (neutral: number, share: number): number => neutral + (1 - neutral) * share;

function reportWerk(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, { beroep, mist, noWork }: { beroep: number; mist: string[]; noWork: boolean }): void {
  if (noWork) meting.onbekend?.push({ veld: 'werkervaring en wensen', vraag: 'Welk werk wil deze kandidaat doen, en wat heeft hij of zij al gedaan?' });
  else if (beroep < 0.4) meting.tekorten?.push({ soort: 'beroep', tekst: 'ervaring met dit werk', namen: [v.profiel.beroep ?? v.profiel.titel] });
  if (k.leeg) return;
  const { past, blijft } = meting.taken;
  if (mist.length > 0) meting.tekorten?.push({ soort: 'vaardigheid', tekst: mist.join(', '), namen: mist });
  if (blijft.length > 0 && past.length > 0) meting.tekorten?.push({ soort: 'taken', tekst: `${blijft.length} van ${v.taken.length} taken`, namen: blijft });
}

/** How near the work someone wants or did is to the work asked, 0–1, alone and together with knowing the sector. */
function matchBeroep(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek): { share: number; near: number; bewijs: () => string } {
  let best = { share: 0, bewijs: () => '' };
  const sector = v.sector !== null && k.sectoren.has(v.sector) ? SECTOR : 0;
  if (v.sector !== null && k.wensSectoren.has(v.sector)) best = { share: WENS_SECTOR, bewijs: () => `Wil werken in de sector ${v.sector}` };
  for (const own of k.beroepen) {
    const share = v.nabij.hoe[own.nr]! * own.zekerheid;
    if (share > best.share) best = { share, bewijs: () => describeBeroep(own, woorden.beroepen[v.beroepen[v.nabij.bij[own.nr]!]!.nr]!) };
  }
  // Words in common say less than an occupation in common; they count where the vocabulary knows no better.
  const words = best.share >= WOORDEN ? 0 : WOORDEN * Math.max(shareOf(v.titelStammen, k.stammen), shareOf(v.beroepStammen, k.stammen));
  if (words > best.share) best = { share: words, bewijs: () => 'Noemt dezelfde woorden als de vacature' };
  const bewijs = best.share < 0.1 && sector > 0 ? () => `Kent de sector ${v.sector}` : best.bewijs;
  return { share: (1 - SECTOR) * best.share + sector, near: best.share, bewijs };
}

/** Half of what a vacature says is all that ever comes back in somebody's own words, so that it counts double. */
export const DUBBEL = 2;

/** How much of what the vacature says comes back in somebody's own words, 0–1. */
function shareOfWords({ woorden }: VacatureKenmerken, { stammen }: KandidaatKenmerken): number {
  let share = 0;
  for (const { stam, gewicht } of woorden) if (stammen.has(stam)) share += gewicht;
  return Math.min(1, share * DUBBEL);
}

/** What work both call up, by name. */
function describeBeeld(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek): string {
  const names = sharedBeroepen(v.beeld, k.vertelt[0]!, 2).map((nr) => woorden.beroepen[nr]!.naam);
  return names.length > 0 ? `Vertelt over werk als ${names.join(' of ')}` : '';
}

function describeBeroep(own: KandidaatKenmerken['beroepen'][number], asked: Beroep): string {
  const same = own.nr === asked.nr;
  if (own.bron === 'wens') return same ? `Wil dit werk: ${own.naam}` : `Wil werk dat hierop lijkt: ${own.naam}`;
  const time = own.maanden ? `${own.maanden} maanden ` : '';
  return same ? `Deed dit werk: ${time}${own.naam}` : `Deed werk dat lijkt op ${asked.naam}: ${time}${own.naam}`;
}

/** What a skill that comes with work someone did counts beside one that is named. */
export const AFGELEID = 0.5;

/** How well one asked skill is covered: 1 named by the person, 0.6 by words, AFGELEID when it comes with work someone did. */
function coverTerm({ nr, stammen }: Term, k: KandidaatKenmerken): number {
  if (nr >= 0 && k.vaardigheden.has(nr)) return 1;
  if (stammen.length > 0 && stammen.every((stam) => k.stammen.has(stam))) return nr < 0 ? 1 : 0.6;
  return nr >= 0 && k.afgeleid.has(nr) ? AFGELEID : 0;
}

/** Share of the asked skills that someone has, a must counting twice; 0–1. */
function matchVaardigheden(v: VacatureKenmerken, k: KandidaatKenmerken, named: boolean): { share: number; bewijs: string; mist: string[] } {
  let got = 0;
  let asked = 0;
  const has: string[] = [];
  const mist: string[] = [];
  const count = (terms: readonly Term[], weight: number, must: boolean) => {
    for (const term of terms) {
      const covered = coverTerm(term, k);
      got += weight * covered;
      asked += weight;
      if (!named) continue;
      if (covered > 0) has.push(term.naam);
      else if (must || !v.vaardighedenAfgeleid) mist.push(term.naam);
    }
  };
  count(v.vereist, 2, true);
  count(v.gewenst, 1, false);
  return { share: asked > 0 ? got / asked : 0, bewijs: has.length > 0 ? `Kan ${has.slice(0, 4).join(', ')}` : '', mist };
}

/** Share of the tasks that someone can do, 0–1. Who did this very work can do its everyday tasks. */
function matchTaken(v: VacatureKenmerken, k: KandidaatKenmerken, named: boolean): { share: number; bewijs: string; past: string[]; blijft: string[] } {
  if (k.leeg || v.taken.length === 0) return { share: 0, bewijs: '', past: [], blijft: [] };
  let count = 0;
  const past: string[] = [];
  const blijft: string[] = [];
  const didThis = k.beroepen.some((own) => own.bron === 'ervaring' && v.beroepen.some((asked) => asked.nr === own.nr));
  for (const taak of v.taken) {
    const can = (didThis && taak.gewoon) || isCovered(taak.stammen, k.stammen) || coverTerm(taak, k) > 0;
    if (can) count++;
    if (named) (can ? past : blijft).push(taak.naam);
  }
  return { share: count / v.taken.length, bewijs: past.length > 0 ? `${past.length} van ${v.taken.length} taken passen` : '', past, blijft };
}
