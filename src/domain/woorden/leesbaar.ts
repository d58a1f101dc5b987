/**
 * How easy a Dutch text reads: a hint for writers, never a verdict.
 *
 * The figure is the reading ease of Flesch in the Dutch version of Douma (De leesbaarheid van landbouwbladen, 1960):
 * 206.84 − 77 × syllables per word − 0.93 × words per sentence. Syllables come from the Dutch hyphenation patterns of
 * the package hyphen, counted on by vowels where a line may not be broken ("a-vond").
 *
 * Limits: the formula sees lengths, not meaning. Words that everyone knows may be long (verpleegkundige) and hard ones
 * short (fiat), so words of this field that are hard stand in a list beside it. B1 is a level of readers; no formula
 * measures it. Under MIN_WOORDEN words there is too little to go by, and no figure is given. Pure.
 */
import dutch from 'hyphen/nl/index.js';
import { fold, stem } from './analyse.ts';

/** From this figure on a text counts as easy enough for B1; 60 is where Flesch's "standard" begins. */
export const GOED_VANAF = 60;
/** With fewer words one long word decides everything. */
export const MIN_WOORDEN = 15;
/** Advice for plain Dutch: sentences of about ten words, none over fifteen. */
export const LANGE_ZIN_WOORDEN = 15;
const LANG_WOORD_LETTERGREPEN = 6;

/** Words that many readers at B1 do not know, with what to write instead. */
const EENVOUDIGER: Record<string, string> = {
  accuraat: 'precies', adequaat: 'goed', affiniteit: 'ik houd van', ambitie: 'wat ik wil bereiken', assertief: 'ik zeg wat ik vind', communicatief: 'ik praat makkelijk met mensen', competentie: 'wat ik kan', coördineren: 'regelen',
  derhalve: 'daarom', desgewenst: 'als u dat wilt', discipline: 'volhouden', dynamisch: 'druk en steeds anders', empathisch: 'ik begrijp hoe een ander zich voelt', expertise: 'wat ik goed kan', faciliteren: 'helpen', flexibel: 'ik pas mij makkelijk aan',
  functioneren: 'werken', gedegen: 'goed', hanteren: 'gebruiken', indien: 'als', initiatief: 'ik begin uit mijzelf', integer: 'eerlijk', leergierig: 'ik leer graag', middels: 'met', multidisciplinair: 'met mensen uit andere vakken', nauwgezet: 'precies',
  participeren: 'meedoen', perspectief: 'kans', potentieel: 'wat iemand kan', proactief: 'ik begin uit mijzelf', realiseren: 'doen', representatief: 'netjes', stressbestendig: 'ik blijf rustig als het druk is', structureren: 'ordenen', teneinde: 'om',
  vaardigheid: 'wat ik kan', werkzaamheden: 'werk', zorgdragen: 'zorgen',
};

/** One key for the forms of a word. Beside the stem: "proactieve" is "proactief", and "competenties" one "competentie". */
export function wordKey(word: string): string {
  return stem(fold(word)).replace(/ies$/, 'ie').replace(/v$/, 'f').replace(/z$/, 's');
}
const BY_KEY = new Map(Object.entries(EENVOUDIGER).map(([woord, beter]) => [wordKey(woord), beter]));

export type Leesbaarheid = {
  woorden: number; zinnen: number;
  /** 0 is hard, 100 easy; null for a text that is too short to measure. */
  score: number | null;
  langeZinnen: { zin: string; woorden: number }[];
  langeWoorden: string[];
  moeilijk: { woord: string; beter: string }[];
};

/** Syllables of one word, at least 1. */
export function countSyllables(word: string): number {
  const plain = word.normalize('NFC').toLowerCase();
  const parts = dutch.hyphenateSync(plain, { hyphenChar: '|', minWordLength: 3 }).split('|');
  // A trema begins a syllable of its own, also where a line may not be broken.
  return parts.reduce((sum, part) => sum + Math.max(1, part.replace(/(?=[äëïöü])/g, '|').match(/[aeiouyà-æè-ïò-öù-ü]+/g)?.length ?? 0), 0);
}

/** The sentences of a text; a line of its own, as in a list, is one too. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?…])\s+|\n+/u).map((sentence) => sentence.trim()).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Words with a letter in them; a hyphen or an apostrophe inside keeps a word together. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)?.filter((word) => /\p{L}/u.test(word)) ?? [];

/** How a text reads: the figure where there is enough to measure, and what could be easier. */
export function leesbaarheid(text: string): Leesbaarheid {
  const zinnen = splitSentences(text).map((zin) => ({ zin, woorden: wordsOf(zin).length }));
  const words = wordsOf(text.normalize('NFC'));
  const syllables = words.map(countSyllables);
  const total = syllables.reduce((sum, count) => sum + count, 0);
  const moeilijk = new Map(words.flatMap((woord) => { const beter = BY_KEY.get(wordKey(woord)); return beter === undefined ? [] : [[fold(woord), { woord, beter }] as const]; }));
  return {
    woorden: words.length, zinnen: zinnen.length,
    score: words.length < MIN_WOORDEN ? null : Math.round(Math.min(100, Math.max(0, 206.84 - 77 * (total / words.length) - 0.93 * (words.length / zinnen.length)))),
    langeZinnen: zinnen.filter(({ woorden }) => woorden > LANGE_ZIN_WOORDEN),
    langeWoorden: [...new Set(words.filter((word, at) => syllables[at]! >= LANG_WOORD_LETTERGREPEN && !moeilijk.has(fold(word))))],
    moeilijk: [...moeilijk.values()],
  };
}

/** The figure in words, for people who do not know the scale. */
export function noemLeesbaarheid(score: number): string {
  if (score >= 80) return 'heel makkelijk te lezen';
  if (score >= GOED_VANAF) return 'goed te lezen';
  return score >= 45 ? 'lastig te lezen' : 'moeilijk te lezen';
}
