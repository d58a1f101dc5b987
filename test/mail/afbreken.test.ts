/** kill -9 in the middle of sending: every message arrives, and what goes twice can be seen to be the same. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isNull } from 'drizzle-orm';
import { closeDatabase, database, openDatabase, transaction } from '#db/client.ts';
import { mail } from '#db/schema.ts';
import { enqueueMail } from '#src/mail/mail.server.ts';
import { sendDue, smtpVerzender } from '#src/mail/versturen.server.ts';
import { SmtpServer } from '../support/smtp.ts';

const folder = mkdtempSync(join(tmpdir(), 'talentvenster-post-'));
const path = join(folder, 'post.db');
const smtp = new SmtpServer();
beforeAll(async () => { openDatabase(path); await smtp.start(); });
afterAll(async () => { await smtp.stop(); closeDatabase(); rmSync(folder, { recursive: true, force: true }); });

/** Starts a process that sends, and kills it at the moment the server took its n-th message, before it hears so. */
function killAt(n: number): Promise<NodeJS.Signals | null> {
  const from = smtp.ontvangen.length;
  const child = spawn(process.execPath, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--import', './db/start.mjs', 'test/support/zend.ts'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DATABASE_PATH: path, SMTP_URL: smtp.url, LOG_LEVEL: 'silent' } });
  smtp.bijOntvangst = () => { if (smtp.ontvangen.length - from === n) child.kill('SIGKILL'); };
  return new Promise((resolve) => { child.once('exit', (_, signal) => { smtp.bijOntvangst = () => {}; resolve(signal); }); });
}

it('three times over, loses nothing; at most the message under way goes twice, and that one has one Message-ID', async () => {
  const sleutels = Array.from({ length: 12 }, (_, at) => `m${at}`);
  transaction(() => { for (const sleutel of sleutels) enqueueMail({ sleutel, soort: 'welkom', aan: `${sleutel}@test.example`, onderwerp: sleutel, tekst: sleutel, html: sleutel }); });
  for (const n of [1, 3, 2]) expect(await killAt(n)).toBe('SIGKILL');
  const sent = database().select({ sleutel: mail.sleutel }).from(mail).where(isNull(mail.verzondenOp)).all();
  // 6 arrived; of the last of each process nobody heard that they did.
  expect([smtp.ontvangen.length, sent.length]).toEqual([6, 9]);
  const verzender = smtpVerzender(smtp.url);
  await sendDue(verzender, { clock: () => new Date(Date.now() + 10 * 60_000) });
  verzender.sluit();
  const arrived = Map.groupBy(smtp.ontvangen, ({ aan }) => aan.split('@')[0]!);
  expect([...arrived.keys()].sort()).toEqual([...sleutels].sort());
  expect([...arrived.values()].filter((list) => list.length > 1)).toHaveLength(3);
  for (const list of arrived.values()) { expect(list.length).toBeLessThanOrEqual(2); expect(new Set(list.map(({ messageId }) => messageId)).size).toBe(1); }
}, 120_000);
