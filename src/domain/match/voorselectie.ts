/**
 * Stage 1 of the ranking: from everybody to the few hundred worth a full score. A rough guess over numbers in memory,
 * recall first: whoever the full score would put on top must be among them (measured in test/bench and test/golden).
 * It decides no order and gives no reason; scorePair does both. Pure.
 */
import { Lists } from '../../lists.ts';
import { RIJBEWIJZEN } from '../kandidaat/kandidaat.ts';
import { EARTH_KM, onGlobe } from '../plaats/plaats.ts';
import { beroepOf, deelOf, type Beeld } from '../woorden/beelden.ts';
import { ZEKERHEID } from '../woorden/namen.ts';
import type { Woordenboek } from '../woorden/woorden.ts';
import { KRING_VOLUIT, type Aandelen } from './beeld.ts';
import { coverKm } from './bereik.ts';
import { HELFT, LAAG, countDagdelen } from './dagdelen.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { GEWICHTEN, NEUTRAAL } from './onderdeel.ts';
import { coverUren, weighTijd } from './tijd.ts';
import { AFGELEID, GENOEMD, TELT, VERDER, VOLUIT, WOORDEN } from './werk.ts';
import { WieHeeft } from './wieheeft.ts';

/** The image of somebody's story, and the circle around it: so many of their occupations, each with its share in so many steps. */
const BEELD = { verhaal: 12, kring: 12, stappen: 8 } as const;
const ONBEKEND = -1;
/** A smaller share of an image is not worth looking for. */
const GERING = 0.03;

/** Rows of the best guesses, best first, and of those who drop out by hours or distance; with how many there are. */
export type Selectie = { rows: number[]; past: number; afgevallen: number[]; vallenAf: number };

export class Voorselectie {
  /** Occupations (number × 2, + 1 when the reading of the name is unsure), skills (number × 2, + 1 when derived). */
  private readonly beroepen = new WieHeeft();
  private readonly vaardigheden = new WieHeeft();
  /** Sectors by their code, stems by their number. */
  private readonly sectoren = new WieHeeft();
  private readonly stammen = new WieHeeft();
  /** What somebody's story calls up, and what lies around it: occupation × the steps + the step of its share. */
  private readonly verhalen = new WieHeeft();
  private readonly kringen = new WieHeeft();
  private readonly certificaten = new Lists();
  private getallen = new Float32Array(64 * VELDEN);
  private codes = new Map<string, number>();
  private used = 0;

  /** Adds or replaces a row. Rows are numbered by the caller, close together from 0. */
  put(row: number, k: KandidaatKenmerken): void {
    this.beroepen.set(row, k.beroepen.map(({ nr, zekerheid }) => nr * 2 + (zekerheid < 0.7 ? 1 : 0)));
    this.vaardigheden.set(row, [...[...k.vaardigheden].map((nr) => nr * 2), ...[...k.afgeleid].filter((nr) => !k.vaardigheden.has(nr)).map((nr) => nr * 2 + 1)]);
    this.sectoren.set(row, [...k.sectoren].map((naam) => this.codeOf(naam)));
    this.stammen.set(row, k.stammen);
    this.verhalen.set(row, inSteps(k.vertelt, BEELD.verhaal));
    this.kringen.set(row, inSteps(k.kring, BEELD.kring));
    this.certificaten.set(row, k.certificaten ? [...k.certificaten].filter((nr) => nr >= 0) : []);
    this.used = Math.max(this.used, row + 1);
    if (this.used * VELDEN > this.getallen.length) {
      const getallen = new Float32Array(this.used * 2 * VELDEN);
      getallen.set(this.getallen);
      this.getallen = getallen;
    }
    this.getallen.set(numbersOf(k), row * VELDEN);
  }

