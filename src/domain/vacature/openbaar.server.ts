/** Open vacatures as everybody may read them: the work itself, never the contact or what happens around it. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { vacature, werkgever } from '#db/schema.ts';
import { NietGevonden, eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { fold } from '../woorden/analyse.ts';
import { matchbaar } from './vacature.server.ts';

const columns = {
  id: vacature.id, titel: vacature.titel, beroep: vacature.beroep, omschrijving: vacature.omschrijving, taken: vacature.taken, vaardighedenVereist: vacature.vaardighedenVereist, vaardighedenGewenst: vacature.vaardighedenGewenst,
  certificatenVereist: vacature.certificatenVereist, certificatenGewenst: vacature.certificatenGewenst, rijbewijzen: vacature.rijbewijzen, talen: vacature.talen, sector: vacature.sector,
  urenMin: vacature.urenMin, urenMax: vacature.urenMax, dagdelen: vacature.dagdelen, plaats: vacature.plaats, startdatum: vacature.startdatum, sluitingsdatum: vacature.sluitingsdatum,
  plekken: vacature.plekken, werkvorm: vacature.werkvorm, biedt: vacature.biedt, gewijzigdOp: vacature.gewijzigdOp, werkgever: werkgever.naam,
  /** The moment it was opened first. */
  geplaatstOp: sql<string>`coalesce((SELECT min(g.op) FROM gebeurtenis g WHERE g.soort = 'vacature' AND g.object_id = ${vacature.id} AND g.naar = 'open'), ${vacature.aangemaaktOp})`,
};

/** Open, not past its closing date, and of an employer whom an accountmanager knows. */
const openbaar = () => database().select(columns).from(vacature).innerJoin(werkgever, and(eq(werkgever.id, vacature.werkgeverId), eq(werkgever.status, 'geverifieerd'))).$dynamic();
export type OpenbareVacature = ReturnType<ReturnType<typeof openbaar>['all']>[number];

/** The open vacatures, newest first; `q` looks in title, occupation, place, employer and sector. */
export function listWerk(actor: Actor, { q = '', sector = '' }: { q?: string; sector?: string } = {}): { rijen: OpenbareVacature[]; sectoren: { sector: string; aantal: number }[] } {
  eis(actor, 'werk.bekijk');
  const words = fold(q).split(/\s+/).filter((word) => word !== '');
  const found = openbaar().where(matchbaar(today())).orderBy(desc(vacature.aangemaaktOp), desc(vacature.id)).all()
    .filter((row) => { const text = fold([row.titel, row.beroep, row.plaats, row.werkgever, row.sector].join(' ')); return words.every((word) => text.includes(word)); });
  const perSector = Map.groupBy(found.filter((row) => row.sector), (row) => row.sector!);
  const sectoren = [...perSector].map(([naam, rows]) => ({ sector: naam, aantal: rows.length })).sort((a, b) => b.aantal - a.aantal || a.sector.localeCompare(b.sector, 'nl'));
  return { rijen: sector ? found.filter((row) => row.sector === sector) : found, sectoren };
}

/** One open vacature. @throws NietGevonden once it is closed, paused or past its date */
export function getWerk(actor: Actor, id: number): OpenbareVacature {
  eis(actor, 'werk.bekijk');
  const row = openbaar().where(and(eq(vacature.id, id), matchbaar(today()))).get();
  if (!row) throw new NietGevonden(`werk ${id}`);
  return row;
}
