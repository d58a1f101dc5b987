/**
 * Who is visible, in SQL, in one place. Lists, search, direct addresses and media all ask this file.
 * The predicate for employers: published, consent for "profiel" in force, arbeidsfit, confirmed within the term, and
 * not hidden for this werkgever. Source: product rules; the freshness term is a regional choice.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { dayOf } from '../kalender/werkdagen.ts';
import { versSinds } from './kandidaat.ts';

/** Today in the Netherlands, yyyy-mm-dd. */
export function today(): string {
  return dayOf(new Date());
}

const CONSENT = sql`EXISTS (SELECT 1 FROM toestemming t WHERE t.kandidaat_id = kandidaat.id AND t.item = 'profiel' AND t.ingetrokken_op IS NULL)`;

/** What an actor may see in the etalage, as a condition on the table kandidaat. */
export function zichtbaar(actor: Actor, vandaag: string): SQL {
  const base = sql`kandidaat.status = 'gepubliceerd' AND kandidaat.arbeidsfit = 1 AND kandidaat.bevestigd_op >= ${versSinds(vandaag)} AND ${CONSENT}`;
  if (actor.rol !== 'werkgever') return base;
  return sql`${base} AND NOT EXISTS (SELECT 1 FROM verborgen_voor h WHERE h.kandidaat_id = kandidaat.id AND h.werkgever_id = ${actor.werkgeverId})`;
}

/** Who may be proposed by the matching: arbeidsfit, consent, and neither placed, paused nor withdrawn. */
export function voorstelbaar(): SQL {
  return sql`kandidaat.arbeidsfit = 1 AND kandidaat.status IN ('concept', 'ter curatie', 'gepubliceerd') AND ${CONSENT}`;
}
