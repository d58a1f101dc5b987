import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { euro } from '#src/domain/instrument/bedrag.ts';
import type { Berekening, Stap } from '#src/domain/instrument/berekening.ts';
import { rekenhulp } from '#src/domain/instrument/rekenhulp.ts';
import type { RekenFouten } from '#src/domain/instrument/rekeninvoer.ts';
import { voorbehoud } from '#src/domain/instrument/rekenmeldingen.ts';
import { deelHalfOp, tarieven, zoekTarief, type TariefSleutel } from '#src/domain/instrument/tarieven.ts';

const VANDAAG = '2026-11-22';

/** The worked example of the facts: 21+, 24 hours, € 14,99, loonwaarde 60%, permanent, small, in the register. */
const voorbeeld = {
  leeftijd: '21', urenPerWeek: '24', loonwaarde: '60', uurloon: '', contract: 'vast', omvang: 'klein',
  leerweg: 'geen', register: 'ja', forfait: 'nee', pensioen: '', begeleidingUren: '', begeleidingUurkosten: '',
};

function uitkomst(anders: Record<string, unknown> = {}, datum = VANDAAG): Berekening {
  const antwoord = rekenhulp({ ...voorbeeld, ...anders }, datum);
  if (antwoord.soort !== 'berekend') throw new Error(JSON.stringify(antwoord));
  return antwoord;
}

function fouten(anders: Record<string, unknown>): RekenFouten {
  const antwoord = rekenhulp({ ...voorbeeld, ...anders }, VANDAAG);
  return antwoord.soort === 'fouten' ? antwoord.fouten : {};
}

const bedrag = (berekening: Berekening, id: Stap['id']): number | undefined =>
  berekening.stappen.find((stap) => stap.id === id)?.bedragCenten;

describe('het uitgewerkte voorbeeld, tot op de cent', () => {
  test.each<[Stap['id'], number]>([
    ['brutoloon', 1_870_752], ['vakantiebijslag', 149_660], ['premies', 346_097], ['brutokosten', 2_366_509],
    ['loonkostensubsidie', -808_165], ['opslag', -189_919], ['naSubsidie', 1_368_425], ['lkv', -126_048], ['netto', 1_242_377],
  ])('%s', (id, centen) => {
    expect(bedrag(uitkomst(), id)).toBe(centen);
  });

  test('per maand en per uur', () => {
    const { netto } = uitkomst().totalen;
    expect(netto).toEqual({ jaarCenten: 1_242_377, maandCenten: 103_531, uurCenten: 995 });
  });

  test('het forfait geeft in zes maanden 6.238,02 in plaats van 4.990,42', () => {
    const { eerste, daarna, verschilCenten } = uitkomst({ forfait: 'ja' }).halfjaren;
    expect(eerste).toMatchObject({ wijze: 'forfaitair', subsidieCenten: 505_103, opslagCenten: 118_699, terugCenten: 623_802 });
    expect(daarna).toMatchObject({ wijze: 'gemeten loonwaarde', terugCenten: 499_042 });
    expect(verschilCenten).toBe(124_760);
  });

  test.each(['30', '20', '0'])('bij loonwaarde %s%% is subsidie met opslag 17.466,46', (loonwaarde) => {
    const berekening = uitkomst({ loonwaarde });
    expect(bedrag(berekening, 'loonkostensubsidie')! + bedrag(berekening, 'opslag')!).toBe(-1_746_646);
    expect(berekening.waarschuwingen.map((regel) => regel.id)).toContain('maximum-lks');
  });
});

