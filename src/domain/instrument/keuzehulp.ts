/**
 * Keuzehulp: a few questions that end in a short list of instruments. The questions are in keuzevragen.ts. Pure.
 *
 * Every answer carries a list of its own, so an employer may stop at any moment; some answers lead to one more
 * question. No question is about someone's health or benefit: they are about the work and about what the
 * employer has been told with consent. The answers fit in a URL (?doel=aannemen&medewerker=register).
 */
import type { Instrument } from './instrument.ts';
import type { Advies, Antwoord, Vraag } from './keuzevraag.ts';
import { vragen } from './keuzevragen.ts';

export const MAX_VRAGEN = 6;
export const MAX_ADVIES = 5;

export interface Stand {
  /** Answers given so far, in order; unknown answers are left out. */
  readonly gegeven: readonly { readonly vraag: Vraag; readonly antwoord: Antwoord }[];
  /** The question to ask now, or null when the list is final. */
  readonly volgende: Vraag | null;
  /** The list so far; empty before the first answer. */
  readonly advies: readonly Advies[];
}

/** Follows the answers (question id → answer id) from the first question on, for as far as they are known. */
export function keuzehulp(antwoorden: Readonly<Record<string, string | undefined>>): Stand {
  const gegeven: { vraag: Vraag; antwoord: Antwoord }[] = [];
  let volgende: Vraag | null = vragen[0] ?? null;
  while (volgende && gegeven.length < MAX_VRAGEN) {
    const vraag: Vraag = volgende;
    const antwoord = vraag.antwoorden.find((mogelijk) => mogelijk.id === antwoorden[vraag.id]);
    if (!antwoord) break;
    gegeven.push({ vraag, antwoord });
    volgende = zoekVraag(antwoord.naar);
  }
  return { gegeven, volgende, advies: gegeven.at(-1)?.antwoord.advies ?? [] };
}

/** What is wrong between the questions and the book, in words; empty when nothing is. */
export function toetsKeuzehulp(instrumenten: readonly Pick<Instrument, 'id' | 'status'>[]): string[] {
  const actueel = new Set(instrumenten.filter(({ status }) => status === 'actueel').map(({ id }) => id));
  const bereikt = new Set<string>();
  const fouten: string[] = [];
  const loop = (vraag: Vraag, diepte: number): void => {
    if (diepte > MAX_VRAGEN) {
      fouten.push(`Keuzehulp: vraag ${vraag.id} komt na meer dan ${MAX_VRAGEN} vragen.`);
      return;
    }
    for (const antwoord of vraag.antwoorden) {
      const plek = `Keuzehulp: ${vraag.id} / ${antwoord.id}`;
      if (antwoord.advies.length < 1 || antwoord.advies.length > MAX_ADVIES) fouten.push(`${plek} heeft 1 tot en met ${MAX_ADVIES} instrumenten nodig.`);
      if (antwoord.naar && !zoekVraag(antwoord.naar)) fouten.push(`${plek} verwijst naar vraag ${antwoord.naar}, maar die bestaat niet.`);
      for (const { instrument } of antwoord.advies) {
        bereikt.add(instrument);
        if (!actueel.has(instrument)) fouten.push(`${plek} noemt ${instrument}, maar dat is geen actueel instrument.`);
      }
      const volgende = zoekVraag(antwoord.naar);
      if (volgende) loop(volgende, diepte + 1);
    }
  };
  if (vragen[0]) loop(vragen[0], 1);
  for (const id of actueel) if (!bereikt.has(id)) fouten.push(`Keuzehulp: geen antwoord leidt naar ${id}.`);
  return fouten;
}

function zoekVraag(id: string | undefined): Vraag | null {
  return vragen.find((vraag) => vraag.id === id) ?? null;
}
