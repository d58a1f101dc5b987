/**
 * The explanation for the kandidaat who asks for it: the same reasons that professionals read, about that person, in
 * plain words and in the "je" form. Nothing is left out and nothing is added: the sentences are made from the parts
 * of the explanation, never from notes. Pure.
 */
import { formatList } from '../../format.ts';
import type { Onbekend, Onderdeel, OnderdeelNaam, Tekort, Uitleg } from './onderdeel.ts';

export type KandidaatUitleg = {
  /** In one sentence: how well it fits, or why it does not. */
  kort: string;
  /** Per part: how much it counted and why, in the order of the score. */
  onderdelen: { naam: string; punten: number; van: number; hoe: string; redenen: string[] }[];
  /** What is still needed, and what can help. */
  nodig: { wat: string; helpt: string | null }[];
  /** What we do not know yet; an answer makes the outcome better founded. */
  vragen: string[];
  /** How the order came about and who decides. */
  hoe: string;
};

const NAMEN: Record<OnderdeelNaam, string> = { werk: 'Het werk', eisen: 'De eisen', tijd: 'Je tijd', bereikbaarheid: 'De reis' };

/** Evidence is written about someone; the first word says how it sounds to that person. */
const JIJ: [RegExp, string][] = [
  [/^Wil /, 'Je wilt '], [/^Deed /, 'Je deed '], [/^Kan beginnen /, 'Je kunt beginnen '], [/^Kan (?=\d)/, 'Je kunt op '], [/^Kan /, 'Je kunt '], [/^Heeft /, 'Je hebt '], [/^Spreekt /, 'Je spreekt '],
  [/^Werkt /, 'Je wilt werken: '], [/^Is /, 'Je bent '], [/^Noemt /, 'Je profiel noemt '], [/^Vertelt /, 'Je vertelt '], [/^Kent /, 'Je kent '], [/^Zoekt of deed /, 'Je zoekt of deed '], [/^Werkniveau /, 'Je werkniveau is '], [/^De werkgever kan regelen wat nodig is$/, 'De werkgever kan regelen wat jij nodig hebt'],
  [/^Geen overlap in uren: /, 'De uren passen niet bij elkaar: '], [/, reist tot /, '; je wilt reizen tot '], [/^(\d+ van \d+ taken) passen$/, '$1 passen bij je'],
];

const toJou = (text: string): string => JIJ.reduce((said, [from, to]) => said.replace(from, to), text);

/** Questions per field, to the person. */
const VRAGEN: Record<string, string> = {
  'werkervaring en wensen': 'Welk werk wil je doen, en wat heb je al gedaan?', denkniveau: 'Op welk niveau werk je het liefst?', talen: 'Welke talen spreek je, en hoe goed?', 'uren van de vacature': 'De werkgever heeft nog niet gezegd om hoeveel uren het gaat.',
  dagdelen: 'Op welke dagen en dagdelen kun je werken?', 'beschikbaar vanaf': 'Vanaf welke datum kun je beginnen?', reisafstand: 'Hoe ver wil je reizen, en waarmee?', afstand: 'We konden niet uitrekenen hoe ver het is.',
};

/** A question that names a certificate, a licence or a language keeps the name; another is asked per field. */
function ask({ veld, vraag }: Onbekend): string {
  const named = vraag.replace(/^Heeft deze kandidaat /, 'Heb je ').replace(/^Spreekt deze kandidaat /, 'Spreek je ');
  return named === vraag ? VRAGEN[veld] ?? vraag : named;
}

/** What a gap means to the person whose gap it is. */
function needed({ soort, tekst, namen }: Tekort): string {
  switch (soort) {
    case 'beroep': return 'Je hebt nog geen ervaring met dit werk';
    case 'vaardigheid': return `Dit staat nog niet in je profiel: ${formatList(namen)}`;
    case 'taken': return `Deze taken passen nog niet: ${formatList(namen)}`;
    case 'certificaat': case 'rijbewijs': return `De werkgever vraagt ${tekst}`;
    case 'taal': return `De werkgever vraagt ${tekst}`;
    case 'niveau': return `De werkgever vraagt ${tekst}`;
    case 'uren': return `Je uren en die van de vacature verschillen: ${tekst}`;
    case 'dagdelen': return `Je kunt op ${tekst} die de werkgever vraagt`;
    case 'start': return `Je ${tekst.replace(/^kan/, 'kunt')}`;
    case 'afstand': return `Het is ${tekst.replace(/reist nu tot/, 'en je wilt nu reizen tot')}`;
    case 'begeleiding': return `Je hebt ${tekst} nodig; de werkgever heeft die nog niet aangeboden`;
    case 'nodig': return `Je hebt nodig: ${tekst}. Dat heeft de werkgever nog niet aangeboden`;
  }
}

function weigh({ dekking }: Onderdeel): string {
  if (dekking >= 0.85) return 'past goed';
  if (dekking >= 0.5) return 'past voor een deel';
  return 'past nog niet';
}

/** From which score on the fit is called good, and very good. */
const GOED = 60;
const HEEL_GOED = 80;

function sumUp(uitleg: Uitleg): string {
  if (uitleg.afgevallen !== null) return `Dit werk past nu niet: ${uitleg.afgevallen.replace(/, reist tot /, ' en je wilt reizen tot ')}.`;
  if (uitleg.score >= HEEL_GOED) return 'Dit werk past heel goed bij je.';
  return uitleg.score >= GOED ? 'Dit werk past goed bij je.' : 'Dit werk past maar voor een deel bij je.';
}

/** What a kandidaat reads about the own match. */
export function explainForKandidaat(uitleg: Uitleg): KandidaatUitleg {
  const nodig = uitleg.tekorten.map((tekort) => ({ wat: `${needed(tekort)}.`, helpt: uitleg.bruggen.find((brug) => brug.tekort === tekort.tekst)?.tekst ?? null }));
  return {
    kort: sumUp(uitleg),
    onderdelen: uitleg.onderdelen.map((deel) => ({ naam: NAMEN[deel.naam], punten: Math.round(deel.bijdrage), van: deel.gewicht, hoe: weigh(deel), redenen: deel.bewijs.map((text) => `${toJou(text)}.`) })),
    nodig, vragen: uitleg.onbekend.map(ask),
    hoe: 'De computer vergelijkt je profiel met de vacature en telt punten. Je naam, je leeftijd, waar je vandaan komt en je uitkering tellen nooit mee. Een mens beslist of je wordt voorgesteld.',
  };
}
