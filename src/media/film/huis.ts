/** What is found in a house: portraits in a window, sheets of paper, tables seen from above, plates, eggs, a radio. Pure. */
import { KLEUR, blok, lijn, n, ovaal, plaats, rondje, vlak, wieg, type Zetter } from './doek.ts';

/** A drawn portrait in a round window that breathes; its own svg element goes, its shapes stay. */
export function buste(portret: string, x: number, y: number, maat: number, t: number): string {
  const vormen = portret.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
  const id = `buste-${Math.round(x)}`;
  const schaal = maat / 320;
  return `<defs><clipPath id="${id}"><circle cx="200" cy="160" r="152"/></clipPath></defs>`
    + rondje(x, y, maat / 2 + 6, KLEUR.wit)
    + plaats(`<g clip-path="url(#${id})"><g transform="translate(0 ${n(wieg(t, 4) * 1.6)})">${vormen}</g></g>`, { x: x - 200 * schaal, y: y - 160 * schaal, schaal })
    + `<circle cx="${n(x)}" cy="${n(y)}" r="${n(152 * schaal)}" fill="none" stroke="${KLEUR.teal}" stroke-width="7"/>`;
}

/** A sheet of paper with a soft shade. */
export function vel(x: number, y: number, breed: number, hoog: number): string {
  return blok(x + 8, y + 10, breed, hoog, KLEUR.inkt, 14).replace('/>', ' opacity=".12"/>') + blok(x, y, breed, hoog, KLEUR.papier, 14);
}

/** A few words in a balloon whose tail points down to the left. */
export function tekstballon(x: number, y: number, tekst: string, zet: Zetter): string {
  const breed = tekst.length * 27 + 56;
  return vlak(`M${x - breed / 4} ${y + 34}l-26 56l66 -50Z`, KLEUR.wit) + blok(x - breed / 2, y - 46, breed, 92, KLEUR.wit, 40) + zet(tekst, { x, y: y + 17, maat: 48, kleur: KLEUR.inkt, vet: true, midden: true });
}

/** A table with a cloth, from above. */
export function tafel(x: number, y: number, breed: number, hoog: number): string {
  return blok(x + 8, y + 12, breed, hoog, KLEUR.inkt, 28).replace('/>', ' opacity=".12"/>') + blok(x, y, breed, hoog, KLEUR.wit, 26)
    + `<rect x="${n(x + 12)}" y="${n(y + 12)}" width="${n(breed - 24)}" height="${n(hoog - 24)}" rx="18" fill="none" stroke="${KLEUR.tealLicht}" stroke-width="4"/>`;
}

/** A chair from above, its back away from the table. */
export function stoel(x: number, y: number, boven: boolean): string {
  const kant = boven ? -1 : 1;
  return blok(x - 42, y - 34, 84, 68, KLEUR.hout, 18) + blok(x - 46, y + kant * 30 - 9, 92, 18, KLEUR.houtDonker, 9);
}

/** A plate with an egg: soft shows its yolk, hard is closed. */
export function bord(x: number, y: number, ei: 'zacht' | 'hard', schaal = 1): string {
  return plaats(rondje(0, 3, 47, '#cfc6b6') + rondje(0, 0, 46, KLEUR.papier) + rondje(0, 0, 46, KLEUR.tealTint) + rondje(0, 0, 36, KLEUR.papier)
    + ovaal(0, 0, 21, 25, '#e8dcc8') + ovaal(-1, -1, 20, 24, ei === 'zacht' ? KLEUR.wit : '#e3b98f')
    + (ei === 'zacht' ? rondje(0, 2, 11, KLEUR.dooier) + rondje(-4, -2, 3, '#fbe3a0') : ovaal(-6, -8, 5, 8, '#f2d4b3')), { x, y, schaal });
}

/** A small radio; its dial glows while it plays. */
export function radio(x: number, y: number, aan: boolean): string {
  return plaats(lijn('M60 -150L150 -232', KLEUR.grijs, 6) + rondje(150, -232, 7, KLEUR.grijs) + blok(-150, -150, 300, 150, KLEUR.abrikoos, 26) + blok(-150, -28, 300, 28, KLEUR.abrikoosDonker, 14)
    + rondje(-78, -78, 52, '#7a4a24') + [0, 1, 2, 3, 4].map((i) => lijn(`M-114 ${-106 + i * 14}H-42`, KLEUR.abrikoosTint, 4)).join('')
    + blok(0, -126, 124, 44, aan ? '#fff3d6' : '#b98d5f', 10) + lijn('M62 -120V-88', aan ? KLEUR.rood : '#7a4a24', 5) + rondje(24, -52, 20, KLEUR.papier) + rondje(98, -52, 20, KLEUR.papier)
    + lijn(aan ? 'M98 -52l10 -12' : 'M98 -52v-15', KLEUR.inkt, 5), { x, y });
}

/** A cup of coffee from the side, with steam. */
export function kop(x: number, y: number, t: number, schaal = 1): string {
  const damp = (dx: number, van: number) => lijn(`M${dx} ${n(-96 - ((t * 0.5 + van) % 1) * 20)}q-12 -16 0 -32q12 -16 0 -30`, KLEUR.wit, 6, ' opacity=".8"');
  return plaats(damp(-16, 0) + damp(16, 0.5) + ovaal(0, 2, 72, 10, KLEUR.tealLicht) + lijn('M46 -62q44 -4 36 26q-8 26 -44 20', KLEUR.wit, 13) + vlak('M-54 -80H54Q54 0 14 0H-14Q-54 0 -54 -80Z', KLEUR.wit) + ovaal(0, -80, 54, 11, '#6b4a34') + vlak('M20 -72H54Q52 0 14 0Q32 -20 20 -72Z', KLEUR.inkt, 0.06), { x, y, schaal });
}
