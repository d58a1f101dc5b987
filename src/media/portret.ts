/**
 * Drawn portraits: a pure function from a seed to a self-contained SVG.
 *
 * Used for demo people and for people who want a face on their profile
 * without a photo. The same seed always gives the same drawing. The SVG holds
 * presentation attributes only: no scripts, no style attributes, no style
 * elements, no references to other files. That keeps it usable inline under a
 * strict Content-Security-Policy, and as a file.
 *
 * `tekenInitiaal` draws an abstract pattern for people who show no face at
 * all.
 */

/** Skin tone, from light (1) to dark (6). */
export type Huid = 1 | 2 | 3 | 4 | 5 | 6;
export type Leeftijd = 'jong' | 'midden' | 'ouder';
/** Only steers the drawing: neck, brows, which hair styles are likely. */
export type Tekenstijl = 'v' | 'm';

export interface Portretkenmerken {
  huid?: Huid;
  /**
   * Free words: a style ("hoofddoek", "krullen", "knot", "kaal", …), a colour
   * ("grijs", "blond", "zwart", …) or both. Unknown words are ignored.
   */
  haar?: string;
  leeftijd?: Leeftijd;
  stijl?: Tekenstijl;
}

// ---------------------------------------------------------------- random

/** FNV-1a, 32 bits. */
function hash(tekst: string): number {
  let h = 0x811c9dc5;
  for (const teken of tekst) {
    h ^= teken.codePointAt(0) ?? 0;
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}

/** Small deterministic generator (mulberry32): numbers in [0, 1). */
function dobbelsteen(seed: string): () => number {
  let a = hash(seed);
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Gooi = () => number;

function kies<T>(gooi: Gooi, lijst: readonly T[]): T {
  return lijst[Math.floor(gooi() * lijst.length)] as T;
}

/** At most one decimal, so that the drawings stay small. */
function n(getal: number): string {
  return String(Math.round(getal * 10) / 10);
}

// --------------------------------------------------------------- colours

interface Huidtint {
  basis: string;
  schaduw: string;
  licht: string;
  lip: string;
  blos: string;
}

export const HUID: Record<Huid, Huidtint> = {
  1: { basis: '#f5d5c0', schaduw: '#dfae92', licht: '#fde8da', lip: '#bf7468', blos: '#e58d78' },
  2: { basis: '#ecc19e', schaduw: '#cf9a74', licht: '#f7d7bb', lip: '#b0665a', blos: '#d97f63' },
  3: { basis: '#d9a679', schaduw: '#b67f54', licht: '#e8bf97', lip: '#9c5747', blos: '#c46a48' },
  4: { basis: '#b98158', schaduw: '#935f3d', licht: '#cd9a72', lip: '#85473a', blos: '#a5533a' },
  5: { basis: '#8d5b3f', schaduw: '#6b412b', licht: '#a57254', lip: '#6a3530', blos: '#7c3a2a' },
  6: { basis: '#694332', schaduw: '#4c2e22', licht: '#825844', lip: '#4f2a29', blos: '#5c2c22' },
};

export const HAARKLEUR: Record<string, string> = {
  zwart: '#25201f',
  donkerbruin: '#3b2a22',
  bruin: '#5b3e2c',
  kastanje: '#74462d',
  donkerblond: '#917049',
  blond: '#c3a06a',
  rood: '#a05a34',
  'peper en zout': '#67635f',
  grijs: '#96938e',
  wit: '#d4d0c9',
};

/** Other words people use for a hair colour. */
const KLEURWOORDEN: ReadonlyArray<readonly [RegExp, string]> = [
  [/peper|zout/, 'peper en zout'],
  [/grijs|grijz/, 'grijs'],
  [/wit|zilver/, 'wit'],
  [/donkerblond/, 'donkerblond'],
  [/blond/, 'blond'],
  [/rood|rossig|koper|ros\b/, 'rood'],
  [/kastanje/, 'kastanje'],
  [/donkerbruin|donker/, 'donkerbruin'],
  [/bruin/, 'bruin'],
  [/zwart/, 'zwart'],
];

/** Warm pastels: paper, apricot, sage, sky, lilac, straw. */
const ACHTERGROND = [
  { vlak: '#f1e9db', vorm: '#e9deca', diep: '#d9c9ab' },
  { vlak: '#f7d9c2', vorm: '#f3cbae', diep: '#e8ae86' },
  { vlak: '#d6e4d4', vorm: '#c8dac6', diep: '#a3c0a3' },
  { vlak: '#d5e4ed', vorm: '#c6d9e5', diep: '#9bbccf' },
  { vlak: '#e4dbee', vorm: '#d8cce6', diep: '#b8a5cf' },
  { vlak: '#f4e7bd', vorm: '#eedca4', diep: '#dcc06c' },
] as const;

/** Clothes and cloth: muted, each with its own darker and lighter tone. */
const STOF = [
  { basis: '#1f6b73', donker: '#15525a', licht: '#3a858c' },
  { basis: '#34496a', donker: '#263752', licht: '#4d6486' },
  { basis: '#b1593f', donker: '#8f4430', licht: '#c67359' },
  { basis: '#6c7d4c', donker: '#55643a', licht: '#859565' },
  { basis: '#cf9b45', donker: '#b07f2f', licht: '#deb368' },
  { basis: '#6f4c66', donker: '#573a50', licht: '#88657f' },
  { basis: '#5d6770', donker: '#48515a', licht: '#78838c' },
  { basis: '#efe8dc', donker: '#d6ccbb', licht: '#fbf7ef' },
  { basis: '#5b7fa1', donker: '#456686', licht: '#7998b6' },
  { basis: '#8a4650', donker: '#6d343d', licht: '#a2616a' },
] as const;

type Stof = (typeof STOF)[number];

// ------------------------------------------------------------------ hair

/** All hair styles; the first word that matches wins. */
const STIJLWOORDEN: ReadonlyArray<readonly [RegExp, Kapsel]> = [
  [/hoofddoek|hijab|sjaal/, 'hoofddoek'],
  [/pet\b|petje|cap\b/, 'pet'],
  [/muts/, 'muts'],
  [/kalend|terugwijk|inham|dunner|krans/, 'kalend'],
  [/kaal/, 'kaal'],
  [/locs|dread/, 'locs'],
  [/vlecht|braid/, 'vlechten'],
  [/afro|kroes/, 'afro'],
  [/knot/, 'knot'],
  [/staart/, 'staart'],
  [/pony/, 'pony'],
  [/bob|boblijn|halflang/, 'bob'],
  [/gemillimeterd|millimeter|stekel|heel kort/, 'gemillimeterd'],
  [/opgeschoren|fade/, 'opgeschoren'],
  [/lang.*(krul|golv)|(krul|golv).*lang/, 'langekrullen'],
  [/krul/, 'krullen'],
  [/golv|slag/, 'golvend'],
  [/lang|los/, 'lang'],
  [/pixie/, 'pixie'],
  [/kort|scheiding/, 'kort'],
];

export type Kapsel =
  | 'kort' | 'gemillimeterd' | 'kaal' | 'kalend' | 'opgeschoren' | 'krullen' | 'langekrullen'
  | 'afro' | 'lang' | 'golvend' | 'bob' | 'pony' | 'knot' | 'staart' | 'vlechten' | 'locs'
  | 'pixie' | 'hoofddoek' | 'pet' | 'muts';

/** Likely styles per drawing style; repeated entries are more likely. */
const KAPSELS: Record<Tekenstijl, readonly Kapsel[]> = {
  v: ['lang', 'lang', 'golvend', 'golvend', 'bob', 'bob', 'pony', 'knot', 'knot', 'staart', 'staart', 'krullen', 'langekrullen', 'pixie'],
  m: ['kort', 'kort', 'kort', 'opgeschoren', 'opgeschoren', 'gemillimeterd', 'gemillimeterd', 'krullen', 'kaal', 'pet', 'muts'],
};
const KAPSELS_DONKER: Record<Tekenstijl, readonly Kapsel[]> = {
  v: ['afro', 'afro', 'vlechten', 'vlechten', 'langekrullen', 'langekrullen', 'knot', 'krullen', 'hoofddoek', 'lang'],
  m: ['gemillimeterd', 'gemillimeterd', 'opgeschoren', 'krullen', 'locs', 'afro', 'kaal', 'kort', 'pet', 'muts'],
};

interface Haarlagen {
  achter: string;
  voor: string;
}

/** Round bumps along an arc around (cx, cy): curls. */
function krullenrand(
  gooi: Gooi, cx: number, cy: number, rx: number, ry: number,
  van: number, tot: number, aantal: number, straal: number,
): string {
  let uit = '';
  for (let i = 0; i < aantal; i++) {
    const hoek = ((van + ((tot - van) * i) / (aantal - 1)) * Math.PI) / 180;
    const r = straal * (0.88 + gooi() * 0.26);
    uit += `<circle cx="${n(cx + Math.cos(hoek) * rx)}" cy="${n(cy + Math.sin(hoek) * ry)}" r="${n(r)}"/>`;
  }
  return uit;
}

/** Thin lines inside the hair: strands and partings. */
function lokken(d: string, kleur: string, dikte = 2.2, dekking = 0.28): string {
  return `<path d="${d}" fill="none" stroke="${kleur}" stroke-width="${n(dikte)}" stroke-linecap="round" opacity="${dekking}"/>`;
}

const OPGESTOKEN = 'M146 138C139 88 156 46 200 46C244 46 261 88 254 138C252 116 246 98 232 88C214 80 186 80 168 88C154 98 148 116 146 138Z';
const GORDIJN = 'M190 66C176 90 156 100 151 146C138 104 138 42 200 40C262 42 262 104 249 146C246 112 222 96 190 66Z';

function tekenHaar(kapsel: Kapsel, kleur: string, glans: string, diep: string, stof: Stof, gooi: Gooi): Haarlagen {
  const vlak = (d: string, vulling = kleur): string => `<path d="${d}" fill="${vulling}"/>`;
  switch (kapsel) {
    case 'kaal':
      return { achter: '', voor: '' };
    case 'kalend':
      return {
        achter: '',
        voor: vlak('M147 146C139 122 142 96 160 80C164 92 154 104 153 124C153 134 150 140 147 146ZM253 146C261 122 258 96 240 80C236 92 246 104 247 124C247 134 250 140 253 146Z'),
      };
    case 'gemillimeterd':
      return {
        achter: '',
        voor: `<path d="M147 138C141 86 160 55 200 55C240 55 259 86 253 138C251 126 250 118 247 112C244 98 238 90 226 88C210 84 190 84 174 88C162 90 156 98 153 112C150 118 149 126 147 138Z" fill="${kleur}" opacity=".88"/>`,
      };
    case 'opgeschoren':
      return {
        achter: '',
        voor: `<path d="M147 140C141 100 150 72 170 64L230 64C250 72 259 100 253 140C251 122 249 108 242 96L158 96C151 108 149 122 147 140Z" fill="${kleur}" opacity=".62"/>`
          + vlak('M154 98C148 62 168 40 206 41C244 42 254 66 246 98C238 88 226 82 214 84C194 88 168 84 154 98Z')
          + lokken('M172 70C184 58 204 54 222 58M182 76C196 66 212 64 228 70', glans),
      };
    case 'kort':
      return {
        achter: '',
        voor: vlak('M147 142C137 92 150 44 202 43C252 42 264 92 253 142C251 122 250 110 242 98C220 102 190 98 173 84C167 96 152 102 150 120C149 128 148 134 147 142Z')
          + lokken('M176 82C178 68 190 58 208 55M196 90C210 76 226 72 242 78', glans),
      };
    case 'pixie':
      return {
        achter: '',
        voor: vlak('M148 152C136 104 144 42 204 42C258 42 266 104 252 152C248 140 250 122 240 108C224 110 206 104 196 90C188 104 168 114 156 116C152 128 152 142 148 152Z')
          + lokken('M196 90C194 72 206 58 224 56M182 100C178 82 182 68 192 58', glans),
      };
    case 'krullen': {
      const bollen = krullenrand(gooi, 200, 100, 50, 40, 176, 364, 10, 17) + krullenrand(gooi, 200, 94, 30, 26, 190, 350, 5, 18);
      return {
        achter: '',
        voor: `<g fill="${kleur}"><path d="M147 140C142 112 148 92 162 84C180 92 220 92 238 84C252 92 258 112 253 140C250 120 246 108 236 100C214 92 186 92 164 100C154 108 150 120 147 140Z"/>${bollen}</g>`
          + lokken('M168 76A10 10 0 0 1 184 70M192 62A10 10 0 0 1 208 62M216 72A10 10 0 0 1 232 78M180 92A9 9 0 0 1 194 88', glans, 2.4),
      };
    }
    case 'langekrullen': {
      const rand = krullenrand(gooi, 200, 132, 66, 84, 145, 395, 17, 20);
      return {
        achter: `<g fill="${kleur}"><path d="M140 196C122 120 146 54 200 54C254 54 278 120 260 196C240 214 160 214 140 196Z"/>${rand}</g>`,
        voor: `<g fill="${kleur}"><path d="M147 142C140 100 154 52 200 52C246 52 260 100 253 142C248 122 244 104 228 94C206 98 180 92 172 86C158 98 152 120 147 142Z"/>${krullenrand(gooi, 200, 92, 46, 34, 180, 360, 7, 14)}</g>`
          + lokken('M166 78A10 10 0 0 1 182 70M196 62A10 10 0 0 1 212 64M224 74A10 10 0 0 1 238 84M142 150A9 9 0 0 1 140 166M258 156A9 9 0 0 1 262 172', glans, 2.4),
      };
    }
    case 'afro': {
      const rand = krullenrand(gooi, 200, 104, 62, 60, 140, 400, 18, 19);
      return {
        achter: `<g fill="${kleur}"><ellipse cx="200" cy="104" rx="68" ry="66"/>${rand}</g>`,
        voor: vlak('M146 140C138 96 158 54 200 54C242 54 262 96 254 140C251 120 248 106 238 96C216 84 184 84 162 96C152 106 149 120 146 140Z')
          + lokken('M160 66A12 12 0 0 1 176 56M194 46A12 12 0 0 1 212 48M228 60A12 12 0 0 1 242 72M140 96A12 12 0 0 1 146 82', glans, 2.4),
      };
    }
    case 'lang':
      return {
        achter: vlak('M140 124C134 58 166 40 200 40C236 40 266 58 260 124C258 170 264 218 274 256C252 272 148 272 126 256C136 218 142 170 140 124Z', diep),
        voor: vlak(GORDIJN)
          + vlak('M146 112C138 160 138 214 130 258C138 264 148 264 154 258C150 220 152 176 150 140ZM254 112C262 160 262 214 270 258C262 264 252 264 246 258C250 220 248 176 250 140Z')
          + lokken('M188 62C170 76 158 92 152 116M206 70C226 84 240 98 246 116M142 176C142 204 140 226 138 246M259 180C259 206 261 228 262 246', glans),
      };
    case 'golvend':
      return {
        achter: vlak('M140 124C132 58 166 40 200 40C236 40 268 58 260 124C260 150 276 162 270 186C264 204 280 216 268 232C250 244 150 244 132 232C120 216 136 204 130 186C124 162 140 150 140 124Z', diep),
        voor: vlak('M210 62C190 92 160 100 151 146C134 104 138 42 200 40C262 42 264 104 249 146C248 112 230 96 210 62Z')
          + vlak('M147 116C142 148 124 160 131 186C136 204 120 216 133 232C146 238 156 230 154 216C152 200 160 192 152 174C146 160 152 150 150 134ZM253 116C258 148 276 160 269 186C264 204 280 216 267 232C254 238 244 230 246 216C248 200 240 192 248 174C254 160 248 150 250 134Z')
          + lokken('M208 60C186 78 164 88 154 114M218 72C232 84 242 98 246 114M140 168C136 182 146 194 142 210M260 168C264 182 254 194 258 210', glans),
      };
    case 'bob':
      return {
        achter: vlak('M136 196C126 90 144 40 200 40C256 40 274 90 264 196C250 208 236 208 226 200L174 200C164 208 150 208 136 196Z', diep),
        voor: vlak(GORDIJN)
          + vlak('M147 108C136 140 132 172 136 196C144 204 156 206 160 200C152 180 150 160 150 136ZM253 108C264 140 268 172 264 196C256 204 244 206 240 200C248 180 250 160 250 136Z')
          + lokken('M188 62C170 76 158 92 152 116M206 70C226 84 240 98 246 116', glans),
      };
    case 'pony':
      return {
        achter: vlak('M138 198C126 90 144 40 200 40C256 40 274 90 262 198C250 210 236 210 226 202L174 202C164 210 150 210 138 198Z', diep),
        voor: vlak('M146 196C136 200 136 192 136 180C132 88 144 40 200 40C256 40 268 88 264 180C264 192 264 200 254 196C250 170 254 146 248 118C226 108 176 108 152 118C146 146 150 170 146 196Z')
          + lokken('M168 112C168 88 178 64 194 50M200 110C200 90 204 68 212 54M230 112C232 90 228 72 222 58', glans),
      };
    case 'knot':
      return {
        achter: `<ellipse cx="200" cy="38" rx="27" ry="23" fill="${kleur}"/>` + lokken('M182 36C188 22 212 20 218 34M186 44C196 34 208 34 216 44', glans),
        voor: vlak(OPGESTOKEN) + lokken('M160 94C166 74 180 60 196 52M240 94C234 74 220 60 206 52M184 80C186 68 192 60 198 54', glans),
      };
    case 'staart':
      return {
        achter: vlak('M226 54C274 56 290 108 280 164C276 196 282 214 272 236C260 242 252 228 254 206C258 160 256 112 222 84Z', diep)
          + lokken('M244 74C268 96 272 136 266 196', glans),
        voor: vlak(OPGESTOKEN) + lokken('M158 98C168 74 190 58 220 54M186 80C198 68 212 62 228 62', glans),
      };
    case 'vlechten': {
      const lijnen = [132, 142, 152, 248, 258, 268];
      const strengen = lijnen
        .map((x, i) => `M${n(172 + (x > 200 ? 56 : 0))} 90C${x} 110 ${x} 170 ${n(x + (x < 200 ? -3 : 3))} ${n(234 + ((i * 7) % 3) * 8)}`)
        .join('');
      return {
        achter: `<path d="M144 150C134 90 152 42 200 42C248 42 266 90 256 150Z" fill="${kleur}"/><path d="${strengen}" fill="none" stroke="${kleur}" stroke-width="11" stroke-linecap="round"/>`
          + `<path d="${strengen}" fill="none" stroke="${glans}" stroke-width="7" stroke-dasharray="1.5 6" opacity=".45"/>`,
        voor: vlak(OPGESTOKEN) + lokken('M158 100C162 78 174 62 190 50M176 86C178 70 188 58 198 50M200 82V48M224 86C222 70 212 58 202 50M242 100C238 78 226 62 210 50', glans, 1.8, 0.5),
      };
    }
    case 'locs': {
      const strengen = [138, 147, 253, 262]
        .map((x, i) => `M${x < 200 ? 166 : 234} 80C${x} 100 ${x} 140 ${x + (x < 200 ? -3 : 3)} ${184 + ((i * 5) % 3) * 7}`)
        .join('');
      return {
        achter: `<path d="${strengen}" fill="none" stroke="${kleur}" stroke-width="13" stroke-linecap="round"/>`,
        voor: vlak('M146 138C136 86 156 42 200 42C244 42 264 86 254 138C252 116 248 104 240 96C230 88 226 98 216 92C206 86 198 96 188 91C178 87 172 98 160 98C152 106 148 118 146 138Z')
          + lokken('M162 98C160 78 172 60 188 50M188 90C184 72 192 58 200 48M216 91C218 74 210 58 204 48M240 96C240 76 228 60 212 50', glans, 2, 0.5),
      };
    }
    case 'hoofddoek':
      return {
        achter: '',
        voor: `<path d="M156 200C142 228 124 242 104 258C128 296 272 296 296 258C276 242 258 228 244 200Q222 214 200 210Q178 214 156 200Z" fill="${stof.basis}"/>`
          + `<path fill-rule="evenodd" d="M200 40C252 40 270 84 266 138C264 186 254 226 222 240Q200 248 178 240C146 226 136 186 134 138C130 84 148 40 200 40ZM200 84C174 84 155 102 154 136C153 172 174 207 200 208C226 207 247 172 246 136C245 102 226 84 200 84Z" fill="${stof.basis}"/>`
          + `<path d="M155 128C157 100 176 84 200 84C224 84 243 100 245 128C238 106 222 95 200 95C178 95 162 106 155 128Z" fill="${stof.donker}"/>`
          + lokken('M152 78C166 58 190 50 214 54M146 104C150 92 156 84 164 78M250 188C240 224 206 244 158 258M246 214C240 242 214 262 184 274', stof.licht, 2.6, 0.7)
          + lokken('M142 176C148 212 168 236 202 246M238 236C232 254 214 270 196 282', stof.donker, 2.6, 0.7),
      };
    case 'pet':
      return {
        achter: '',
        voor: vlak('M147 142C142 122 143 104 148 96L158 98C153 112 152 128 147 142ZM253 142C258 122 257 104 252 96L242 98C247 112 248 128 253 142Z')
          + `<path d="M143 106C138 60 164 38 200 38C236 38 262 60 257 106C236 92 164 92 143 106Z" fill="${stof.basis}"/>`
          + lokken('M200 38C200 56 200 76 200 94M172 46C164 60 162 78 163 97M228 46C236 60 238 78 237 97', stof.donker, 1.8, 0.55)
          + `<path d="M142 107C160 88 240 88 258 107C266 120 262 126 254 122C226 112 174 112 146 122C138 126 134 120 142 107Z" fill="${stof.donker}"/>`
          + lokken('M148 110C170 98 230 98 252 110', stof.licht, 2, 0.6),
      };
    case 'muts':
      return {
        achter: '',
        voor: vlak('M147 144C142 126 143 112 148 104L158 106C153 118 152 132 147 144ZM253 144C258 126 257 112 252 104L242 106C247 118 248 132 253 144Z')
          + `<path d="M146 92C142 50 168 30 200 30C232 30 258 50 254 92Z" fill="${stof.basis}"/>`
          + `<path d="M140 94C141 82 146 80 156 79C184 75 216 75 244 79C254 80 259 82 260 94C261 108 258 112 248 110C216 104 184 104 152 110C142 112 139 108 140 94Z" fill="${stof.donker}"/>`
          + lokken('M156 82V106M171 80V104M186 78V102M200 78V102M214 78V102M229 80V104M244 82V106', stof.basis, 2, 0.8)
          + lokken('M172 44C166 54 163 64 163 72M200 38V72M228 44C234 54 237 64 237 72', stof.donker, 2, 0.45),
      };
  }
}

// --------------------------------------------------------------- clothes

type Kleding = 'tshirt' | 'hemd' | 'werkjas' | 'polo' | 'vest' | 'trui';
const KLEDING: readonly Kleding[] = ['tshirt', 'tshirt', 'hemd', 'werkjas', 'polo', 'vest', 'trui'];

function tekenKleding(soort: Kleding, stof: Stof, onder: Stof, breed: number): string {
  const l = 200 - breed;
  const r = 200 + breed;
  const romp = `M${l} 322C${n(l + 1)} 282 ${n(l + 20)} 262 ${n(l + 52)} 252L174 238Q200 262 226 238L${n(r - 52)} 252C${n(r - 20)} 262 ${n(r - 1)} 282 ${r} 322Z`;
  const vlak = (d: string, kleur: string, dekking = ''): string => `<path d="${d}" fill="${kleur}"${dekking}/>`;
  const lijn = (d: string, kleur: string, dikte = 2): string =>
    `<path d="${d}" fill="none" stroke="${kleur}" stroke-width="${dikte}" stroke-linecap="round"/>`;
  // Soft shade on one side and the folds at the arms.
  const plooi = vlak(`M${r} 322C${n(r - 1)} 282 ${n(r - 20)} 262 ${n(r - 52)} 252C${n(r - 42)} 276 ${n(r - 40)} 300 ${n(r - 42)} 322Z`, stof.donker, ' opacity=".55"')
    + lijn(`M${n(l + 32)} 322C${n(l + 30)} 308 ${n(l + 31)} 298 ${n(l + 34)} 290`, stof.donker);
  switch (soort) {
    case 'tshirt':
      return vlak(romp, stof.basis) + plooi
        + vlak('M170 239Q200 276 230 239L224 236Q200 264 176 236Z', stof.donker);
    case 'trui':
      return vlak(romp, stof.basis) + plooi
        + vlak('M168 232Q200 252 232 232L236 246Q200 274 164 246Z', stof.licht)
        + lijn('M176 240V252M188 244V258M200 246V260M212 244V258M224 240V252', stof.basis, 1.6);
    case 'hemd':
      return vlak(romp, stof.basis) + plooi
        + vlak('M176 236L200 264L224 236L200 246Z', stof.donker)
        + vlak('M172 228L200 262L178 282L156 246ZM228 228L200 262L222 282L244 246Z', stof.licht)
        + lijn('M200 264V322', stof.donker)
        + `<circle cx="206" cy="286" r="2.4" fill="${stof.donker}"/><circle cx="206" cy="310" r="2.4" fill="${stof.donker}"/>`;
    case 'polo':
      return vlak(romp, stof.basis) + plooi
        + vlak('M192 256H208V300H192Z', stof.donker)
        + vlak('M170 230L194 258L176 268L158 246ZM230 230L206 258L224 268L242 246Z', stof.licht)
        + `<circle cx="200" cy="272" r="2.2" fill="${stof.licht}"/><circle cx="200" cy="288" r="2.2" fill="${stof.licht}"/>`;
    case 'vest':
      return vlak(romp, onder.basis)
        + vlak('M170 239Q200 276 230 239L224 236Q200 264 176 236Z', onder.donker)
        + vlak(`M${l} 322C${n(l + 1)} 282 ${n(l + 20)} 262 ${n(l + 52)} 252L170 236C166 266 176 296 186 322ZM${r} 322C${n(r - 1)} 282 ${n(r - 20)} 262 ${n(r - 52)} 252L230 236C234 266 224 296 214 322Z`, stof.basis)
        + plooi
        + lijn('M169 238C166 268 176 296 185 322M231 238C234 268 224 296 215 322', stof.licht, 5);
    case 'werkjas':
      return vlak(romp, onder.basis)
        + vlak('M170 239Q200 276 230 239L224 236Q200 264 176 236Z', onder.donker)
        + vlak(`M${l} 322C${n(l + 1)} 282 ${n(l + 20)} 262 ${n(l + 52)} 252L172 230L190 322ZM${r} 322C${n(r - 1)} 282 ${n(r - 20)} 262 ${n(r - 52)} 252L228 230L210 322Z`, stof.basis)
        + plooi
        + vlak('M174 224L152 240L164 284L186 264ZM226 224L248 240L236 284L214 264Z', stof.licht)
        + vlak(`M${n(l + 36)} 298H185L187 308H${n(l + 34)}ZM${n(r - 36)} 298H215L213 308H${n(r - 34)}Z`, '#ece7cf', ' opacity=".9"');
  }
}

// ------------------------------------------------------------------ face

const GEZICHT = (kaak: number, kin: number): string =>
  `M146 126C146 82 166 58 200 58C234 58 254 82 254 126C254 162 ${200 + kaak} 186 ${200 + kin} 202Q200 212 ${200 - kin} 202C${200 - kaak} 186 146 162 146 126Z`;

function ooghelft(x: number, y: number, iris: string, lid: string, wimper: string, wijd: number, lang: boolean): string {
  const b = 10.5;
  const h = wijd;
  // Outer side of the eye: left eye looks left, right eye looks right.
  const s = x < 200 ? -1 : 1;
  const oog = `M${n(x - b)} ${y}C${n(x - 5)} ${n(y - h)} ${n(x + 5)} ${n(y - h)} ${n(x + b)} ${y}C${n(x + 5)} ${n(y + h * 0.62)} ${n(x - 5)} ${n(y + h * 0.62)} ${n(x - b)} ${y}Z`;
  const wimpers = lang ? `M${n(x + s * b)} ${y}L${n(x + s * (b + 3.4))} ${n(y - 2.6)}` : '';
  return `<path d="${oog}" fill="#fbf8f3"/>`
    + `<circle cx="${x}" cy="${n(y - 0.8)}" r="4.6" fill="${iris}"/><circle cx="${x}" cy="${n(y - 0.8)}" r="2.3" fill="#1d1614"/><circle cx="${n(x + 1.6)}" cy="${n(y - 2.4)}" r="1.2" fill="#fff"/>`
    + `<path d="M${n(x - b)} ${y}C${n(x - 5)} ${n(y - h)} ${n(x + 5)} ${n(y - h)} ${n(x + b)} ${y}${wimpers}" fill="none" stroke="${wimper}" stroke-width="${lang ? 2.6 : 2}" stroke-linecap="round"/>`
    + `<path d="M${n(x - b + 1.5)} ${n(y - h + 0.2)}Q${x} ${n(y - h - 5)} ${n(x + b - 1.5)} ${n(y - h + 0.2)}" fill="none" stroke="${lid}" stroke-width="1.6" stroke-linecap="round" opacity=".7"/>`;
}

function leesHaar(haar: string | undefined): { kapsel?: Kapsel; kleur?: string } {
  if (!haar) return {};
  const tekst = haar.toLowerCase();
  const kapsel = STIJLWOORDEN.find(([patroon]) => patroon.test(tekst))?.[1];
  const kleur = KLEURWOORDEN.find(([patroon]) => patroon.test(tekst))?.[1];
  return { ...(kapsel ? { kapsel } : {}), ...(kleur ? { kleur } : {}) };
}

/** Makes a hex colour lighter (positive) or darker (negative). */
function meng(hex: string, deel: number): string {
  const doel = deel > 0 ? 255 : 0;
  const kracht = Math.abs(deel);
  let uit = '#';
  for (let i = 1; i < 7; i += 2) {
    const v = parseInt(hex.slice(i, i + 2), 16);
    uit += Math.round(v + (doel - v) * kracht).toString(16).padStart(2, '0');
  }
  return uit;
}

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 320" aria-hidden="true" focusable="false">';

/**
 * Draws head and shoulders. Everything the caller does not fix in `kenmerken`
 * follows from the seed.
 */
export function tekenPortret(seed: string, kenmerken: Portretkenmerken = {}): string {
  const gooi = dobbelsteen(`portret:${seed}`);
  const gevraagd = leesHaar(kenmerken.haar);

  // Draw every random choice in a fixed order, also when it is overruled, so
  // that fixing one trait does not change the others.
  const achtergrond = kies(gooi, ACHTERGROND);
  const stijlGegooid = kies(gooi, ['v', 'm'] as const);
  const stijl = kenmerken.stijl ?? stijlGegooid;
  const huidGegooid = kies(gooi, [1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6] as const);
  const huidNr = kenmerken.huid ?? huidGegooid;
  const leeftijdGegooid = kies(gooi, ['jong', 'jong', 'midden', 'midden', 'midden', 'ouder'] as const);
  const leeftijd = kenmerken.leeftijd ?? leeftijdGegooid;
  const huid = HUID[huidNr];
  const ouder = leeftijd === 'ouder';

  let kapsel = kies(gooi, (huidNr >= 5 ? KAPSELS_DONKER : KAPSELS)[stijl]);
  const gooiKapsel = gooi();
  if (stijl === 'm' && ouder && gooiKapsel < 0.45) kapsel = gooiKapsel < 0.3 ? 'kalend' : 'kaal';
  if (stijl === 'm' && leeftijd === 'midden' && gooiKapsel < 0.12) kapsel = 'kalend';
  const kapselOuder = kies(gooi, ['pixie', 'bob', 'krullen', 'knot'] as const);
  if (stijl === 'v' && ouder && gooiKapsel < 0.5) kapsel = kapselOuder;
  if (stijl === 'v' && (huidNr === 3 || huidNr === 4) && gooiKapsel > 0.62) kapsel = 'hoofddoek';
  kapsel = gevraagd.kapsel ?? kapsel;

  const kleuren = huidNr >= 5 ? ['zwart', 'zwart', 'donkerbruin']
    : huidNr === 4 ? ['zwart', 'zwart', 'donkerbruin', 'donkerbruin']
      : huidNr === 3 ? ['zwart', 'donkerbruin', 'donkerbruin', 'bruin']
        : ['donkerbruin', 'bruin', 'bruin', 'kastanje', 'donkerblond', 'donkerblond', 'blond', 'rood'];
  let haarnaam = kies(gooi, kleuren);
  const gooiGrijs = gooi();
  const grijs = kies(gooi, ['peper en zout', 'grijs', 'grijs', 'wit'] as const);
  if (ouder && gooiGrijs < 0.85) haarnaam = grijs;
  else if (leeftijd === 'midden' && gooiGrijs < 0.14) haarnaam = 'peper en zout';
  haarnaam = gevraagd.kleur ?? haarnaam;
  const haar = HAARKLEUR[haarnaam] ?? '#3b2a22';
  const licht = haarnaam === 'wit' || haarnaam === 'grijs' || haarnaam === 'blond';
  const glans = meng(haar, licht ? -0.25 : 0.45);
  const diep = meng(haar, -0.16);
  const wenkbrauw = haarnaam === 'wit' ? '#9d9892' : meng(haar, licht ? -0.22 : -0.08);

  const stofNr = Math.floor(gooi() * STOF.length);
  // No white clothes on the paper background.
  const stof = STOF[stofNr === 7 && achtergrond === ACHTERGROND[0] ? 0 : stofNr] as Stof;
  const tweede = STOF[(stofNr + 3 + Math.floor(gooi() * 5)) % STOF.length] as Stof;
  const kleding = kies(gooi, KLEDING);

  const breedte = 0.95 + gooi() * 0.09;
  const kanteling = (gooi() - 0.5) * 5;
  const kaak = Math.round((stijl === 'm' ? 46 : 41) + gooi() * 5);
  const kin = Math.round((stijl === 'm' ? 19 : 15) + gooi() * 5);
  const oogY = 136;
  const oogX = 21 + gooi() * 2.4;
  const oogWijd = 7 + gooi() * 1.6 - (ouder ? 0.6 : 0);
  const irissen = huidNr >= 4 ? ['#3a2418']
    : huidNr === 3 ? ['#3d281b', '#553a24']
      : ['#5b7f94', '#64805f', '#6b4a2e', '#4a3220', '#6d8899'];
  const iris = kies(gooi, irissen);
  const boog = gooi() * 3;
  const neusB = 8 + gooi() * 2.5 + (huidNr >= 5 ? 2 : 0);
  const mondsoort = gooi();
  const mondB = 16 + gooi() * 4;
  const bril = gooi() < (ouder ? 0.42 : 0.22);
  const brilrond = gooi() < 0.5;
  const brilkleur = kies(gooi, ['#2c2624', '#4a3a30', '#5d6770', '#6a3f3a'] as const);
  const gooiBaard = gooi();
  const gooiOorbel = gooi();
  const oorbel = stijl === 'v' && gooiOorbel < 0.35;
  const vormX = 120 + Math.round(gooi() * 160);

  const schouders = (stijl === 'm' ? 122 : 108) + Math.round(gooi() * 8);
  const nek = stijl === 'm' ? 27 : 22;
  const lagen = tekenHaar(kapsel, haar, glans, diep, tweede, gooi);
  const draai = `transform="translate(200 0) rotate(${n(kanteling)} 0 210) scale(${n(breedte * 100) === '100' ? 1 : Math.round(breedte * 100) / 100} 1) translate(-200 0)"`;
  const bedekt = kapsel === 'hoofddoek';
  // Long hair falls over the ears.
  const oren = !bedekt && !(['lang', 'golvend', 'bob', 'pony', 'langekrullen'] as Kapsel[]).includes(kapsel);
  // Fill the frame, but leave room for high hair.
  const maat = (['afro', 'knot', 'langekrullen'] as Kapsel[]).includes(kapsel) ? 1.04 : 1.1;

  let svg = OPEN;
  svg += `<path d="M0 0H400V320H0Z" fill="${achtergrond.vlak}"/><circle cx="${vormX}" cy="176" r="150" fill="${achtergrond.vorm}" opacity=".75"/>`;
  svg += `<g transform="translate(${n(200 - 200 * maat)} ${n(322 - 322 * maat)}) scale(${maat})">`;
  if (lagen.achter) svg += `<g ${draai}>${lagen.achter}</g>`;

  // Neck, with the shade of the chin.
  svg += `<path d="M${200 - nek} 178V234C${200 - nek} 262 ${200 + nek} 262 ${200 + nek} 234V178Z" fill="${huid.basis}"/>`
    + `<path d="M${200 - nek} 240V242C${200 - nek} 246 ${198 - nek} 250 ${188 - nek} 252L200 284L${212 + nek} 252C${202 + nek} 250 ${200 + nek} 246 ${200 + nek} 242V240Z" fill="${huid.basis}"/>`
    + `<path d="M${200 - nek} 194Q200 226 ${200 + nek} 194V210Q206 244 ${200 - nek} 214Z" fill="${huid.schaduw}" opacity=".75"/>`;
  svg += tekenKleding(kleding, stof, tweede === stof ? (STOF[7] as Stof) : tweede, schouders);

  svg += `<g ${draai}>`;
  if (oren) {
    svg += `<g fill="${huid.basis}"><ellipse cx="146" cy="140" rx="9" ry="15"/><ellipse cx="254" cy="140" rx="9" ry="15"/></g>`
      + `<path d="M141 134C147 132 149 140 145 147M259 134C253 132 251 140 255 147" fill="none" stroke="${huid.schaduw}" stroke-width="2.4" stroke-linecap="round"/>`;
    if (oorbel) svg += '<g fill="#d3a648"><circle cx="144" cy="157" r="3"/><circle cx="256" cy="157" r="3"/></g>';
  }
  svg += `<path d="${GEZICHT(kaak, kin)}" fill="${huid.basis}"/>`
    // Shade on one side, light on the forehead, warm cheeks.
    + `<path d="M236 74C250 90 254 108 254 126C254 162 ${200 + kaak} 186 ${200 + kin} 202Q210 208 198 207C228 192 243 164 243 128C243 104 242 90 236 74Z" fill="${huid.schaduw}" opacity=".5"/>`
    + `<ellipse cx="186" cy="98" rx="24" ry="14" fill="${huid.licht}" opacity=".55"/>`
    + `<g fill="${huid.blos}" opacity="${huidNr >= 5 ? '.28' : '.24'}"><ellipse cx="167" cy="163" rx="13" ry="9"/><ellipse cx="232" cy="163" rx="13" ry="9"/></g>`;

  // Beard under the mouth and the nose.
  let snor = '';
  let volleBaard = false;
  if (stijl === 'm') {
    const baard = haarnaam === 'wit' ? '#cbc7c0' : meng(haar, licht ? -0.08 : 0.06);
    const vol = `M146 134C146 168 ${198 - kaak} 190 ${198 - kin} 206Q200 220 ${202 + kin} 206C${202 + kaak} 190 254 168 254 134C250 150 246 164 236 170C226 164 212 165 200 167C188 165 174 164 164 170C154 164 150 150 146 134Z`;
    volleBaard = gooiBaard < (leeftijd === 'jong' ? 0.14 : 0.26);
    if (volleBaard) svg += `<path d="${vol}" fill="${baard}"/>`;
    else if (gooiBaard < 0.5) svg += `<path d="${vol}" fill="${haar}" opacity=".22"/>`;
    else if (gooiBaard < 0.58) snor = `<path d="M200 170C190 167 178 171 172 181C182 181 192 179 200 176C208 179 218 181 228 181C222 171 210 167 200 170Z" fill="${baard}"/>`;
    else if (gooiBaard < 0.65) snor = `<path d="M200 169C188 167 178 172 176 186C176 202 186 212 200 212C214 212 224 202 224 186C222 172 212 167 200 169Z" fill="${baard}"/>`;
  }

  // Nose: a soft shade and the wings only.
  svg += `<path d="M205 140C206 150 ${n(200 + neusB)} 158 ${n(200 + neusB)} 163C${n(200 + neusB)} 168 205 168 200 167C206 160 204 150 205 140Z" fill="${huid.schaduw}" opacity=".6"/>`
    + `<path d="M${n(200 - neusB + 1)} 164Q${n(197 - neusB / 3)} 169 200 168Q${n(203 + neusB / 3)} 169 ${n(200 + neusB - 1)} 164" fill="none" stroke="${meng(huid.schaduw, -0.18)}" stroke-width="2.2" stroke-linecap="round" opacity=".8"/>`;
  svg += snor;

  // Mouth: closed smile, soft smile with lips, or slightly open.
  const baarddekt = snor.length > 0;
  const mY = baarddekt ? 185 : 183;
  const mL = n(200 - mondB);
  const mR = n(200 + mondB);
  const lip = stijl === 'v' ? huid.lip : meng(huid.lip, huidNr >= 5 ? 0.08 : 0.12);
  if (mondsoort < 0.34) {
    svg += `<path d="M${mL} ${mY - 2}Q200 ${mY + 3} ${mR} ${mY - 2}Q${n(200 + mondB * 0.55)} ${mY + 12} 200 ${mY + 12}Q${n(200 - mondB * 0.55)} ${mY + 12} ${mL} ${mY - 2}Z" fill="${meng(huid.lip, -0.35)}"/>`
      + `<path d="M${n(200 - mondB + 3)} ${mY - 0.6}Q200 ${mY + 3.4} ${n(200 + mondB - 3)} ${mY - 0.6}Q${n(200 + mondB * 0.5)} ${mY + 7} 200 ${mY + 7}Q${n(200 - mondB * 0.5)} ${mY + 7} ${n(200 - mondB + 3)} ${mY - 0.6}Z" fill="#fbf7f1"/>`
      + `<path d="M${mL} ${mY - 2}Q${n(200 - mondB * 0.55)} ${mY + 12} 200 ${mY + 12}Q${n(200 + mondB * 0.55)} ${mY + 12} ${mR} ${mY - 2}" fill="none" stroke="${lip}" stroke-width="2.6" stroke-linecap="round"/>`;
  } else {
    svg += `<path d="M${n(200 - mondB + 2)} ${mY}Q192 ${mY - 5} 200 ${mY - 3}Q208 ${mY - 5} ${n(200 + mondB - 2)} ${mY}Q200 ${mY + (stijl === 'v' ? 15 : 12)} ${n(200 - mondB + 2)} ${mY}Z" fill="${lip}" opacity="${stijl === 'v' ? '.85' : '.6'}"/>`
      + `<path d="M${mL} ${mY - 1.5}Q200 ${mY + 7} ${mR} ${mY - 1.5}" fill="none" stroke="${meng(huid.lip, -0.3)}" stroke-width="2.2" stroke-linecap="round"/>`;
  }

  // Eyes and brows.
  const wimper = huidNr >= 4 ? '#1f1613' : '#38281f';
  for (const x of [200 - oogX, 200 + oogX]) {
    svg += ooghelft(Number(n(x)), oogY, iris, huid.schaduw, wimper, oogWijd, stijl === 'v' && !ouder);
  }
  const bw = stijl === 'm' ? 5 : 3.4;
  svg += `<path d="M${n(200 - oogX - 13)} ${n(122 - boog / 3)}Q${n(200 - oogX - 3)} ${n(114 - boog)} ${n(200 - oogX + 11)} ${n(120 - boog / 4)}M${n(200 + oogX + 13)} ${n(122 - boog / 3)}Q${n(200 + oogX + 3)} ${n(114 - boog)} ${n(200 + oogX - 11)} ${n(120 - boog / 4)}" fill="none" stroke="${wenkbrauw}" stroke-width="${bw}" stroke-linecap="round"/>`;

  // Lines of age, very soft.
  if (leeftijd !== 'jong') {
    const wang = volleBaard ? '' : 'M172 166Q165 174 168 184M228 166Q235 174 232 184';
    const ogen = `M${n(200 - oogX - 7)} 145Q${n(200 - oogX)} 150 ${n(200 - oogX + 8)} 147M${n(200 + oogX + 7)} 145Q${n(200 + oogX)} 150 ${n(200 + oogX - 8)} 147`;
    const voorhoofd = kapsel === 'kaal' || kapsel === 'kalend' || kapsel === 'gemillimeterd' ? 'M180 103Q200 99 220 103' : '';
    svg += `<path d="${wang}${ouder ? ogen + voorhoofd : ''}" fill="none" stroke="${huid.schaduw}" stroke-width="1.8" stroke-linecap="round" opacity="${ouder ? '.85' : '.45'}"/>`;
  }

  svg += lagen.voor;

  if (bril) {
    const b = Number(n(oogX));
    const glas = brilrond
      ? `<circle cx="${200 - b}" cy="138" r="16.5"/><circle cx="${200 + b}" cy="138" r="16.5"/>`
      : `<rect x="${n(183 - b)}" y="125" width="34" height="26" rx="9"/><rect x="${n(183 + b)}" y="125" width="34" height="26" rx="9"/>`;
    svg += `<g fill="#fff" fill-opacity=".14" stroke="${brilkleur}" stroke-width="2.8">${glas}<path d="M${n(217 - b - (brilrond ? 0.5 : 0))} 136Q200 131 ${n(183 + b)} 136M${n(183 - b)} 134L${oren ? 149 : 156} 131M${n(217 + b)} 134L${oren ? 251 : 244} 131" fill="none"/></g>`;
  }
  return `${svg}</g></g></svg>`;
}

/**
 * Draws an abstract pattern in the same pastels: for a person who does not
 * show a face. It says nothing about the person; only the seed decides.
 */
export function tekenInitiaal(seed: string): string {
  const gooi = dobbelsteen(`initiaal:${seed}`);
  const kleur = kies(gooi, ACHTERGROND);
  const andere = kies(gooi, ACHTERGROND.filter((k) => k !== kleur));
  const stof = kies(gooi, STOF.filter((s) => s !== STOF[7]));
  const soort = Math.floor(gooi() * 4);
  let svg = `${OPEN}<path d="M0 0H400V320H0Z" fill="${kleur.vlak}"/>`;
  if (soort === 0) {
    // A window with four panes and a low sun.
    const x = 140 + Math.round(gooi() * 120);
    const y = 120 + Math.round(gooi() * 70);
    svg += `<rect x="110" y="50" width="180" height="220" rx="26" fill="${andere.vlak}"/>`
      + `<circle cx="${x}" cy="${y}" r="34" fill="${andere.diep}"/>`
      + `<path d="M110 ${200 + Math.round(gooi() * 20)}C160 180 220 236 290 196V244Q290 270 264 270H136Q110 270 110 244Z" fill="${kleur.diep}"/>`
      + `<path d="M200 50V270M110 160H290" stroke="${kleur.vlak}" stroke-width="8"/>`;
  } else if (soort === 1) {
    // Hills, one behind the other.
    svg += `<circle cx="${90 + Math.round(gooi() * 220)}" cy="96" r="40" fill="${andere.diep}" opacity=".8"/>`;
    const tinten = [kleur.vorm, kleur.diep, stof.licht];
    tinten.forEach((tint, i) => {
      const y = 170 + i * 46 + Math.round(gooi() * 16);
      const d = 30 + Math.round(gooi() * 40);
      svg += `<path d="M0 ${y}C90 ${y - d} 150 ${y + d} 230 ${y}S350 ${y - d} 400 ${y + 8}V320H0Z" fill="${tint}"${i === 2 ? ' opacity=".75"' : ''}/>`;
    });
  } else if (soort === 2) {
    // A small quilt: quarter circles that turn.
    for (let r = 0; r < 4; r++) {
      for (let k = 0; k < 5; k++) {
        const x = k * 80;
        const y = r * 80;
        const tint = kies(gooi, [kleur.vorm, kleur.diep, andere.vlak, andere.diep]);
        const hoek = Math.floor(gooi() * 5);
        if (hoek === 4) svg += `<circle cx="${x + 40}" cy="${y + 40}" r="24" fill="${tint}"/>`;
        else svg += `<path d="M0 0H80A80 80 0 0 1 0 80Z" transform="translate(${x} ${y}) rotate(${hoek * 90} 40 40)" fill="${tint}"/>`;
      }
    }
  } else {
    // Leaves on a stem.
    const helling = Math.round((gooi() - 0.5) * 50);
    svg += `<circle cx="200" cy="160" r="122" fill="${kleur.vorm}"/><path d="M200 282Q${200 + helling} 190 200 62" fill="none" stroke="${stof.donker}" stroke-width="4" stroke-linecap="round"/>`;
    for (let i = 0; i < 6; i++) {
      const y = 250 - i * 32;
      const x = 200 + (helling * (1 - Math.abs(y - 172) / 110)) / 2;
      const kant = i % 2 ? 1 : -1;
      const l = 62 - i * 5 + Math.round(gooi() * 12);
      svg += `<path d="M0 0C${l * 0.3} -24 ${l * 0.8} -22 ${l} 0C${l * 0.8} 12 ${l * 0.3} 14 0 0Z" transform="translate(${n(x)} ${y}) scale(${kant} 1) rotate(-28)" fill="${i % 3 ? stof.licht : andere.diep}"/>`;
    }
  }
  return `${svg}</svg>`;
}