  /**
   * @param rows who may be proposed
   * @param count how many to keep, of both kinds
   */
  select(v: VacatureKenmerken, rows: Int32Array, count: number, woorden: Woordenboek): Selectie {
    const work = this.guessWork(v, woorden);
    const rest = this.restGuesser(v);
    // Points of who may get through; of who drops out, by hours or distance, what the work alone is worth.
    const past = new Points(rows.length);
    const uit = new Points(rows.length);
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r]!;
      const value = rest(row);
      const points = GEWICHTEN.werk * work[row]!;
      if (value < 0) uit.add(row, points);
      else past.add(row, points + value);
    }
    return { rows: past.best(count), past: past.size, afgevallen: uit.best(count), vallenAf: uit.size };
  }

  /** What the work is worth for every row, 0–1: as werk.ts has it, in which each word and thing adds its own part. */
  private guessWork(v: VacatureKenmerken, woorden: Woordenboek): Float32Array {
    const beroep = Float32Array.from({ length: woorden.beroepen.length * 2 }, (_, packed) => v.nabij.hoe[packed >> 1]! * (packed & 1 ? ZEKERHEID.woorden : 1));
    const worth = (of: Aandelen, telt: number) => Float32Array.from({ length: woorden.beroepen.length * BEELD.stappen }, (_, packed) => {
      const share = of.share(Math.floor(packed / BEELD.stappen));
      return share < GERING ? 0 : telt * share * (packed % BEELD.stappen + 0.5) / BEELD.stappen;
    });
    const { nummers } = woorden;
    const numbers = v.lijst.stammen.map((each) => nummers.find(each));
    const stam = new Float32Array(nummers.size);
    const weigh = (places: readonly number[], points: number) => { for (const place of places) { const nr = numbers[place]; if (nr !== undefined) stam[nr]! += points / places.length; } };
    const vaardigheid = new Float32Array(woorden.vaardigheden.length * 2);
    const asked = v.vereist.length * 2 + v.gewenst.length;
    for (const [terms, weight] of [[v.vereist, 2], [v.gewenst, 1]] as const) for (const term of terms) {
      const points = VERDER.vaardigheden * weight / asked;
      if (term.nr >= 0) { vaardigheid[term.nr * 2]! += points; vaardigheid[term.nr * 2 + 1]! += points * AFGELEID; }
      else weigh(term.stammen, points);
    }
    for (const taak of v.taken) weigh(taak.stammen, VERDER.taken / v.taken.length);
    const woord = new Float32Array(nummers.size);
    for (const [i, place] of v.woorden.stammen.entries()) { const nr = numbers[place]; if (nr !== undefined) woord[nr]! += v.woorden.gewichten[i]!; }
    const title = new Float32Array(nummers.size);
    for (const places of [v.titelStammen, v.beroepStammen]) for (const place of places) { const nr = numbers[place]; if (nr !== undefined) title[nr] = Math.max(title[nr]!, WOORDEN / places.length); }
    const sector = new Float32Array(this.codes.size);
    const known = v.sector === null ? undefined : this.codes.get(v.sector);
    if (known !== undefined) sector[known] = VERDER.sector;
    const { used } = this;
    const [does, titles, lies] = [this.beroepen.highest(used, beroep), this.stammen.sum(used, title), this.kringen.sum(used, worth(v.kring.rond, 1 / KRING_VOLUIT))];
    const [tells, knows, can, taken, says] = [this.verhalen.sum(used, worth(v.beeld, VERDER.beeld)), this.sectoren.highest(used, sector), this.vaardigheden.sum(used, vaardigheid), this.stammen.sum(used, stam), this.stammen.sum(used, woord)];
    const full = VOLUIT * (VERDER.beeld + (asked > 0 ? VERDER.vaardigheden : 0) + (v.taken.length > 0 ? VERDER.taken : 0) + (v.sector === null ? 0 : VERDER.sector));
    for (let row = 0; row < used; row++) {
      const near = Math.max(does[row]!, titles[row]!);
      const kring = 1 - (1 - Math.min(1, lies[row]!)) * (1 - GENOEMD * near);
      says[row] = TELT.kring * kring + TELT.woorden * Math.min(1, says[row]!) + TELT.verder * Math.min(1, (tells[row]! + knows[row]! + can[row]! + taken[row]!) / full);
    }
    return says;
  }

  /** Points for hours, parts of the week, distance and musts; below zero for who drops out. */
  private restGuesser({ profiel, dagdelen, certificatenVereist }: VacatureKenmerken): (row: number) => number {
    const { getallen } = this;
    const { urenMin, urenMax } = profiel;
    const [x, y, z] = profiel.punt ? onGlobe(profiel.punt) : [NaN, NaN, NaN];
    const dayCount = countDagdelen(dagdelen);
    const licences = licenceMask(profiel.rijbewijzen);
    const proofs = certificatenVereist.filter(({ nr }) => nr >= 0).map(({ nr }) => nr);
    return (row) => {
      const at = row * VELDEN;
      let hours: number = NEUTRAAL.tijd;
      if (urenMax > 0) {
        hours = coverUren(urenMin, urenMax, getallen[at + URENMIN]!, getallen[at + URENMAX]!);
        if (hours < 0) return -1;
      }
      const dx = getallen[at + X]! - x;
      const dy = getallen[at + Y]! - y;
      const dz = getallen[at + Z]! - z;
      const km = EARTH_KM * Math.sqrt(dx * dx + dy * dy + dz * dz);
      const reaches = getallen[at + REIK]!;
      let reach: number = NEUTRAAL.afstand;
      if (km >= 0 && reaches >= 0) {
        // A little wider than the rule itself: numbers here are rounded, and stage 2 decides.
        if (km > (reaches * 2 + 5) * 1.02) return -1;
        reach = coverKm(km, reaches);
      }
      const parts = dayCount === 0 ? 1 : getallen[at + DAGEN_BEKEND]! > 0 ? countDagdelen(dagdelen & (getallen[at + DAGEN_LAAG]! | (getallen[at + DAGEN_HOOG]! << HELFT))) / dayCount : NEUTRAAL.tijd;
      const own = getallen[at + RIJBEWIJS]!;
      let musts = licences === 0 ? 1 : own === ONBEKEND ? NEUTRAAL.eis : (own & licences) === licences ? 1 : 0.2;
      if (proofs.length > 0) musts *= getallen[at + PAPIEREN]! > 0 ? 0.4 + 0.6 * this.share(row, proofs) : NEUTRAAL.eis + 0.2;
      return GEWICHTEN.tijd * weighTijd(hours, parts, parts, urenMin, getallen[at + URENMAX]!) + GEWICHTEN.bereikbaarheid * reach + GEWICHTEN.eisen * musts;
    };
  }

  private share(row: number, proofs: readonly number[]): number {
    let has = 0;
    for (let i = 0, n = this.certificaten.size(row); i < n; i++) if (proofs.includes(this.certificaten.value(row, i))) has++;
    return has / proofs.length;
  }

  private codeOf(word: string): number {
    let code = this.codes.get(word);
    if (code === undefined) { code = this.codes.size; this.codes.set(word, code); }
    return code;
  }
}

