/**
 * Words about health and benefit that do not belong in a profile, found in someone's own texts. It warns and never
 * blocks: a list cannot know what is meant. An employer may not ask about health (Wet op de medische keuringen, art. 4;
 * AVG, art. 9), so a profile says which arrangement someone needs, never the cause. Pure.
 */
import { fold } from '../woorden/analyse.ts';
import { wordKey } from '../woorden/leesbaar.ts';

type Gezondheidswoord = { uitleg: string; beter: string };
type Groep = { uitleg: string; beter: string; woorden: string };

const OORZAAK = 'Dit zegt iets over de gezondheid. Een werkgever mag dat niet vragen en niet weten.';
/** Words by what stands better in their place: an arrangement that a werkgever can act on. */
const GROEPEN: readonly Groep[] = [
  { uitleg: OORZAAK, beter: 'Schrijf wat iemand niet tilt of draagt, of hoe vaak het werk moet afwisselen. Bijvoorbeeld: “tillen tot 10 kilo”.', woorden: 'hernia artrose reuma reumatisch spierziekte jicht fibromyalgie whiplash rsi bekkeninstabiliteit prothese' },
  { uitleg: OORZAAK, beter: 'Schrijf welke rust of duidelijkheid helpt. Bijvoorbeeld: “een rustige werkplek” of “één taak tegelijk”.', woorden: 'autisme autistisch autist asperger adhd overprikkeld overprikkeling prikkelgevoelig concentratiestoornis tourette hoogsensitief' },
  { uitleg: OORZAAK, beter: 'Schrijf welk begin en welk tempo past. Bijvoorbeeld: “rustig opbouwen, te beginnen met 16 uur”.', woorden: 'burnout depressie depressief overspannen overspannenheid psychisch psychische psychiatrisch psychiater psychose psychotisch bipolair borderline trauma getraumatiseerd ptss angststoornis paniekaanval paniekstoornis dwangstoornis eetstoornis anorexia schizofrenie stoornis' },
  { uitleg: OORZAAK, beter: 'Schrijf wanneer iemand kan werken en welke pauzes nodig zijn. Bijvoorbeeld: “om de twee uur tien minuten pauze”.', woorden: 'epilepsie epileptisch diabetes suikerziekte migraine astma copd longziekte hartziekte hartpatiënt kanker chemotherapie chemokuur dialyse nierziekte crohn allergie allergisch hoogtevrees duizelig vermoeidheid flauwvallen longcovid zwanger zwangerschap' },
  { uitleg: OORZAAK, beter: 'Schrijf hoe iemand het beste uitleg krijgt of de werkplek bereikt. Bijvoorbeeld: “uitleg op papier” of “een werkplek zonder drempels”.', woorden: 'slechtziend slechthorend doof dove gehoorapparaat rolstoel verlamd verlamming spasme spastisch dyslexie dyslectisch dyscalculie amputatie' },
  { uitleg: OORZAAK, beter: 'Laat dit weg. Zeg alleen wat op het werk geregeld moet zijn.', woorden: 'ziek zieke ziekte ziekteverleden ziekmelding aandoening diagnose handicap gehandicapt invalide invaliditeit beperking arbeidsbeperking patiënt syndroom chronisch ggz medicatie medicijngebruik revalidatie revalideren therapie gezondheidsproblemen gezondheidsklachten klachtenvrij verslaving verslaafd alcoholist alcoholverslaving drugsverslaving afgekickt hersenletsel arbeidsongeschikt afgekeurd' },
  { uitleg: 'Dit gaat over een uitkering of een regeling. Dat is iets tussen de kandidaat en ons.', beter: 'Laat dit weg. Wat voor een werkgever geldt, vertelt de accountmanager bij de kennismaking.', woorden: 'uitkering bijstand bijstandsuitkering wajong wajonger wia wao wga iva ziektewet participatiewet doelgroepregister loonwaarde wsw' },
];

/** Body parts and what may be wrong with them: "rugklachten", and "klachten aan mijn rug". Not "klachten" alone: those a winkel handles. */
const LICHAAM = ['rug', 'nek', 'knie', 'schouder', 'hart', 'maag', 'darm', 'long', 'hoofd', 'heup', 'voet', 'hand', 'pols', 'arm', 'been', 'enkel', 'gewricht', 'spier', 'oog', 'oor'];
const KWAAL = ['klacht', 'klachten', 'pijn', 'operatie', 'letsel', 'blessure', 'infarct'];
/** Ailments only as one word with the body part: somebody may solve problems with a clear head. */
const KWAAL_IN_EEN_WOORD = ['probleem', 'problemen', 'aanval'];
const LIJF: Gezondheidswoord = { uitleg: OORZAAK, beter: GROEPEN[0]!.beter };
const LAAT_WEG: Gezondheidswoord = { uitleg: OORZAAK, beter: 'Laat dit weg. Zeg alleen wat op het werk geregeld moet zijn.' };

