/** Which engine answers a question now: the Meilisearch server where one is set up and well, else the embedded one. */
import { log } from '#src/log.ts';
import type { Antwoord, Index, SearchEngine, Vraag } from './engine.ts';
import { hasChanges, readStand } from './feed.ts';
import { isBuilt } from './follow.ts';
import type { ZoekServer } from './meilisearch.ts';
import { Circuit } from './meilisearch/circuit.ts';
import { STORINGEN, ServerStoring } from './meilisearch/fault.ts';

/** A server on which nothing was acknowledged for this long, while changes wait, no longer answers for us. */
const BEHIND_MAX_MS = 5 * 60_000;

export class Bediening {
  private readonly server: Pick<ZoekServer, 'search'>;
  private readonly embedded: SearchEngine;
  private readonly circuit = new Circuit();
  /** Per index: what was acknowledged, and since when changes wait behind it. */
  private readonly waiting = new Map<Index, { seq: number; since: number }>();

  constructor(server: Pick<ZoekServer, 'search'>, embedded: SearchEngine) {
    this.server = server;
    this.embedded = embedded;
  }

  /** Answers, from the server or else from the embedded engine. Rejects only for a mistake of our own (OnbekendVeld). */
  async search(index: Index, vraag: Vraag): Promise<Antwoord> {
    if (this.unfit(index) !== null || !this.circuit.mayAsk()) return this.embedded.search(index, vraag);
    try {
      const antwoord = await this.server.search(index, vraag);
      if (this.circuit.answered()) log.info('de zoekserver antwoordt weer');
      return antwoord;
    } catch (error) {
      if (!(error instanceof ServerStoring)) throw error;
      this.note(index, error);
      return this.embedded.search(index, vraag);
    }
  }

  /** Why the embedded engine answers for this index now, or null when the server does. */
  fallback(index: Index): string | null {
    return this.unfit(index) ?? this.circuit.openFor()?.message ?? null;
  }

  private note(index: Index, fault: ServerStoring): void {
    // A refused question tells nothing about the server's health: it is alive, and others may ask.
    if (fault.soort === 'geweigerd') { this.circuit.answered(); log.error({ index, code: fault.code }, 'de zoekserver weigert een vraag'); return; }
    if (this.circuit.failed(fault)) log.warn({ index, fout: fault.message }, 'de ingebouwde zoekmachine neemt over');
  }

  private unfit(index: Index): string | null {
    if (!isBuilt(index)) return STORINGEN.ontbreekt;
    const { seq } = readStand(index);
    const known = this.waiting.get(index);
    if (!hasChanges(index, seq)) { this.waiting.delete(index); return null; }
    if (known?.seq !== seq) { this.waiting.set(index, { seq, since: Date.now() }); return null; }
    return Date.now() - known.since > BEHIND_MAX_MS ? 'de zoekserver loopt te ver achter' : null;
  }
}
