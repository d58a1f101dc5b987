/** Mail about a pair of kandidaat and werkgever: asked, presented, answered, reminded. Pure. */
import type { Bericht } from '../mail.ts';
import { maakBericht, type Afzender } from './opmaak.ts';

type Wie = { naam: string };
/** `vacature` is the title; null for a meeting in general. */
type Waarvoor = { vacature: string | null };
/** `voornaam` is null where the kandidaat did not agree to show it. */
type Kandidaat = { voornaam: string | null };

const waarvoor = ({ vacature }: Waarvoor): string[] => (vacature ? [`Het gaat om de vacature ${vacature}.`] : []);
const iemand = ({ voornaam }: Kandidaat): string => voornaam ?? 'een kandidaat';

/** To the accountmanager: an employer wants to meet someone. */
export function kennismakingGevraagd(afzender: Afzender, { naam, organisatie, voornaam, url, ...over }: Wie & Waarvoor & { organisatie: string; voornaam: string; url: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: `${organisatie} wil kennismaken met ${voornaam}`, naam,
    blokken: [`${organisatie} vraagt een kennismaking met ${voornaam}.`, ...waarvoor(over), 'Wij hebben beloofd dat u binnen vijf werkdagen belt.', { knop: 'Bekijk de vraag', url }],
  });
}

/** To the employer: who calls, and when. @param beller the accountmanager, or the desk */
export function kennismakingBevestigd(afzender: Afzender, { naam, beller, telefoon, ...over }: Wie & Waarvoor & Kandidaat & { beller: string; telefoon: string | null }): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Uw vraag om kennis te maken is binnen', naam,
    blokken: [
      `U wilt kennismaken met ${iemand(over)}. Dank u wel.`, ...waarvoor(over), `${beller} belt u binnen vijf werkdagen om een afspraak te maken.`, ...(telefoon ? [`Zelf bellen kan ook: ${telefoon}.`] : []),
      { knop: 'Naar mijn overzicht', url: `${afzender.siteUrl}/mijn` },
    ],
  });
}

/** To the employer: someone is presented. The words of the accountmanager are on the page. */
export function voordracht(afzender: Afzender, { naam, door, url, ...over }: Wie & Waarvoor & Kandidaat & { door: string; url: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: over.voornaam ? `Maak kennis met ${over.voornaam}` : 'Wij stellen u een kandidaat voor', naam,
    blokken: [`${door} wil u graag laten kennismaken met ${iemand(over)}.`, ...waarvoor(over), 'Bekijk het profiel en laat weten wat u ervan vindt.', { knop: 'Bekijk en antwoord', url }],
  });
}

/** To the employer: someone presented or asked for is not available any more. Not who, and not why. */
export function nietBeschikbaar(afzender: Afzender, { naam, ...over }: Wie & Waarvoor): Bericht {
  return maakBericht(afzender, {
    onderwerp: 'Een kandidaat is niet meer beschikbaar', naam,
    blokken: ['Deze kandidaat is niet meer beschikbaar.', ...waarvoor(over), 'U hoeft niets te doen. Wij zoeken graag met u verder.', { knop: 'Naar mijn overzicht', url: `${afzender.siteUrl}/mijn` }],
  });
}

/** To the employer, once: a voordracht waits for an answer. */
export function herinneringVoordracht(afzender: Afzender, { naam, url, ...over }: Wie & Waarvoor & Kandidaat & { url: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: over.voornaam ? `Wat vindt u van ${over.voornaam}?` : 'Wat vindt u van onze kandidaat?', naam,
    blokken: [`Wij hebben u ${iemand(over)} voorgesteld. Er is nog geen antwoord.`, ...waarvoor(over), 'Antwoordt u deze week? De kandidaat wacht op u. Nee is ook een goed antwoord.', { knop: 'Bekijk en antwoord', url }],
  });
}

/** To accountmanager and werkmakelaar: what the employer answered. */
export function antwoord(afzender: Afzender, { naam, organisatie, voornaam, uitgenodigd, url, ...over }: Wie & Waarvoor & { organisatie: string; voornaam: string; uitgenodigd: boolean; url: string }): Bericht {
  return maakBericht(afzender, {
    onderwerp: uitgenodigd ? `${organisatie} nodigt ${voornaam} uit` : `${organisatie} kiest niet voor ${voornaam}`, naam,
    blokken: [uitgenodigd ? `${organisatie} wil ${voornaam} spreken.` : `${organisatie} gaat niet verder met ${voornaam}.`, ...waarvoor(over), uitgenodigd ? 'Help beiden met een afspraak.' : 'De reden leest u in het venster.', { knop: 'Bekijk het antwoord', url }],
  });
}
