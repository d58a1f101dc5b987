/**
 * The circuit breaker between readers and the search server. Closed: everybody asks the server. Open: nobody does, so
 * that a sick server costs no visitor any time. After a while one reader tries, and its answer decides. Pure.
 */
import type { ServerStoring } from './fault.ts';

/** Faults in a row after which nobody asks any more. */
const FAULTS_MAX = 3;
const WAIT_MS = 5_000;
const WAIT_MAX_MS = 60_000;
/** A trial that never reports back is given up after this long, and another reader may try. */
const TRIAL_MS = 10_000;
/** Nothing that a second try would mend. */
const LASTING = new Set(['onbereikbaar', 'sleutel', 'ontbreekt', 'te oud', 'onleesbaar']);

export class Circuit {
  private readonly now: () => number;
  private faults = 0;
  /** How often it opened without an answer in between; each time the wait doubles. */
  private openings = 0;
  private waitUntil: number | undefined;
  private trial = false;
  private last: ServerStoring | undefined;

  constructor(now: () => number = () => Date.now()) { this.now = now; }

  /** Whether this reader may ask the server. Where it is open, the first reader after the wait is the trial. */
  mayAsk(): boolean {
    if (this.waitUntil === undefined) return true;
    if (this.now() < this.waitUntil) return false;
    this.waitUntil = this.now() + TRIAL_MS;
    this.trial = true;
    return true;
  }

  /** The server answered. @returns true when that closed the circuit */
  answered(): boolean {
    const closed = this.waitUntil !== undefined;
    this.faults = this.openings = 0;
    this.waitUntil = this.last = undefined;
    this.trial = false;
    return closed;
  }

  /** The server failed. @returns true when that opened the circuit */
  failed(fault: ServerStoring): boolean {
    const wasOpen = this.waitUntil !== undefined;
    this.last = fault;
    // Questions that were under way when it opened fail too; they are no reason to wait longer.
    if (wasOpen && !this.trial) return false;
    this.trial = false;
    this.faults++;
    if (!wasOpen && this.faults < FAULTS_MAX && !LASTING.has(fault.soort) && fault.wachtMs === undefined) return false;
    this.openings++;
    this.waitUntil = this.now() + Math.max(fault.wachtMs ?? 0, Math.min(WAIT_MAX_MS, WAIT_MS * 2 ** (this.openings - 1)));
    return !wasOpen;
  }

  /** Why the server is not asked, or null when it is. */
  openFor(): ServerStoring | null {
    return this.waitUntil === undefined ? null : this.last ?? null;
  }
}
