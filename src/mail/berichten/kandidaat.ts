/** Mail to a kandidaat and about a profile. The only fact about a person is the first name; the rest is behind the link. Pure. */
import type { Bericht } from '../mail.ts';
import { maakBericht, type Afzender } from './opmaak.ts';

/** The personal link. @param tot the last day of the link, in words */
export function persoonlijkeLink(afzender: Afzender, { voornaam, url, tot }: { voornaam: string; url: string; tot: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Jouw profiel: jij kiest wat werkgevers zien', naam: voornaam, aanspreek: 'je',
    blokken: [
      'Er staat een profiel voor je klaar. Werkgevers kunnen je daarmee vinden.', 'Jij bepaalt wat zij zien. Kijk zelf, en kies bij elk deel ja of nee. Je kunt je keuze altijd veranderen.',
      { knop: 'Bekijk mijn profiel', url }, 'Je hebt geen wachtwoord nodig.', `De link is alleen voor jou. Stuur hem niet door. Hij werkt tot en met ${tot}.`,
    ],
  });
}

/** The profile is in the window. */
export function gepubliceerd(afzender: Afzender, { naam, voornaam, url }: { naam: string; voornaam: string; url: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: `Het profiel van ${voornaam} staat in het venster`, naam,
    blokken: [`Het profiel van ${voornaam} is nagekeken en staat nu in het venster. Werkgevers kunnen het zien.`, { knop: 'Bekijk het profiel', url }],
  });
}

/**
 * The accountmanager asks for a better text. The reason itself is free text about a person, so it stays behind the
 * sign-in.
 */
export function teruggestuurd(afzender: Afzender, { naam, voornaam, door, url }: { naam: string; voornaam: string; door: string; url: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: `Het profiel van ${voornaam} kan nog beter`, naam,
    blokken: [`${door} heeft het profiel van ${voornaam} nagekeken en stuurt het terug. Bij het profiel leest u waarom.`, { knop: 'Lees de reden', url }, 'Pas het profiel aan en dien het opnieuw in.'],
  });
}
