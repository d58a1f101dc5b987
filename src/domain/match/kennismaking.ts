/** Meeting someone: how far it is, what may follow, and how long somebody may wait for an answer. Pure. */
import { dayOf } from '../kalender/werkdagen.ts';
import { addWerkdagen } from '../../werkdagen.ts';
import { matchVerbs, type MatchStatus, type MatchVerb } from './match.ts';

/** Working days that someone gets to answer. Source: what the portal promises employers and asks of them. */
export const ANTWOORD_WERKDAGEN = 5;

/** Whether five working days have passed since a moment: the fifth is still in time. @param vandaag yyyy-mm-dd */
export function termijnVoorbij(sinds: string, vandaag: string): boolean {
  return addWerkdagen(dayOf(new Date(sinds)), ANTWOORD_WERKDAGEN) < vandaag;
}

/** States in which people may still meet; a werkmakelaar who said no comes first. */
export const PLANBAAR = ['voorgesteld', 'geschikt', 'later', 'voorgedragen', 'uitgenodigd'] as const satisfies readonly MatchStatus[];
export const isPlanbaar = (status: MatchStatus): boolean => (PLANBAAR as readonly MatchStatus[]).includes(status);

/** How a meeting stands: to be planned, planned, over and not yet told how it went, or done. */
export type Stand = 'te plannen' | 'gepland' | 'hoe ging het' | 'klaar';
export type Ontmoeting = { begin: string; duurMinuten: number; uitkomst: string | null };

/** Outcomes after which another meeting may be planned. */
const OPNIEUW: readonly string[] = ['ging niet door', 'nog een gesprek'];

/** @param laatste the last meeting that was not called off, if any @param nu ISO moment */
export function standOf(laatste: Ontmoeting | null, nu: string): Stand {
  if (!laatste || (laatste.uitkomst !== null && OPNIEUW.includes(laatste.uitkomst))) return 'te plannen';
  if (laatste.uitkomst !== null) return 'klaar';
  return eindOf(laatste) > nu ? 'gepland' : 'hoe ging het';
}

/** The end of a meeting, ISO in UTC. */
export const eindOf = ({ begin, duurMinuten }: Pick<Ontmoeting, 'begin' | 'duurMinuten'>): string => new Date(Date.parse(begin) + duurMinuten * 60_000).toISOString();

/** How a meeting can end. Some are a step of the match as well. */
export const UITKOMSTEN = ['ging niet door', 'geen klik', 'nog een gesprek', 'proefplaatsing', 'geplaatst'] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

const STEP: Partial<Record<Uitkomst, MatchVerb>> = { proefplaatsing: 'start proefplaatsing', geplaatst: 'plaats', 'geen klik': 'draag niet voor' };

/** The step of the match that goes with an outcome, by this state; null when the outcome changes no state. */
export function verbOf(uitkomst: Uitkomst, status: MatchStatus): MatchVerb | null {
  const step = STEP[uitkomst];
  return step && matchVerbs(status, 'accountmanager').includes(step) ? step : null;
}

/** What can be chosen in this state: a placement only where the match allows it, that is after the invitation. */
export function uitkomstenFor(status: MatchStatus): Uitkomst[] {
  return UITKOMSTEN.filter((uitkomst) => (uitkomst !== 'proefplaatsing' && uitkomst !== 'geplaatst') || verbOf(uitkomst, status) !== null);
}
