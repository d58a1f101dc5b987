/** Who writes and who reads: the region as sender, and whom a message about something concerns. Called inside use cases. */
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, werkgever } from '#db/schema.ts';
import { config } from '../config.ts';
import { today } from '../domain/kandidaat/zichtbaar.server.ts';
import type { Rol } from '../domain/gebruiker/gebruiker.ts';
import type { Afzender } from './berichten/opmaak.ts';

export type Ontvanger = { id: number; naam: string; email: string };
const columns = { id: gebruiker.id, naam: gebruiker.naam, email: gebruiker.email };

/** The region as it signs its mail. */
export function afzender(): Afzender {
  const { siteUrl, regio } = config();
  return { siteUrl, naam: regio.naam, werkcentrum: regio.werkcentrum, contact: regio.contact };
}

function accounts(rol: Rol, where: SQL): Ontvanger[] {
  return database().select(columns).from(gebruiker).where(and(eq(gebruiker.rol, rol), eq(gebruiker.actief, true), where)).orderBy(gebruiker.id).all();
}

/** One account that is on, whatever its role. */
export function gebruikerMet(id: number): Ontvanger | undefined {
  return database().select(columns).from(gebruiker).where(and(eq(gebruiker.id, id), eq(gebruiker.actief, true))).get();
}

/** Everyone with an account at an employer. */
export function accountsVan(werkgeverId: number): Ontvanger[] {
  return accounts('werkgever', eq(gebruiker.werkgeverId, werkgeverId));
}

/** The employer's accountmanager; without one those of its sectors; without those all, so that somebody knows. */
export function accountmanagersVan(werkgeverId: number): Ontvanger[] {
  const row = database().select({ accountmanagerId: werkgever.accountmanagerId, sectoren: werkgever.sectoren }).from(werkgever).where(eq(werkgever.id, werkgeverId)).get();
  const own = row?.accountmanagerId ? accounts('accountmanager', eq(gebruiker.id, row.accountmanagerId)) : [];
  if (own.length > 0) return own;
  const sector = accounts('accountmanager', sql`EXISTS (SELECT 1 FROM json_each(${gebruiker.sectoren}) s WHERE s.value IN ${row?.sectoren.length ? row.sectoren : ['']})`);
  return sector.length > 0 ? sector : accounts('accountmanager', sql`1 = 1`);
}

/** The werkmakelaar of a kandidaat, and the stand-in while that one is away. */
export function werkmakelaarsVan(kandidaatId: number): Ontvanger[] {
  const row = database().select({ id: gebruiker.id, vervangerId: gebruiker.vervangerId, afwezigTot: gebruiker.afwezigTot }).from(kandidaat).innerJoin(gebruiker, eq(gebruiker.id, kandidaat.werkmakelaarId)).where(eq(kandidaat.id, kandidaatId)).get();
  if (!row) return [];
  const away = row.vervangerId !== null && row.afwezigTot !== null && row.afwezigTot >= today();
  return accounts('werkmakelaar', inArray(gebruiker.id, [row.id, ...(away ? [row.vervangerId!] : [])]));
}

/** Who handed a profile in for curation last; when that is nobody, or an account that is off, the aanmelders of the partner. */
export function aanmeldersVan(kandidaatId: number): Ontvanger[] {
  const last = database().select({ doorId: gebeurtenis.doorId }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, kandidaatId), eq(gebeurtenis.verb, 'dien in'))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  const sender = last?.doorId ? gebruikerMet(last.doorId) : undefined;
  if (sender) return [sender];
  const row = database().select({ partnerId: kandidaat.partnerId }).from(kandidaat).where(eq(kandidaat.id, kandidaatId)).get();
  return row?.partnerId ? accounts('aanmelder', eq(gebruiker.partnerId, row.partnerId)) : [];
}
