/**
 * Matches as an employer gets to know them: public profile, own words, plain status. Everything an employer's page
 * shows of a match comes from here; the rows and the professionals' explanation stay inside.
 */
import { and, desc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { match, vacature } from '#db/schema.ts';
import { NietGevonden, eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import type { PlekBron } from '../instrument/plek.ts';
import { listPublicProfiles, visibleIds } from '../kandidaat/kandidaat.server.ts';
import type { PubliekProfiel } from '../kandidaat/publiek.ts';
import { getVacature } from '../vacature/vacature.server.ts';
import { PAST_VANAF } from './eiskosten.ts';
import { scopeWerkgever } from './match.server.ts';
import { matchVerbs, type MatchStatus, type MatchVerb } from './match.ts';
import { rankKandidaten } from './ranglijst.server.ts';
import { explainForWerkgever, statusForWerkgever, type WerkgeverUitleg } from './uitleg.ts';

export type Voordracht = {
  id: number;
  stand: string;
  /** It is the employer's turn. */
  aanZet: boolean;
  /** Presented: it has a page of its own; before that there is only the profile. */
  voorgedragen: boolean;
  /** Not available any more; the page says so, and not why. */
  teruggetrokken: boolean;
  verbs: MatchVerb[];
  /** The accountmanager's personal word. */
  bericht: string | null;
  /** Instruments that the accountmanager named with it: ids of the instrumentenboek. */
  instrumenten: string[];
  sinds: string;
  vacature: ({ id: number; titel: string } & PlekBron) | null;
  /** null when the kandidaat may not be seen (any more): withdrawn, paused, hidden. */
  profiel: PubliekProfiel | null;
  uitleg: WerkgeverUitleg | null;
};

const PRESENTED: readonly MatchStatus[] = ['voorgedragen', 'uitgenodigd', 'afgewezen', 'proefplaatsing', 'geplaatst', 'gestopt'];

/** Matches of the own organisation, newest change first; with an id only those of one vacature. */
export function listVoordrachten(actor: Actor, vacatureId?: number): Voordracht[] {
  eis(actor, 'match.antwoord');
  const rows = database().select({ match, vacature: { id: vacature.id, titel: vacature.titel, urenMin: vacature.urenMin, urenMax: vacature.urenMax, werkvorm: vacature.werkvorm, startdatum: vacature.startdatum } }).from(match).leftJoin(vacature, eq(vacature.id, match.vacatureId))
    .where(and(scopeWerkgever(actor), vacatureId === undefined ? undefined : eq(match.vacatureId, vacatureId))).orderBy(desc(match.gewijzigdOp), desc(match.id)).all();
  const profiles = new Map(listPublicProfiles(actor, [...new Set(rows.map((row) => row.match.kandidaatId))]).map((profiel) => [profiel.id, profiel]));
  return rows.map(({ match: row, vacature: job }) => {
    const voorgedragen = PRESENTED.includes(row.status);
    return {
      id: row.id, stand: statusForWerkgever(row.status), aanZet: row.status === 'voorgedragen', voorgedragen, teruggetrokken: row.status === 'teruggetrokken', verbs: matchVerbs(row.status, 'werkgever'),
      bericht: voorgedragen ? row.bericht : null, instrumenten: voorgedragen ? row.instrumenten : [], sinds: row.gewijzigdOp, vacature: job, profiel: profiles.get(row.kandidaatId) ?? null, uitleg: voorgedragen && row.uitleg ? explainForWerkgever(row.uitleg) : null,
    };
  });
}

/** One presented match, also when it was taken back since. @throws NietGevonden when it is not presented, not the own, or too long ago */
export function getVoordracht(actor: Actor, id: number): Voordracht {
  const found = listVoordrachten(actor).find((item) => item.id === id && (item.voorgedragen || item.teruggetrokken));
  if (!found) throw new NietGevonden(`voordracht ${id}`);
  return found;
}

/** Visible kandidaten that fit an own vacature, best first, in an employer's words. */
export function fitForWerkgever(actor: Actor, vacatureId: number, limit = 12): { profiel: PubliekProfiel; uitleg: WerkgeverUitleg }[] {
  eis(actor, 'vacature.beheer');
  const { vacature: job } = getVacature(actor, vacatureId);
  const ranked = rankKandidaten(job).resultaten.filter((item) => item.uitleg.score >= PAST_VANAF);
  const visible = visibleIds(actor, ranked.map((item) => item.id));
  const best = ranked.filter((item) => visible.has(item.id)).slice(0, limit);
  const uitleg = new Map(best.map((item) => [item.id, item.uitleg]));
  return listPublicProfiles(actor, best.map((item) => item.id)).map((profiel) => ({ profiel, uitleg: explainForWerkgever(uitleg.get(profiel.id)!) }));
}