describe('keuzes van de werkgever', () => {
  test('flexibel contract en grotere werkgever betalen andere premies', () => {
    expect(bedrag(uitkomst({ contract: 'flex' }), 'premies')).toBe(447_117);
    expect(bedrag(uitkomst({ omvang: 'groter' }), 'premies')).toBe(373_574);
  });

  test('zonder doelgroepregister is er geen loonkostenvoordeel', () => {
    const berekening = uitkomst({ register: 'nee' });
    expect(bedrag(berekening, 'lkv')).toBeUndefined();
    expect(bedrag(berekening, 'netto')).toBe(bedrag(berekening, 'naSubsidie'));
  });

  test('het loonkostenvoordeel stopt bij 2.000 euro', () => {
    const berekening = uitkomst({ urenPerWeek: '40' });
    expect(bedrag(berekening, 'lkv')).toBe(-200_000);
    expect(berekening.waarschuwingen.map((regel) => regel.id)).toContain('lkv-maximum');
  });

  test('hoger loon verandert de subsidie niet', () => {
    const berekening = uitkomst({ uurloon: '17,50' });
    expect(bedrag(berekening, 'brutoloon')).toBe(2_184_000);
    expect(bedrag(berekening, 'loonkostensubsidie')).toBe(-808_165);
  });

  test('pensioen en begeleiding tellen mee zodra ze zijn ingevuld', () => {
    const berekening = uitkomst({ pensioen: '10', begeleidingUren: '1,5', begeleidingUurkosten: '28.40' });
    expect(bedrag(berekening, 'pensioen')).toBe(202_041);
    expect(bedrag(berekening, 'begeleiding')).toBe(221_520);
    expect(bedrag(berekening, 'brutokosten')).toBe(2_366_509 + 202_041 + 221_520);
    const weg = berekening.nietMeegerekend.map((regel) => regel.id);
    expect(weg).not.toContain('pensioen');
    expect(weg).not.toContain('begeleiding');
  });

  test.each([
    ['20', 'geen', 1199], ['19', 'geen', 899], ['18', 'geen', 750], ['17', 'geen', 592], ['16', 'geen', 517], ['15', 'geen', 450],
    ['20', 'bbl', 922], ['19', 'bbl', 787], ['18', 'bbl', 682], ['17', 'bbl', 592], ['21', 'bbl', 1499],
  ])('minimumloon bij %s jaar, leerweg %s', (leeftijd, leerweg, uurCenten) => {
    expect(bedrag(uitkomst({ leeftijd, leerweg, urenPerWeek: '1' }), 'brutoloon')).toBe(uurCenten * 52);
  });

  test('elke stap die geen totaal is, noemt zijn bron', () => {
    const bronVanLoon = (anders: Record<string, unknown>): readonly string[] => uitkomst(anders).stappen[0]!.bron;
    expect(uitkomst().stappen.every((stap) => stap.soort === 'totaal' || stap.bron.length > 0)).toBe(true);
    expect(bronVanLoon({ leeftijd: '19' })).toContain('Besluit minimumjeugdloonregeling');
    expect(bronVanLoon({ uurloon: '16' })).toEqual(['Uw eigen opgave']);
  });

  test('zegt wat niet is meegerekend en dat het een indicatie is', () => {
    expect(uitkomst().nietMeegerekend.map((regel) => regel.id)).toEqual(
      ['pensioen', 'cao', 'begeleiding', 'werkplek', 'ziekte', 'toeslagen', 'lokaal']);
    expect(voorbehoud).toContain('indicatie');
  });
});

