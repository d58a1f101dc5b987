/** What somebody says to want and to be, apart from what they say not to: "horeca, maar niet in de bediening". Pure. */

/** Where one thing ends that somebody says and the next begins. */
const DEELZIN = /[,.;:!?()\n]|\s[-–]\s|\b(?:maar|want|wel|but)\b/giu;
const NEE = String.raw`\b(?:niet|geen|zonder|nooit|not)\b`;
const MET_NEE = new RegExp(NEE, 'iu');
/** What follows is denied, to the end of what is said; but "geen probleem" and "niet vies van" say that it is fine. */
const ONTKENT = new RegExp(String.raw`${NEE}(?!\s+(?:alleen|bang|vies|erg|probleem|problemen|bezwaar|moeite|punt)\b).*$`, 'isu');
/** What leads to the next thing, and to nothing when that is denied. */
const LEIDT = /^[\s,;:(–-]*(?:maar|want|wel|but)?$/iu;
/** Between several things that somebody would like. */
const OPSOMMING = /[,;/+]|\s(?:of|en|or|and|evt\.?|eventueel|ook|liefst|later|daarna)\s/iu;

/** A text without what it denies: "niet lassen" says nothing, and no wish to weld. */
export function withoutDenied(text: string): string {
  if (!MET_NEE.test(text)) return text;
  let at = 0;
  const parts: string[] = [];
  for (const { index, 0: sign } of [...text.matchAll(DEELZIN), { index: text.length, 0: '' }]) {
    parts.push(text.slice(at, index).replace(ONTKENT, ''), sign);
    at = index + sign.length;
  }
  while (parts.length > 0 && (LEIDT.test(parts.at(-1)!) || (parts.at(-1) === ')' && parts.at(-2)!.trim() === ''))) parts.pop();
  return parts.join('').trim();
}

/** The things that a wish names one by one: "bakkerij of keuken", "lassen, dagdienst". */
export function wishesIn(text: string): string[] {
  return text.split(OPSOMMING).map((part) => part.trim()).filter((part) => part !== '');
}
