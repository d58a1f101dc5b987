/** Passwords: argon2id with the parameters OWASP advises (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** @returns false for a wrong password and for a hash that cannot be read */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password).catch(() => false);
}

let decoy: Promise<string> | undefined;
/** Spends the time of a real check for an unknown address, so that the answer does not tell who has an account. */
export async function verifyNobody(password: string): Promise<false> {
  decoy ??= hashPassword('een adres dat niemand heeft');
  await verifyPassword(await decoy, password);
  return false;
}
