/** Captions: a WebVTT file is checked by the parser of the W3C, and what is wrong is said with its line. Pure. */
import vtt from 'webvtt-parser';

/** The parser's message → what someone can do about it, first that fits; and how far past the mistake it counts lines. */
const UITLEG: readonly (readonly [pattern: RegExp, tekst: string, voorbij?: number])[] = [
  [/^No valid signature/, 'Het bestand begint niet met WEBVTT. Bewaar de ondertiteling als WebVTT (.vtt), niet als SRT.'],
  [/^No blank line after the signature/, 'Na de eerste regel hoort een lege regel.'],
  [/^Start timestamp is not greater/, 'Dit blok begint eerder dan het blok ervoor. Zet de blokken op volgorde van tijd.'],
  [/^End timestamp is not greater/, 'De eindtijd ligt niet na de begintijd.'],
  [/^You cannot have more than 59|minutes is greater than 59/, 'Minuten en seconden gaan tot en met 59.'],
  [/timestamp separator|separated|time unit|two digits|three digits|decimal separator|No timestamp|Timestamp must start|trailing characters|No seconds/i, 'De tijd klopt niet. Schrijf hem als 00:01:02.500 --> 00:01:04.000.'],
  [/^Cue identifier/, 'Hier ontbreekt een tijd, of er staat een lege regel te veel.', 1],
  [/^Blank line missing/, 'Tussen twee blokken hoort een lege regel.'],
  [/tag|annotation|escape/i, 'De opmaak in de tekst klopt niet: controleer < > en &.', 1],
];

export type Ondertiteling = { goed: true; tekst: string } | { goed: false; melding: string };

/**
 * Checks captions.
 * @param bytes the file as it came in; WebVTT is always UTF-8
 * @returns the text to store, with plain line ends and without byte order mark, or what is wrong and in which line
 */
export function leesOndertiteling(bytes: Uint8Array): Ondertiteling {
  let tekst: string;
  try {
    tekst = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { goed: false, melding: 'De ondertiteling is geen tekst in UTF-8. Bewaar het bestand als WebVTT (.vtt).' };
  }
  const { cues, errors } = new vtt.WebVTTParser().parse(tekst, 'subtitles/captions/descriptions');
  const [first] = errors;
  if (first) {
    const [, uitleg, voorbij = 0] = UITLEG.find(([pattern]) => pattern.test(first.message)) ?? [null, 'Dit is geen geldige WebVTT.'];
    return { goed: false, melding: `Ondertiteling, regel ${first.line - voorbij}: ${uitleg}` };
  }
  if (!cues.some((cue) => cue.text.trim() !== '')) return { goed: false, melding: 'In de ondertiteling staat nog geen tekst.' };
  return { goed: true, tekst };
}
