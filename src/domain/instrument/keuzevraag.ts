/** The shape of one question of the keuzehulp. Pure. */

export interface Advies {
  /** Id of a current instrument. */
  readonly instrument: string;
  readonly reden: string;
}

export interface Antwoord {
  readonly id: string;
  readonly label: string;
  readonly advies: readonly Advies[];
  /** The next question, where one more answer makes the list better. */
  readonly naar?: string;
}

export interface Vraag {
  readonly id: string;
  readonly vraag: string;
  readonly uitleg: string;
  readonly antwoorden: readonly Antwoord[];
}

/** One instrument of the list, with the reason why it is on it. */
export function advies(instrument: string, reden: string): Advies {
  return { instrument, reden };
}
