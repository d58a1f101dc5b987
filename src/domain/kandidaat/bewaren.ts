/**
 * The retention ladder: ask, warn, hide, announce, erase. No step without the one before, each on a later day.
 * Hiding itself follows from the clock (zichtbaar.server.ts); the step only records it. Pure.
 */
import { addDays } from '../kalender/werkdagen.ts';
import { VERSHEIDSTERMIJN_DAGEN, versSinds } from './kandidaat.ts';

export const TREDEN = ['vraag bevestiging', 'waarschuw', 'verberg', 'kondig wissen aan', 'wis'] as const;
export type Trede = (typeof TREDEN)[number];
/** Event of a kandidaat who asks to be erased. */
export const WISVERZOEK = 'vraag om wissen';
/** Event that takes such a request back, within the term for mistakes. */
export const WISVERZOEK_TERUG = 'trek wisverzoek in';

/** Days after the last confirmation. Source: product rule; the last is the term of the etalage. */
export const TERMIJNEN = { vraag: 60, waarschuw: 80, verberg: VERSHEIDSTERMIJN_DAGEN } as const;
/** A warning that was late still leaves someone this many days before the next step. */
const BEDENKTIJD_DAGEN = 7;
/** Between the announcement and the erasure. */
export const AANKONDIGING_DAGEN = 28;
/** Between someone's own request and the erasure: time to undo a mistake, well within the month of AVG art. 12. */
export const WISVERZOEK_DAGEN = 14;

/** Where someone stands; all days yyyy-mm-dd. */
export type Stand = {
  bevestigdOp: string;
  /** The day of each step that was taken since the last confirmation or the end. */
  gezet: Partial<Record<Trede, string>>;
  /** The day on which the profile was withdrawn or the person got a job; null while it is in use. */
  eindeOp: string | null;
  wisverzoekOp: string | null;
};

/**
 * The step that is due, or null.
 * @param vandaag yyyy-mm-dd
 * @param bewaarDagen how long data are kept after the end or after hiding
 */
export function nextTrede(stand: Stand, vandaag: string, bewaarDagen: number): Trede | null {
  if (stand.gezet.wis) return null;
  if (stand.wisverzoekOp && stand.eindeOp) return vandaag >= addDays(stand.wisverzoekOp, WISVERZOEK_DAGEN) ? 'wis' : null;
  if (stand.eindeOp) return erasing(stand.eindeOp, stand.gezet, vandaag, bewaarDagen);
  return freshness(stand, vandaag, bewaarDagen);
}

function freshness({ bevestigdOp, gezet }: Stand, vandaag: string, bewaarDagen: number): Trede | null {
  const past = (dagen: number) => vandaag >= addDays(bevestigdOp, dagen);
  const later = (day: string) => vandaag >= addDays(day, BEDENKTIJD_DAGEN);
  if (!gezet['vraag bevestiging']) return past(TERMIJNEN.vraag) ? 'vraag bevestiging' : null;
  if (!gezet.waarschuw) return past(TERMIJNEN.waarschuw) && later(gezet['vraag bevestiging']) ? 'waarschuw' : null;
  if (!gezet.verberg) return bevestigdOp < versSinds(vandaag) && later(gezet.waarschuw) ? 'verberg' : null;
  return erasing(gezet.verberg, gezet, vandaag, bewaarDagen);
}

function erasing(sinds: string, gezet: Stand['gezet'], vandaag: string, bewaarDagen: number): Trede | null {
  const aangekondigd = gezet['kondig wissen aan'];
  if (!aangekondigd) return vandaag >= addDays(sinds, bewaarDagen - AANKONDIGING_DAGEN) ? 'kondig wissen aan' : null;
  return vandaag >= addDays(sinds, bewaarDagen) && vandaag >= addDays(aangekondigd, AANKONDIGING_DAGEN) ? 'wis' : null;
}
