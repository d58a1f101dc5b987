/** Part "werk": the occupation wanted or done, the skills, and the share of the tasks. Pure. */
import type { Beeld } from '../woorden/beelden.ts';
import type { Woordenboek } from '../woorden/woorden.ts';
import { MEEST, alike, sharedBeroepen, sharedKring, type Aandelen } from './beeld.ts';
import type { KandidaatKenmerken, Term, VacatureKenmerken } from './kenmerken.ts';
import { NEUTRAAL, Weging, type Deel, type Meting } from './onderdeel.ts';
import { isCovered, shareOf } from './stammen.ts';

/** What a wish for any work in the sector is worth ("bouw", "techniek"). */
const WENS_SECTOR = 0.95;
/** What all words of the title are worth in somebody's own words. */
export const WOORDEN = 0.3;
/** What counts within the work: the circle of work around somebody, words in common, and all else together. */
export const TELT = { kring: 0.8, woorden: 0.1, verder: 0.1 } as const;
/** What each thing counts within all else; not every vacature names all of them. */
export const VERDER = { beeld: 0.9, vaardigheden: 0.2, taken: 0.05, sector: 0.05 } as const;
/** Nobody has all of these. From this share on they fit in full. */
export const VOLUIT = 0.75;
/** What work that is named and lies near adds to the work around somebody. */
export const GENOEMD = 0.7;
/**
 * What each level that the work somebody looks for lies above that of the vacature takes from the work around them: who wants
 * to lay cables wants another day than who bundles them. It takes less the nearer the work that is named, and nothing where that
 * is the very work. What people are able to do is no part of it, nor work above their level: the demands tell what that needs.
 */
const BOVEN = 0.6;
/** From here on what somebody tells, or the work around that, is like the work, though nothing else is known to fit; and worth saying. */
const LIJKT = 0.2;
/** What the level must take from the circle to be worth saying: some points of the score. */
const OPVALLEND = 0.05;

/** Scores the part; a wish counts as much as experience, or more: the circle of work is drawn around what somebody wants. */
export function scoreWerk(v: VacatureKenmerken, k: KandidaatKenmerken, woorden: Woordenboek, meting: Meting): Deel {
  const heeft = v.lijst.heldBy(k.stammen, woorden.nummers);
  const { near, door } = nearestBeroep(v, k, heeft);
  const same = door === DOOR.naam || (door >= 0 && askedBy(v, k.beroepen[door]!) === k.beroepen[door]!.nr);
  const sector = v.sector !== null && k.sectoren.has(v.sector);
  const vaardigheden = coverVaardigheden(v, k, heeft);
  const gedaan = didThis(v, k);
  const taken = coverTaken(v, k, heeft, gedaan);
  const beeld = alike(v.beeld, k.vertelt, k.beelden);
  const rond = sharedKring(v.kring, k.kring, k.niveaus, BOVEN * (1 - near ** 2));
  // Who names the very work stands in the middle of it, whatever else is told.
  const kring = Math.max(same ? near : 0, 1 - (1 - rond) * (1 - GENOEMD * near));
  // Where one thing fits, the others count as unknown at the least: knowing a little is never worse than nothing.
  const counts = k.leeg || sector || near > 0 || vaardigheden > 0 || taken > 0 || Math.max(beeld, rond) >= LIJKT;
  const cover = (share: number) => (counts ? NEUTRAAL.werk + (1 - NEUTRAAL.werk) * share : 0);
  const verder = new Weging();
  verder.add(VERDER.beeld, cover(beeld));
  if (v.vereist.length + v.gewenst.length > 0) verder.add(VERDER.vaardigheden, cover(vaardigheden));
  if (v.taken.length > 0) verder.add(VERDER.taken, cover(taken));
  if (v.sector !== null) verder.add(VERDER.sector, cover(sector ? 1 : 0));
  const dekking = TELT.kring * cover(kring) + TELT.woorden * cover(shareOfWords(v.woorden, heeft)) + TELT.verder * Math.min(1, verder.dekking / VOLUIT);
  if (!meting.tekorten) return { dekking, reden: '', bewijs: [] };
  const can = (taak: VacatureKenmerken['taken'][number]) => !k.leeg && canDo(taak, k, heeft, gedaan);
  meting.taken = k.leeg ? { past: [], blijft: [] } : { past: v.taken.filter(can).map(({ naam }) => naam), blijft: v.taken.filter((taak) => !can(taak)).map(({ naam }) => naam) };
  const kan = [...v.vereist, ...v.gewenst].filter((term) => coverTerm(term, k, heeft) > 0).map(({ naam }) => naam);
  reportWerk(v, k, meting, { beroep: near, mist: [...v.vereist, ...(v.vaardighedenAfgeleid ? [] : v.gewenst)].filter((term) => coverTerm(term, k, heeft) === 0).map(({ naam }) => naam) });
  const bewijs = [
    near < 0.1 && sector ? `Kent de sector ${v.sector}` : describeBeroep(v, k, door, woorden), describeVerhaal(v, k, beeld, same ? 0 : rond, woorden),
    sharedKring(v.kring, k.kring, k.niveaus, 0) - rond >= OPVALLEND ? 'Zoekt of deed werk op een hoger niveau' : '',
    kan.length > 0 ? `Kan ${kan.slice(0, 4).join(', ')}` : '', meting.taken.past.length > 0 ? `${meting.taken.past.length} van ${v.taken.length} taken passen` : '',
  ].filter((text) => text !== '');
  return { dekking, reden: k.leeg ? 'Nog onbekend wat deze kandidaat wil en kan.' : bewijs.length > 0 ? `${bewijs.join('. ')}.` : 'Geen ervaring of wens in dit werk.', bewijs };
}

