/** npm run gebruiker -- --rol beheerder --email ADRES --naam NAAM: an account with a password that is shown once. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDatabase } from '#db/client.ts';
import { Weigering } from '../auth/policy.ts';
import { config } from '../config.ts';
import { createGebruiker } from '../domain/gebruiker/gebruiker.server.ts';

/** Roles that stand on their own; a werkgever registers, an aanmelder needs a partner. */
const schema = z.object({ rol: z.enum(['werkmakelaar', 'accountmanager', 'beheerder']), email: z.email().transform((value) => value.toLowerCase()), naam: z.string().trim().min(2) });
const { values } = parseArgs({ options: { rol: { type: 'string' }, email: { type: 'string' }, naam: { type: 'string' } } });
const parsed = schema.safeParse(values);
if (!parsed.success) fail('Gebruik: npm run gebruiker -- --rol werkmakelaar|accountmanager|beheerder --email ADRES --naam NAAM');
openDatabase(config().databasePath);
const wachtwoord = randomBytes(12).toString('base64url');
try {
  await createGebruiker({ rol: 'systeem' }, { ...parsed.data, wachtwoord });
} catch (error) {
  if (error instanceof Weigering) fail(error.message);
  throw error;
}
console.log(`Account voor ${parsed.data.naam} (${parsed.data.rol}). Wachtwoord, nu één keer te zien: ${wachtwoord}`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
