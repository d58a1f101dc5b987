/** The scenes of "Zes weken tussen de stellingen": Samira learns the aisles of a warehouse. Pure. */
import { tekenVerhaalportret } from '../verhaalportret.ts';
import { BREED, HOOG, KLEUR, blok, lijn, n, ovaal, plaats, reeks, rondje, schaduw, tussen, vinkje, vlak, voortgang, wieg, type Tafereel } from './doek.ts';
import { figuur, type Houding } from './figuur.ts';
import { buste, tekstballon, vel } from './huis.ts';
import { VLOER, doos, fles, gangbord, hal, pallet, plattegrond, route, schoen, stelling } from './magazijn.ts';

const SAMIRA: Houding = { huid: 4, dracht: 'hoofddoek', doek: '#34496a', trui: '#6f4c66', broek: '#2f3d52', schoen: KLEUR.abrikoos };
const ELLEN: Houding = { huid: 1, dracht: 'bob', haar: 'peper en zout', trui: '#8a4650', broek: '#34496a', schoen: '#48515a' };
const NIEUWE: Houding = { huid: 5, dracht: 'krullen', haar: 'zwart', trui: '#5b7fa1', broek: '#48515a', schoen: '#25201f' };

/** From the lockers at aisle 22 to and fro, as she walked; and the row from one end to the other. */
const VERKEERD = [22, 6, 15, 3, 19, 9];
const GOED = [1, 3, 6, 9, 12, 15, 19, 22];

const portret: Tafereel = {
  teken: (t) => hal() + stelling(40, 300, 1) + stelling(860, 300, 4) + blok(0, 0, BREED, HOOG, KLEUR.papier).replace('/>', ' opacity=".45"/>')
    + buste(tekenVerhaalportret({ persoon: 'Samira', portret: { huid: 4, haar: 'hoofddoek', leeftijd: 'midden', stijl: 'v' } }), 600, 240, 400, t),
};

const schoenen: Tafereel = {
  teken: (t) => {
    const x = tussen(150, 640, voortgang(t, 0, 6.5));
    const stap = wieg(t, 1.3);
    return hal() + [[60, 1], [330, 2], [600, 3], [870, 5]].map(([plek, seed]) => stelling(plek!, 230, seed!)).join('')
      + plaats(figuur({ ...ELLEN, stap: -stap, kijk: 1 }), { x: x + 330, y: VLOER + 44, schaal: 0.98 })
      + plaats(figuur({ ...SAMIRA, stap, kijk: 1 }), { x, y: VLOER + 52, schaal: 1.02 });
  },
};

const piep = (op: number, hz: number) => ({ op, hz, duur: 0.16, kracht: 0.5 });
const scanner: Tafereel = {
  tonen: [piep(1, 1318), piep(3.1, 880), piep(3.45, 880), piep(3.8, 880)],
  teken: (t, zet) => {
    const goed = t < 2.8;
    const straal = (t > 0.8 && t < 1.6) || (t > 3 && t < 4.2);
    const ringen = (goed ? [1] : [3.1, 3.45, 3.8]).map((op, i) => (t < op ? '' : lijn(`M${n(372 + 34 * i)} 96a${70 + i * 34} ${70 + i * 34} 0 0 1 0 ${120 + i * 40}`, goed ? KLEUR.groenDonker : KLEUR.rood, 10)));
    return blok(0, 0, BREED, HOOG, '#e9e1d2') + blok(0, VLOER, BREED, 80, KLEUR.hout) + blok(0, VLOER, BREED, 8, KLEUR.houtDonker)
      + doos(760, VLOER, 300, 230) + blok(800, 270, 150, 84, KLEUR.wit, 6) + reeks(9).map((i) => blok(812 + i * 14, 282, i % 3 ? 5 : 9, 46, KLEUR.inkt)).join('')
      + (straal ? vlak('M330 246L812 276V334Z', goed ? '#bfe0c8' : '#f2c4b8', 0.85) : '')
      + plaats(blok(-34, 20, 68, 170, '#48515a', 22) + blok(-74, -92, 148, 132, KLEUR.inkt, 24) + blok(-58, -76, 116, 88, goed ? '#d5ead9' : '#f7d9cf', 12)
        + (goed ? vinkje(0, -32, 46, voortgang(t, 1, 1.4), KLEUR.groenDonker) : t > 3 ? lijn('M-22 -54L22 -10M22 -54L-22 -10', KLEUR.rood, 11) : ''), { x: 270, y: 236, draai: tussen(-2, 2, (wieg(t, 4) + 1) / 2) })
      + vlak('M196 480Q180 360 232 346Q262 338 306 344Q352 352 350 480Z', '#b98158') + vlak('M180 480Q176 420 190 404H354Q366 420 362 480Z', '#6f4c66')
      + ringen.join('') + (goed ? '' : zet('3×', { x: 560, y: 190, maat: 80, kleur: KLEUR.rood, vet: true, midden: true })) + (goed && t > 1 ? zet('1×', { x: 560, y: 190, maat: 80, kleur: KLEUR.groenDonker, vet: true, midden: true }) : '');
  },
};

