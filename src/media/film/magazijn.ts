/** What is found in a warehouse: racks, boxes, bottles, the floor plan with its aisles, shoes. Pure. */
import { BREED, HOOG, KLEUR, blok, lijn, n, ovaal, plaats, reeks, rondje, schaduw, vlak, type Zetter } from './doek.ts';

/** Where walls meet the floor. */
export const VLOER = 400;

/** Wall and floor. */
export function hal(): string {
  return blok(0, 0, BREED, HOOG, KLEUR.steen) + blok(0, VLOER - 20, BREED, HOOG, KLEUR.steenDonker) + blok(0, VLOER - 20, BREED, 5, '#cdbfa8');
}

/** A closed box with tape and a label; it stands on y. */
export function doos(x: number, y: number, b: number, h: number, tint: string = KLEUR.karton): string {
  return blok(x, y - h, b, h, tint, 4) + blok(x + b * 0.42, y - h, b * 0.16, h * 0.34, KLEUR.kartonDonker) + blok(x + b * 0.62, y - h * 0.3, b * 0.26, h * 0.16, KLEUR.wit, 2);
}

const LADING = [KLEUR.karton, '#e6c9a4', KLEUR.tealLicht, KLEUR.karton, KLEUR.abrikoos, '#e6c9a4', '#b9c9b0'] as const;

/** A rack of shelves from y up to the floor, filled with boxes; the numbers decide which. */
export function stelling(x: number, breed: number, seed: number, planken = 3): string {
  const top = VLOER - planken * 112;
  let uit = '';
  for (const rij of reeks(planken)) {
    const y = top + (rij + 1) * 112 - 10;
    let plek = x + 14;
    for (let i = 0; plek < x + breed - 60; i++) {
      const soort = (seed * 3 + rij * 5 + i * 3) % 7;
      const b = 44 + ((soort * 13) % 26);
      uit += doos(plek, y, b, 44 + ((soort * 17 + rij * 9) % 34), LADING[soort]);
      plek += b + 8 + (soort % 3) * 7;
    }
    uit += blok(x, y, breed, 10, KLEUR.teal);
  }
  const poten = [x, x + breed - 10].map((px) => blok(px, top - 14, 10, VLOER - top + 18, KLEUR.tealDonker)).join('');
  return uit + poten;
}

/** The sign of an aisle, hanging from above. */
export function gangbord(x: number, y: number, tekst: string, zet: Zetter, kleur: string = KLEUR.teal): string {
  return lijn(`M${x - 34} 0V${y}M${x + 34} 0V${y}`, KLEUR.grijs, 4) + blok(x - 58, y, 116, 66, kleur, 12) + zet(tekst, { x, y: y + 49, maat: 46, kleur: KLEUR.wit, vet: true, midden: true });
}

/** A bottle of cleaner that holds so many litres; it stands on x, y. */
export function fles(x: number, y: number, hoogte: number, tekst: string, zet: Zetter): string {
  const b = hoogte * 0.5;
  return schaduw(x, y, b * 0.75)
    + blok(x - b * 0.16, y - hoogte * 1.02, b * 0.32, hoogte * 0.16, KLEUR.tealDonker, 4)
    + vlak(`M${n(x - b / 2)} ${n(y - 8)}V${n(y - hoogte * 0.66)}Q${n(x - b / 2)} ${n(y - hoogte * 0.88)} ${n(x - b * 0.16)} ${n(y - hoogte * 0.9)}H${n(x + b * 0.16)}Q${n(x + b / 2)} ${n(y - hoogte * 0.88)} ${n(x + b / 2)} ${n(y - hoogte * 0.66)}V${n(y - 8)}Q${n(x + b / 2)} ${n(y)} ${n(x + b / 2 - 8)} ${n(y)}H${n(x - b / 2 + 8)}Q${n(x - b / 2)} ${n(y)} ${n(x - b / 2)} ${n(y - 8)}Z`, '#7fb6a8')
    + blok(x - b / 2, y - hoogte * 0.58, b, hoogte * 0.36, KLEUR.papier)
    + zet(tekst, { x, y: y - hoogte * 0.34, maat: hoogte * 0.16, kleur: KLEUR.inkt, vet: true, midden: true });
}