describe('datum', () => {
  test('voor 1 juli 2026 geldt het lagere minimumloon, dat niet bevestigd hoeft te worden', () => {
    const juni = uitkomst({}, '2026-06-30');
    expect(bedrag(juni, 'brutoloon')).toBe(1248 * 1471);
    expect(juni.waarschuwingen.map((regel) => regel.id)).not.toContain('te-bevestigen-wmlPerUur');
    expect(uitkomst({}, '2026-07-01').waarschuwingen.map((regel) => regel.id)).toContain('te-bevestigen-wmlPerUur');
  });

  test.each(['2027-01-01', '2030-06-01'])('weigert op %s, omdat de bedragen zijn afgelopen', (datum) => {
    const antwoord = rekenhulp(voorbeeld, datum);
    expect(antwoord.soort).toBe('geweigerd');
    expect(antwoord).toHaveProperty('meldingen', expect.arrayContaining([expect.stringContaining('tot en met 31 december 2026')]));
  });

  test('weigert ook voor de eerste dag en bij een onleesbare datum', () => {
    expect(rekenhulp(voorbeeld, '2025-12-31')).toMatchObject({ soort: 'geweigerd', meldingen: expect.arrayContaining([expect.stringContaining('pas vanaf 1 januari 2026')]) });
    expect(rekenhulp(voorbeeld, '22-11-2026')).toEqual({ soort: 'geweigerd', meldingen: ['Deze datum kunnen wij niet lezen.'] });
  });

  test('elk tarief heeft een bron, een controledatum en perioden die op elkaar volgen', () => {
    for (const [sleutel, { reeks }] of Object.entries(tarieven)) {
      for (const tarief of reeks) {
        expect(tarief.bron, sleutel).not.toBe('');
        expect(tarief.gecontroleerdOp, sleutel).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(Number.isInteger(tarief.waarde), sleutel).toBe(true);
        expect('tarief' in zoekTarief(sleutel as TariefSleutel, tarief.geldigVan), sleutel).toBe(true);
      }
    }
  });
});

describe('slechte invoer krijgt een melding bij het veld', () => {
  test.each<[string, unknown, string]>([
    ['urenPerWeek', '', 'Vul de uren per week in.'],
    ['urenPerWeek', undefined, 'Vul de uren per week in.'],
    ['urenPerWeek', '0', 'meer dan 0'],
    ['urenPerWeek', '-8', 'meer dan 0'],
    ['urenPerWeek', '200', 'ten hoogste 48 uur'],
    ['urenPerWeek', 'veel', 'met cijfers'],
    ['urenPerWeek', '24,125', 'twee cijfers achter de komma'],
    ['urenPerWeek', ['24', '32'], 'Vul de uren per week in.'],
    ['leeftijd', '14', '15 jaar of meer'],
    ['leeftijd', '20,5', 'heel getal'],
    ['loonwaarde', '101', 'ten hoogste 100%'],
    ['loonwaarde', '-1', '0% of meer'],
    ['loonwaarde', '60,5', 'heel getal'],
    ['loonwaarde', '99999999999999999999', 'ten hoogste 100%'],
    ['uurloon', '14,98', '€ 14,99'],
    ['contract', 'oproep', 'Kies een vast of een flexibel contract.'],
    ['register', 'misschien', 'doelgroepregister'],
    ['pensioen', '41', 'ten hoogste 40%'],
  ])('%s = %j', (veld, invoer, stuk) => {
    const gevonden = fouten({ [veld]: invoer });
    expect(Object.keys(gevonden)).toEqual([veld]);
    expect(Object.values(gevonden)[0]).toContain(stuk);
  });

  test('uren begeleiding zonder kosten per uur', () => {
    expect(fouten({ begeleidingUren: '2' })).toEqual({ begeleidingUurkosten: 'Vul in wat een uur van de collega u kost.' });
  });

  test('een leeg formulier noemt elk verplicht veld een keer', () => {
    const antwoord = rekenhulp({}, VANDAAG);
    expect(antwoord.soort === 'fouten' && Object.keys(antwoord.fouten).sort()).toEqual(
      ['contract', 'forfait', 'leeftijd', 'leerweg', 'loonwaarde', 'omvang', 'register', 'urenPerWeek']);
  });

  test('komma, punt, euroteken, procentteken en spaties zijn goed', () => {
    expect(uitkomst({ urenPerWeek: '24,5' }).invoer.urenPerWeek).toBe(2450);
    expect(uitkomst({ urenPerWeek: ' 24.50 ' }).invoer.urenPerWeek).toBe(2450);
    expect(uitkomst({ uurloon: '€ 15,25', loonwaarde: '60 %' }).invoer).toMatchObject({ uurloon: 1525, loonwaarde: 60 });
  });

  test.each(['0', '100'])('loonwaarde %s mag', (loonwaarde) => {
    expect(uitkomst({ loonwaarde }).soort).toBe('berekend');
  });

  test('loonwaarde 100 geeft geen subsidie en geen min nul', () => {
    expect(Object.is(bedrag(uitkomst({ loonwaarde: '100' }), 'loonkostensubsidie'), 0)).toBe(true);
  });
});