const emmer = (x: number, y: number, kleur: string) => lijn(`M${x - 30} ${y - 66}Q${x} ${y - 112} ${x + 30} ${y - 66}`, KLEUR.grijs, 5) + vlak(`M${x - 38} ${y - 68}H${x + 38}L${x + 28} ${y}H${x - 28}Z`, kleur) + blok(x - 42, y - 74, 84, 13, kleur, 6) + vlak(`M${x + 12} ${y - 60}H${x + 32}L${x + 25} ${y}H${x + 8}Z`, KLEUR.inkt, 0.12);
const emmers: Tafereel = {
  teken: (t, zet) => {
    const wijs = voortgang(t, 0.6, 1.6);
    const ring = voortgang(t, 1.6, 2.4);
    return hal() + stelling(470, 640, 6, 2) + blok(480, VLOER - 102, 620, 98, '#d6c8b0') + blok(470, VLOER - 12, 640, 12, KLEUR.teal)
      + [560, 650, 740].map((x) => emmer(x, VLOER - 12, KLEUR.rood)).join('')
      + doos(822, VLOER - 12, 92, 74, '#9fc4cf') + doos(922, VLOER - 12, 92, 74, '#9fc4cf') + (ring > 0 ? `<rect x="808" y="${VLOER - 104}" width="222" height="106" rx="22" fill="none" stroke="${KLEUR.abrikoosDonker}" stroke-width="${n(ring * 10)}"/>` : '')
      + gangbord(540, 40, '9', zet)
      + plaats(figuur({ ...ELLEN, kijk: 1, rechterarm: [8, 20] }), { x: 150, y: VLOER + 46 })
      + plaats(figuur({ ...SAMIRA, kijk: 1, rechterarm: [tussen(12, 78, wijs), tussen(-6, 80, wijs)] }), { x: 330, y: VLOER + 54, schaal: 1.02 });
  },
};

const flessen: Tafereel = {
  teken: (t, zet) => {
    const stapel = reeks(11).map((i) => {
      const valt = voortgang(t, 0.4 + i * 0.22, 0.8 + i * 0.22);
      return valt <= 0 ? '' : plaats(doos(0, 0, 84, 78), { x: 770 + (i % 4) * 88, y: tussen(-40, 392 - Math.floor(i / 4) * 80, valt) });
    });
    return hal() + pallet(760, 394, 362) + stapel.join('')
      + fles(190, 420, 150, '1 l', zet) + fles(440, 420, 270, '5 l', zet)
      + zet('besteld', { x: 190, y: 100, maat: 42, kleur: KLEUR.groenDonker, vet: true, midden: true }) + vinkje(190, 160, 40, voortgang(t, 0.8, 1.4), KLEUR.groenDonker)
      + zet('gepakt', { x: 440, y: 64, maat: 42, kleur: KLEUR.rood, vet: true, midden: true }) + (t > 1.6 ? lijn('M420 92l40 36M460 92l-40 36', KLEUR.rood, 9) : '');
  },
};

const gesprek: Tafereel = {
  teken: (t, zet) => plattegrond(zet) + route(VERKEERD, voortgang(t, 0.8, 5.2), KLEUR.rood),
};

const andersom: Tafereel = {
  teken: (t, zet) => plattegrond(zet) + plaats(route(VERKEERD, 1, KLEUR.rood), { dekking: 0.22 }) + route(GOED, voortgang(t, 0.6, 4.6), KLEUR.teal),
};

const lijst: Tafereel = {
  teken: (t, zet) => {
    const regels = Math.floor(tussen(0, 68, voortgang(t, 0.4, 3.8)));
    return hal() + stelling(30, 330, 2) + stelling(880, 300, 5)
      + vel(400, 20, 400, 440) + zet(String(regels), { x: 600, y: 158, maat: 120, kleur: KLEUR.teal, vet: true, midden: true }) + zet('regels', { x: 600, y: 206, maat: 40, kleur: KLEUR.inkt, midden: true })
      + reeks(4).map((i) => {
        const fout = i === 2;
        const y = 266 + i * 46;
        const deel = voortgang(t, 0.8 + i * 0.8, 1.3 + i * 0.8);
        return blok(520, y - 9, fout ? 190 : 214, 18, KLEUR.lijn, 9) + (fout && t > 2.6 ? lijn(`M516 ${y}H716`, KLEUR.abrikoosDonker, 7) + lijn(`M466 ${y + 14}l6 -22l14 14ZM474 ${y - 8}l14 14`, KLEUR.abrikoosDonker, 5) : vinkje(476, y, 26, fout ? 0 : deel));
      }).join('');
  },
};