function reportWerk(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, { beroep, mist }: { beroep: number; mist: string[] }): void {
  if (k.profiel.wensberoepen.length + k.profiel.ervaring.length === 0) meting.onbekend?.push({ veld: 'werkervaring en wensen', vraag: 'Welk werk wil deze kandidaat doen, en wat heeft hij of zij al gedaan?' });
  else if (beroep < 0.4) meting.tekorten?.push({ soort: 'beroep', tekst: 'ervaring met dit werk', namen: [v.profiel.beroep ?? v.profiel.titel] });
  if (k.leeg) return;
  const { past, blijft } = meting.taken;
  if (mist.length > 0) meting.tekorten?.push({ soort: 'vaardigheid', tekst: mist.join(', '), namen: mist });
  if (blijft.length > 0 && past.length > 0) meting.tekorten?.push({ soort: 'taken', tekst: `${blijft.length} van ${v.taken.length} taken`, namen: blijft });
}

/** What makes the work somebody wants or did near: the place of an occupation of theirs, or one of these. */
const DOOR = { niets: -1, wensSector: -2, woorden: -3, naam: -4 } as const;

/** How near the work someone wants or did is to the work asked, 0–1, and by what. */
function nearestBeroep(v: VacatureKenmerken, k: KandidaatKenmerken, heeft: Uint8Array): { near: number; door: number } {
  // A name that only these two use is the same work, whatever it is.
  if (v.onbekend !== null && k.onbekend.includes(v.onbekend)) return { near: 1, door: DOOR.naam };
  let near = 0;
  let door: number = DOOR.niets;
  if (v.sector !== null && k.wensSectoren.has(v.sector)) { near = WENS_SECTOR; door = DOOR.wensSector; }
  for (let i = 0; i < k.beroepen.length; i++) {
    const own = k.beroepen[i]!;
    const share = v.nabij.hoe[own.nr]! * own.zekerheid;
    if (share > near) { near = share; door = i; }
  }
  // Words in common say less than an occupation in common; they count where the vocabulary knows no better.
  if (near < WOORDEN) {
    const words = WOORDEN * Math.max(shareOf(v.titelStammen, heeft), shareOf(v.beroepStammen, heeft));
    if (words > near) { near = words; door = DOOR.woorden; }
  }
  return { near, door };
}

/** The occupation asked that one of somebody is nearest to, which may be that one itself. */
function askedBy({ beroepen, nabij }: VacatureKenmerken, { nr }: { nr: number }): number {
  return beroepen[nabij.bij[nr]!]!.nr;
}

