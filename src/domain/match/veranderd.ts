/**
 * What changed about a pair since someone judged it, and whether that is reason to look again. A judged pair comes
 * back only when it fits now and either what spoke against it is gone, or it climbed into a higher band. Pure.
 */
import { PAST_VANAF } from './eiskosten.ts';
import type { REDENEN } from './match.ts';
import type { OnderdeelNaam, Tekort, Uitleg } from './onderdeel.ts';

/** Where people read another verdict into a score: it fits, it fits well, it fits very well. */
const BANDEN = [PAST_VANAF, 80, 90] as const;
/** A score has to rise by this many points; less would be the noise of a boundary. */
const MIN_STIJGING = 5;
/** Coverage (0–1) by which one part has to rise before it answers a refusal: about a working day a week, or 3 km. */
const MIN_DEKKING = 0.05;
/** More would not be read in a queue. */
const MAX_WOORDEN = 5;

type Reden = (typeof REDENEN)['werkmakelaar'][number];
type Vergelijk = (voor: Uitleg, nu: Uitleg) => boolean;

const evidence = (uitleg: Uitleg, naam: OnderdeelNaam): string[] => uitleg.onderdelen.find((deel) => deel.naam === naam)?.bewijs ?? [];
const coverage = (uitleg: Uitleg, naam: OnderdeelNaam): number => uitleg.onderdelen.find((deel) => deel.naam === naam)?.dekking ?? 0;
const gaps = (uitleg: Uitleg, soorten: readonly Tekort['soort'][]): number => uitleg.tekorten.filter((tekort) => soorten.includes(tekort.soort)).reduce((sum, tekort) => sum + Math.max(1, tekort.namen.length), 0);
const wants = (uitleg: Uitleg): boolean => evidence(uitleg, 'werk').some((text) => text.startsWith('Wil '));
const rises = (naam: OnderdeelNaam): Vergelijk => (voor, nu) => coverage(nu, naam) - coverage(voor, naam) >= MIN_DEKKING;
/** Fewer gaps of these kinds; or what was unknown before is now known and met. */
const fewer = (...soorten: Tekort['soort'][]): Vergelijk => (voor, nu) => gaps(nu, soorten) < gaps(voor, soorten) || rises('eisen')(voor, nu);

/** When a refusal does not hold any more. "anders" is in somebody's own words, so no rule can tell. */
const VERVALT: Partial<Record<Reden, Vergelijk>> = {
  'wil dit werk niet': (voor, nu) => wants(nu) && !wants(voor),
  'reisafstand past niet': rises('bereikbaarheid'),
  'uren of tijden passen niet': rises('tijd'),
  'mist een eis die niet te overbruggen is': fewer('certificaat', 'rijbewijs', 'taal', 'niveau', 'vaardigheid'),
  'op dit moment niet beschikbaar': rises('tijd'),
  'eerst begeleiding of scholing nodig': fewer('begeleiding', 'nodig', 'certificaat', 'taal', 'vaardigheid'),
};

const band = (score: number): number => BANDEN.filter((from) => score >= from).length;

/**
 * What changed, in words, when it matters; null when the judgement stands.
 * @param voor the explanation that was judged
 * @param reden the reason of the refusal, or null when the pair was put off
 */
export function findVeranderd(voor: Uitleg, nu: Uitleg, reden: string | null): string[] | null {
  if (nu.afgevallen !== null || nu.score < PAST_VANAF) return null;
  const answered = VERVALT[reden as Reden]?.(voor, nu) ?? false;
  // Nobody is asked again about work they do not want because they happen to live nearer now.
  if (reden === 'wil dit werk niet') return answered ? describeVeranderd(voor, nu) : null;
  // Other weights give other points to the same facts; only facts bring a pair back.
  const climbed = voor.versie === nu.versie && band(nu.score) > band(voor.score) && nu.score - voor.score >= MIN_STIJGING;
  return answered || climbed || voor.afgevallen !== null ? describeVeranderd(voor, nu) : null;
}

/** The differences between two explanations of one pair, in a professional's words; never empty. */
export function describeVeranderd(voor: Uitleg, nu: Uitleg): string[] {
  const words = [...describeWerk(voor, nu), ...describeEisen(voor, nu), ...describeTijd(voor, nu), ...describeBereik(voor, nu)];
  if (voor.afgevallen !== null && nu.afgevallen === null && words.length === 0) words.push(`valt niet meer af (${voor.afgevallen})`);
  if (words.length === 0) words.push(...voor.onbekend.filter(({ veld }) => !nu.onbekend.some((item) => item.veld === veld)).map(({ veld }) => `nu bekend: ${veld}`));
  if (words.length === 0) words.push(`score nu ${Math.round(nu.score)} in plaats van ${Math.round(voor.score)}`);
  return [...new Set(words)].slice(0, MAX_WOORDEN);
}

