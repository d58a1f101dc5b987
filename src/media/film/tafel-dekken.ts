/** The scenes of "Tafel dekken voor acht": a week of Lidia, who takes care of breakfast for eight. Pure. */
import { tekenPortret } from '../portret.ts';
import { tekenVerhaalportret } from '../verhaalportret.ts';
import { BREED, HOOG, KLEUR, blok, lijn, n, ovaal, plaats, reeks, rondje, tussen, vinkje, vlak, voortgang, wieg, type Tafereel, type Zetter } from './doek.ts';
import { figuur } from './figuur.ts';
import { bord, buste, kop, radio, stoel, tafel, vel } from './huis.ts';

const LIDIA = tekenVerhaalportret({ persoon: 'Lidia', portret: { huid: 4, haar: 'donkere knot', leeftijd: 'midden', stijl: 'v' } });
const JUDITH = tekenPortret('Judith', { huid: 1, leeftijd: 'midden', stijl: 'v' });
const ESRA = tekenPortret('Esra', { huid: 3, haar: 'lang zwart', leeftijd: 'jong', stijl: 'v' });
const AARTS = tekenPortret('Aarts', { huid: 1, haar: 'kalend wit', leeftijd: 'ouder', stijl: 'm' });

const muur = (kleur: string = KLEUR.abrikoosTint) => blok(0, 0, BREED, HOOG, kleur);
const vloer = () => blok(0, 0, BREED, HOOG, '#e4d3ba') + reeks(7).map((i) => lijn(`M0 ${i * 76 + 20}H1200`, '#d5c1a3', 3)).join('');
const blad = () => blok(0, 380, BREED, 100, KLEUR.hout) + blok(0, 380, BREED, 12, KLEUR.houtDonker);

const portret: Tafereel = {
  teken: (t) => muur('#f3e6d3') + blad() + kop(250, 400, t, 1.2) + kop(960, 400, t + 1, 1.2) + buste(LIDIA, 600, 236, 400, t),
};

const raam = (x: number, zon: number) => blok(x, 40, 300, 250, KLEUR.wit, 16) + `<g>${blok(x + 18, 58, 126, 214, KLEUR.lucht)}${blok(x + 156, 58, 126, 214, KLEUR.lucht)}</g>` + rondje(x + 219, tussen(244, 124, zon), 38, KLEUR.dooier) + blok(x + 150, 272, 140, 20, KLEUR.wit) + blok(x - 14, 284, 328, 20, KLEUR.wit, 8);
const noot = (x: number, y: number) => ovaal(x, y, 15, 11, KLEUR.teal) + lijn(`M${n(x + 13)} ${n(y)}V${n(y - 54)}q20 4 22 24`, KLEUR.teal, 6);
const ochtend: Tafereel = {
  teken: (t) => muur() + raam(130, voortgang(t, 0, 5)) + blad() + radio(760, 382, t > 0.8)
    + (t > 0.8 ? [0, 1, 2].map((i) => { const op = (t * 0.35 + i / 3) % 1; return plaats(noot(0, 0), { x: 900 + op * 190, y: 250 - op * 150 + wieg(t + i, 2) * 12, dekking: Math.min(1, (1 - op) * 1.6) }); }).join('') : ''),
};

const PLEKKEN = [[300, 172], [430, 172], [300, 308], [430, 308], [770, 172], [900, 172], [770, 308], [900, 308]] as const;
const ZACHT = new Set([1, 4, 6]);
const gedekt = (x: number) => [x - 65, x + 65].map((px) => stoel(px, 84, true) + stoel(px, 396, false)).join('') + tafel(x - 155, 112, 310, 256);
const acht: Tafereel = {
  teken: (t) => vloer() + gedekt(365) + gedekt(835) + PLEKKEN.map(([x, y], i) => { const komt = voortgang(t, 0.4 + i * 0.32, 0.75 + i * 0.32); return bord(x, y, ZACHT.has(i) ? 'zacht' : 'hard', komt); }).join(''),
};

