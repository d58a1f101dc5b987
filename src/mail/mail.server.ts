/** The way in to mail: a message is a row, written in the transaction of what it tells. versturen.server.ts sends it. */
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { connection, database, transaction } from '#db/client.ts';
import { mail, outbox } from '#db/schema.ts';
import { hideSeals, openSeals } from '../auth/geheim.server.ts';
import { NietGevonden, Weigering, eis } from '../auth/policy.ts';
import { config } from '../config.ts';
import { recordEvent } from '../domain/gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor } from '../domain/gebruiker/gebruiker.ts';
import { MAX_POGINGEN, mailStatus, type Bericht, type MailSoort, type MailStatus } from './mail.ts';

export type MailRij = typeof mail.$inferSelect;
/** `sleutel` names what the message tells, to whom: the same one is never written twice. `agenda` is an .ics text. */
export type Post = Bericht & { sleutel: string; soort: MailSoort; aan: string; agenda?: string | null; afmelden?: string | null };

/**
 * Writes a message to send, in the caller's transaction.
 * @returns false when there already was a message with this sleutel
 * @throws Error outside a transaction: a message about a change that was taken back would be a lie
 */
export function enqueueMail({ sleutel, soort, aan, onderwerp, tekst, html, agenda = null, afmelden = null }: Post): boolean {
  if (!connection().inTransaction) throw new Error('Een mail hoort in de transactie van de verandering.');
  return database().insert(mail).values({ sleutel, soort, aan, onderwerp, tekst, html, agenda, afmelden }).onConflictDoNothing({ target: mail.sleutel }).run().changes > 0;
}

/** Whether this message was written, in whatever state it is now. */
export function heeftMail(sleutel: string): boolean {
  return database().select({ id: mail.id }).from(mail).where(eq(mail.sleutel, sleutel)).get() !== undefined;
}

const WHERE: Record<MailStatus, SQL> = {
  wacht: and(isNull(mail.verzondenOp), lt(mail.pogingen, MAX_POGINGEN))!,
  verstuurd: isNotNull(mail.verzondenOp),
  vastgelopen: and(isNull(mail.verzondenOp), gte(mail.pogingen, MAX_POGINGEN))!,
};
const PER_PAGINA = 50;
const countWhere = (where: SQL | undefined) => database().select({ count: sql<number>`count(*)` }).from(mail).where(where).get()!.count;

/** Where mail stands, in figures: how many wait and since when, and how many a person has to look at. */
export function mailStand(): { wacht: number; vast: number; oudste: string | null } {
  const { oudste } = database().select({ oudste: sql<string | null>`min(${mail.aangemaaktOp})` }).from(mail).where(WHERE.wacht).get()!;
  return { wacht: countWhere(WHERE.wacht), vast: countWhere(WHERE.vastgelopen), oudste };
}

/** Messages that were kept for the term of the region: sent so long ago, or stuck since then. What still waits is kept. */
const old = (now: Date): SQL => {
  const before = new Date(now.getTime() - config().regio.bewaartermijnen.postDagen * 86_400_000).toISOString();
  return or(lt(mail.verzondenOp, before), and(WHERE.vastgelopen, lt(mail.aangemaaktOp, before)))!;
};
/** How many messages the term has run out for. */
export const countOldMail = (now: Date): number => countWhere(old(now));
/** Erases those, bodies and addresses included. @returns how many */
export const dropOldMail = (now: Date): number => database().delete(mail).where(old(now)).run().changes;

export type MailLijst = { rijen: (Omit<MailRij, 'tekst' | 'html' | 'agenda' | 'afmelden'> & { status: MailStatus })[]; aantal: Record<MailStatus, number>; pagina: number; paginas: number };

/** Messages for the beheerder, newest first. @param pagina counts from 1; past the end gives the last page */
export function listMail(actor: Actor, status: MailStatus | null, pagina: number): MailLijst {
  eis(actor, 'post.beheer');
  const aantal = { wacht: countWhere(WHERE.wacht), verstuurd: countWhere(WHERE.verstuurd), vastgelopen: countWhere(WHERE.vastgelopen) };
  const totaal = status ? aantal[status] : aantal.wacht + aantal.verstuurd + aantal.vastgelopen;
  const paginas = Math.max(1, Math.ceil(totaal / PER_PAGINA));
  const nu = Math.min(pagina, paginas);
  const { id, sleutel, soort, aan, onderwerp, aangemaaktOp, verzondenOp, pogingen, nietVoor, fout } = mail;
  const rijen = database().select({ id, sleutel, soort, aan, onderwerp, aangemaaktOp, verzondenOp, pogingen, nietVoor, fout }).from(mail)
    .where(status ? WHERE[status] : undefined).orderBy(desc(mail.id)).limit(PER_PAGINA).offset((nu - 1) * PER_PAGINA).all();
  return { rijen: rijen.map((row) => ({ ...row, status: mailStatus(row) })), aantal, pagina: nu, paginas };
}

/** One message. Links that open somebody's account are readable in the demo only. @throws NietGevonden */
export function getMail(actor: Actor, id: number): MailRij & { status: MailStatus } {
  eis(actor, 'post.beheer');
  const row = database().select().from(mail).where(eq(mail.id, id)).get();
  if (!row) throw new NietGevonden(`mail ${id}`);
  const show = config().demo ? openSeals : hideSeals;
  return { ...row, tekst: show(row.tekst), html: show(row.html), status: mailStatus(row) };
}

/** Gives a message that got stuck a new start. @throws Weigering when it waits or was sent */
export function retryMail(actor: Actor, id: number): void {
  eis(actor, 'post.beheer');
  transaction(() => {
    getMail(actor, id);
    const { changes } = database().update(mail).set({ pogingen: 0, nietVoor: '', fout: null }).where(and(eq(mail.id, id), WHERE.vastgelopen)).run();
    if (changes === 0) throw new Weigering('Deze mail is niet vastgelopen. Ververs de pagina.');
    recordEvent(actor, { soort: 'gebruiker', objectId: actorId(actor)!, verb: 'verstuur mail opnieuw', toelichting: `mail ${id}` });
  });
}

/** The tasks that write mail at set times: since when each tells, when it is due, and what went wrong. */
export function listTaken(actor: Actor): { naam: string; gelukt: string; volgende: string; fout: string | null }[] {
  eis(actor, 'post.beheer');
  return database().select({ soort: outbox.soort, gelukt: outbox.aangemaaktOp, volgende: outbox.nietVoor, fout: outbox.fout }).from(outbox)
    .where(sql`${outbox.soort} LIKE 'taak %'`).orderBy(asc(outbox.soort)).all().map(({ soort, ...row }) => ({ naam: soort.slice('taak '.length), ...row }));
}
