/** When a judged pair comes back, and what it then says; through the real score, so that the words stay in step with it. */
import { describe, expect, it } from 'vitest';
import { REDENEN } from '#src/domain/match/match.ts';
import { describeVeranderd, findVeranderd } from '#src/domain/match/veranderd.ts';
import { BAS, GRONINGEN, ONBEKEND, SAMIRA, TILBURG, score } from './paren.ts';

const BHV_NODIG = { certificatenVereist: ['BHV'], certificatenGewenst: [] };

describe('Samira comes back', () => {
  it('when she got the certificate that she was refused for', () => {
    const voor = score({}, BHV_NODIG);
    const nu = score({ certificaten: ['VCA basis', 'BHV'] }, BHV_NODIG);
    expect(findVeranderd(voor, nu, 'mist een eis die niet te overbruggen is')).toEqual(['heeft nu BHV']);
  });

  it('when the vacature does not ask for it any more, and then it says that', () => {
    expect(findVeranderd(score({}, BHV_NODIG), score({}, { ...BHV_NODIG, certificatenVereist: [] }), 'mist een eis die niet te overbruggen is')).toEqual(['BHV is geen eis meer']);
  });

  it('when nothing was known about certificates and now she turns out to have it', () => {
    expect(findVeranderd(score({ certificaten: null }, BHV_NODIG), score({ certificaten: ['BHV'] }, BHV_NODIG), 'mist een eis die niet te overbruggen is')).toEqual(['heeft nu BHV']);
  });

  it('when she can work more hours', () => {
    expect(findVeranderd(score({ urenMin: 16, urenMax: 16 }, { urenMin: 12, urenMax: 36 }), score({ urenMin: 24, urenMax: 24 }, { urenMin: 12, urenMax: 36 }), 'uren of tijden passen niet')).toEqual(['uren nu 24 in plaats van 16']);
  });

  it('when the hours had no overlap at all and the employer asks fewer now', () => {
    const hours = (urenMin: number, urenMax: number) => score({ urenMin: 8, urenMax: 16 }, { urenMin, urenMax });
    expect(hours(36, 40).afgevallen).not.toBeNull();
    expect(findVeranderd(hours(36, 40), hours(12, 32), null)).toEqual(['de vacature vraagt nu 12–32 uur in plaats van 36–40']);
  });

  it('when she had to share the job with another and can do its hours now', () => {
    const part = (urenMax: number) => score({ urenMin: 8, urenMax }, { urenMin: 36, urenMax: 40 });
    expect(part(20).afgevallen).toBeNull();
    expect(findVeranderd(part(20), part(40), 'uren of tijden passen niet')).toEqual(['uren nu 8–40 in plaats van 8–20']);
  });

  it('when she moved nearer', () => {
    const voor = score({ punt: GRONINGEN, plaats: 'Groningen' });
    expect(findVeranderd(voor, score({ punt: TILBURG }), 'reisafstand past niet')).toEqual([expect.stringMatching(/^nu 14 km tussen woonplaats en werk, eerst \d+ km$/)]);
  });

  it('when she may travel further', () => {
    expect(findVeranderd(score({ reisafstandKm: 8 }), score({ reisafstandKm: 25 }), 'reisafstand past niet')).toEqual(['reist nu tot 25 km (fiets, ov)']);
  });

  it('when Bas, who did not want this work, wants it now', () => {
    const nu = score({ ...SAMIRA, ervaring: BAS.ervaring });
    expect(findVeranderd(score({ ...SAMIRA, wensberoepen: ['kok'] }), nu, 'wil dit werk niet')).toEqual(expect.arrayContaining(['wil nu dit werk: orderpicker']));
  });

  it('when the employer offers the guidance that was missing', () => {
    expect(findVeranderd(score({ begeleiding: 'intensief' }), score({ begeleiding: 'intensief' }, { biedt: ['begeleiding'] }), 'eerst begeleiding of scholing nodig')).toEqual(['de werkgever biedt nu begeleiding']);
  });

  it('from "later" when her score climbed into a higher band', () => {
    const voor = score({ vaardigheden: [], ervaring: [], wensberoepen: ['inpakmedewerker'], kop: '', certificaten: [], dagdelen: [] });
    const nu = score();
    expect(nu.score - voor.score).toBeGreaterThan(15);
    expect(findVeranderd(voor, nu, null)).toEqual(expect.arrayContaining(['heeft nu VCA basis', 'mist orderpicken niet meer']));
  });
});

describe('Samira does not come back', () => {
  it.each([...REDENEN.werkmakelaar, null])('when nothing changed, whatever the reason was (%s)', (reden) => {
    expect(findVeranderd(score(), score(), reden)).toBeNull();
    expect(findVeranderd(score(ONBEKEND), score(ONBEKEND), reden)).toBeNull();
  });

  it('when the change has nothing to do with the refusal and hardly with the score', () => {
    expect(findVeranderd(score({}, BHV_NODIG), score({ reisafstandKm: 21 }, BHV_NODIG), 'mist een eis die niet te overbruggen is')).toBeNull();
    expect(findVeranderd(score(), score({ presentatie: 'Ik werk netjes, en ik ben nooit te laat.' }), 'anders')).toBeNull();
  });

  it('when things got worse', () => {
    expect(findVeranderd(score(), score({ certificaten: [] }), 'mist een eis die niet te overbruggen is')).toBeNull();
    expect(findVeranderd(score(), score({ urenMin: 8, urenMax: 12 }), 'uren of tijden passen niet')).toBeNull();
  });

  it('when the reason is answered but the pair does not fit', () => {
    expect(findVeranderd(score({ ...BAS, reisafstandKm: 5 }), score({ ...BAS, reisafstandKm: 30 }), 'reisafstand past niet')).toBeNull();
  });

  it('for work she does not want, however near she lives now', () => {
    const voor = score({ wensberoepen: [], punt: GRONINGEN });
    expect(findVeranderd(voor, score({ wensberoepen: [] }), 'wil dit werk niet')).toBeNull();
    expect(findVeranderd(voor, score({ wensberoepen: [] }), 'anders')).not.toBeNull();
  });

  it('because the weights are others now: the same facts with more points are no change', () => {
    const voor = score({ dagdelen: ['ma-ochtend'], vaardigheden: [], denkniveau: null, talen: [], beschikbaarVanaf: '2027-01-10' });
    const heavier = { ...score(), versie: 'andere' };
    expect(findVeranderd(voor, heavier, 'anders')).toBeNull();
    expect(findVeranderd(voor, score(), 'anders')).not.toBeNull();
  });
});

describe('the words', () => {
  it('are never empty, at most five, and none twice', () => {
    const many = describeVeranderd(score({ ...ONBEKEND, certificaten: [], rijbewijzen: [] }), score());
    expect(many.length).toBe(5);
    expect(new Set(many).size).toBe(5);
    expect(describeVeranderd(score(), score())).toEqual([expect.stringMatching(/^score nu \d+ in plaats van \d+$/)]);
  });

  it('name an answer that was missing, where nothing else changed', () => {
    expect(describeVeranderd(score({ begeleiding: null, beschikbaarVanaf: null }), score({ begeleiding: null }))).toEqual(['is nu op tijd beschikbaar']);
  });
});
