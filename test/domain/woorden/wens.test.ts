/** What people say to want, and not to want. */
import { describe, expect, it } from 'vitest';
import { readKandidaat } from '#src/domain/match/kenmerken.ts';
import { wishesIn, withoutDenied } from '#src/domain/woorden/wens.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { SAMIRA } from '../match/paren.ts';

const woorden = woordenboek();
const wants = (...wensberoepen: string[]) => readKandidaat({ ...SAMIRA, wensberoepen, ervaring: [] }, woorden).beroepen.map(({ nr }) => woorden.beroepen[nr]!.naam);

describe('what is denied', () => {
  it.each([
    ['niet aan de kassa', ''],
    ['horeca, niet in de bediening', 'horeca'],
    ['horeca, maar niet in de bediening', 'horeca'],
    ['Liever iets met dieren (geen slachterij)', 'Liever iets met dieren'],
    ['geen schoonmaak! wel winkel of magazijn', '! wel winkel of magazijn'],
    ['Ik kan niet meer zwaar tillen. Lopen gaat goed.', 'Ik kan . Lopen gaat goed.'],
    ['not in a cold factory, but outside', ', but outside'],
  ])('goes, to the end of what is said: %s', (text, left) => expect(withoutDenied(text)).toBe(left));
  it.each(['Nachten zijn geen probleem', 'niet bang voor zwaar werk', 'niet alleen inpakken', 'lassen', 'nietmachines bedienen'])('is not what is fine: %s', (text) => expect(withoutDenied(text)).toBe(text));
  it('is no wish: Karim, who does not want to weld, is no lasser', () => {
    expect(wants('niet lassen')).toEqual([]);
    expect(wants('lassen')).toEqual(['lasser']);
  });
  it('leaves the rest of a sector: Noor, who wants horeca but not the bediening, is no medewerker bediening', () => {
    expect(wants('horeca')).toEqual(['medewerker bediening']);
    expect(wants('horeca, maar niet in de bediening')).toEqual([]);
    expect(wants('keukenhulp, maar niet in de bediening')).toEqual(['keukenhulp']);
    expect([...readKandidaat({ ...SAMIRA, wensberoepen: ['horeca, maar niet in de bediening'], ervaring: [] }, woorden).wensSectoren]).toEqual(['horeca']);
  });
  it('is not what his story calls up either', () => {
    const tells = (presentatie: string) => readKandidaat({ ...SAMIRA, wensberoepen: [], ervaring: [], vaardigheden: [], kop: '', presentatie }, woorden).stammen;
    expect(tells('Ik wil niet meer lassen.')).toEqual(tells('Ik wil.'));
  });
});

describe('a wish of several things', () => {
  it('is each of them', () => {
    expect(wishesIn('bakkerij of keuken')).toEqual(['bakkerij', 'keuken']);
    expect(wants('bakkerij of keuken')).toEqual(['bakkershulp', 'keukenhulp']);
    expect(wants('orderpicker of inpakker')).toEqual(['orderpicker', 'inpakmedewerker']);
  });
  it('is not taken apart when all of it is one name', () => expect(wants('lader en losser')).toEqual(['lader en losser']));
  it('leaves out what tells when, and not what: "lassen, dagdienst"', () => expect(wants('lassen, dagdienst')).toEqual(['lasser']));
});

describe('a wish about hours or a contract', () => {
  it.each(['parttime mag', 'vast contract', 'overdag', 'avonden', 'zelfde soort werk'])('names no work: %s', (wens) => expect(wants(wens)).toEqual([]));
});
