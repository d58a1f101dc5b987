/** The match: where it came from, its states, who may take which step. Pure. */
import { Weigering } from '../../auth/policy.ts';

export const HERKOMSTEN = ['voorstel', 'kennismaking', 'handmatig'] as const;
export type Herkomst = (typeof HERKOMSTEN)[number];

export const MATCH_STATUSSEN = ['voorgesteld', 'geschikt', 'ongeschikt', 'later', 'voorgedragen', 'niet voorgedragen', 'uitgenodigd', 'afgewezen', 'proefplaatsing', 'geplaatst', 'gestopt', 'teruggetrokken'] as const;
export type MatchStatus = (typeof MATCH_STATUSSEN)[number];

type Overgang = { van: readonly MatchStatus[]; naar: MatchStatus; rol: 'werkmakelaar' | 'accountmanager' | 'werkgever' | 'systeem'; reden?: true; datum?: true };

const BEFORE_PLACEMENT = ['voorgesteld', 'geschikt', 'later', 'voorgedragen', 'uitgenodigd', 'proefplaatsing'] as const;

/**
 * The verbs of a match: two human decisions (werkmakelaar, then accountmanager) before a werkgever answers.
 * The system itself takes one: it brings a judged pair back when something that mattered changed.
 * `rol` is who takes the step; `reden` and `datum` are what the step asks for.
 */
export const MATCH_OVERGANGEN = {
  'vind geschikt': { van: ['voorgesteld', 'later', 'ongeschikt'], naar: 'geschikt', rol: 'werkmakelaar' },
  'vind ongeschikt': { van: ['voorgesteld', 'later', 'geschikt'], naar: 'ongeschikt', rol: 'werkmakelaar', reden: true },
  'stel uit': { van: ['voorgesteld', 'geschikt'], naar: 'later', rol: 'werkmakelaar', datum: true },
  herstel: { van: ['geschikt', 'ongeschikt', 'later'], naar: 'voorgesteld', rol: 'werkmakelaar' },
  'kom terug': { van: ['ongeschikt', 'later'], naar: 'voorgesteld', rol: 'systeem' },
  'draag voor': { van: ['geschikt'], naar: 'voorgedragen', rol: 'accountmanager' },
  'draag niet voor': { van: ['geschikt'], naar: 'niet voorgedragen', rol: 'accountmanager', reden: true },
  'nodig uit': { van: ['voorgedragen'], naar: 'uitgenodigd', rol: 'werkgever' },
  'wijs af': { van: ['voorgedragen', 'uitgenodigd'], naar: 'afgewezen', rol: 'werkgever', reden: true },
  'start proefplaatsing': { van: ['uitgenodigd'], naar: 'proefplaatsing', rol: 'accountmanager' },
  plaats: { van: ['uitgenodigd', 'proefplaatsing'], naar: 'geplaatst', rol: 'accountmanager' },
  stop: { van: ['proefplaatsing'], naar: 'gestopt', rol: 'accountmanager', reden: true },
  'trek terug': { van: BEFORE_PLACEMENT, naar: 'teruggetrokken', rol: 'werkmakelaar', reden: true },
} as const satisfies Record<string, Overgang>;
export type MatchVerb = keyof typeof MATCH_OVERGANGEN;

/** Reasons to choose from when a step says no; text may be added. Per role, since each knows something else. */
export const REDENEN = {
  werkmakelaar: ['wil dit werk niet', 'reisafstand past niet', 'uren of tijden passen niet', 'mist een eis die niet te overbruggen is', 'op dit moment niet beschikbaar', 'eerst begeleiding of scholing nodig', 'anders'],
  accountmanager: ['werkgever heeft al genoeg kandidaten', 'vacature is veranderd', 'past niet bij dit team', 'eerst een gesprek met de kandidaat', 'anders'],
  werkgever: ['zoekt meer ervaring', 'uren of tijden passen niet', 'mist een certificaat of rijbewijs', 'de plek is al vervuld', 'geen klik in het gesprek', 'anders'],
} as const;

/** States in which a pair still waits for someone. */
export const OPEN_MATCH_STATUSSEN = ['voorgesteld', 'geschikt', 'later', 'voorgedragen', 'uitgenodigd', 'proefplaatsing'] as const satisfies readonly MatchStatus[];

/** What may follow from `status`, for one role or for all. */
export function matchVerbs(status: MatchStatus, rol?: Overgang['rol']): MatchVerb[] {
  return (Object.keys(MATCH_OVERGANGEN) as MatchVerb[]).filter((verb) => {
    const overgang: Overgang = MATCH_OVERGANGEN[verb];
    return overgang.van.includes(status) && (rol === undefined || overgang.rol === rol);
  });
}

/** The explanation is another one than the person who decides has seen. Whoever gets this, shows the new one first. */
export class UitlegVeranderd extends Weigering {
  constructor(voornaam: string) { super(`Er is iets veranderd sinds u de uitleg bij ${voornaam} las. Hieronder staat de nieuwe uitleg. Bekijk die en kies opnieuw.`); }
}
