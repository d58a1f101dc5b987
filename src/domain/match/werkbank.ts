/** The queue of a werkmakelaar as an address: what is shown, and what was ticked. Pure. */
import { z } from 'zod';

/** Rows on a page: with all reasons, or one line each. */
export const PER_PAGINA = { ruim: 15, dicht: 60 } as const;
/** What can be ticked at once; more than a page never. */
const MAX_KEUZE = PER_PAGINA.dicht;

export type Toon = 'nu' | 'later';
export type QueueVraag = { toon: Toon; vacature: number | null; kandidaat: number | null; sector: string | null; caseload: number | null; dicht: boolean; pagina: number };
/** A pair that someone ticked, with the fingerprint of the explanation that stood beside it. */
export type Keuze = { id: number; gezien: string };

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().catch(null);

/** Reads the query of an address. Anything that is not understood counts as not chosen; never an error. */
export function readQueueVraag(params: URLSearchParams): QueueVraag {
  return {
    toon: params.get('toon') === 'later' ? 'later' : 'nu', vacature: number.parse(params.get('vacature')), kandidaat: number.parse(params.get('kandidaat')),
    sector: params.get('sector')?.trim().slice(0, 80) || null, caseload: number.parse(params.get('caseload')), dicht: params.get('dicht') === '1', pagina: number.parse(params.get('pagina')) ?? 1,
  };
}

/** The address of a queue, with some choices changed. Another choice starts at the first page. */
export function queueHref(vraag: QueueVraag, change: Partial<QueueVraag> = {}): string {
  const next = { ...vraag, ...('pagina' in change ? {} : { pagina: 1 }), ...change };
  const params = new URLSearchParams();
  if (next.toon !== 'nu') params.set('toon', next.toon);
  for (const name of ['vacature', 'kandidaat', 'sector', 'caseload'] as const) if (next[name] !== null) params.set(name, String(next[name]));
  if (next.dicht) params.set('dicht', '1');
  if (next.pagina > 1) params.set('pagina', String(next.pagina));
  return params.size > 0 ? `/werkbank?${params}` : '/werkbank';
}

/** How a tick is written in a form. */
export const writeKeuze = ({ id, gezien }: Keuze): string => `${id}.${gezien}`;

/** What was ticked, each pair once; anything else in the list is left out. */
export function readKeuzes(values: readonly string[]): Keuze[] {
  const found = values.map((value) => /^([1-9]\d{0,14})\.([0-9a-f]{16}|geen)$/.exec(value)).filter((parts) => parts !== null).map(([, id, gezien]) => ({ id: Number(id), gezien: gezien! }));
  return [...new Map(found.map((keuze) => [keuze.id, keuze])).values()].slice(0, MAX_KEUZE);
}