/** The occupations with the largest share in whichever of a row of images, with the step of their share. */
function inSteps(row: Beeld, meest: number): number[] {
  const most = new Map<number, number>();
  for (const part of row) if (deelOf(part) > (most.get(beroepOf(part)) ?? 0)) most.set(beroepOf(part), deelOf(part));
  return [...most].sort((a, b) => b[1] - a[1]).slice(0, meest).map(([nr, share]) => nr * BEELD.stappen + Math.min(BEELD.stappen - 1, Math.floor(share * BEELD.stappen)));
}

// Places of the numbers of one row.
const [URENMIN, URENMAX, X, Y, Z, REIK, DAGEN_LAAG, DAGEN_HOOG, DAGEN_BEKEND, RIJBEWIJS, PAPIEREN, VELDEN] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function numbersOf({ profiel, dagdelen, reikKm }: KandidaatKenmerken): number[] {
  return [
    profiel.urenMin, profiel.urenMax, ...(profiel.punt ? onGlobe(profiel.punt) : [NaN, NaN, NaN]), reikKm ?? ONBEKEND,
    // 28 bits in two numbers: a 32-bit float counts exactly to 24 bits only.
    dagdelen & LAAG, dagdelen >> HELFT, profiel.dagdelen === null ? 0 : 1,
    profiel.rijbewijzen === null ? ONBEKEND : licenceMask(profiel.rijbewijzen), profiel.certificaten === null ? 0 : 1,
  ];
}

function licenceMask(rijbewijzen: readonly (typeof RIJBEWIJZEN)[number][]): number {
  return rijbewijzen.reduce((mask, each) => mask | (1 << RIJBEWIJZEN.indexOf(each)), 0);
}

/** Points of rows, to take the best of. Counted in steps of a twentieth: finding where to cut is no sort of everybody. */
class Points {
  size = 0;
  private readonly rows: Int32Array;
  private readonly points: Float32Array;
  private readonly steps = new Uint32Array(4096);

  constructor(room: number) {
    this.rows = new Int32Array(room);
    this.points = new Float32Array(room);
  }

  /** @param points from 0 to about 150 */
  add(row: number, points: number): void {
    this.rows[this.size] = row;
    this.points[this.size++] = points;
    this.steps[Math.min(4095, (points * 20) | 0)]!++;
  }

  /** The rows with most points, best first; equal ones in the order they came. */
  best(count: number): number[] {
    let cut = this.steps.length - 1;
    for (let sum = this.steps[cut]!; cut > 0 && sum < count; sum += this.steps[--cut]!);
    const kept: { row: number; points: number }[] = [];
    for (let r = 0; r < this.size; r++) if (this.points[r]! * 20 >= cut) kept.push({ row: this.rows[r]!, points: this.points[r]! });
    return kept.sort((a, b) => b.points - a.points).slice(0, count).map(({ row }) => row);
  }
}
