/**
 * Words that tell who somebody is, and not what somebody wants or can: sex, age, family, origin, faith, health, benefit. The score
 * neither learns from them nor counts them, whoever writes them in a profile (Algemene wet gelijke behandeling; Wet gelijke
 * behandeling op grond van leeftijd, of handicap of chronische ziekte; AVG, art. 9). Words of the work itself stay:
 * "gehandicaptenzorg", "dementie", "kinderen". Pure.
 */
import { CappedMap } from '../../cappedmap.ts';
import { fold, stem } from '../woorden/analyse.ts';
import { findGezondheid } from './gezondheid.ts';

/** What gezondheid.ts does not know already. */
const WOORDEN = `
  man mannen vrouw vrouwen jongen jongens meisje meisjes meid vent jongeman vrouwelijk mannelijk husband wife woman girl guy boy homo lesbisch
  jong jeugdig oud senior leeftijd jarige twintiger dertiger veertiger vijftiger zestiger pensioen gepensioneerd aow young
  vader moeder mama papa mam pap opa oma ouderschap alleenstaand alleenstaande gezin gezinnen getrouwd gescheiden scheiding echtscheiding weduwe weduwnaar huwelijk bevallen bevalling
  zoontje dochter dochtertje dochters tweeling broer broers broertje zus zussen zusje schoonouders schoonmoeder schoonvader echtgenoot echtgenote mantelzorg mantelzorger father mother mum single daughter family families brother sister
  afkomst herkomst vluchteling gevlucht oorlog statushouder asielzoeker azc inburgering inburger migrant allochtoon buitenlander vaderland nationaliteit paspoort verblijfsvergunning huidskleur accent refugee
  afghanistan afghaan afghaans angola armenie armeens brazilie braziliaans bulgarije bulgaar bulgaars chinees colombia congo congolees curacao antilliaans antillen egypte eritrea eritrees ethiopie ethiopisch afrika afrikaans azie filipijnen filipijns frankrijk gambia georgie ghana ghanees
  griekenland grieks guinea hongarije hongaars india indiaas indonesie irak iraaks iran iraans italie italiaans kameroen kaapverdie libanon libie litouwen letland marokko marokkaans moldavie nepal nigeria nigeriaans oekraine oekraiens oeganda pakistan palestina palestijns polen pool pools portugal portugees roemenie roemeens
  rusland rwanda senegal servie slowakije soedan soedanees somalie somalisch spanje spaans sri lanka suriname surinaams syrie syrier syrisch thailand thais tunesie turkije turk turks venezuela vietnam zimbabwe
  poland romania bulgaria hungary ukraine syria turkey morocco somalia sudan ethiopia ghanian iraq surinam italy spain france african syrian polish turkish romanian arabic arabisch tigrinya berber farsi dari pasjtoe aleppo damascus asmara teheran kampala izmir caracas istanbul paramaribo rabat
  moslim islam islamitisch christen christelijk katholiek hindoe joods bidden gebed ramadan hoofddoek baard sluier geloof gelovig muslim
  rug nek knie knieen schouder pols heup enkel elleboog hart hersenschudding oor oren oog ogen been benen arm armen lichaam lichamelijk gezond gezondheid klacht klachten geopereerd pijn moe beroerte herseninfarct
  blessure letsel slijtage prikkel prikkels prikkelarm opgebrand angst angstig angsten paniek fobie somber therapeut psycholoog bedrijfsarts genezen hersteld herstel herstellend slaapapneu tinnitus eczeem
  allergieen rollator scootmobiel rolstoelgebruiker beperkt analfabeet blind stotter trilt raynaud dwarslaesie steunkousen hoorapparaat knee wheelchair sick depression accident asthma shoulder heart
  dakloos daklozen detentie straf strafblad reclassering schuld schulden schuldhulp bewindvoerder bewindvoering werkloos jobcoach uwv wmo ww werkvoorziening praktijkonderwijs
`;

const STEMS = new Set(WOORDEN.trim().split(/\s+/).map((word) => stem(fold(word))));
/** Whom somebody cares for at work. */
const WERK = new Set(['patient']);
const NUMBER = /^\d+$/;
const known = new CappedMap<boolean>();

/** Whether a stem tells who somebody is, as an age does too: a number by itself says nothing of the work. */
export function isPersonal(stam: string): boolean {
  let personal = known.get(stam);
  if (personal === undefined) {
    personal = STEMS.has(stam) || NUMBER.test(stam) || (!WERK.has(stam) && findGezondheid(stam).length > 0);
    known.set(stam, personal);
  }
  return personal;
}

/** A text without the words that tell who somebody is, before a compound is taken apart: "alleenstaand" says nothing of standing. */
export function withoutPersonal(text: string): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (isPersonal(stem(fold(word))) ? '' : word));
}