const fresh = (voor: Uitleg, nu: Uitleg, naam: OnderdeelNaam): string[] => evidence(nu, naam).filter((text) => !evidence(voor, naam).includes(text));
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('nl') + text.slice(1);
/** Names of gaps of one kind that are no gap any more. */
function goneNames(voor: Uitleg, nu: Uitleg, soort: Tekort['soort']): string[] {
  const left = new Set(nu.tekorten.filter((tekort) => tekort.soort === soort).flatMap((tekort) => tekort.namen));
  return voor.tekorten.filter((tekort) => tekort.soort === soort).flatMap((tekort) => tekort.namen).filter((naam) => !left.has(naam));
}

function describeWerk(voor: Uitleg, nu: Uitleg): string[] {
  const lines = fresh(voor, nu, 'werk').filter((text) => /^(Wil|Deed) /.test(text)).map((text) => text.replace(/^Wil /, 'wil nu ').replace(/^Deed /, 'deed '));
  const skills = goneNames(voor, nu, 'vaardigheid').map((naam) => `mist ${naam} niet meer`);
  const all = (uitleg: Uitleg) => uitleg.taken.past.length + uitleg.taken.blijft.length;
  const tasks = nu.taken.past.length > voor.taken.past.length ? [`nu passen ${nu.taken.past.length} van ${all(nu)} taken, eerst ${voor.taken.past.length}`] : [];
  return [...lines, ...skills, ...tasks];
}

function describeEisen(voor: Uitleg, nu: Uitleg): string[] {
  const lines = fresh(voor, nu, 'eisen').map((text) => lower(text).replace(/^(heeft|spreekt|werkniveau|de werkgever biedt|de werkgever kan) /, '$1 nu '));
  const names = (['certificaat', 'rijbewijs', 'taal', 'niveau'] as const).flatMap((soort) => goneNames(voor, nu, soort).map((naam) => ({ soort, naam })));
  // Gone without new evidence about the person: then it was the vacature that stopped asking.
  const dropped = names.filter(({ soort, naam }) => (soort === 'certificaat' || soort === 'rijbewijs') && !lines.some((line) => line.includes(naam)))
    .map(({ soort, naam }) => `${soort === 'rijbewijs' ? `rijbewijs ${naam}` : naam} is geen eis meer`);
  return [...lines, ...dropped];
}

/** Hours of both sides out of the evidence that `tijd.ts` writes. */
function readUren(uitleg: Uitleg): { eigen: string; gevraagd: string } | undefined {
  for (const text of evidence(uitleg, 'tijd')) {
    const found = /^Werkt (\S+) uur, de vacature vraagt (\S+)$/.exec(text) ?? /^Geen overlap in uren: (\S+) uur tegen (\S+) uur(?:; dagen en begin .+)?$/.exec(text);
    if (found) return { eigen: found[1]!, gevraagd: found[2]! };
  }
  return undefined;
}

function describeTijd(voor: Uitleg, nu: Uitleg): string[] {
  const [was, is] = [readUren(voor), readUren(nu)];
  const hours = was && is ? [was.eigen !== is.eigen && `uren nu ${is.eigen} in plaats van ${was.eigen}`, was.gevraagd !== is.gevraagd && `de vacature vraagt nu ${is.gevraagd} uur in plaats van ${was.gevraagd}`].filter((text) => text !== false) : [];
  const rest = fresh(voor, nu, 'tijd').filter((text) => /^(Kan|Is) /.test(text)).map((text) => lower(text).replace(/^(kan|is) /, '$1 nu '));
  return [...hours, ...rest];
}

function describeBereik(voor: Uitleg, nu: Uitleg): string[] {
  if (voor.afstandKm !== nu.afstandKm && nu.afstandKm !== null) return [`nu ${Math.round(nu.afstandKm)} km tussen woonplaats en werk${voor.afstandKm === null ? '' : `, eerst ${Math.round(voor.afstandKm)} km`}`];
  const reach = fresh(voor, nu, 'bereikbaarheid').map((text) => /reist (tot .+)$/.exec(text)?.[1]).filter((text) => text !== undefined);
  return reach.map((text) => `reist nu ${text}`);
}
