/**
 * Mail about saved searches: who was published since the last success, as the etalage shows them to this person now.
 * `gemeldTot` and the mail are written in one transaction, so nobody is told twice and nobody is forgotten.
 */
import { and, asc, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { zoekopdracht } from '#db/schema.ts';
import { loadActor } from '../auth/session.server.ts';
import { config } from '../config.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { readEtalageVraag, searchEtalage } from '../domain/kandidaat/etalage.server.ts';
import { listPublicProfiles } from '../domain/kandidaat/kandidaat.server.ts';
import { dayOf } from '../domain/kalender/werkdagen.ts';
import { afmeldAdres } from './afmelden.server.ts';
import { zoekmelding } from './berichten/melding.ts';
import { enqueueMail, heeftMail } from './mail.server.ts';
import { eachApart } from './taken.server.ts';
import { afzender, gebruikerMet } from './wie.server.ts';

type Zoekopdracht = typeof zoekopdracht.$inferSelect;
const PER_PAGINA = 200;

/** Writes the mails that are due for all saved searches. @returns how many were written; @throws when one failed, after the others */
export async function mailZoekmeldingen(now: Date): Promise<number> {
  const rows = database().select().from(zoekopdracht).where(eq(zoekopdracht.melden, true)).orderBy(asc(zoekopdracht.id)).all();
  let written = 0;
  await eachApart(rows, 'zoekopdracht', async (row) => { if (await mailZoekmelding(row, now)) written++; });
  return written;
}

async function mailZoekmelding(row: Zoekopdracht, now: Date): Promise<boolean> {
  const actor = loadActor(row.gebruikerId);
  const wie = gebruikerMet(row.gebruikerId);
  const sleutel = `zoekmelding:${row.id}:${dayOf(now)}`;
  if (actor.rol === 'bezoeker' || !wie) return false;
  // Within a write transaction nobody else is half-way a change: whoever was published before this moment can be found.
  const tot = transaction(() => now.toISOString());
  const found = await findNew(actor, row, tot);
  return transaction(() => {
    // Already told today: then the rest waits for tomorrow, and gemeldTot stays with it.
    if (heeftMail(sleutel)) return false;
    const moved = database().update(zoekopdracht).set({ gemeldTot: tot }).where(and(eq(zoekopdracht.id, row.id), eq(zoekopdracht.gemeldTot, row.gemeldTot), eq(zoekopdracht.melden, true))).run().changes;
    // Visibility once more, in SQL: since the search somebody may have withdrawn.
    const mensen = listPublicProfiles(actor, found);
    if (moved === 0 || mensen.length === 0) return false;
    const url = `${config().siteUrl}/talent?${row.zoekvraag}`;
    const afmelden = afmeldAdres({ soort: 'zoekmelding', id: row.id });
    return enqueueMail({ sleutel, soort: 'zoekmelding', aan: wie.email, afmelden, ...zoekmelding(afzender(), { naam: wie.naam, zoekopdracht: row.naam, mensen, url, afmelden }) });
  });
}

/** Ids that match and were published in [gemeldTot, tot), newest first. */
async function findNew(actor: Actor, { zoekvraag, gemeldTot }: Zoekopdracht, tot: string): Promise<number[]> {
  const vraag = { ...readEtalageVraag(new URLSearchParams(zoekvraag)), sorteer: 'nieuwste' as const };
  const found = new Set<number>();
  for (let pagina = 1; ; pagina++) {
    const { antwoord, profielen } = await searchEtalage(actor, { ...vraag, pagina }, PER_PAGINA);
    // Where words were dropped to find anybody, these people are not what was asked for.
    if (antwoord.weggelaten.length > 0) return [];
    const since = profielen.filter(({ profiel }) => (profiel.gepubliceerdOp ?? '') >= gemeldTot);
    for (const { profiel } of since) if (profiel.gepubliceerdOp! < tot) found.add(profiel.id);
    if (since.length < profielen.length || pagina >= antwoord.paginas) return [...found];
  }
}
