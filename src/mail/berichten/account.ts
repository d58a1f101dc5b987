/** Mail about accounts: proving an address, welcome, a new password. Pure. */
import type { Bericht } from '../mail.ts';
import { maakBericht, type Afzender } from './opmaak.ts';

type Wie = { naam: string };

/** After registration: opens the link to prove the address. @param dagen how long the link works */
export function bevestigAdres(afzender: Afzender, { naam, url, dagen }: Wie & { url: string; dagen: number }): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Bevestig uw e-mailadres', naam,
    blokken: [
      `U heeft een account aangevraagd bij ${afzender.naam}. Bevestig met de knop dat dit uw e-mailadres is.`, { knop: 'Bevestig mijn adres', url },
      `De link werkt ${dagen} dagen.`, 'Een accountmanager kijkt uw aanvraag na. Dat duurt meestal twee werkdagen. U krijgt bericht als uw account klaar is.',
      'Heeft u dit niet zelf gedaan? Dan hoeft u niets te doen.',
    ],
  });
}

/** Someone registered with an address that has an account already; only its owner hears that. */
export function bestaatAl(afzender: Afzender, { naam }: Wie): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'U heeft al een account', naam,
    blokken: [
      `Iemand vroeg een account aan bij ${afzender.naam} met dit e-mailadres. U heeft al een account. Er is niets veranderd.`, { knop: 'Inloggen', url: `${afzender.siteUrl}/inloggen` },
      'Weet u uw wachtwoord niet meer? Kies dan een nieuw wachtwoord:', { punten: [{ tekst: 'Nieuw wachtwoord kiezen', url: `${afzender.siteUrl}/wachtwoord-vergeten` }] },
      'Was u dit niet zelf? Dan hoeft u niets te doen.',
    ],
  });
}

/** The organisation was verified. @param accountmanager who the employer can call */
export function welkom(afzender: Afzender, { naam, organisatie, accountmanager }: Wie & { organisatie: string; accountmanager: string | null }): Bericht {
  return maakBericht(afzender, {
    onderwerp: `Welkom bij ${afzender.naam}`, naam,
    blokken: [
      `Het account van ${organisatie} is klaar. U ziet nu ook namen en foto's van kandidaten.`, 'Dit kunt u doen:',
      { punten: [
        { tekst: 'Bekijk wie er klaar staat', url: `${afzender.siteUrl}/talent` }, { tekst: 'Plaats een vacature', url: `${afzender.siteUrl}/vacatures/nieuw` },
        { tekst: 'Lees wat u kunt regelen', url: `${afzender.siteUrl}/instrumenten` },
      ] },
      ...(accountmanager ? [`Uw accountmanager is ${accountmanager}.`] : []),
    ],
  });
}

/** Someone forgot the password. @param uren how long the link works */
export function nieuwWachtwoord(afzender: Afzender, { naam, url, uren }: Wie & { url: string; uren: number }): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Kies een nieuw wachtwoord', naam,
    blokken: [
      'U heeft een nieuw wachtwoord aangevraagd. Kies het met de knop.', { knop: 'Kies een nieuw wachtwoord', url },
      `De link werkt één keer, en ${uren === 1 ? 'een uur' : `${uren} uur`} lang.`, 'Heeft u dit niet gevraagd? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.',
    ],
  });
}

/** The password was changed; the owner should know, whoever did it. */
export function wachtwoordGewijzigd(afzender: Afzender, { naam }: Wie): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Uw wachtwoord is veranderd', naam,
    blokken: [
      `Het wachtwoord van uw account bij ${afzender.naam} is veranderd. U bent overal uitgelogd.`,
      'Was u dit niet zelf? Kies dan meteen een nieuw wachtwoord en bel ons.', { punten: [{ tekst: 'Nieuw wachtwoord kiezen', url: `${afzender.siteUrl}/wachtwoord-vergeten` }] },
    ],
  });
}