/** How much of what the vacature says comes back in somebody's own words, 0–1. */
function shareOfWords({ stammen, gewichten }: VacatureKenmerken['woorden'], heeft: Uint8Array): number {
  let share = 0;
  for (let i = 0; i < stammen.length; i++) if (heeft[stammen[i]!] === 1) share += gewichten[i]!;
  return Math.min(1, share);
}

/** What work a vacature has in common with what somebody tells, or else with what lies around that (`rond`, 0 where it goes without saying), by name. */
function describeVerhaal(v: VacatureKenmerken, k: KandidaatKenmerken, beeld: number, rond: number, woorden: Woordenboek): string {
  const shared = (how: string, of: Aandelen, image: Beeld) => {
    const names = sharedBeroepen(of, image, 2).map((nr) => woorden.beroepen[nr]!.naam);
    return names.length > 0 ? `${how} ${names.join(' of ')}` : '';
  };
  // The first of a row is the image of everything.
  if (beeld >= LIJKT) return shared('Vertelt over werk als', v.beeld, k.vertelt.subarray(0, MEEST.verhaal));
  return rond >= LIJKT ? shared('Noemt werk dicht bij', v.kring.rond, k.kring.subarray(0, MEEST.kring)) : '';
}

function describeBeroep(v: VacatureKenmerken, k: KandidaatKenmerken, door: number, woorden: Woordenboek): string {
  if (door === DOOR.niets) return '';
  if (door === DOOR.wensSector) return `Wil werken in de sector ${v.sector}`;
  if (door === DOOR.woorden) return 'Noemt dezelfde woorden als de vacature';
  if (door === DOOR.naam) return `Noemt hetzelfde werk: ${v.profiel.beroep ?? v.profiel.titel}`;
  const own = k.beroepen[door]!;
  const asked = woorden.beroepen[askedBy(v, own)]!;
  const same = own.nr === asked.nr;
  if (own.bron === 'wens') return same ? `Wil dit werk: ${own.naam}` : `Wil werk dat hierop lijkt: ${own.naam}`;
  const time = own.maanden ? `${own.maanden} maanden ` : '';
  return same ? `Deed dit werk: ${time}${own.naam}` : `Deed werk dat lijkt op ${asked.naam}: ${time}${own.naam}`;
}

/** What a skill that comes with work someone did counts beside one that is named. */
export const AFGELEID = 0.5;

/** How well one asked skill is covered: 1 named by the person, 0.6 by words, AFGELEID when it comes with work someone did. */
function coverTerm({ nr, stammen }: Term, k: KandidaatKenmerken, heeft: Uint8Array): number {
  if (nr >= 0 && k.vaardigheden.has(nr)) return 1;
  if (stammen.length > 0 && shareOf(stammen, heeft) === 1) return nr < 0 ? 1 : 0.6;
  return nr >= 0 && k.afgeleid.has(nr) ? AFGELEID : 0;
}

/** Share of the asked skills that someone has, a must counting twice; 0–1. */
function coverVaardigheden({ vereist, gewenst }: VacatureKenmerken, k: KandidaatKenmerken, heeft: Uint8Array): number {
  let got = 0;
  for (const term of vereist) got += 2 * coverTerm(term, k, heeft);
  for (const term of gewenst) got += coverTerm(term, k, heeft);
  const asked = 2 * vereist.length + gewenst.length;
  return asked > 0 ? got / asked : 0;
}

/** Whether someone did this very work, and so can do its everyday tasks. */
function didThis({ beroepen }: VacatureKenmerken, k: KandidaatKenmerken): boolean {
  for (const own of k.beroepen) if (own.bron === 'ervaring') for (const asked of beroepen) if (asked.nr === own.nr) return true;
  return false;
}

function canDo(taak: VacatureKenmerken['taken'][number], k: KandidaatKenmerken, heeft: Uint8Array, gedaan: boolean): boolean {
  return (gedaan && taak.gewoon) || isCovered(taak.stammen, heeft) || coverTerm(taak, k, heeft) > 0;
}

/** Share of the tasks that someone can do, 0–1. */
function coverTaken({ taken }: VacatureKenmerken, k: KandidaatKenmerken, heeft: Uint8Array, gedaan: boolean): number {
  if (k.leeg || taken.length === 0) return 0;
  let count = 0;
  for (const taak of taken) if (canDo(taak, k, heeft, gedaan)) count++;
  return count / taken.length;
}
