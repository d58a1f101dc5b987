/** A small strict reader of calendar files (RFC 5545): folding, line ends, escapes, and what each component must have. */

export type Regel = { naam: string; parameters: string; waarde: string };

/** The lines of a file. @throws Error for anything that the standard forbids */
export function readAgenda(text: string): Regel[] {
  if (/[^\r]\n|\r[^\n]|^\n/.test(text)) throw new Error('een regel eindigt niet op CRLF');
  if (!text.endsWith('\r\n')) throw new Error('de laatste regel heeft geen einde');
  for (const line of text.split('\r\n')) if (new TextEncoder().encode(line).length > 75) throw new Error(`langer dan 75 bytes: ${line}`);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n').slice(0, -1).map((line) => {
    const [, naam, parameters, waarde] = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line) ?? [];
    if (naam === undefined || /[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error(`geen regel van een agenda: ${line}`);
    return { naam, parameters: parameters!, waarde: waarde! };
  });
  const blocks: string[] = [];
  for (const { naam, waarde } of lines) {
    if (naam === 'BEGIN') blocks.push(waarde);
    if (naam === 'END' && blocks.pop() !== waarde) throw new Error(`${waarde} eindigt waar het niet begon`);
  }
  if (blocks.length > 0 || lines[0]!.waarde !== 'VCALENDAR') throw new Error('niet één VCALENDAR');
  for (const naam of ['VERSION', 'PRODID', 'METHOD', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE']) if (lines.filter((line) => line.naam === naam).length !== 1) throw new Error(`niet één keer ${naam}`);
  return lines;
}

/** The value of a property as it is meant, its escapes taken away. @throws Error for an escape that does not exist */
export function valueOf(lines: readonly Regel[], naam: string): string | undefined {
  return lines.find((line) => line.naam === naam)?.waarde.replace(/\\(.)|[;,]/g, (sign, escaped: string | undefined) => {
    if (escaped === undefined) throw new Error(`niet beschermd: ${sign} in ${naam}`);
    if (!'\\;,nN'.includes(escaped)) throw new Error(`onbekend: \\${escaped} in ${naam}`);
    return escaped.toLowerCase() === 'n' ? '\n' : escaped;
  });
}
