/** What comes out of the rekenhulp: the steps, the totals and what has to be said beside them. Types only. */
import type { RekenFouten, RekenInvoer } from './rekeninvoer.ts';

export interface Stap {
  readonly id: 'brutoloon' | 'vakantiebijslag' | 'premies' | 'pensioen' | 'begeleiding' | 'brutokosten'
    | 'loonkostensubsidie' | 'opslag' | 'naSubsidie' | 'lkv' | 'netto';
  readonly label: string;
  /** Negative for what comes back to the employer. */
  readonly bedragCenten: number;
  readonly uitleg: string;
  readonly bron: readonly string[];
  readonly soort: 'kosten' | 'terug' | 'totaal';
  /** When the money moves; null for a (sub)total. */
  readonly wanneer: 'elke maand' | 'een keer per jaar' | 'in het jaar zelf' | 'het jaar erna' | null;
}

export interface PerPeriode { readonly jaarCenten: number; readonly maandCenten: number; readonly uurCenten: number }

/**
 * Six months: LKS and opslag together are what comes back; the LKV stays out because it comes a year later.
 * Each half is rounded up from half a cent, so two halves can be a cent more than the year.
 */
export interface Halfjaar {
  readonly wijze: 'forfaitair' | 'gemeten loonwaarde';
  readonly brutoCenten: number;
  readonly subsidieCenten: number;
  readonly opslagCenten: number;
  readonly terugCenten: number;
  readonly kostenCenten: number;
}

export interface Mededeling { readonly id: string; readonly tekst: string }

export interface Berekening {
  readonly soort: 'berekend';
  readonly datum: string;
  readonly invoer: RekenInvoer;
  readonly stappen: readonly Stap[];
  readonly totalen: { readonly bruto: PerPeriode; readonly naSubsidie: PerPeriode; readonly netto: PerPeriode };
  readonly halfjaren: { readonly eerste: Halfjaar; readonly daarna: Halfjaar; readonly verschilCenten: number };
  readonly nietMeegerekend: readonly Mededeling[];
  readonly waarschuwingen: readonly Mededeling[];
}

export type Rekenuitkomst =
  | Berekening
  | { readonly soort: 'fouten'; readonly fouten: RekenFouten }
  /** A constant does not apply on the date: no figure at all instead of an old one. */
  | { readonly soort: 'geweigerd'; readonly meldingen: readonly string[] };