const takenlijst = (x: number, y: number, af: (regel: number) => number, zet: Zetter) => vel(x, y, 250, 350) + zet('Lidia', { x: x + 28, y: y + 50, maat: 36, kleur: KLEUR.teal, vet: true })
  + reeks(11).map((i) => `<rect x="${x + 28}" y="${y + 68 + i * 24}" width="16" height="16" rx="4" fill="none" stroke="${KLEUR.zacht}" stroke-width="2.5"/>` + blok(x + 58, y + 71 + i * 24, 90 + ((i * 47) % 74), 10, KLEUR.lijn, 5) + vinkje(x + 37, y + 75 + i * 24, 20, af(i))).join('');
const kastje: Tafereel = {
  teken: (t, zet) => {
    const open = voortgang(t, 0.7, 1.9);
    const deur = tussen(1, -0.34, open);
    return muur('#dfeaea') + blad() + blok(380, 20, 440, 366, KLEUR.teal, 14) + blok(396, 36, 408, 334, '#f3e6d3', 8)
      + blok(700, 196, 92, 8, KLEUR.hout) + [0, 1].map((i) => blok(708 + i * 42, 146, 34, 50, [KLEUR.abrikoos, KLEUR.tealLicht][i]!, 6)).join('') + [0, 1].map((i) => blok(708 + i * 42, 310, 34, 60, [KLEUR.tealLicht, KLEUR.abrikoos][i]!, 6)).join('')
      + takenlijst(424, 30, () => 0, zet)
      + `<g transform="translate(396 0) scale(${deur.toFixed(3)} 1)">${blok(0, 36, 408, 334, '#1f7d87', 8)}<rect x="34" y="70" width="340" height="266" rx="10" fill="none" stroke="${KLEUR.teal}" stroke-width="8"/>${rondje(372, 206, 13, KLEUR.abrikoos)}</g>`
      + kop(180, 400, t) + kop(1010, 400, t + 0.4);
  },
};

const linnenkamer: Tafereel = {
  teken: (t) => {
    const kussen = voortgang(t, 1.2, 2.2);
    const minuut = tussen(0, 60, voortgang(t, 0.4, 4.6));
    const stapel = (x: number, y: number, seed: number) => reeks(4).map((i) => blok(x, y - 24 - i * 26, 128, 23, [KLEUR.wit, KLEUR.tealTint, KLEUR.abrikoosTint, KLEUR.wit][(i + seed) % 4]!, 10)).join('');
    return muur('#e9eee6') + blok(0, 420, BREED, 60, '#cdbfa8')
      + [170, 310].map((y, rij) => reeks(3).map((i) => stapel(60 + i * 150, y, i + rij)).join('') + blok(40, y, 480, 14, KLEUR.houtDonker)).join('') + blok(40, 414, 480, 8, KLEUR.houtDonker)
      + rondje(980, 130, 84, KLEUR.wit) + `<circle cx="980" cy="130" r="84" fill="none" stroke="${KLEUR.teal}" stroke-width="8"/>` + lijn('M980 60V72M980 188V200M910 130H922M1038 130H1050', KLEUR.zacht, 6)
      + plaats(lijn('M0 0V-42', KLEUR.inkt, 9), { x: 980, y: 130, draai: -60 + minuut / 12 }) + plaats(lijn('M0 0V-62', KLEUR.abrikoosDonker, 7), { x: 980, y: 130, draai: minuut }) + rondje(980, 130, 9, KLEUR.inkt)
      + blok(640, 190, 170, 24, KLEUR.houtDonker, 10) + blok(648, 196, 16, 226, KLEUR.houtDonker, 6) + blok(786, 196, 16, 226, KLEUR.houtDonker, 6) + blok(648, 244, 154, 16, KLEUR.hout) + blok(630, 316, 190, 22, KLEUR.hout, 8)
      + plaats(blok(-82, -44, 164, 46, KLEUR.abrikoos, 20) + lijn('M-56 -20q56 14 112 0', KLEUR.abrikoosDonker, 5), { x: 725, y: tussen(150, 318, kussen), dekking: Math.min(1, kussen * 3) });
  },
};

const rij: Tafereel = {
  teken: (t) => {
    const schuif = voortgang(t, 0.6, 2);
    const links = tussen(365, 445, schuif);
    const rechts = tussen(835, 755, schuif);
    return vloer() + gedekt(links) + gedekt(rechts)
      + PLEKKEN.map(([x, y], i) => bord(x + (i < 4 ? links - 365 : rechts - 835), y, ZACHT.has(i) && t < 2.2 ? 'zacht' : 'hard')).join('');
  },
};