const wegwijzer: Tafereel = {
  teken: (t, zet) => {
    const wijs = voortgang(t, 0.8, 1.8);
    return hal() + stelling(60, 250, 3) + stelling(880, 280, 7) + gangbord(186, 24, '13', zet) + gangbord(1016, 24, '14', zet, KLEUR.abrikoosDonker)
      + plaats(figuur({ ...NIEUWE, kijk: 1, linkerarm: [-14, -4], rechterarm: [14, 60] }), { x: 430, y: VLOER + 50 })
      + plaats(figuur({ ...SAMIRA, kijk: wijs > 0.5 ? 1 : -1, rechterarm: [tussen(12, 104, wijs), tussen(-6, 98, wijs)] }), { x: 670, y: VLOER + 54, schaal: 1.02 })
      + (wijs < 0.4 ? tekstballon(548, 66, '14?', zet) : '');
  },
};

const contract: Tafereel = {
  tonen: [{ op: 3.2, hz: 784, duur: 0.5, kracht: 0.4 }, { op: 3.45, hz: 1046, duur: 0.8, kracht: 0.4 }],
  teken: (t, zet) => {
    const schrijft = voortgang(t, 0.8, 3.2);
    const punt = schrijft * 250;
    return blok(0, 0, BREED, HOOG, KLEUR.hout) + lijn('M0 120H1200M0 270H1200M0 410H1200', KLEUR.houtDonker, 3, ' opacity=".4"')
      + plaats(vel(-250, -190, 500, 420) + zet('Contract', { x: -206, y: -108, maat: 58, kleur: KLEUR.inkt, vet: true }) + zet('8 maanden', { x: -206, y: -44, maat: 44, kleur: KLEUR.teal, vet: true })
        + [0, 1, 2].map((i) => blok(-206, -6 + i * 34, i === 2 ? 260 : 400, 14, KLEUR.lijn, 7)).join('') + lijn('M-206 180H130', KLEUR.zacht, 3)
        + lijn('M-190 168c20 -60 50 -66 42 -24c-6 34 -34 20 -10 -6c26 -28 34 30 58 8c18 -18 26 -26 30 -2c4 20 24 8 38 -10c12 -14 20 8 44 2', KLEUR.inkt, 6, ` stroke-dasharray="420" stroke-dashoffset="${n(420 * (1 - schrijft))}"`), { x: 520, y: 240, draai: -3 })
      + (schrijft < 1 ? plaats(lijn('M0 0L74 -104', '#34496a', 16) + lijn('M0 0l10 -14', KLEUR.inkt, 8) + ovaal(86, -86, 52, 38, '#b98158') + vlak('M70 -60Q130 -130 160 -90L420 60L360 190Z', '#6f4c66'), { x: 344 + punt, y: 384 - punt * 0.06 + wieg(t, 0.4) * 5 }) : '')
      + ovaal(980, 130, 92, 92, KLEUR.wit) + ovaal(980, 130, 66, 66, '#6b4a34') + lijn('M1066 100q44 26 8 68', KLEUR.wit, 18);
  },
};

const thuis: Tafereel = {
  teken: (t) => {
    const friet = reeks(9).map((i) => plaats(blok(-11, -118 - ((i * 31) % 40), 22, 150, i % 2 ? '#f0c35f' : '#e6ae45', 5), { x: 858 + i * 18, y: 284, draai: (i - 4) * 5 }));
    const damp = (x: number, van: number) => lijn(`M${x} ${n(104 - ((t + van) % 3) * 14)}q-16 -22 0 -42q16 -20 0 -42`, KLEUR.wit, 8, ' opacity=".75"');
    return blok(0, 0, BREED, HOOG, KLEUR.abrikoosTint) + blok(0, VLOER - 6, BREED, 90, KLEUR.houtDonker) + blok(0, VLOER - 6, BREED, 10, KLEUR.hout)
      + blok(80, 40, 210, 250, KLEUR.wit, 14) + blok(96, 56, 84, 218, KLEUR.lucht) + blok(190, 56, 84, 218, KLEUR.lucht) + rondje(232, tussen(130, 190, voortgang(t, 0, 6)), 26, KLEUR.abrikoos)
      + ovaal(500, 424, 220, 22, '#a7713f', 0.5) + schoen(330, 420, 1.35, true) + schoen(450, 436, 1.35, true)
      + damp(880, 0) + damp(960, 1.4) + schaduw(930, 424, 120) + friet.join('') + vlak('M832 236H1028L988 420H872Z', KLEUR.wit) + vlak('M832 236H1028L1018 282H842Z', KLEUR.teal) + vlak('M960 282H1018L988 420H950Z', KLEUR.inkt, 0.07);
  },
};

/** Drawings by the name that the front matter gives them. */
export const ZES_WEKEN: Record<string, Tafereel> = { portret, schoenen, scanner, emmers, flessen, gesprek, andersom, lijst, wegwijzer, contract, thuis };
