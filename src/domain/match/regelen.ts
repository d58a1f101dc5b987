/**
 * Which offer of an employer arranges what someone needs. People write needs in their own words, so an offer is
 * known by whole words; a need that no offer arranges stays a point to talk about. Pure.
 */
import type { Biedt } from '../vacature/vacature.ts';
import { fold } from '../woorden/analyse.ts';

const REGELT: Partial<Record<Biedt, RegExp>> = {
  'flexibele tijden': /\b(begintijd|eindtijd|werktijden|tijden|schooltijden|pauzes?|rooster|ochtend|middag|werkdagen|dagen|dagdienst|diensten|vrij)\b|\buren\b.*\bopbouwen\b/,
  'aangepaste werkplek': /\b(werkplek|vaste plek|rustige plek|rustige ruimte|thuiswerken|prikkels|trappen|zitten|zittend|staan|tillen|stoel|bureau|geluid|verlichting)\b/,
  begeleiding: /\b(uitleg|begeleider|begeleiding|aanspreekpunt|structuur|dagstructuur|dagplanning|volgorde|collega|ploeg|team|route|inwerken|maatje|hulp|instructies|papier|plaatjes|voordoen|samen|taal|stap voor stap)\b/,
  'taken splitsen': /\b(een|enkele|minder|vaste|losse) (taak|taken)\b/,
};
/** Answered by the score itself: distance is its own part. */
const ELDERS = /\bdichtbij\b/;

/** The offers that each arrange a need such as "vaste begintijd" or "rustige werkplek"; "altijd" needs no offer. */
export function arrangedBy(need: string): (Biedt | 'altijd')[] {
  const text = fold(need);
  if (ELDERS.test(text)) return ['altijd'];
  return (Object.entries(REGELT) as [Biedt, RegExp][]).filter(([, words]) => words.test(text)).map(([offer]) => offer);
}
