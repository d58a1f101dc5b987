/** The werkgever: organisation, states, registration. Pure. */
import { z } from 'zod';

export const WERKGEVER_STATUSSEN = ['aangemeld', 'geverifieerd', 'geweigerd'] as const;
export type WerkgeverStatus = (typeof WERKGEVER_STATUSSEN)[number];

export const WERKGEVER_OVERGANGEN = {
  verifieer: { van: ['aangemeld', 'geweigerd'], naar: 'geverifieerd' },
  weiger: { van: ['aangemeld', 'geverifieerd'], naar: 'geweigerd', reden: true },
} as const satisfies Record<string, { van: readonly WerkgeverStatus[]; naar: WerkgeverStatus; reden?: true }>;
export type WerkgeverVerb = keyof typeof WERKGEVER_OVERGANGEN;

/** What an employer fills in to ask for an account. The accountmanager checks the KvK number by hand. */
export const registratieInvoer = z.object({
  organisatie: z.string().trim().min(2, 'Vul de naam van uw organisatie in.').max(120, 'De naam mag hoogstens 120 tekens lang zijn.'),
  kvk: z.string().transform((value) => value.replace(/\s/g, '')).pipe(z.string().regex(/^[0-9]{8}$/, 'Een KvK-nummer heeft 8 cijfers.')),
  plaats: z.string().trim().min(2, 'Vul de plaats in waar u gevestigd bent.').max(80, 'De plaats mag hoogstens 80 tekens lang zijn.'),
  sectoren: z.array(z.string()).min(1, 'Kies ten minste één sector.'),
  naam: z.string().trim().min(2, 'Vul uw naam in.').max(120, 'De naam mag hoogstens 120 tekens lang zijn.'),
  functie: z.string().trim().max(80, 'De functie mag hoogstens 80 tekens lang zijn.').default(''),
  email: z.string().trim().toLowerCase().pipe(z.email('Vul een e-mailadres in, bijvoorbeeld naam@bedrijf.nl.')),
  telefoon: z.string().trim().max(20, 'Het telefoonnummer is te lang.').regex(/^[+0-9() -]*$/, 'Gebruik alleen cijfers, spaties, + en -.').default(''),
  wachtwoord: z.string(),
});
export type RegistratieInvoer = z.infer<typeof registratieInvoer>;