/** A pallet whose top is y. */
export function pallet(x: number, y: number, breed: number): string {
  return blok(x, y - 12, breed, 12, KLEUR.hout, 2) + [0, 0.44, 0.88].map((deel) => blok(x + breed * deel, y, breed * 0.12, 16, KLEUR.houtDonker)).join('') + blok(x, y + 14, breed, 8, KLEUR.hout, 2);
}

/** One work shoe seen from the side, heel at x, sole on y, toe to the right. */
export function schoen(x: number, y: number, schaal: number, gedragen: boolean): string {
  const leer = KLEUR.abrikoos;
  return plaats(schaduw(78, 4, 92)
    + vlak('M6 -96H66Q70 -64 96 -56L140 -44Q164 -36 164 -10H0Q4 -52 6 -96Z', leer)
    + vlak('M6 -96H66L67 -82H6Z', KLEUR.abrikoosDonker)
    + vlak('M122 -48L140 -44Q164 -36 164 -10H124Q118 -30 122 -48Z', KLEUR.abrikoosDonker)
    + blok(-4, -14, 172, 16, KLEUR.inkt, 7)
    + lijn('M62 -80l22 -6M68 -66l22 -8M82 -58l18 -10', KLEUR.papier, 5)
    + (gedragen ? lijn('M100 -52q4 16 -2 36M88 -54q4 18 -2 38M20 -70q10 4 22 2', '#b56b31', 3) + ovaal(150, -20, 8, 4, '#8b6b4a', 0.5) : rondje(148, -32, 4, '#fbe3cb')), { x, y, schaal });
}

/** Where an aisle of the plan is; number 1 is at the left. */
const GANGEN = 22;
const gangX = (nummer: number): number => 152 + (nummer - 1) * 42;
const PLAN = { boven: 96, onder: 356 } as const;

/** The warehouse from above: racks with an aisle between each two, the lockers at the right. */
export function plattegrond(zet: Zetter): string {
  const rekken = reeks(GANGEN + 1).map((i) => blok(gangX(i) + 14, PLAN.boven + 22, 14, PLAN.onder - PLAN.boven - 44, KLEUR.hout, 3)).join('');
  const nummers = [1, 9, 14, 22].map((gang) => zet(String(gang), { x: gangX(gang), y: 68, maat: 34, kleur: KLEUR.inkt, vet: true, midden: true })).join('');
  return blok(0, 0, BREED, HOOG, '#f1ead9') + blok(84, 24, 1032, 392, KLEUR.wit, 18) + `<rect x="84" y="24" width="1032" height="392" rx="18" fill="none" stroke="${KLEUR.houtDonker}" stroke-width="6"/>` + rekken + nummers
    + blok(1062, 334, 42, 66, KLEUR.tealLicht, 5) + blok(1065, 337, 17, 60, KLEUR.teal, 3) + blok(1085, 337, 17, 60, KLEUR.teal, 3);
}

/** A route through the plan, drawn as far as it has been walked. */
export function route(gangen: readonly number[], deel: number, kleur: string): string {
  const punten: [number, number][] = [];
  for (const [i, gang] of gangen.entries()) {
    const op = i % 2 === 0;
    punten.push([gangX(gang), op ? PLAN.onder : PLAN.boven], [gangX(gang), op ? PLAN.boven : PLAN.onder]);
  }
  const stukken = punten.slice(1).map(([x, y], i) => Math.hypot(x - punten[i]![0], y - punten[i]![1]));
  let rest = deel * stukken.reduce((som, lengte) => som + lengte, 0);
  const [begin] = punten;
  let d = `M${begin![0]} ${begin![1]}`;
  let hier = begin!;
  for (const [i, lengte] of stukken.entries()) {
    if (rest <= 0) break;
    const af = Math.min(1, rest / lengte);
    hier = [punten[i]![0] + (punten[i + 1]![0] - punten[i]![0]) * af, punten[i]![1] + (punten[i + 1]![1] - punten[i]![1]) * af];
    d += `L${n(hier[0])} ${n(hier[1])}`;
    rest -= lengte;
  }
  return lijn(d, kleur, 9) + rondje(hier[0], hier[1], 17, KLEUR.wit) + rondje(hier[0], hier[1], 13, kleur);
}
