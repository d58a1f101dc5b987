/** Taking the steps of the retention ladder that are due; a step that was missed is taken at the next run. */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import { config } from '../../config.ts';
import { mailBewaren } from '../../mail/gebeurtenissen.server.ts';
import { addDays, dayOf } from '../kalender/werkdagen.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { AANKONDIGING_DAGEN, TERMIJNEN, TREDEN, WISVERZOEK, WISVERZOEK_TERUG, nextTrede, type Stand, type Trede } from './bewaren.ts';
import { versSinds } from './kandidaat.ts';
import { loadDossier } from './kandidaat.server.ts';
import { PAD, insertLink } from './link.server.ts';
import { erase } from './wissen.server.ts';

export type Stap = { id: number; trede: Trede };
const EINDE = ['trek in', 'plaats'];

/** The steps that are due at a moment, by kandidaat; nothing is changed. */
export function dueTreden(actor: Actor, now: Date): Stap[] {
  eis(actor, 'kandidaat.bewaar');
  const vandaag = dayOf(now);
  const { profielDagen } = config().regio.bewaartermijnen;
  const rows = database().select({ id: kandidaat.id, status: kandidaat.status, bevestigdOp: kandidaat.bevestigdOp, gevraagdOp: kandidaat.bevestigingGevraagdOp, gewijzigdOp: kandidaat.gewijzigdOp }).from(kandidaat)
    .where(or(sql`${kandidaat.bevestigdOp} <= ${versSinds(vandaag, TERMIJNEN.vraag)}`, inArray(kandidaat.status, ['ingetrokken', 'geplaatst']))).orderBy(kandidaat.id).all();
  const events = latestEvents();
  return rows.flatMap((row) => {
    const trede = nextTrede(standOf(row, events.get(row.id) ?? new Map()), vandaag, profielDagen);
    return trede ? [{ id: row.id, trede }] : [];
  });
}

/** Per kandidaat the last moment of each event that the ladder looks at. */
function latestEvents(): Map<number, Map<string, string>> {
  const rows = database().select({ id: gebeurtenis.objectId, verb: gebeurtenis.verb, op: sql<string>`max(${gebeurtenis.op})` }).from(gebeurtenis)
    .where(and(eq(gebeurtenis.soort, 'kandidaat'), inArray(gebeurtenis.verb, [...TREDEN, ...EINDE, WISVERZOEK, WISVERZOEK_TERUG]))).groupBy(gebeurtenis.objectId, gebeurtenis.verb).all();
  return new Map([...Map.groupBy(rows, (row) => row.id)].map(([id, list]) => [id, new Map(list.map(({ verb, op }) => [verb, op]))]));
}

type Rij = { status: string; bevestigdOp: string; gevraagdOp: string | null; gewijzigdOp: string };

function standOf({ status, bevestigdOp, gevraagdOp, gewijzigdOp }: Rij, events: ReadonlyMap<string, string>): Stand {
  const ended = status === 'ingetrokken' ? (events.get('trek in') ?? gewijzigdOp) : status === 'geplaatst' ? (events.get('plaats') ?? gewijzigdOp) : null;
  // A step counts since the question that is still open, or since the end; one from an earlier round does not.
  const sinds = ended ?? gevraagdOp;
  const gezet: Stand['gezet'] = {};
  for (const trede of TREDEN) {
    const op = events.get(trede);
    if (op && (trede === 'wis' || (sinds !== null && op >= sinds))) gezet[trede] = dayOf(new Date(op));
  }
  const asked = events.get(WISVERZOEK);
  const verzoek = asked && asked > (events.get(WISVERZOEK_TERUG) ?? '') ? asked : undefined;
  return { bevestigdOp, gezet, eindeOp: ended && dayOf(new Date(ended)), wisverzoekOp: verzoek ? dayOf(new Date(verzoek)) : null };
}

/**
 * Takes the steps that are due, one transaction each.
 * @returns the steps that were due, the names of media files that belong to nobody any more, and what went wrong: one
 *   that fails keeps none of the others from theirs
 */
export function takeTreden(actor: Actor, now: Date): { stappen: Stap[]; bestanden: string[]; mislukt: string[] } {
  const stappen = dueTreden(actor, now);
  const bestanden: string[] = [];
  const mislukt: string[] = [];
  for (const { id, trede } of stappen) {
    try {
      bestanden.push(...transaction(() => (trede === 'wis' ? erase(actor, id) : takeOne(actor, id, trede, now))));
    } catch (error) {
      mislukt.push(`kandidaat ${id}, ${trede}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { stappen, bestanden, mislukt };
}

function takeOne(actor: Actor, id: number, trede: Exclude<Trede, 'wis'>, now: Date): string[] {
  const nu = now.toISOString();
  if (trede === 'vraag bevestiging') database().update(kandidaat).set({ bevestigingGevraagdOp: nu }).where(eq(kandidaat.id, id)).run();
  const mailed = trede !== 'verberg' && tell(actor, id, trede, now);
  recordEvent(actor, { soort: 'kandidaat', objectId: id, verb: trede, toelichting: trede === 'verberg' ? 'niet bevestigd' : mailed ? 'per mail' : 'geen e-mailadres bekend', op: nu });
  return [];
}

function tell(actor: Actor, kandidaatId: number, trede: 'vraag bevestiging' | 'waarschuw' | 'kondig wissen aan', now: Date): boolean {
  const { kandidaat: row, intern } = loadDossier(actor, kandidaatId);
  if (!intern?.email) return false;
  const { id: linkId, token } = insertLink(actor, kandidaatId);
  const dag = trede === 'kondig wissen aan' ? addDays(dayOf(now), AANKONDIGING_DAGEN) : addDays(row.bevestigdOp, TERMIJNEN.verberg);
  return mailBewaren({ kandidaatId, linkId, pad: PAD, token, trede, dag });
}
