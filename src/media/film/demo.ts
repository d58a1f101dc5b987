/** Three small films for the demo region: a drawn person greets, packs boxes, pots plants. Without sound. Pure. */
import { BREED, HOOG, KLEUR, blok, lijn, n, ovaal, plaats, reeks, rondje, tussen, vlak, voortgang, wieg, type Tafereel } from './doek.ts';
import { figuur, type Houding } from './figuur.ts';
import { VLOER, doos, hal, stelling } from './magazijn.ts';

const GROETER: Houding = { huid: 2, dracht: 'bob', haar: 'bruin', trui: '#0c6670', broek: '#34496a', schoen: KLEUR.wit };
const INPAKKER: Houding = { huid: 6, dracht: 'kort', haar: 'zwart', trui: '#cf9b45', broek: '#34496a', schoen: '#25201f' };
const KWEKER: Houding = { huid: 3, dracht: 'pet', haar: 'bruin', doek: '#6c7d4c', trui: '#b1593f', broek: '#48515a', schoen: '#3b2a22', schort: '#6c7d4c' };

const boom = (x: number, y: number, maat: number, t: number) => blok(x - 9, y - maat, 18, maat, KLEUR.houtDonker, 6) + plaats(rondje(0, -30, maat * 0.55, KLEUR.groen) + rondje(-maat * 0.4, 0, maat * 0.42, KLEUR.groen) + rondje(maat * 0.4, 4, maat * 0.44, KLEUR.groenDonker), { x, y: y - maat, draai: wieg(t, 4) * 1.5 });

const straat = (t: number) => blok(0, 0, BREED, HOOG, KLEUR.lucht) + ovaal(tussen(200, 260, t / 8), 90, 90, 26, KLEUR.wit, 0.8) + ovaal(tussen(900, 960, t / 8), 60, 110, 28, KLEUR.wit, 0.8)
  + blok(0, VLOER, BREED, 90, '#d9d2c3') + blok(120, 110, 420, 292, KLEUR.abrikoosTint) + vlak('M90 120L330 10L570 120Z', KLEUR.rood) + blok(180, 170, 110, 100, KLEUR.wit, 6) + blok(190, 180, 42, 80, KLEUR.tealLicht) + blok(238, 180, 42, 80, KLEUR.tealLicht) + blok(370, 200, 110, 202, KLEUR.teal, 8) + rondje(462, 304, 8, KLEUR.abrikoos)
  + boom(1020, VLOER + 4, 150, t) + boom(840, VLOER - 4, 100, t + 1);

const zwaaien: Tafereel = {
  teken: (t) => {
    const komt = voortgang(t, 0, 1.6);
    const zwaait = voortgang(t, 1.6, 2.1) - voortgang(t, 6.6, 7.2);
    return straat(t) + plaats(figuur({ ...GROETER, stap: komt < 1 ? wieg(t, 1.1) * 0.8 : 0, rechterarm: [tussen(12, 112, zwaait), tussen(-6, 172 + wieg(t, 0.9) * 22, zwaait)] }), { x: tussen(470, 650, komt), y: VLOER + 56, schaal: 1.16 });
  },
};

const werktafel = (x: number, breed: number) => blok(x, 316, breed, 18, KLEUR.hout, 6) + blok(x + 24, 334, 18, 120, KLEUR.houtDonker) + blok(x + breed - 42, 334, 18, 120, KLEUR.houtDonker);

