/**
 * Secrets in mail. A signed token proves that we wrote it (unsubscribing); a sealed one is unreadable where it is
 * kept: the mail table holds no link that works, and only the worker that sends it opens the seal.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { config } from '../config.ts';

const SEAL = /~geheim\.([\w-]+)~/g;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** One key per purpose, so that a token for one thing is worth nothing for another. */
const keyFor = (doel: string) => Buffer.from(hkdfSync('sha256', config().post.secret, '', `talentvenster ${doel}`, 32));
const mac = (doel: string, tekst: string) => createHmac('sha256', keyFor(doel)).update(tekst).digest('base64url');

/** A random token of 256 bits for a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of such a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** `tekst` with proof that we wrote it. @param tekst without a dot */
export function sign(doel: string, tekst: string): string {
  return `${tekst}.${mac(doel, tekst)}`;
}

/** The text of a signed token; undefined when it was not signed by us for this purpose. */
export function readSigned(doel: string, token: string): string | undefined {
  const [tekst = '', proof = ''] = token.split('.', 2);
  const expected = Buffer.from(mac(doel, tekst));
  const given = Buffer.from(proof);
  return given.length === expected.length && timingSafeEqual(given, expected) ? tekst : undefined;
}

/** Seals a secret (AES-256-GCM) for use in the text of a mail, also within a web address. */
export function seal(geheim: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor('zegel'), iv);
  const closed = Buffer.concat([iv, cipher.update(geheim, 'utf8'), cipher.final()]);
  return `~geheim.${Buffer.concat([closed, cipher.getAuthTag()]).toString('base64url')}~`;
}

/** The text with every seal opened. @throws Error when a seal was made with another SECRET */
export function openSeals(tekst: string): string {
  return tekst.replace(SEAL, (_, closed: string) => {
    const bytes = Buffer.from(closed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keyFor('zegel'), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    try {
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new Error('De geheime link is niet te openen. Is SECRET veranderd nadat deze mail is geschreven?');
    }
  });
}

/** The text with every seal replaced by a word, for people who may read the mail but not use its link. */
export function hideSeals(tekst: string, woord = 'geheim'): string {
  return tekst.replace(SEAL, woord);
}
