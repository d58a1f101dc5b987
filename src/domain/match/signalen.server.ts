/** Reads the facts behind the signals, for the kandidaten of one actor. */
import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, vacature, werkgever } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { addDays, dayInNetherlands, daysBetween } from '../kalender/werkdagen.ts';
import { VERSHEIDSTERMIJN_DAGEN } from '../kandidaat/kandidaat.ts';
import { own } from '../kandidaat/kandidaat.server.ts';
import { today, voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { AFWIJZING_DAGEN, EERSTE_VOORSTEL_DAGEN, WAARSCHUW_DAGEN, describeAfwijzingen, describeStilte, describeVersheid, describeWachten, sortSignalen, type Afwijzing, type Signaal, type SignaalSoort } from './signalen.ts';
import { stilleVoordrachten } from './stil.server.ts';

/** Who can still be helped: placed and withdrawn people give no signals. */
const ZOEKT_WERK = sql`${kandidaat.status} NOT IN ('geplaatst', 'ingetrokken')`;

export type Welke = { kandidaatId?: number; soorten?: readonly SignaalSoort[] };

/**
 * The signals about the actor's kandidaten, or about one of them, or of some kinds; most urgent first within each kind.
 * @param vandaag yyyy-mm-dd
 */
export function listSignalen(actor: Actor, { kandidaatId, soorten }: Welke = {}, vandaag = today()): Signaal[] {
  eis(actor, 'match.bekijk');
  const scope = and(own(actor), ZOEKT_WERK, kandidaatId === undefined ? undefined : eq(kandidaat.id, kandidaatId))!;
  return sortSignalen(Object.entries(REGELS).flatMap(([soort, read]) => (soorten === undefined || soorten.includes(soort as SignaalSoort) ? read(scope, vandaag) : [])));
}

const REGELS: Record<SignaalSoort, (scope: SQL, vandaag: string) => Signaal[]> = { afgewezen: rejected, 'werkgever stil': silent, veroudert: stale, 'nooit voorgesteld': waiting };

function rejected(scope: SQL, vandaag: string): Signaal[] {
  const since = `${addDays(vandaag, -AFWIJZING_DAGEN)}T00:00:00.000Z`;
  const rows = database().select({ kandidaatId: kandidaat.id, voornaam: kandidaat.voornaam, plaats: kandidaat.plaats, naar: gebeurtenis.naar, reden: gebeurtenis.reden }).from(gebeurtenis)
    .innerJoin(match, and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, match.id))).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId))
    .where(and(inArray(gebeurtenis.naar, ['afgewezen', 'niet voorgedragen']), sql`${gebeurtenis.op} >= ${since}`, scope)).orderBy(gebeurtenis.id).all();
  return [...Map.groupBy(rows, (row) => row.kandidaatId).values()].flatMap((list) => {
    const { kandidaatId, voornaam, plaats } = list[0]!;
    const tekst = describeAfwijzingen(list.map((row): Afwijzing => ({ door: row.naar === 'afgewezen' ? 'werkgever' : 'accountmanager', reden: row.reden })));
    return tekst ? [{ soort: 'afgewezen' as const, kandidaatId, voornaam, plaats, matchId: null, tekst, gewicht: list.length }] : [];
  });
}

function silent(scope: SQL, vandaag: string): Signaal[] {
  const stil = new Map(stilleVoordrachten(vandaag).map(({ id, werkdagen }) => [id, werkdagen]));
  const rows = database().select({ kandidaatId: kandidaat.id, voornaam: kandidaat.voornaam, plaats: kandidaat.plaats, matchId: match.id, werkgever: werkgever.naam, titel: vacature.titel }).from(match)
    .innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId))
    .where(and(inArray(match.id, [...stil.keys()]), scope)).all();
  return rows.map(({ werkgever: naam, titel, ...row }) => {
    const werkdagen = stil.get(row.matchId)!;
    return { soort: 'werkgever stil', ...row, tekst: describeStilte(werkdagen, naam, titel ?? 'een kennismaking'), gewicht: werkdagen };
  });
}

function stale(scope: SQL, vandaag: string): Signaal[] {
  const limit = addDays(vandaag, WAARSCHUW_DAGEN - VERSHEIDSTERMIJN_DAGEN);
  const rows = database().select({ kandidaatId: kandidaat.id, voornaam: kandidaat.voornaam, plaats: kandidaat.plaats, bevestigdOp: kandidaat.bevestigdOp }).from(kandidaat).where(and(scope, eq(kandidaat.status, 'gepubliceerd'), sql`${kandidaat.bevestigdOp} <= ${limit}`)).all();
  return rows.flatMap(({ bevestigdOp, ...person }) => {
    const day = bevestigdOp.slice(0, 10);
    const tekst = describeVersheid(day, vandaag);
    return tekst ? [{ soort: 'veroudert' as const, ...person, matchId: null, tekst, gewicht: daysBetween(day, vandaag) }] : [];
  });
}

function waiting(scope: SQL, vandaag: string): Signaal[] {
  const db = database();
  const limit = `${addDays(vandaag, 1 - EERSTE_VOORSTEL_DAGEN)}T00:00:00.000Z`;
  const rows = db.select({ kandidaatId: kandidaat.id, voornaam: kandidaat.voornaam, plaats: kandidaat.plaats, aangemaaktOp: kandidaat.aangemaaktOp, arbeidsfitSinds: kandidaat.arbeidsfitSinds }).from(kandidaat)
    .where(and(scope, voorstelbaar(), sql`${kandidaat.aangemaaktOp} < ${limit}`, notInArray(kandidaat.id, db.select({ id: match.kandidaatId }).from(match)))).all();
  return rows.flatMap(({ aangemaaktOp, arbeidsfitSinds, ...person }) => {
    // Available is who is known here and fit to work, whichever came last.
    const known = dayInNetherlands(aangemaaktOp);
    const since = arbeidsfitSinds !== null && arbeidsfitSinds > known ? arbeidsfitSinds : known;
    const tekst = describeWachten(since, vandaag);
    return tekst ? [{ soort: 'nooit voorgesteld' as const, ...person, matchId: null, tekst, gewicht: daysBetween(since, vandaag) }] : [];
  });
}
