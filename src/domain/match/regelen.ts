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

/** Whether what an employer offers arranges a need such as "vaste begintijd" or "rustige werkplek". */
export function arranges(offers: readonly Biedt[], need: string): boolean {
  const text = fold(need);
  return ELDERS.test(text) || offers.some((offer) => REGELT[offer]?.test(text) ?? false);
}
