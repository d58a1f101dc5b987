/** Mail: kinds, states, when to try again. Pure. */

/** Every kind of mail, with the name that the beheerder reads. */
export const MAIL_SOORTEN = {
  'bevestig-adres': 'Adres bevestigen', 'bestaat-al': 'Er is al een account', welkom: 'Welkom', 'nieuw-wachtwoord': 'Nieuw wachtwoord', 'wachtwoord-gewijzigd': 'Wachtwoord gewijzigd',
  'persoonlijke-link': 'Persoonlijke link', 'bevestiging-gevraagd': 'Nog steeds beschikbaar?', 'wissen-aangekondigd': 'Wissen aangekondigd', 'niet-beschikbaar': 'Kandidaat niet meer beschikbaar', curatie: 'Uitkomst van curatie', 'kennismaking-gevraagd': 'Kennismaking gevraagd', 'kennismaking-bevestiging': 'Kennismaking bevestigd',
  voordracht: 'Voordracht', antwoord: 'Antwoord van werkgever', herinnering: 'Herinnering', zoekmelding: 'Bewaarde zoekopdracht', dagoverzicht: 'Dagoverzicht', afspraak: 'Afspraak',
} as const;
export type MailSoort = keyof typeof MAIL_SOORTEN;

/** What a message says, ready to send. */
export type Bericht = { onderwerp: string; tekst: string; html: string };

export const MAIL_STATUSSEN = ['wacht', 'verstuurd', 'vastgelopen'] as const;
export type MailStatus = (typeof MAIL_STATUSSEN)[number];

/** After so many refusals of this one message a person has to look at it. */
export const MAX_POGINGEN = 12;

/** How a message stands; a message that a server refuses for good counts as tried to the limit. */
export function mailStatus({ verzondenOp, pogingen }: { verzondenOp: string | null; pogingen: number }): MailStatus {
  if (verzondenOp) return 'verstuurd';
  return pogingen >= MAX_POGINGEN ? 'vastgelopen' : 'wacht';
}

const MINUUT_MS = 60_000;
/** Milliseconds until the next try after so many: one minute, doubling, six hours at most; about 20 hours in all. */
export function waitAfter(pogingen: number): number {
  return Math.min(MINUUT_MS * 2 ** (pogingen - 1), 360 * MINUUT_MS);
}
