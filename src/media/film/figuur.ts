/** A drawn person from head to foot: a friendly figure that can walk, reach, wave and look to a side. Pure. */
import { HAARKLEUR, HUID, type Huid } from '../portret.ts';
import { blok, lijn, n, ovaal, rondje, schaduw, vlak } from './doek.ts';

export type Dracht = 'hoofddoek' | 'knot' | 'kort' | 'krullen' | 'bob' | 'pet' | 'grijs kort';

/** Angles are degrees from hanging down; positive goes to the right of the picture. */
export interface Houding {
  huid: Huid;
  dracht: Dracht;
  haar?: keyof typeof HAARKLEUR;
  trui: string;
  broek: string;
  schoen: string;
  doek?: string;
  schort?: string;
  /** Upper arm and forearm, left and right in the picture. */
  linkerarm?: readonly [number, number];
  rechterarm?: readonly [number, number];
  /** -1 … 1: where the legs are in a step. */
  stap?: number;
  /** -1 … 1: looks to the left or to the right. */
  kijk?: number;
  /** What the right hand holds, drawn around the hand. */
  inRechterhand?: string;
}

const BEEN = 78;
const ARM = 56;
const rad = (graden: number) => (graden * Math.PI) / 180;

/** Feet at 0,0; about 330 units high. */
export function figuur(houding: Houding): string {
  const { huid, trui, broek, schoen, stap = 0, kijk = 0, schort } = houding;
  const tint = HUID[huid];
  const heup = -152;
  const schouder = -256;
  const been = (kant: number, hoek: number) => {
    const x = kant * 17;
    const knie = [x + Math.sin(rad(hoek)) * BEEN, heup + Math.cos(rad(hoek)) * BEEN] as const;
    const onder = hoek > 0 ? hoek * 0.2 : hoek * 1.5;
    const voet = [knie[0] + Math.sin(rad(onder)) * BEEN, knie[1] + Math.cos(rad(onder)) * BEEN * 0.94] as const;
    return lijn(`M${n(x)} ${heup}L${n(knie[0])} ${n(knie[1])}L${n(voet[0])} ${n(voet[1] - 14)}`, broek, 33)
      + vlak(`M${n(voet[0] - 16)} ${n(voet[1] + 2)}q0 -16 14 -16h10q20 4 24 16q0 6 -6 6h-36q-6 0 -6 -6Z`, schoen);
  };
  const romp = vlak(`M-44 ${schouder + 12}Q-40 ${schouder - 6} -14 ${schouder - 8}H14Q40 ${schouder - 6} 44 ${schouder + 12}L40 ${heup + 8}Q0 ${heup + 22} -40 ${heup + 8}Z`, trui)
    + vlak(`M18 ${schouder - 7}Q40 ${schouder - 4} 44 ${schouder + 12}L40 ${heup + 8}Q30 ${heup + 14} 18 ${heup + 16}Z`, '#17233b', 0.1)
    + (schort ? vlak(`M-24 ${schouder + 26}H24L34 ${heup + 46}Q0 ${heup + 58} -34 ${heup + 46}Z`, schort) + lijn(`M-24 ${schouder + 26}L-16 ${schouder - 6}M24 ${schouder + 26}L16 ${schouder - 6}`, schort, 6) : '');
  return schaduw(4, 6, 58)
    + been(-1, stap * -26) + been(1, stap * 26)
    + arm(-1, houding.linkerarm ?? [-12 + stap * 22, 6 + stap * 22], trui, tint.basis, schouder)
    + vlak(`M-13 ${schouder - 30}H13V${schouder - 2}Q0 ${schouder + 10} -13 ${schouder - 2}Z`, tint.schaduw)
    + romp
    + hoofd(houding, schouder - 56, kijk * 7)
    + arm(1, houding.rechterarm ?? [12 - stap * 22, -6 - stap * 22], trui, tint.basis, schouder, houding.inRechterhand);
}