/** Words that share a stem with one of the list and mean something else: work with people who are ill, or the work itself. */
const ONSCHULDIG = new Set(['zieken', 'doven', 'patienten']);
/** Short forms that are ordinary words in lower case. */
const HOOFDLETTERS = new Map<string, Gezondheidswoord>(['ADD', 'ASS', 'NAH', 'LVB', 'WW'].map((woord) => [woord, LAAT_WEG]));

const BY_KEY = new Map<string, Gezondheidswoord>();
for (const { woorden, uitleg, beter } of GROEPEN) for (const woord of woorden.split(' ')) BY_KEY.set(wordKey(woord), { uitleg, beter });
for (const deel of LICHAAM) for (const kwaal of [...KWAAL, ...KWAAL_IN_EEN_WOORD]) BY_KEY.set(wordKey(deel + kwaal), LIJF);
const BODY = new Set(LICHAAM.flatMap((deel) => [deel, wordKey(deel)]));
const AILMENT = new Set(KWAAL.map(wordKey));

/** Words in a row, as they are after folding, that mean more together; `…` allows up to three words in between. */
const ZINSDELEN: readonly (readonly [string, string, Gezondheidswoord])[] = [
  ['burn', 'out', BY_KEY.get(wordKey('burnout'))!], ['onder', 'behandeling', LAAT_WEG], ['medicijnen', '…slik', LAAT_WEG], ['medicijnen', '…gebruik', LAAT_WEG], ['slik', '…medicijnen', LAAT_WEG], ['gebruik', '…medicijnen', LAAT_WEG],
  ['afstand', '…arbeidsmarkt', BY_KEY.get(wordKey('uitkering'))!], ['long', 'covid', LAAT_WEG], ['beschut', 'werk', BY_KEY.get(wordKey('uitkering'))!],
];

type Woord = { tekst: string; kaal: string; stam: string; /** Where it begins in its part. */ begin: number };
export type Treffer = { /** As it was written. */ tekst: string; uitleg: string; beter: string };

/** What in a text may be about health or benefit, in the order of the text, each once. */
export function findGezondheid(text: string): Treffer[] {
  const found = new Map<string, Treffer>();
  for (const part of text.normalize('NFC').split(/[.,;:!?()\n]+/)) {
    const words = [...part.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: tekst, index: begin }): Woord => ({ tekst, kaal: fold(tekst), stam: wordKey(tekst), begin }));
    for (let at = 0; at < words.length; at++) {
      const [hit, last] = single(words, at) ?? together(words, at) ?? [];
      if (!hit) continue;
      const tekst = part.slice(words[at]!.begin, words[last!]!.begin + words[last!]!.tekst.length);
      if (!found.has(fold(tekst))) found.set(fold(tekst), { tekst, uitleg: hit.uitleg, beter: hit.beter });
      at = last!;
    }
  }
  return [...found.values()];
}

function single(words: readonly Woord[], at: number): [Gezondheidswoord, number] | undefined {
  const { tekst, kaal, stam } = words[at]!;
  const hit = HOOFDLETTERS.get(tekst) ?? (ONSCHULDIG.has(kaal) ? undefined : BY_KEY.get(stam));
  return hit && [hit, at];
}

/** Something that only several words say together, from `at` on. @returns what, and the place of its last word */
function together(words: readonly Woord[], at: number): [Gezondheidswoord, number] | undefined {
  const { kaal, stam } = words[at]!;
  const near = (test: (word: Woord) => boolean) => words.slice(at + 1, at + 5).findIndex(test) + at + 1;
  for (const [first, then, hit] of ZINSDELEN) {
    if (kaal !== first && stam !== wordKey(first)) continue;
    const last = then.startsWith('…') ? near((word) => word.stam === wordKey(then.slice(1))) : words[at + 1]?.kaal === then ? at + 1 : at;
    if (last > at) return [hit, last];
  }
  const complaint = AILMENT.has(stam) || (kaal === 'last' && words[at + 1]?.kaal === 'van');
  const body = complaint ? near((word) => BODY.has(word.kaal)) : at;
  return body > at ? [LIJF, body] : undefined;
}