const inpakken: Tafereel = {
  teken: (t) => {
    const ronde = t % 2.6;
    const pakt = voortgang(ronde, 0.2, 1) - voortgang(ronde, 1.4, 2.2);
    const klaar = Math.floor(t / 2.6);
    return hal() + stelling(40, 260, 2) + stelling(900, 260, 5)
      + plaats(figuur({ ...INPAKKER, kijk: pakt > 0.5 ? 1 : -0.4, linkerarm: [-24, 30], rechterarm: [tussen(24, 70, pakt), tussen(-30, 74, pakt)], inRechterhand: pakt > 0.3 && ronde > 0.9 ? doos(-22, 12, 44, 38, KLEUR.tealLicht) : '' }), { x: 560, y: VLOER + 50, schaal: 1.16 })
      + werktafel(330, 560) + doos(470, 316, 150, 96) + (pakt < 0.4 && ronde < 1 ? '' : vlak('M470 220l-26 -28h66l20 28ZM620 220l26 -28h-66l-20 28Z', KLEUR.kartonDonker))
      + reeks(3).map((i) => (i < 3 - klaar ? doos(720 + i * 52, 316, 44, 38, KLEUR.tealLicht) : '')).join('') + reeks(klaar).map((i) => doos(350, 316 - i * 72, 92, 68)).join('');
  },
};

const pot = (x: number, y: number) => vlak(`M${n(x - 38)} ${n(y - 58)}H${n(x + 38)}L${n(x + 28)} ${n(y)}H${n(x - 28)}Z`, '#b1593f') + blok(x - 43, y - 64, 86, 15, '#c67359', 5);
const blad = (groei: number) => [-46, -18, 14, 44].map((hoek, i) => plaats(vlak('M0 0Q-20 -34 0 -74Q20 -34 0 0Z', i % 2 ? KLEUR.groenDonker : KLEUR.groen), { draai: hoek, schaal: groei })).join('') + (groei > 0.8 ? rondje(0, -66 * groei, 13, KLEUR.abrikoos) + rondje(0, -66 * groei, 6, KLEUR.dooier) : '');

const planten: Tafereel = {
  teken: (t) => {
    const giet = voortgang(t, 1.2, 2) - voortgang(t, 6.4, 7);
    const kas = reeks(7).map((i) => blok(i * 200 - 4, 0, 8, VLOER, KLEUR.wit)).join('') + blok(0, 120, BREED, 8, KLEUR.wit);
    const gieter = plaats(vlak('M-40 -8H40L34 62H-34Z', KLEUR.teal) + lijn('M38 44L92 -6', KLEUR.teal, 13) + blok(78, -22, 34, 15, KLEUR.tealDonker, 6) + lijn('M-36 0Q0 -56 34 0', KLEUR.tealDonker, 9), { draai: tussen(0, 24, giet), y: 2 });
    const druppels = giet > 0.8 ? reeks(6).map((i) => { const valt = (t * 1.3 + i / 6) % 1; return ovaal(758 + (i % 3) * 13 + valt * 10, 236 + valt * 66, 4, 8, '#5b9db8', 1 - valt * 0.5); }).join('') : '';
    return blok(0, 0, BREED, HOOG, '#e3eef0') + kas + blok(0, VLOER, BREED, 90, '#cdbfa8')
      + plaats(figuur({ ...KWEKER, kijk: 1, linkerarm: [-14, 10], rechterarm: [58, 82], inRechterhand: gieter }), { x: 530, y: VLOER + 54, schaal: 1.12 })
      + blok(690, 372, 470, 18, KLEUR.hout, 6) + blok(720, 390, 18, 80, KLEUR.houtDonker) + blok(1112, 390, 18, 80, KLEUR.houtDonker)
      + [780, 924, 1068].map((x, i) => plaats(blad(tussen(i === 0 ? 0.35 : 0.9, 1, voortgang(t, 2, 6.6))), { x, y: 312, draai: wieg(t + i, 3.4) * 2 }) + pot(x, 372)).join('')
      + reeks(4).map((i) => plaats(blad(0.8), { x: 80 + i * 100, y: 340, schaal: 0.9 }) + pot(80 + i * 100, 396)).join('') + druppels;
  },
};

/** Drawings by the name of their film. */
export const DEMO_TAFERELEN: Record<string, Tafereel> = { zwaaien, inpakken, planten };