function arm(kant: number, [boven, onder]: readonly [number, number], mouw: string, huid: string, schouder: number, vast = ''): string {
  const x = kant * 37;
  const y = schouder + 14;
  const elleboog = [x + Math.sin(rad(boven)) * ARM, y + Math.cos(rad(boven)) * ARM] as const;
  const hand = [elleboog[0] + Math.sin(rad(onder)) * ARM, elleboog[1] + Math.cos(rad(onder)) * ARM] as const;
  const pols = [tussenpunt(elleboog[0], hand[0]), tussenpunt(elleboog[1], hand[1])] as const;
  return (vast ? `<g transform="translate(${n(hand[0])} ${n(hand[1])})">${vast}</g>` : '')
    + lijn(`M${n(pols[0])} ${n(pols[1])}L${n(hand[0])} ${n(hand[1])}`, huid, 17) + rondje(hand[0], hand[1], 12, huid)
    + lijn(`M${n(x)} ${n(y)}L${n(elleboog[0])} ${n(elleboog[1])}L${n(pols[0])} ${n(pols[1])}`, mouw, 25);
}

const tussenpunt = (van: number, tot: number) => van + (tot - van) * 0.72;

function hoofd({ huid, dracht, haar = 'zwart', doek = '#0c6670' }: Houding, y: number, kijk: number): string {
  const tint = HUID[huid];
  const kleur = HAARKLEUR[haar]!;
  const gezicht = ovaal(0, y, 27, 32, tint.basis)
    + vlak(`M10 ${y - 30}Q27 ${y - 22} 27 ${y}Q27 ${y + 24} 6 ${y + 31}Q20 ${y + 12} 18 ${y - 8}Z`, tint.schaduw, 0.4)
    + rondje(kijk - 10, y - 1, 3.2, '#1d1614') + rondje(kijk + 10, y - 1, 3.2, '#1d1614')
    + lijn(`M${n(kijk - 15)} ${y - 10}q5 -4 10 -1M${n(kijk + 5)} ${y - 11}q5 -3 10 1`, kleur, 2.6)
    + lijn(`M${n(kijk)} ${y + 1}q4 6 -1 8`, tint.schaduw, 2.4)
    + lijn(`M${n(kijk - 8)} ${y + 15}q8 8 16 0`, tint.lip, 3);
  const oren = rondje(-27, y + 2, 6, tint.basis) + rondje(27, y + 2, 6, tint.basis);
  const kap = vlak(`M-28 ${y - 4}Q-30 ${y - 38} 0 ${y - 38}Q30 ${y - 38} 28 ${y - 4}Q22 ${y - 20} 6 ${y - 22}Q-18 ${y - 22} -28 ${y - 4}Z`, kleur);
  switch (dracht) {
    case 'hoofddoek':
      return vlak(`M-30 ${y + 26}Q-46 ${y + 52} -40 ${y + 70}Q0 ${y + 92} 40 ${y + 70}Q46 ${y + 52} 30 ${y + 26}Z`, doek)
        + ovaal(0, y - 2, 35, 40, doek) + ovaal(0, y + 2, 24, 29, tint.basis) + gezicht.replace(/^<ellipse[^>]*>/, '')
        + lijn(`M-24 ${y - 8}Q-20 ${y - 26} 0 ${y - 28}Q20 ${y - 26} 24 ${y - 8}`, '#084b53', 4) + lijn(`M26 ${y + 24}Q10 ${y + 54} -22 ${y + 66}`, '#084b53', 3, ' opacity=".6"');
    case 'knot':
      return rondje(0, y - 42, 15, kleur) + oren + gezicht + kap;
    case 'krullen':
      return [-24, -12, 2, 15, 25].map((x, i) => rondje(x, y - 26 + Math.abs(x) / 3, 14 + (i % 2), kleur)).join('') + oren + gezicht + kap;
    case 'bob':
      return vlak(`M-34 ${y + 24}Q-40 ${y - 42} 0 ${y - 42}Q40 ${y - 42} 34 ${y + 24}Q24 ${y + 30} 20 ${y + 22}H-20Q-24 ${y + 30} -34 ${y + 24}Z`, kleur) + gezicht + kap;
    case 'pet':
      return oren + gezicht + vlak(`M-29 ${y - 12}Q-30 ${y - 42} 0 ${y - 42}Q30 ${y - 42} 29 ${y - 12}Z`, doek) + blok(-30 + kijk * 1.6, y - 17, 60, 9, '#263752', 4);
    default:
      return oren + gezicht + kap;
  }
}
