/**
 * The worker that sends. A row is sent only after the server accepted it, so a process that is killed in between
 * sends it once more: at least once, with one Message-ID per sleutel, by which a repeat can be recognised.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { mail } from '#db/schema.ts';
import { openSeals } from '../auth/geheim.server.ts';
import { config } from '../config.ts';
import { log } from '../log.ts';
import type { MailRij } from './mail.server.ts';
import { MAX_POGINGEN, waitAfter } from './mail.ts';

/** Who takes a row meanwhile; longer than one try can last, so that two processes never try the same row at once. */
const LEASE_MS = 5 * 60_000;
/** One try, from connecting to the last answer. */
const TRY_MS = 60_000;
/** A server that is down is asked again after so long; the rows keep their tries. */
const STORING_MS = 30_000;

/** What carries mail away. `bereikbaar` tells whether the server lets us in at all. */
export type Verzender = { verstuur: (row: MailRij, signal?: AbortSignal) => Promise<void>; bereikbaar: () => Promise<boolean>; sluit: () => void };
/** `storing`: the server could not be reached, so there is no use in going on now. */
export type Ronde = { verstuurd: number; mislukt: number; storing: boolean };

/** Carries mail to an SMTP server. @param url smtp:// or smtps:// @param timeoutMs for connecting, greeting and silence */
export function smtpVerzender(url: string, timeoutMs = 15_000): Verzender {
  const transport = createTransport({ url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs, disableFileAccess: true, disableUrlAccess: true });
  return {
    verstuur: async (row, signal) => {
      const limit = AbortSignal.timeout(TRY_MS);
      await transport.sendMail({ ...asMessage(row), signal: signal ? AbortSignal.any([signal, limit]) : limit });
    },
    bereikbaar: () => transport.verify().then(() => true, () => false),
    sluit: () => transport.close(),
  };
}

/** The message as it goes out, with its seals opened. @throws Error when a seal does not open */
export function asMessage(row: MailRij) {
  const { siteUrl, post } = config();
  const messageId = `<${createHash('sha256').update(row.sleutel).digest('hex').slice(0, 40)}@${new URL(siteUrl).hostname}>`;
  const method = /^METHOD:(\w+)/m.exec(row.agenda ?? '')?.[1] ?? 'PUBLISH';
  return {
    messageId, from: post.van, to: { name: '', address: row.aan }, subject: row.onderwerp, date: new Date(row.aangemaaktOp), text: openSeals(row.tekst), html: openSeals(row.html),
    headers: {
      'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All',
      ...(row.afmelden ? { 'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${row.afmelden}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    ...(row.agenda ? { icalEvent: { method, filename: 'afspraak.ics', content: row.agenda } } : {}),
  };
}

/** `clock` tells the time; `stopping` ends the round after the message that is under way, `sending` breaks that off too. */
export type Beurt = { clock?: () => Date; stopping?: AbortSignal; sending?: AbortSignal };

/** Sends what is due, oldest first, one at a time. */
export async function sendDue(verzender: Verzender, { clock = () => new Date(), stopping, sending }: Beurt = {}): Promise<Ronde> {
  const ronde: Ronde = { verstuurd: 0, mislukt: 0, storing: false };
  while (!ronde.storing && !stopping?.aborted) {
    const row = claim(clock());
    if (!row) break;
    try {
      await verzender.verstuur(row, sending);
    } catch (error) {
      if (sending?.aborted) { release(row); break; }
      ronde.mislukt++;
      ronde.storing = await recordFailure(row, error, verzender, clock);
      continue;
    }
    database().update(mail).set({ verzondenOp: clock().toISOString(), fout: null }).where(eq(mail.id, row.id)).run();
    ronde.verstuurd++;
  }
  return ronde;
}

/** Takes the next row for as long as one try may last, in one statement: two processes never take the same. */
function claim(now: Date): MailRij | undefined {
  const nu = now.toISOString();
  const next = sql`(SELECT m.id FROM mail m WHERE m.verzonden_op IS NULL AND m.niet_voor <= ${nu} AND m.pogingen < ${MAX_POGINGEN} ORDER BY m.id LIMIT 1)`;
  return database().update(mail).set({ nietVoor: new Date(now.getTime() + LEASE_MS).toISOString() }).where(sql`${mail.id} = ${next} AND ${mail.verzondenOp} IS NULL`).returning().get();
}

/** Gives a row back that was not tried to the end because we stop. */
function release({ id }: MailRij): void {
  database().update(mail).set({ nietVoor: '' }).where(eq(mail.id, id)).run();
}

/**
 * Notes what went wrong. Only the message's own refusals count as tries; while the server itself is out of reach all
 * mail waits, however long that takes.
 * @returns whether the server is out of reach
 */
async function recordFailure(row: MailRij, error: unknown, verzender: Verzender, clock: () => Date): Promise<boolean> {
  const { code, command, responseCode = 0, message } = error as { code?: string; command?: string; responseCode?: number; message: string };
  const own = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  const storing = !own && (command === 'MAIL FROM' || !(await verzender.bereikbaar()));
  const refused = own && responseCode >= 500;
  const pogingen = storing ? row.pogingen : refused ? MAX_POGINGEN : row.pogingen + 1;
  const wait = storing ? STORING_MS : waitAfter(pogingen);
  database().update(mail).set({ pogingen, fout: message, nietVoor: new Date(clock().getTime() + wait).toISOString() }).where(eq(mail.id, row.id)).run();
  log.warn({ mail: row.id, soort: row.soort, code, responseCode, storing, pogingen }, 'mail niet verstuurd');
  return storing;
}