describe('altijd waar', () => {
  const invoer = fc.record({
    leeftijd: fc.integer({ min: 15, max: 67 }).map(String),
    urenPerWeek: fc.integer({ min: 1, max: 4800 }).map((uren) => (uren / 100).toFixed(2)),
    loonwaarde: fc.integer({ min: 0, max: 100 }).map(String),
    contract: fc.constantFrom('vast', 'flex'),
    omvang: fc.constantFrom('klein', 'groter'),
    leerweg: fc.constantFrom('geen', 'bbl'),
    register: fc.constantFrom('ja', 'nee'),
    forfait: fc.constantFrom('ja', 'nee'),
  });
  const subsidie = (berekening: Berekening): number => -bedrag(berekening, 'loonkostensubsidie')! - bedrag(berekening, 'opslag')!;

  test('alle bedragen zijn hele centen en de tabel telt op', () => {
    fc.assert(fc.property(invoer, (anders) => {
      const { stappen, totalen } = uitkomst(anders);
      expect(stappen.every((stap) => Number.isSafeInteger(stap.bedragCenten))).toBe(true);
      const som = stappen.filter((stap) => stap.soort !== 'totaal').reduce((centen, stap) => centen + stap.bedragCenten, 0);
      expect(som).toBe(totalen.netto.jaarCenten);
    }));
  });

  test('subsidie is nooit negatief en nooit meer dan de kosten', () => {
    fc.assert(fc.property(invoer, (anders) => {
      const berekening = uitkomst(anders);
      expect(subsidie(berekening)).toBeGreaterThanOrEqual(0);
      expect(subsidie(berekening)).toBeLessThan(Math.max(1, bedrag(berekening, 'brutokosten')!));
      expect(berekening.halfjaren.eerste.opslagCenten).toBeGreaterThanOrEqual(0);
    }));
  });

  test('meer loonwaarde geeft nooit meer subsidie', () => {
    fc.assert(fc.property(invoer, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (anders, a, b) => {
      const laag = uitkomst({ ...anders, loonwaarde: String(Math.min(a, b)) });
      const hoog = uitkomst({ ...anders, loonwaarde: String(Math.max(a, b)) });
      expect(subsidie(hoog)).toBeLessThanOrEqual(subsidie(laag));
    }));
  });

  test('meer uren kost nooit minder', () => {
    fc.assert(fc.property(invoer, fc.integer({ min: 1, max: 2300 }), (anders, erbij) => {
      const meer = (Number(anders.urenPerWeek) / 2 + erbij / 100).toFixed(2);
      const [minst, meest] = [anders.urenPerWeek, meer].sort((a, b) => Number(a) - Number(b));
      const kosten = (urenPerWeek: string | undefined): number => uitkomst({ ...anders, urenPerWeek }).totalen.bruto.jaarCenten;
      expect(kosten(meest)).toBeGreaterThanOrEqual(kosten(minst));
    }));
  });

  test('delen rondt een halve cent naar boven af, zonder drijvende komma', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (teller, noemer) => {
      expect(BigInt(deelHalfOp(Number(teller), Number(noemer)))).toBe((2n * teller + noemer) / (2n * noemer));
    }));
  });

  test.each([[0, '€ 0,00'], [5, '€ 0,05'], [-126_048, '−€ 1.260,48'], [123_456_789, '€ 1.234.567,89']])('euro %i', (centen, tekst) => {
    expect(euro(centen)).toBe(tekst);
  });
});
