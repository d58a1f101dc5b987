/** Who uses the portal: roles and the actor that every use case takes first. Pure. */
import { z } from 'zod';

export const ROLLEN = ['werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'] as const;
export type Rol = (typeof ROLLEN)[number];

/** Who asks. A bezoeker is not signed in; a kandidaat came by the personal link; systeem is the command line and the workers. */
export type Actor =
  | { rol: 'bezoeker' }
  | { rol: 'systeem' }
  | { rol: 'kandidaat'; kandidaatId: number }
  | { rol: 'werkgever'; id: number; naam: string; werkgeverId: number; geverifieerd: boolean }
  | { rol: 'aanmelder'; id: number; naam: string; partnerId: number }
  | { rol: 'werkmakelaar'; id: number; naam: string; caseloads: number[] }
  | { rol: 'accountmanager'; id: number; naam: string; sectoren: string[] }
  | { rol: 'beheerder'; id: number; naam: string };

/** The id of the person behind the actor, for events; null for a bezoeker, a kandidaat (who has no account) and the system itself. */
export function actorId(actor: Actor): number | null {
  return 'id' in actor ? actor.id : null;
}

export const WACHTWOORD_MIN = 12;

/** Common passwords and patterns that are refused; compared in lower case without digits and signs at the end. */
const COMMON = ['wachtwoord', 'welkom', 'password', 'geheim', 'qwerty', 'qwertyuiop', 'iloveyou', 'talentvenster', 'letmein', 'administrator', 'voetbal', 'lente', 'zomer', 'herfst', 'winter', 'nederland', 'tilburg', 'januari', 'maandag'];

/** A password: long enough and not one that everybody tries first (NCSC and OWASP advise length over signs). */
export const wachtwoordSchema = z.string()
  .min(WACHTWOORD_MIN, `Kies een wachtwoord van ten minste ${WACHTWOORD_MIN} tekens. Een korte zin werkt goed.`)
  .max(200, 'Een wachtwoord mag hoogstens 200 tekens lang zijn.')
  .refine((value) => !COMMON.includes(value.toLowerCase().replace(/[^a-z]+$/g, '')), 'Dit wachtwoord wordt te vaak gebruikt. Kies een ander.')
  .refine((value) => new Set(value).size >= 5, 'Gebruik meer verschillende tekens.');

export const inlogInvoer = z.object({
  email: z.string().trim().toLowerCase().min(1, 'Vul je e-mailadres in.'),
  wachtwoord: z.string().min(1, 'Vul je wachtwoord in.'),
});
