/** The state diagrams of src/domain/README.md say the same as the transition tables: no arrow more, no arrow less. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROFIEL_OVERGANGEN, PROFIEL_STATUSSEN } from '#src/domain/kandidaat/kandidaat.ts';
import { MATCH_OVERGANGEN, MATCH_STATUSSEN } from '#src/domain/match/match.ts';
import { VACATURE_OVERGANGEN, VACATURE_STATUSSEN } from '#src/domain/vacature/vacature.ts';
import { WERKGEVER_OVERGANGEN, WERKGEVER_STATUSSEN } from '#src/domain/werkgever/werkgever.ts';

type Overgangen = Record<string, { van: readonly string[]; naar: string; rol?: string; reden?: true; datum?: true }>;

const README = readFileSync(new URL('../../src/domain/README.md', import.meta.url), 'utf8');
const DIAGRAMS: [string, readonly string[], Overgangen][] = [
  ['Profiel', PROFIEL_STATUSSEN, PROFIEL_OVERGANGEN],
  ['Vacature', VACATURE_STATUSSEN, VACATURE_OVERGANGEN],
  ['Match', MATCH_STATUSSEN, MATCH_OVERGANGEN],
  ['Werkgever', WERKGEVER_STATUSSEN, WERKGEVER_OVERGANGEN],
];

/** The lines of the diagram under a heading. @throws when there is none, or when a line is no state and no arrow */
function readDiagram(kop: string): string[] {
  const body = new RegExp(`^### ${kop}\\n(?:(?!^##).*\\n)*?\`\`\`mermaid\\nstateDiagram-v2\\n([\\s\\S]*?)\`\`\``, 'm').exec(README)?.[1];
  if (body === undefined) throw new Error(`src/domain/README.md has no diagram under "${kop}"`);
  const names = new Map([...body.matchAll(/^ *state "([^"]+)" as (\S+)$/gm)].map(([, naam, id]) => [id!, naam!]));
  const naam = (id: string) => names.get(id) ?? id;
  return body.trim().split('\n').map((line) => line.trim()).filter((line) => !line.startsWith('state ')).map((line) => {
    const arrow = /^(\S+) --> (\S+?)(?:: (.+))?$/.exec(line);
    if (!arrow) throw new Error(`This line of the diagram under "${kop}" is no arrow: ${line}`);
    return `${naam(arrow[1]!)} --> ${naam(arrow[2]!)}${arrow[3] ? `: ${arrow[3]}` : ''}`;
  });
}

/** The arrows that a table stands for; a noun starts in the first of its states and ends where no verb leads on. */
function expectedArrows(statussen: readonly string[], overgangen: Overgangen): string[] {
  const arrows = Object.entries(overgangen).flatMap(([verb, { van, naar, rol, reden, datum }]) => van.map((from) => `${from} --> ${naar}: ${rol ? `${rol} ` : ''}${verb}${reden ? ' + reden' : ''}${datum ? ' + datum' : ''}`));
  const left = new Set(Object.values(overgangen).flatMap(({ van }) => van));
  return [`[*] --> ${statussen[0]}`, ...arrows, ...statussen.filter((status) => !left.has(status)).map((status) => `${status} --> [*]`)];
}

describe('the state diagrams', () => {
  it.each(DIAGRAMS)('of %s have exactly the arrows of its table', (kop, statussen, overgangen) => {
    expect(readDiagram(kop).sort()).toEqual(expectedArrows(statussen, overgangen).sort());
  });

  it.each(DIAGRAMS)('of %s name every state', (kop, statussen) => {
    const drawn = new Set(readDiagram(kop).flatMap((arrow) => arrow.replace(/: .*$/, '').split(' --> ')));
    expect([...drawn].filter((naam) => naam !== '[*]').sort()).toEqual([...statussen].sort());
  });
});
