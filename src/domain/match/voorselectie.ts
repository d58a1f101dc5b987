/**
 * Stage 1 of the ranking: from everybody to the few hundred worth a full score. A rough guess over numbers in memory,
 * recall first: whoever the full score would put on top must be among them (measured in test/bench and test/golden).
 * It decides no order and gives no reason; scorePair does both. Pure.
 */
import { Lists } from '../../lists.ts';
import { DAGEN, DELEN, RIJBEWIJZEN } from '../kandidaat/kandidaat.ts';
import { EARTH_KM, onGlobe } from '../plaats/plaats.ts';
import type { Woordenboek } from '../woorden/woorden.ts';
import { reachOf } from './bereik.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { GEWICHTEN, NEUTRAAL } from './onderdeel.ts';
import { WieZegt } from './wiezegt.ts';

/** What a guess makes of one part of the work; see werk.ts for the real measure. */
const DEEL = { beroep: 0.5, vaardigheid: 0.3, taak: 0.2, woorden: 0.6, sector: 0.15, afgeleid: 0.7, tekst: 0.4 } as const;
const DAGDELEN = new Map(DAGEN.flatMap((dag) => DELEN.map((deel) => `${dag}-${deel}`)).map((naam, at) => [naam as string, at]));
const ONBEKEND = -1;

/** Rows of the best guesses, best first, and of those who drop out by hours or distance; with how many there are. */
export type Selectie = { rows: number[]; past: number; afgevallen: number[]; vallenAf: number };

export class Voorselectie {
  /** Occupations (number × 2, + 1 when the reading of the name is unsure), skills (number × 2, + 1 when derived). */
  private beroepen = new Lists();
  private vaardigheden = new Lists();
  private sectoren = new Lists();
  private stammen = new Lists();
  private readonly wieZegt = new WieZegt();
  private certificaten = new Lists();
  private getallen = new Float32Array(64 * VELDEN);
  private codes = new Map<string, number>();
  private used = 0;

  /** Adds or replaces a row. Rows are numbered by the caller, close together from 0. */
  put(row: number, k: KandidaatKenmerken): void {
    this.beroepen.set(row, k.beroepen.map(({ nr, zekerheid }) => nr * 2 + (zekerheid < 0.7 ? 1 : 0)));
    this.vaardigheden.set(row, [...[...k.vaardigheden].map((nr) => nr * 2), ...[...k.afgeleid].filter((nr) => !k.vaardigheden.has(nr)).map((nr) => nr * 2 + 1)]);
    this.sectoren.set(row, [...k.sectoren].map((naam) => this.codeOf(naam)));
    this.stammen.set(row, [...k.stammen].map((stam) => this.codeOf(stam)));
    this.wieZegt.change(row);
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
    const guess = this.guesser(v, woorden);
    const scores = new Float32Array(rows.length);
    let past = 0;
    for (let r = 0; r < rows.length; r++) { const score = guess(rows[r]!); scores[r] = score; if (score >= 0) past++; }
    return { rows: best(rows, scores, count, (score) => score >= 0), past, afgevallen: best(rows, scores, count, (score) => score < 0), vallenAf: rows.length - past };
  }

  /** A guess per row, 0–100; below zero for who drops out by hours or distance (minus what the work alone is worth). */
  private guesser(v: VacatureKenmerken, woorden: Woordenboek): (row: number) => number {
    const work = this.workGuesser(v, woorden);
    const rest = this.restGuesser(v);
    return (row) => {
      const value = rest(row);
      const werk = GEWICHTEN.werk * work(row);
      return value < 0 ? -101 + werk : werk + value;
    };
  }

  private workGuesser(v: VacatureKenmerken, woorden: Woordenboek): (row: number) => number {
    const beroep = new Float32Array(woorden.beroepen.length);
    for (const { nr, zekerheid } of v.beroepen) {
      const sure = Math.min(1, zekerheid + 0.3);
      beroep[nr] = Math.max(beroep[nr]!, sure);
      for (const [other, near] of woorden.verwant[nr]!) beroep[other] = Math.max(beroep[other]!, near * 0.85 * sure);
    }
    const stam = new Float32Array(this.codes.size);
    const weigh = (stammen: readonly string[], points: number) => { for (const each of stammen) { const code = this.codes.get(each); if (code !== undefined) stam[code]! += points / stammen.length; } };
    const vaardigheid = new Float32Array(woorden.vaardigheden.length);
    const asked = v.vereist.length * 2 + v.gewenst.length;
    for (const [terms, weight] of [[v.vereist, 2], [v.gewenst, 1]] as const) for (const term of terms) {
      const points = DEEL.vaardigheid * weight / asked;
      if (term.nr >= 0) vaardigheid[term.nr]! += points; else weigh(term.stammen, points);
    }
    for (const taak of v.taken) weigh(taak.stammen, DEEL.taak / v.taken.length);
    for (const { stam: word, gewicht } of v.woorden) { const code = this.codes.get(word); if (code !== undefined) stam[code]! += DEEL.tekst * gewicht; }
    const title = new Float32Array(this.codes.size);
    for (const stammen of [v.titelStammen, v.beroepStammen]) for (const each of stammen) { const code = this.codes.get(each); if (code !== undefined) title[code] = Math.max(title[code]!, DEEL.woorden / stammen.length); }
    const sector = v.sector === null ? undefined : this.codes.get(v.sector);
    const [saying, titles] = this.wieZegt.sums(this.stammen, this.used, [stam, title]) as [Float32Array, Float32Array];
    const work = this.beroepen.raw();
    const can = this.vaardigheden.raw();
    return (row) => {
      let own = 0;
      for (let i = work.at[row]!, end = i + work.sizes[row]!; i < end; i++) { const packed = work.pool[i]!; const near = beroep[packed >> 1]! * (packed & 1 ? 0.8 : 1); if (near > own) own = near; }
      let skills: number = saying[row]!;
      for (let i = can.at[row]!, end = i + can.sizes[row]!; i < end; i++) { const packed = can.pool[i]!; skills += vaardigheid[packed >> 1]! * (packed & 1 ? DEEL.afgeleid : 1); }
      if (titles[row]! > own) own = titles[row]!;
      if (own < DEEL.sector && sector !== undefined) for (let i = 0, n = this.sectoren.size(row); i < n; i++) if (this.sectoren.value(row, i) === sector) own = DEEL.sector;
      return DEEL.beroep * Math.min(1, own) + skills;
    };
  }