const deur: Tafereel = {
  teken: (t) => {
    const hand = voortgang(t, 0.9, 2.1);
    const x = tussen(1010, 800, hand);
    return muur('#d8dfdf') + blok(0, 424, BREED, 56, '#bfb39f') + blok(400, 26, 360, 400, KLEUR.wit, 8) + blok(420, 44, 320, 382, '#7fa9ab', 4)
      + `<rect x="456" y="78" width="248" height="130" rx="8" fill="none" stroke="#6b9698" stroke-width="8"/><rect x="456" y="240" width="248" height="150" rx="8" fill="none" stroke="#6b9698" stroke-width="8"/>`
      + blok(442, 226, 44, 14, KLEUR.abrikoos, 7) + blok(420, 424, 320, 6, '#ffe9b8')
      + plaats(figuur({ huid: 2, dracht: 'bob', haar: 'rood', trui: '#5b7fa1', broek: '#34496a', schoen: KLEUR.wit, kijk: -1, linkerarm: [tussen(-12, -96, hand), tussen(6, -104, hand)] }), { x, y: 452, schaal: 1.18 });
  },
};

const gesprek: Tafereel = {
  teken: (t) => muur('#f3e6d3') + blad() + buste(JUDITH, 290, 164, 262, t) + buste(LIDIA, 600, 164, 262, t + 1) + buste(ESRA, 910, 164, 262, t + 2)
    + [290, 600, 910].map((x, i) => kop(x, 444, t + i * 0.3, 0.72)).join(''),
};

const uitleg: Tafereel = {
  teken: (t, zet) => {
    const kaart = (x: number, naam: string, portretje: string, op: number) => {
      const deel = voortgang(t, op, op + 0.5);
      return plaats(vel(-150, -170, 300, 360) + buste(portretje, 0, -62, 170, t).replaceAll('buste-0', `kaart-${x}`) + zet(naam, { x: 0, y: 84, maat: 46, kleur: KLEUR.inkt, vet: true, midden: true }) + blok(-104, 112, 208, 12, KLEUR.lijn, 6) + blok(-104, 138, 150, 12, KLEUR.lijn, 6), { x, y: tussen(280, 240, deel), dekking: deel });
    };
    return muur('#dfeaea') + kaart(240, 'Kim', tekenPortret('Kim', { huid: 2, haar: 'bob rood', leeftijd: 'midden', stijl: 'v' }), 0.4) + kaart(600, 'Lidia', LIDIA, 0.9) + kaart(960, 'Esra', ESRA, 1.4);
  },
};

const afgestreept: Tafereel = {
  tonen: [{ op: 4.3, hz: 196, duur: 0.12, kracht: 0.4 }],
  teken: (t, zet) => muur() + blad() + radio(840, 382, t < 4.3) + takenlijst(230, 30, (i) => voortgang(t, 0.3 + i * 0.3, 0.6 + i * 0.3), zet)
    + plaats(zet('11 van 11', { x: 0, y: 0, maat: 56, kleur: KLEUR.teal, vet: true, midden: true }), { x: 830, y: 110, dekking: voortgang(t, 3.4, 3.9) }),
};

const maandag: Tafereel = {
  teken: (t) => muur('#f3e6d3') + blad() + buste(AARTS, 330, 196, 270, t) + buste(LIDIA, 870, 196, 270, t + 1) + kop(560, 426, t, 1.1)
    + plaats(vlak('M-26 0Q-30 -70 0 -78Q30 -70 26 0Z', '#e3b98f') + blok(-40, -14, 80, 20, KLEUR.tealLicht, 8) + blok(-12, 4, 24, 30, KLEUR.tealLicht) + ovaal(0, 36, 36, 9, KLEUR.tealLicht), { x: 690, y: 390 }),
};

/** Drawings by the name that the front matter gives them. */
export const TAFEL_DEKKEN: Record<string, Tafereel> = { portret, ochtend, acht, kastje, linnenkamer, rij, deur, gesprek, uitleg, afgestreept, maandag };
