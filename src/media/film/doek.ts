/**
 * What every film is drawn with: colours, the passing of time, and a few shapes as SVG text. Pure: the same moment
 * always gives the same picture.
 */

/** Where and how a text is set; `y` is the baseline of the first line, `regelhoogte` a multiple of the size. */
export interface Zetwijze { x: number; y: number; maat: number; kleur: string; vet?: boolean; midden?: boolean; regelhoogte?: number }
/** Sets a text as SVG paths. The films get it as an argument, for letters come from a file. */
export type Zetter = (tekst: string, wijze: Zetwijze) => string;

/** A tone in a scene: start in seconds after the scene began, pitch in hertz, length in seconds, loudness 0–1. */
export interface Toon { op: number; hz: number; duur: number; kracht: number }

/** One scene: a picture of 1200 by 480 for every moment, and what it sounds like. */
export interface Tafereel {
  /** @param t seconds since the scene began */
  teken: (t: number, zet: Zetter) => string;
  tonen?: readonly Toon[];
}

/** Size of the canvas of a scene. */
export const BREED = 1200;
export const HOOG = 480;

/** The site's paper, teal and apricot, with what walls, floors, wood and linen need. */
export const KLEUR = {
  papier: '#fbf8f3', wit: '#ffffff', inkt: '#17233b', zacht: '#4b5670', lijn: '#e3ddd2',
  teal: '#0c6670', tealDonker: '#084b53', tealLicht: '#8fc3c4', tealTint: '#d9ecec', lucht: '#cfe3ea',
  abrikoos: '#f0a468', abrikoosDonker: '#cf7d3c', abrikoosTint: '#fbe3cb', dooier: '#f5b13d',
  hout: '#d9b48a', houtDonker: '#b98d5f', karton: '#dcb98f', kartonDonker: '#bf9566',
  groen: '#7fa070', groenDonker: '#52734a', rood: '#c0513a', steen: '#efe7da', steenDonker: '#dfd3c0', grijs: '#9aa3ad',
} as const;

/** At most one decimal, so that frames stay small. */
export const n = (waarde: number): string => String(Math.round(waarde * 10) / 10);

/** How far a movement is, 0–1, with a soft start and end. */
export function voortgang(t: number, van: number, tot: number): number {
  const deel = Math.min(1, Math.max(0, (t - van) / (tot - van)));
  return deel * deel * (3 - 2 * deel);
}

/** Between two values. */
export const tussen = (van: number, tot: number, deel: number): number => van + (tot - van) * deel;

/** A gentle swing between -1 and 1. */
export const wieg = (t: number, seconden: number): number => Math.sin((t / seconden) * Math.PI * 2);

/** A filled path. */
export const vlak = (d: string, kleur: string, dekking = 1): string => `<path d="${d}" fill="${kleur}"${dekking < 1 ? ` opacity="${n2(dekking)}"` : ''}/>`;
/** A line with round ends. */
export const lijn = (d: string, kleur: string, dikte: number, extra = ''): string => `<path d="${d}" fill="none" stroke="${kleur}" stroke-width="${dikte}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`;
/** A rectangle; `rond` is the radius of its corners. */
export const blok = (x: number, y: number, b: number, h: number, kleur: string, rond = 0): string => `<rect x="${n(x)}" y="${n(y)}" width="${n(b)}" height="${n(h)}" fill="${kleur}"${rond ? ` rx="${rond}"` : ''}/>`;
/** A disc. */
export const rondje = (x: number, y: number, r: number, kleur: string): string => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(Math.max(0, r))}" fill="${kleur}"/>`;
/** A filled ellipse. */
export const ovaal = (x: number, y: number, rx: number, ry: number, kleur: string, dekking = 1): string => `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(Math.max(0, rx))}" ry="${n(Math.max(0, ry))}" fill="${kleur}"${dekking < 1 ? ` opacity="${n2(dekking)}"` : ''}/>`;
/** The soft shade under what stands on x, y; `b` is half its width. */
export const schaduw = (x: number, y: number, b: number): string => ovaal(x, y, b, b * 0.14, KLEUR.inkt, 0.1);

/** Moves, scales or turns what is inside; a part that is not yet there is left out. */
export function plaats(inhoud: string, { x = 0, y = 0, schaal = 1, draai = 0, dekking = 1 }: { x?: number; y?: number; schaal?: number; draai?: number; dekking?: number }): string {
  if (dekking <= 0 || schaal <= 0) return '';
  return `<g transform="translate(${n(x)} ${n(y)})${draai ? ` rotate(${n2(draai)})` : ''}${schaal === 1 ? '' : ` scale(${n2(schaal)})`}"${dekking < 1 ? ` opacity="${n2(dekking)}"` : ''}>${inhoud}</g>`;
}

/** Numbers 0 … aantal-1. */
export const reeks = (aantal: number): number[] => Array.from({ length: aantal }, (_, i) => i);

/** A tick that writes itself. */
export function vinkje(x: number, y: number, maat: number, deel: number, kleur: string = KLEUR.teal): string {
  if (deel <= 0) return '';
  const lang = maat * 1.55;
  return lijn(`M${n(x - maat / 2)} ${n(y)}l${n(maat * 0.36)} ${n(maat * 0.38)}L${n(x + maat * 0.6)} ${n(y - maat * 0.5)}`, kleur, maat * 0.2, ` stroke-dasharray="${n(lang)}" stroke-dashoffset="${n(lang * (1 - deel))}"`);
}

function n2(waarde: number): string {
  return String(Math.round(waarde * 1000) / 1000);
}
