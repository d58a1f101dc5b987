/** The form of an occupation for women, by the rules of Dutch: lasser, lasster. Pure. */

const KLINKER = 'aeiouy';
/** Endings with a form of their own. */
const EIGEN: readonly [RegExp, string][] = [
  [/chauffeur$/, 'chauffeuse'], [/inspecteur$/, 'inspectrice'], [/instructeur$/, 'instructrice'], [/administrateur$/, 'administratrice'],
  [/heer$/, 'vrouw'], [/(eer|uur|oer)der$/, '$1ster'], [/aar$/, 'aarster'],
];

/**
 * Forms for women of a name: of its first word ("schoonmaker school") and of its last ("hulp stratenmaker").
 * @returns none where no rule fits; a form that nobody uses does no harm in a look-up
 */
export function womensForms(name: string): string[] {
  const words = name.split(' ');
  return [...new Set([0, words.length - 1])].flatMap((at) => {
    const form = womensForm(words[at]!);
    return form === undefined ? [] : [words.with(at, form).join(' ')];
  });
}

function womensForm(word: string): string | undefined {
  for (const [ending, form] of EIGEN) if (ending.test(word)) return word.replace(ending, form);
  if (!/\p{L}{2}er$/u.test(word) || word.endsWith('ier') && !/[aou]ier$/.test(word)) return undefined;
  return `${lengthen(word.slice(0, -2))}ster`;
}

/** The stem before "er" as it is written when its syllable is closed: bakk, bak; mak, maak; freez, frees. */
function lengthen(stem: string): string {
  const [before = '', vowel = '', last = ''] = stem.slice(-3);
  const closed = last === 'v' ? 'f' : last === 'z' ? 's' : last;
  if (vowel === last && !KLINKER.includes(last)) return stem.slice(0, -1);
  const open = KLINKER.includes(vowel) && vowel !== 'i' && !KLINKER.includes(last) && !KLINKER.includes(before);
  return `${stem.slice(0, -1)}${open ? vowel : ''}${closed}`;
}
