/** Languages as people write them, "Nederlands B1", and as they are kept, { taal: 'nl', niveau: 'B1' }. Pure. */
import { TAALNIVEAUS, type Taal, type Taalniveau } from './kandidaat.ts';

const NAMES = new Intl.DisplayNames('nl', { type: 'language', fallback: 'none' });

/** Spoken in the region and without a code of two letters. */
const DRIE_LETTERS = ['ary', 'ckb', 'kmr', 'pap', 'prs', 'rif', 'srn', 'zgh'];
/** What people call a language beside its name in the list of Unicode. */
const OOK: Record<string, string> = { farsi: 'fa', surinaams: 'srn', berbers: 'rif', koerdisch: 'ku', vlaams: 'nl' };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CODES = [...[...LETTERS].flatMap((a) => [...LETTERS].map((b) => a + b)), ...DRIE_LETTERS];
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

let byName: Map<string, string> | undefined;
function codes(): Map<string, string> {
  if (!byName) {
    byName = new Map();
    for (const code of CODES) {
      const name = NAMES.of(code);
      if (name && !byName.has(fold(name))) byName.set(fold(name), code);
    }
    for (const [name, code] of Object.entries(OOK)) if (!byName.has(name)) byName.set(name, code);
  }
  return byName;
}

/** "Nederlands B1"; a code without a name stays a code. */
export function toonTaal({ taal, niveau }: Taal): string {
  return `${NAMES.of(taal) ?? taal} ${niveau}`;
}

/**
 * Reads "Nederlands B1" or "nl B1".
 * @returns the language with its level, or what is wrong, in words that follow the name of the field
 */
export function leesTaal(text: string): Taal | { fout: string } {
  const [, name = '', niveau = ''] = /^(.*?)[\s:(]*\b([abc][12])\)?$/i.exec(text.trim()) ?? [];
  if (niveau === '') return { fout: `zet achter "${text.trim()}" een niveau van A1 tot C2` };
  const known = codes().get(fold(name)) ?? (/^[a-z]{2,3}$/.test(name) && (NAMES.of(name) !== undefined || name.length === 3) ? name : undefined);
  if (known === undefined) return { fout: `de taal "${name}" kennen wij niet` };
  return { taal: known, niveau: niveau.toUpperCase() as Taalniveau };
}

/** Languages whose name begins like this, each with all its levels when it is the only one, else with B1 first. */
export function taalSuggesties(begin: string, most: number): string[] {
  const [, name = '', level = ''] = /^(.*?)(?:\s+([abc][12]?))?$/i.exec(begin.trim()) ?? [];
  const found = [...codes()].filter(([key]) => key.startsWith(fold(name))).map(([, code]) => NAMES.of(code)!).filter((one, at, all) => all.indexOf(one) === at);
  const levels = TAALNIVEAUS.filter((niveau) => niveau.startsWith(level.toUpperCase()));
  return found.slice(0, Math.max(1, Math.floor(most / levels.length))).flatMap((one) => levels.map((niveau) => `${one} ${niveau}`)).slice(0, most);
}