  /** Points for hours, parts of the week, distance and musts; below zero for who drops out. */
  private restGuesser({ profiel, certificatenVereist }: VacatureKenmerken): (row: number) => number {
    const { getallen } = this;
    const { urenMin, urenMax } = profiel;
    const [x, y, z] = profiel.punt ? onGlobe(profiel.punt) : [NaN, NaN, NaN];
    const days = dayMask(profiel.dagdelen);
    const dayCount = bits(days);
    const licences = licenceMask(profiel.rijbewijzen);
    const proofs = certificatenVereist.filter(({ nr }) => nr >= 0).map(({ nr }) => nr);
    return (row) => {
      const at = row * VELDEN;
      let hours: number = NEUTRAAL.tijd;
      if (urenMax > 0) {
        if (getallen[at + URENMAX]! < urenMin || getallen[at + URENMIN]! > urenMax) return -1;
        hours = NEUTRAAL.tijd + (1 - NEUTRAAL.tijd) * Math.min(1, getallen[at + URENMAX]! / urenMax);
      }
      const [dx, dy, dz] = [getallen[at + X]! - x, getallen[at + Y]! - y, getallen[at + Z]! - z];
      const chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
      let reach: number = NEUTRAAL.afstand;
      if (chord >= 0 && getallen[at + REIK]! >= 0) {
        const km = EARTH_KM * chord;
        const own = getallen[at + REIK]!;
        // A little wider than the rule itself: numbers here are rounded, and stage 2 decides.
        if (km > (own * 2 + 5) * 1.02) return -1;
        reach = km <= own ? 1 - 0.2 * Math.min(1, km / 50) : 0.45 * Math.max(0, 1 - (km - own) / (own + 5));
      }
      const known = getallen[at + DAGEN_BEKEND]! > 0;
      const parts = dayCount === 0 ? 1 : known ? bits(days & (getallen[at + DAGEN_LAAG]! | (getallen[at + DAGEN_HOOG]! << 14))) / dayCount : NEUTRAAL.tijd;
      const own = getallen[at + RIJBEWIJS]!;
      let musts = licences === 0 ? 1 : own === ONBEKEND ? NEUTRAAL.eis : (own & licences) === licences ? 1 : 0.2;
      if (proofs.length > 0) musts *= getallen[at + PAPIEREN]! > 0 ? 0.4 + 0.6 * this.share(row, proofs) : NEUTRAAL.eis + 0.2;
      return GEWICHTEN.tijd * (0.6 * hours + 0.4 * parts) + GEWICHTEN.bereikbaarheid * reach + GEWICHTEN.eisen * musts;
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

// Places of the numbers of one row.
const [URENMIN, URENMAX, X, Y, Z, REIK, DAGEN_LAAG, DAGEN_HOOG, DAGEN_BEKEND, RIJBEWIJS, PAPIEREN, VELDEN] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function numbersOf({ profiel }: KandidaatKenmerken): number[] {
  const days = dayMask(profiel.dagdelen);
  return [
    profiel.urenMin, profiel.urenMax, ...(profiel.punt ? onGlobe(profiel.punt) : [NaN, NaN, NaN]), reachOf(profiel) ?? ONBEKEND,
    // 28 bits in two numbers: a 32-bit float counts exactly to 24 bits only.
    days & 0x3fff, days >> 14, profiel.dagdelen === null ? 0 : 1,
    profiel.rijbewijzen === null ? ONBEKEND : licenceMask(profiel.rijbewijzen), profiel.certificaten === null ? 0 : 1,
  ];
}

function dayMask(dagdelen: readonly string[] | null): number {
  return (dagdelen ?? []).reduce((mask, deel) => mask | (1 << (DAGDELEN.get(deel) ?? 0)), 0);
}

function licenceMask(rijbewijzen: readonly (typeof RIJBEWIJZEN)[number][]): number {
  return rijbewijzen.reduce((mask, each) => mask | (1 << RIJBEWIJZEN.indexOf(each)), 0);
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The rows with the highest scores that count, best first; equal ones in the order they came. */
function best(rows: Int32Array, scores: Float32Array, count: number, counts: (score: number) => boolean): number[] {
  // Scores in steps of a twentieth: finding where to cut is one count, not a sort of everybody.
  const steps = new Uint32Array(4096);
  const step = (score: number) => Math.min(4095, Math.max(0, Math.floor((score + 101) * 20)));
  for (let r = 0; r < rows.length; r++) if (counts(scores[r]!)) steps[step(scores[r]!)]!++;
  let cut = steps.length - 1;
  for (let sum = steps[cut]!; cut > 0 && sum < count; sum += steps[--cut]!);
  const kept: { row: number; score: number }[] = [];
  for (let r = 0; r < rows.length; r++) if (counts(scores[r]!) && step(scores[r]!) >= cut) kept.push({ row: rows[r]!, score: scores[r]! });
  return kept.sort((a, b) => b.score - a.score).slice(0, count).map(({ row }) => row);
}
