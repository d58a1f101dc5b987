/** Forms for women of the names of occupations, by rule. */
import { expect, test } from 'vitest';
import { womensForms } from '#src/domain/woorden/vormen.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';

test.each([
  ['lasser', 'lasster'], ['bakker', 'bakster'], ['schoonmaker', 'schoonmaakster'], ['handhaver', 'handhaafster'], ['CNC-frezer', 'CNC-freesster'],
  ['draaier', 'draaister'], ['beheerder', 'beheerster'], ['bijrijder', 'bijrijdster'], ['metselaar', 'metselaarster'], ['begeleider', 'begeleidster'],
  ['taxichauffeur', 'taxichauffeuse'], ['visverwerker', 'visverwerkster'], ['loodgieter', 'loodgietster'], ['gastheer', 'gastvrouw'],
])('for a %s that is %s', (name, form) => {
  expect(womensForms(name)).toEqual([form]);
});

test('the word that says what someone is changes, first or last; other words stay', () => {
  expect(womensForms('schoonmaker school')).toContain('schoonmaakster school');
  expect(womensForms('hulp stratenmaker')).toEqual(['hulp stratenmaakster']);
  expect(womensForms('kok')).toEqual([]);
  expect(womensForms('hovenier')).toEqual([]);
});

test('Samira is found as what she is, not as a werkster', () => {
  const woorden = woordenboek();
  for (const [form, naam] of [['plaatwerkster', 'plaatwerker'], ['grondwerkster', 'grondwerker'], ['teamleidster magazijn', 'teamleider magazijn'], ['inpakmedewerkster', 'inpakmedewerker'], ['Verkeersregelaarster', 'verkeersregelaar'], ['vrachtwagenchauffeuse', 'vrachtwagenchauffeur']] as const) {
    const found = woorden.findBeroep(form);
    expect([found && woorden.beroepen[found.nr]!.naam, found?.zekerheid], form).toEqual([naam, 1]);
  }
});
