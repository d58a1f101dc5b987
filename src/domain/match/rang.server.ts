/** The ranking as professionals see it: both ways, with names, and what each must of a vacature costs. */
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { getDossier, own, type KandidaatRij } from '../kandidaat/kandidaat.server.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { getVacature } from '../vacature/vacature.server.ts';
import { countFitting, rankKandidaten, rankVacatures, vacatureProfiel, type Uitslag } from './ranglijst.server.ts';

/** Who drops out is explained for this many, so that the actor's own people are among them. */
const UITLEG = 100;

export type Gerangschikt = Uitslag & { kandidaat: KandidaatRij; /** In the actor's own scope. */ eigen: boolean };

/** For professionals: the ranking of one vacature, with names, and who drops out and why: the actor's own people first. */
export function rankingForVacature(actor: Actor, vacatureId: number, limit = 20): { past: Gerangschikt[]; totaal: number; afgevallen: Gerangschikt[]; totaalAfgevallen: number } {
  eis(actor, 'match.bekijk');
  const ranked = rankKandidaten(getVacature(actor, vacatureId).vacature, today(), Math.max(limit, UITLEG));
  const mine = new Set(database().select({ id: kandidaat.id }).from(kandidaat).where(own(actor)).all().map((row) => row.id));
  const past = ranked.resultaten.slice(0, limit);
  const afgevallen = [...ranked.afgevallen.filter((item) => mine.has(item.id)), ...ranked.afgevallen.filter((item) => !mine.has(item.id))].slice(0, limit);
  const rows = new Map(database().select().from(kandidaat).where(inArray(kandidaat.id, [...past, ...afgevallen].map((item) => item.id))).all().map((row) => [row.id, row]));
  const named = (item: Uitslag): Gerangschikt => ({ ...item, kandidaat: rows.get(item.id)!, eigen: mine.has(item.id) });
  return { past: past.map(named), totaal: ranked.totaal, afgevallen: afgevallen.map(named), totaalAfgevallen: ranked.vallenAf };
}

/** For professionals: the vacatures that fit one kandidaat, best first. */
export function rankingForKandidaat(actor: Actor, kandidaatId: number, limit = 20) {
  eis(actor, 'match.bekijk');
  const ranked = rankVacatures(getDossier(actor, kandidaatId).kandidaat);
  return { totaal: ranked.resultaten.length, past: ranked.resultaten.slice(0, limit).map((item) => ({ ...item, ...getVacature(actor, item.id) })) };
}

/** How many kandidaten fit this vacature, and how many would without each must; most costly must first. */
export function costOfMusts(actor: Actor, vacatureId: number): { nu: number; eisen: { eis: string; zonder: number }[] } {
  const { nu, zonder } = countFitting(vacatureProfiel(getVacature(actor, vacatureId).vacature));
  const eisen = zonder.filter(({ aantal }) => aantal > nu).map(({ eis: must, aantal }) => ({ eis: must, zonder: aantal }));
  return { nu, eisen: eisen.sort((a, b) => b.zonder - a.zonder) };
}
