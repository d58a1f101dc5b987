/** Words about health and benefit: what is found, in which forms, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { findGezondheid } from '#src/domain/kandidaat/gezondheid.ts';

const found = (text: string) => findGezondheid(text).map(({ tekst }) => tekst);

describe('a warning', () => {
  it.each([
    ['Door mijn burn-out werk ik rustig.', ['burn-out']], ['Ik heb ADHD en ben snel overprikkeld', ['ADHD', 'overprikkeld']], ['Depressieve klachten', ['Depressieve']], ['Rugklachten en knieproblemen', ['Rugklachten', 'knieproblemen']],
    ['Ik heb last van mijn rug.', ['last van mijn rug']], ['pijn in mijn schouder', ['pijn in mijn schouder']], ['Ik slik elke dag medicijnen.', ['slik elke dag medicijnen']], ['Ik ben epileptisch, en chronisch moe', ['epileptisch', 'chronisch']],
    ['een Wajong-uitkering', ['Wajong', 'uitkering']], ['afstand tot de arbeidsmarkt', ['afstand tot de arbeidsmarkt']], ['Zij heeft ASS', ['ASS']], ['PATIËNT met diabetes', ['PATIËNT', 'diabetes']], ['Ik was lang ziek.', ['ziek']], ['mijn beperkingen', ['beperkingen']],
  ])('is given for "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('says why, and what to write instead: an arrangement, never the cause', () => {
    for (const treffer of findGezondheid('hernia, autisme, depressie, epilepsie, slechtziend, ziek, uitkering')) {
      expect(treffer.uitleg).toMatch(/gezondheid|uitkering/);
      expect(treffer.beter).toMatch(/^(Schrijf|Laat dit weg)/);
      expect(findGezondheid(treffer.beter)).toEqual([]);
    }
    expect(findGezondheid('hernia')[0]!.beter).toContain('tillen tot 10 kilo');
  });

  it('is given once for a word that comes back', () => {
    expect(found('Ziek, ziek en nog eens ziek')).toEqual(['Ziek']);
  });
});

describe('no warning', () => {
  it.each([
    'Ik ben hartelijk en kan goed tegen drukte.', 'Met een hart voor zorg', 'Klachten van klanten los ik op.', 'Ik los problemen op met mijn hoofd erbij.', 'Problemen? Ik pak ze met beide handen aan.', 'Schoonmaker in het ziekenhuis; ik zorgde voor zieken.', 'Blind typen', 'Hand- en spandiensten',
    'Een rustige, prikkelarme werkplek', 'Tillen tot 10 kilo', 'Uitleg op papier', 'Met mijn rugzak op de fiets', 'Goed met MS Office', 'Ik gebruik de kassa, en ik bezorgde medicijnen.', 'Ik help een fysiotherapeut met de agenda.', 'Ik houd van de snelheid in de keuken', 'We add new people', 'wat was ik nat', 'Werken met doven', '',
  ])('for "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});
