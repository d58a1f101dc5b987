/** What the score says about named people and jobs. */
import { describe, expect, it } from 'vitest';
import { coverKm } from '#src/domain/match/bereik.ts';
import { GEWICHTEN, NEUTRAAL, type Uitleg } from '#src/domain/match/onderdeel.ts';
import { explainForWerkgever } from '#src/domain/match/uitleg.ts';
import { explainForKandidaat } from '#src/domain/match/uitlegkandidaat.ts';
import { BAS, GRONINGEN, KAAL, ONBEKEND, SAMIRA, onderdeel, score } from './paren.ts';

/** True for every explanation: numbers that are numbers, a reason per part, parts that add up. */
function expectSound(uitleg: Uitleg): void {
  expect(uitleg.onderdelen.map((deel) => deel.naam)).toEqual(['werk', 'eisen', 'tijd', 'bereikbaarheid']);
  for (const deel of uitleg.onderdelen) {
    expect(deel.dekking).toBeGreaterThanOrEqual(0);
    expect(deel.dekking).toBeLessThanOrEqual(1);
    expect(Number.isFinite(deel.bijdrage)).toBe(true);
    expect(deel.reden.length).toBeGreaterThan(3);
    expect(deel.reden).not.toMatch(/NaN|undefined|null|\[object/);
  }
  expect(uitleg.score).toBeGreaterThanOrEqual(0);
  expect(uitleg.score).toBeLessThanOrEqual(100);
  expect(uitleg.score).toBeCloseTo(uitleg.onderdelen.reduce((sum, deel) => sum + deel.bijdrage, 0), 6);
}

describe('who fits', () => {
  it('gives Samira, who picked orders for 14 months, a high score for the orderpicker job with a reason for every part', () => {
    const uitleg = score();
    expectSound(uitleg);
    expect(uitleg.score).toBeGreaterThan(85);
    expect(uitleg.afgevallen).toBeNull();
    expect(onderdeel(uitleg, 'werk').reden).toMatch(/orderpicker/i);
    expect(onderdeel(uitleg, 'bereikbaarheid').reden).toMatch(/14 km.*20 km/);
    expect(uitleg.onbekend).toEqual([]);
  });

  it('puts Samira above Bas the cook, and Bas above her when a cook is asked', () => {
    expect(score(SAMIRA).score).toBeGreaterThan(score(BAS).score + 20);
    const kok = { titel: 'Kok', beroep: 'kok', taken: ['gerechten bereiden'], vaardighedenVereist: ['gerechten bereiden'], vaardighedenGewenst: [], sector: 'horeca' };
    expect(score(BAS, kok).score).toBeGreaterThan(score(SAMIRA, kok).score + 20);
  });

  it('counts the wish of Joke, who wants to be an orderpicker, as much as the experience of Henk, who was one', () => {
    const joke = score({ ervaring: [], vaardigheden: SAMIRA.vaardigheden });
    const henk = score({ wensberoepen: [], ervaring: [{ beroep: 'orderpicker' }], vaardigheden: SAMIRA.vaardigheden });
    expect(joke.onderdelen[0]!.bewijs[0]).toMatch(/Wil dit werk/);
    expect(henk.onderdelen[0]!.bewijs[0]).toMatch(/Deed dit werk/);
    expect(score({ ervaring: [] }, { taken: [], vaardighedenVereist: [], vaardighedenGewenst: ['inpakken'] }).score)
      .toBe(score({ wensberoepen: [], ervaring: [{ beroep: 'orderpicker' }] }, { taken: [], vaardighedenVereist: [], vaardighedenGewenst: ['inpakken'] }).score);
  });

  it('sees that Peter, a magazijnmedewerker, is nearer to the orderpicker job than Bas the cook', () => {
    const peter = score({ wensberoepen: ['magazijnmedewerker'], ervaring: [], vaardigheden: [] });
    expect(peter.score).toBeGreaterThan(score({ ...BAS, vaardigheden: [], certificaten: SAMIRA.certificaten, rijbewijzen: SAMIRA.rijbewijzen }).score);
    expect(peter.onderdelen[0]!.bewijs[0]).toMatch(/lijkt/);
  });

  it('puts Karin, who knows food, above Ingrid, who knows parcels, where food is packed and both want the stockroom', () => {
    const magazijn = { wensberoepen: ['magazijnmedewerker'], ervaring: [], vaardigheden: [] };
    const voeding = { titel: 'Inpakster', beroep: 'inpakster', sector: 'voeding' };
    expect(score({ ...magazijn, sectoren: ['voeding'] }, voeding).score).toBeGreaterThan(score({ ...magazijn, sectoren: ['logistiek'] }, voeding).score);
  });

  it('adds up to 100 when everything fits next door, and its weights are 45, 20, 20 and 15', () => {
    expect(GEWICHTEN.werk + GEWICHTEN.eisen + GEWICHTEN.tijd + GEWICHTEN.bereikbaarheid).toBe(100);
    const uitleg = score({}, { punt: SAMIRA.punt, plaats: 'Tilburg' });
    expect(onderdeel(uitleg, 'eisen').bijdrage).toBe(20);
    expect(onderdeel(uitleg, 'tijd').bijdrage).toBe(20);
    expect(onderdeel(uitleg, 'bereikbaarheid').bijdrage).toBe(15);
    expect(uitleg.score).toBeLessThanOrEqual(100);
  });
});

describe('what somebody says', () => {
  const alleen = { kop: '', presentatie: '', ervaring: [], vaardigheden: [], sectoren: [] };
  const balie = { titel: 'Receptionist', beroep: 'receptionist', omschrijving: '', taken: ['gasten ontvangen'], vaardighedenVereist: [], vaardighedenGewenst: [], certificatenVereist: [], sector: null };
  const werk = (wens: string, vacature: typeof balie) => onderdeel(score({ ...alleen, wensberoepen: [wens] }, vacature), 'werk');

  it('brings Els, who would like to stand "achter een balie", near the reception though she names no job, and says by what', () => {
    expect(werk('achter een balie', balie).dekking).toBeGreaterThan(3 * werk('op de fiets', balie).dekking);
    expect(werk('achter een balie', balie).reden).toMatch(/receptionist|baliemedewerker/);
  });

  it('is the same work for Neil as for the vacature when both name what nobody else has heard of', () => {
    const maan = { ...balie, titel: 'Maanwandelaar (m/v)', beroep: 'maanwandelaar', taken: [] };
    expect(werk('Maanwandelaar', maan).reden).toContain('Noemt hetzelfde werk: maanwandelaar');
    expect(werk('Maanwandelaar', maan).dekking).toBeGreaterThan(0.75);
    expect(werk('zonnewandelaar', maan).dekking).toBeLessThan(0.2);
  });
});

describe('work below what somebody looks for', () => {
  const KABELS = { titel: 'Medewerker kabelbomen', beroep: null, omschrijving: 'Aan de tafel knip, strip en bundel je draden tot een kabelboom. Ervaring hoeft niet.', taken: ['draden knippen en strippen', 'stekkers aankrimpen', 'kabels bundelen'], vaardighedenVereist: [], vaardighedenGewenst: [], certificatenGewenst: [], sector: null, denkniveau: null };
  const kaal = { kop: '', presentatie: '', vaardigheden: [], sectoren: [] };
  const joost = { ...kaal, wensberoepen: ['elektromonteur'], ervaring: [{ beroep: 'elektromonteur', maanden: 60 }] };
  const level = /Zoekt of deed werk op een hoger niveau/;

  it('counts less for Joost the elektromonteur who is asked to bundle cables, and says why; Ineke of the assembly comes first', () => {
    const ineke = score({ ...kaal, wensberoepen: ['assemblagemedewerker'], ervaring: [{ beroep: 'assemblagemedewerker', maanden: 12 }] }, KABELS);
    expect(onderdeel(score(joost, KABELS), 'werk').reden).toMatch(level);
    expect(onderdeel(ineke, 'werk').reden).not.toMatch(level);
    expect(ineke.score).toBeGreaterThan(score(joost, KABELS).score);
  });
  it('leaves him all that a wish for assembly is worth, when that is what he wants after his years as an elektromonteur', () => {
    const wil = score({ ...joost, wensberoepen: ['assemblagemedewerker'] }, KABELS);
    expect(wil.score).toBeGreaterThan(score(joost, KABELS).score);
    expect(wil.score).toBeGreaterThanOrEqual(score({ ...kaal, wensberoepen: ['assemblagemedewerker'], ervaring: [] }, KABELS).score);
  });
  it('looks at the work, never at what Joost could do: a higher denkniveau changes nothing', () => {
    expect(score({ ...joost, denkniveau: 'hoger' }, KABELS).score).toBe(score({ ...joost, denkniveau: 'laag' }, KABELS).score);
  });
  it('is told to him and to his werkmakelaar, and not to a werkgever', () => {
    const uitleg = score(joost, KABELS);
    expect(explainForKandidaat(uitleg).onderdelen[0]!.redenen).toContain('Je zoekt of deed werk op een hoger niveau.');
    expect(explainForWerkgever(uitleg).past.join(' ')).not.toMatch(/niveau/);
  });
});

describe('who drops out, and why', () => {
  it('lets Noor with 8 to 12 hours drop out of a job of 32 to 40 hours and names both', () => {
    const uitleg = score({ urenMin: 8, urenMax: 12 }, { urenMin: 32, urenMax: 40 });
    expect(uitleg.afgevallen).toBe('de uren overlappen niet: 8–12 uur tegen 32–40 uur');
    expectSound(uitleg);
  });

  it('lets Bilal, who works at night, drop out of mornings, unless the employer is flexible', () => {
    expect(score({ dagdelen: ['ma-nacht', 'di-nacht'] }).afgevallen).toBe('geen enkel dagdeel past bij de werktijden');
    expect(score({ dagdelen: ['ma-nacht', 'di-nacht'] }, { biedt: ['flexibele tijden'] }).afgevallen).toBeNull();
    expect(score({ dagdelen: ['di-ochtend'] }).afgevallen).toBeNull();
    expect(score({ dagdelen: null }).afgevallen).toBeNull();
  });

  it('keeps Noor in as soon as one hour overlaps, and more overlap counts more', () => {
    const een = score({ urenMin: 8, urenMax: 32 }, { urenMin: 32, urenMax: 40 });
    const meer = score({ urenMin: 8, urenMax: 38 }, { urenMin: 32, urenMax: 40 });
    expect(een.afgevallen).toBeNull();
    expect(meer.score).toBeGreaterThan(een.score);
    expect(een.bruggen.map((brug) => brug.tekst)).toContain('Deeltijd of een duobaan');
  });

  it('keeps Dewi, who wants more hours than there are, until they are not half, and the nearer they are the better', () => {
    const hours = (min: number) => score({ urenMin: min, urenMax: 40 }, { urenMin: 8, urenMax: 16 });
    expect(hours(20).afgevallen).toBeNull();
    expect(hours(20).tekorten).toContainEqual({ soort: 'uren', tekst: 'ten minste 20 uur gewenst, het zijn er 16', namen: ['meer'] });
    expect(hours(20).bruggen.map((brug) => brug.tekst)).toContain('Taken erbij tot er genoeg uren zijn');
    expect(onderdeel(hours(20), 'tijd').bewijs[0]).toBe('Geen overlap in uren: 20–40 uur tegen 8–16 uur');
    expect(hours(16).score).toBeGreaterThan(hours(20).score);
    expect(hours(20).score).toBeGreaterThan(hours(32).score);
    expect(hours(36).afgevallen).toBe('de uren overlappen niet: 36–40 uur tegen 8–16 uur');
  });

  it('keeps Ton, whose 36 hours are a full week elsewhere, in a job of 38', () => {
    const full = (max: number) => score({ urenMin: 16, urenMax: max }, { urenMin: 38, urenMax: 40 });
    expect(full(36).afgevallen).toBeNull();
    expect(full(36).score).toBeLessThan(full(38).score);
  });

  it('counts nothing of the week for Ton with 20 of 38 hours, who needs another to share the job, and lets him drop out under half', () => {
    const part = (max: number) => score({ urenMin: 16, urenMax: max }, { urenMin: 38, urenMax: 40 });
    expect(part(20).afgevallen).toBeNull();
    expect(onderdeel(part(20), 'tijd').bijdrage).toBe(0);
    expect(onderdeel(part(20), 'tijd').bewijs[0]).toBe('Geen overlap in uren: 16–20 uur tegen 38–40 uur; dagen en begin tellen pas als het werk verdeeld is');
    expect(part(20).bruggen.map((brug) => brug.tekst)).toContain('Deeltijd of een duobaan');
    expect(part(35).score).toBe(part(20).score);
    expect(part(18).afgevallen).toBe('de uren overlappen niet: 16–18 uur tegen 38–40 uur');
  });

  it('counts the parts of the week that somebody can by their share, a tenth as nearly nothing', () => {
    const parts = ['ma-ochtend', 'ma-middag', 'di-ochtend', 'di-middag', 'wo-ochtend', 'wo-middag', 'do-ochtend', 'do-middag', 'vr-ochtend', 'vr-middag'] as const;
    const tijd = (dagdelen: (typeof parts)[number][] | null) => onderdeel(score({ dagdelen }, { dagdelen: [...parts] }), 'tijd').bijdrage;
    expect(tijd([...parts]) - tijd(parts.slice(0, 1))).toBeCloseTo(20 * 0.4 * 0.9, 1);
    expect(tijd(parts.slice(0, 5))).toBe(tijd(null));
    expect(tijd(parts.slice(0, 4))).toBeLessThan(tijd(null));
  });

  it('lets Wim without rijbewijs C drop out of the lorry job, because the law demands it on day one', () => {
    expect(score({ rijbewijzen: ['B'] }, { rijbewijzen: ['C'] }).afgevallen).toMatch(/rijbewijs C is wettelijk verplicht/);
    expect(score({ rijbewijzen: ['CE'] }, { rijbewijzen: ['C', 'B'] }).afgevallen).toBeNull();
    expect(score({ rijbewijzen: null }, { rijbewijzen: ['C'] }).afgevallen).toBeNull();
  });

  it('lets Ilse without the registration that a nurse must have drop out, unless the employer trains her', () => {
    const nurse = { certificatenVereist: ['BIG-registratie'], certificatenGewenst: [] };
    expect(score({ certificaten: [] }, nurse).afgevallen).toMatch(/BIG-registratie is wettelijk verplicht/);
    expect(score({ certificaten: [] }, { ...nurse, biedt: ['scholing'] }).afgevallen).toBeNull();
    expect(score({ certificaten: null }, nurse).afgevallen).toBeNull();
    expect(score({ certificaten: ['BIG-registratie'] }, nurse).afgevallen).toBeNull();
  });

  it('keeps Ilse where the law lets who learns for the paper do the work meanwhile, as a guard may for a year', () => {
    for (const paper of ['diploma beveiliger niveau 2', 'diploma pedagogisch medewerker', 'diploma verzorgende IG']) {
      const uitleg = score({ certificaten: [] }, { certificatenVereist: [paper], certificatenGewenst: [] });
      expect(uitleg.afgevallen, paper).toBeNull();
      expect(uitleg.bruggen.map(({ instrument }) => instrument), paper).toContain('scholing');
      expect(uitleg.score, paper).toBeLessThan(score({ certificaten: [paper] }, { certificatenVereist: [paper], certificatenGewenst: [] }).score);
    }
  });

  it('keeps Ilse where the paper that the law asks is a matter of days, weeks or a form, and names it as a gap', () => {
    for (const paper of ['heftruckcertificaat', 'bestuurderskaart', 'beveiligingspas', 'machinist grondverzet']) {
      const uitleg = score({ certificaten: [] }, { certificatenVereist: [paper], certificatenGewenst: [] });
      expect(uitleg.afgevallen, paper).toBeNull();
      expect(uitleg.tekorten.map(({ soort }) => soort), paper).toContain('certificaat');
    }
  });

  it('lets Samira drop out of a job in Groningen, and says how far it is', () => {
    const uitleg = score({}, { plaats: 'Groningen', punt: GRONINGEN });
    expect(uitleg.afgevallen).toMatch(/^te ver weg: \d+ km, reist tot 20 km$/);
    expect(onderdeel(uitleg, 'bereikbaarheid').bijdrage).toBe(0);
  });
});

describe('how far the work is', () => {
  it('costs little by little within reach, more just past it, and all of it at twice the reach and 5 km more', () => {
    expect([0, 10, 11, 18, 25].map((km) => Math.round(100 * coverKm(km, 10)))).toEqual([100, 93, 65, 33, 0]);
  });
});

describe('what is unknown', () => {
  it('is neutral about a place that nobody knows, names it, and asks where it is', () => {
    const uitleg = score({}, { plaats: 'Nergenshuizen', punt: null });
    expect(onderdeel(uitleg, 'bereikbaarheid').dekking).toBe(NEUTRAAL.afstand);
    expect(uitleg.onbekend.map((item) => item.veld)).toContain('afstand');
    expect(uitleg.onbekend.find((item) => item.veld === 'afstand')!.vraag).toContain('Nergenshuizen');
    expect(uitleg.afgevallen).toBeNull();
    expect(uitleg.afstandKm).toBeNull();
    const other = score({ plaats: 'Onbekendstad', punt: null });
    expect(onderdeel(other, 'bereikbaarheid').reden).toContain('Onbekendstad');
  });

  it('asks for everything that Daan left open and never lets him drop out for it', () => {
    const uitleg = score(ONBEKEND, { rijbewijzen: ['C'], certificatenVereist: ['beveiligingspas'] });
    expectSound(uitleg);
    expect(uitleg.afgevallen).toBeNull();
    expect(uitleg.onbekend.map((item) => item.veld)).toEqual(['werkervaring en wensen', 'certificaten', 'rijbewijzen', 'talen', 'denkniveau', 'dagdelen', 'beschikbaar vanaf', 'reisafstand']);
    for (const { vraag } of uitleg.onbekend) expect(vraag).toMatch(/\?|\.$/);
  });

  it('treats "asked and none" as an answer: Fatma without licences misses B, and that is a gap', () => {
    const uitleg = score({ rijbewijzen: [] }, { rijbewijzen: ['B'] });
    expect(uitleg.tekorten.map((tekort) => tekort.tekst)).toContain('rijbewijs B');
    expect(uitleg.onbekend.map((item) => item.veld)).not.toContain('rijbewijzen');
    expect(uitleg.afgevallen).toBeNull();
  });
});

describe('bridges', () => {
  const brug = (uitleg: Uitleg, instrument: string) => uitleg.bruggen.find((item) => item.instrument === instrument);

  it('asks nobody with VCA VOL for VCA basis, which is part of it, and not the other way round', () => {
    const eisen = (own: string, asked: string) => onderdeel(score({ certificaten: [own] }, { certificatenVereist: [asked], certificatenGewenst: [] }), 'eisen').reden;
    expect(eisen('VOL-VCA', 'VCA')).toContain('Heeft VCA');
    expect(eisen('VCA', 'VOL-VCA')).toContain('Mist nog VOL-VCA');
    expect(eisen('heftruck', 'heftruckcertificaat')).toContain('Heeft heftruckcertificaat');
  });

  it('offers scholing for the certificate that Ali misses, and says when the employer pays for it', () => {
    const job = { certificatenVereist: ['VCA VOL'], certificatenGewenst: [] };
    expect(brug(score({}, job), 'scholing')).toMatchObject({ tekort: 'VCA VOL', aangeboden: false });
    expect(brug(score({}, { ...job, biedt: ['scholing'] }), 'scholing')).toMatchObject({ aangeboden: true });
  });

  it('offers a proefplaatsing to Bas the cook when the employer has one, else a werkervaringsplaats', () => {
    expect(brug(score(BAS, { biedt: ['proefplaatsing'] }), 'proefplaatsing')).toMatchObject({ aangeboden: true });
    expect(brug(score(BAS), 'werkervaringsplaats-met-intentie')).toMatchObject({ aangeboden: false });
  });

  it('splits tasks for Samira and says how many of how many remain', () => {
    const uitleg = score({}, { taken: ['orders verzamelen met een scanner', 'jaarrekening opstellen', 'beleid schrijven'] });
    expect(uitleg.taken).toEqual({ past: ['orders verzamelen met een scanner'], blijft: ['jaarrekening opstellen', 'beleid schrijven'] });
    expect(brug(uitleg, 'job-carving')!.tekst).toBe('Taken splitsen: 1 van 3 taken blijven over');
  });

  it('offers Tom, who needs much guidance, a jobcoach and Lien, who needs some, a trained colleague', () => {
    expect(brug(score({ begeleiding: 'intensief' }), 'jobcoach-extern')).toBeDefined();
    expect(brug(score({ begeleiding: 'licht' }), 'harrie-training')).toBeDefined();
    const met = score({ begeleiding: 'intensief' }, { biedt: ['begeleiding'] });
    expect(met.tekorten.map((tekort) => tekort.soort)).not.toContain('begeleiding');
    expect(met.score).toBe(score({ begeleiding: 'geen' }, { biedt: ['begeleiding'] }).score);
  });

  it.each([
    ['vaste begintijd', 'flexibele tijden'], ['rustige werkplek', 'aangepaste werkplek'], ['uitleg stap voor stap', 'begeleiding'], ['vaste dagstructuur', 'begeleiding'], ['één taak tegelijk', 'taken splitsen'],
  ] as const)('does not lower Eva who needs "%s" when the employer offers %s', (nodig, biedt) => {
    expect(score({ nodig: [nodig] }, { biedt: [biedt] }).score).toBe(score({ nodig: [] }, { biedt: [biedt] }).score);
    expect(brug(score({ nodig: [nodig] }), 'werkplekaanpassing')).toMatchObject({ tekort: nodig });
  });

  it('does not take a special chair for patience: what an offer has nothing to do with stays a gap', () => {
    for (const [nodig, biedt] of [['uitleg stap voor stap', 'aangepaste werkplek'], ['rustig inwerken', 'aangepaste werkplek'], ['uren rustig opbouwen', 'aangepaste werkplek'], ['taken op papier', 'taken splitsen']] as const) {
      expect({ biedt, open: score({ nodig: [nodig] }, { biedt: [biedt] }).tekorten.map((tekort) => tekort.tekst) }).toEqual({ biedt, open: [nodig] });
    }
  });
});

describe('vacatures as people write them', () => {
  const EMPTY = { taken: [], vaardighedenVereist: [], vaardighedenGewenst: [], certificatenGewenst: [], beroep: null, omschrijving: '' };
  it.each([
    ['an English title in capitals', { ...EMPTY, titel: 'ORDER PICKER' }],
    ['a title with the firm and exclamation marks', { ...EMPTY, titel: 'ORDERPICKER GEZOCHT!!! - Van Dijk Logistiek B.V. (m/v/x)' }],
  ])('knows the orderpicker in %s, so Samira still fits', (_, job) => {
    const uitleg = score({}, job);
    expectSound(uitleg);
    expect(onderdeel(uitleg, 'werk').bewijs[0]).toMatch(/orderpicker/i);
    expect(uitleg.score).toBeGreaterThan(80);
  });

  it.each([
    ['has no text at all', { ...KAAL, titel: '' }],
    ['says only "Medewerker"', KAAL],
    ['has a text of 20,000 characters', { ...KAAL, omschrijving: 'Wij zoeken iemand. '.repeat(1053).slice(0, 20_000) }],
    ['has a title of 20,000 characters', { ...KAAL, titel: 'orderpicker en '.repeat(1334).slice(0, 20_000) }],
    ['has forty tasks of 200 characters', { ...KAAL, taken: Array.from({ length: 40 }, (_, i) => `taak ${i} `.repeat(30).slice(0, 200)) }],
    ['asks 0 to 0 hours', { urenMin: 0, urenMax: 0 }],
    ['has words in no language', { titel: '💥 ﷽ \u0000 ��', beroep: '???', taken: ['', ' ', '—'] }],
    ['asks an unknown language', { talen: [{ taal: 'zzz', niveau: 'C2' as const }] }],
    ['asks certificates nobody has heard of', { certificatenVereist: ['', 'x', 'diploma maanwandelaar'] }],
  ])('never throws and never gives NaN when the vacature %s', (_, job) => {
    for (const person of [SAMIRA, BAS, ONBEKEND, { ...ONBEKEND, urenMin: 0, urenMax: 0 }, { ...SAMIRA, reisafstandKm: 0 }]) expectSound(score(person, job));
  });

  it('says that the hours are unknown when the vacature says 0 to 0, and lets nobody drop out for it', () => {
    const uitleg = score({}, { urenMin: 0, urenMax: 0 });
    expect(uitleg.onbekend.map((item) => item.veld)).toContain('uren van de vacature');
    expect(uitleg.afgevallen).toBeNull();
  });
});
