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

/** "Still available?", asked first and once more before the profile disappears. @param tot the last day in the window, in words */
export function bevestigingGevraagd(afzender: Afzender, { voornaam, url, tot, opnieuw }: { voornaam: string; url: string; tot: string; opnieuw: boolean }): Bericht {
  return maakBericht(afzender, {
    onderwerp: opnieuw ? 'Je profiel verdwijnt bijna. Zoek je nog werk?' : 'Zoek je nog steeds werk?', naam: voornaam, aanspreek: 'je',
    blokken: [
      opnieuw ? 'Wij vroegen je of je nog steeds werk zoekt. We hebben nog geen antwoord.' : 'Je profiel staat al een tijd in het venster. Zoek je nog steeds werk?',
      'Zeg het met één druk op de knop. Is er iets veranderd, zoals je uren? Pas het dan meteen aan.', { knop: 'Naar mijn profiel', url }, `Horen we niets? Dan zien werkgevers je profiel na ${tot} niet meer.`, 'De link is alleen voor jou. Stuur hem niet door.',
    ],
  });
}

/** The data will be erased. @param op the first day on which that happens, in words */
export function wissenAangekondigd(afzender: Afzender, { voornaam, url, op }: { voornaam: string; url: string; op: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Wij wissen je gegevens', naam: voornaam, aanspreek: 'je',
    blokken: [`Je profiel wordt niet meer gebruikt. Daarom wissen wij je gegevens uit het venster, op of na ${op}. Daarna kunnen wij ze niet meer terughalen.`, 'Wil je ze nog bekijken of bewaren? Dat kan tot die dag.', { knop: 'Naar mijn gegevens', url }, 'De link is alleen voor jou. Stuur hem niet door.'],
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
