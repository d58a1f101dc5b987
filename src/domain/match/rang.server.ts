/** The ranking as professionals see it: both ways, with names, and what each must of a vacature costs. */
import { inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { getDossier, own, type KandidaatRij } from '../kandidaat/kandidaat.server.ts';
import { getVacature } from '../vacature/vacature.server.ts';
import { PAST_VANAF, withoutEachMust } from './eiskosten.ts';
import { rankKandidaten, rankProfiel, rankVacatures, vacatureProfiel, type Uitslag } from './ranglijst.server.ts';

/** For professionals: the ranking of one vacature, with names, and who drops out and why. */
export function rankingForVacature(actor: Actor, vacatureId: number, limit = 20): { past: (Uitslag & { kandidaat: KandidaatRij; eigen: boolean })[]; afgevallen: (Uitslag & { kandidaat: KandidaatRij; eigen: boolean })[]; totaal: number } {
  eis(actor, 'match.bekijk');
  const ranked = rankKandidaten(getVacature(actor, vacatureId).vacature);
  const withRows = (list: Uitslag[]) => {
    const rows = list.length === 0 ? [] : database().select({ kandidaat, eigen: sql<number>`${own(actor)}` }).from(kandidaat).where(inArray(kandidaat.id, list.map((item) => item.id))).all();
    const byId = new Map(rows.map((row) => [row.kandidaat.id, row]));
    return list.map((item) => ({ ...item, kandidaat: byId.get(item.id)!.kandidaat, eigen: byId.get(item.id)!.eigen === 1 }));
  };
  return { past: withRows(ranked.resultaten.slice(0, limit)), afgevallen: withRows(ranked.afgevallen.slice(0, limit)), totaal: ranked.resultaten.length };
}

/** For professionals: the vacatures that fit one kandidaat, best first. */
export function rankingForKandidaat(actor: Actor, kandidaatId: number, limit = 20) {
  eis(actor, 'match.bekijk');
  const ranked = rankVacatures(getDossier(actor, kandidaatId).kandidaat);
  return { totaal: ranked.resultaten.length, past: ranked.resultaten.slice(0, limit).map((item) => ({ ...item, ...getVacature(actor, item.id) })) };
}

/** How many kandidaten fit this vacature, and how many would without each must; most costly must first. */
export function costOfMusts(actor: Actor, vacatureId: number): { nu: number; eisen: { eis: string; zonder: number }[] } {
  const profiel = vacatureProfiel(getVacature(actor, vacatureId).vacature);
  const count = (variant: typeof profiel) => rankProfiel(variant).resultaten.filter((item) => item.uitleg.score >= PAST_VANAF).length;
  const nu = count(profiel);
  const eisen = withoutEachMust(profiel).map(({ eis: must, zonder }) => ({ eis: must, zonder: count(zonder) })).filter((item) => item.zonder > nu);
  return { nu, eisen: eisen.sort((a, b) => b.zonder - a.zonder) };
}
