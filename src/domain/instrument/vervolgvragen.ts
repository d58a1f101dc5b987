/** The questions that make a list better, once it is known what an employer wants. Data only. */
import { advies, type Vraag } from './keuzevraag.ts';

export const INTENTIE: Vraag = {
  id: 'intentie', vraag: 'Wilt u de kandidaat aannemen als het goed gaat?', uitleg: 'Het gaat om uw plan van nu. U belooft nog niets.',
  antwoorden: [
    {
      id: 'ja', label: 'Ja', advies: [
        advies('proefplaatsing', 'Iemand kan het werk al bijna en u wilt zien of het klikt.'),
        advies('werkervaringsplaats-met-intentie', 'Iemand leert het werk eerst bij u.'),
        advies('loonwaardemeting', 'U kunt tijdens een proef al laten meten.'),
      ],
    },
    {
      id: 'nee', label: 'Nee', advies: [
        advies('werkervaringsplaats-zonder-intentie', 'U geeft iemand een plek om te oefenen.'),
        advies('detachering', 'U krijgt hulp bij het werk zonder werkgever te zijn.'),
        advies('job-carving', 'Misschien is er later wel een functie te maken.'),
      ],
    },
    {
      id: 'weet-niet', label: 'Weet ik niet', advies: [
        advies('werkervaringsplaats-zonder-intentie', 'U zit nergens aan vast en leert iemand kennen.'),
        advies('detachering', 'U kunt later nog een eigen contract geven.'),
        advies('proefplaatsing', 'Dit past zodra u van plan bent een contract te geven.'),
      ],
    },
  ],
};

export const LEREN: Vraag = {
  id: 'leren', vraag: 'Wie moet wat leren?', uitleg: 'Kies wat het beste past.',
  antwoorden: [
    {
      id: 'certificaat', label: 'De kandidaat mist een certificaat', advies: [
        advies('scholing', 'Denk aan VCA, heftruck of code 95.'),
        advies('stimuleringspremie', 'Bij een nieuw contract kan de gemeente soms opnieuw bijdragen.'),
      ],
    },
    {
      id: 'vak', label: 'De kandidaat leert een vak bij ons', advies: [
        advies('praktijkleren', 'U krijgt achteraf een bijdrage voor een bbl-plek.'),
        advies('werkervaringsplaats-met-intentie', 'Iemand leert eerst bij u met een baan in zicht.'),
        advies('interne-werkbegeleiding', 'Voor meer uitleg dan gewoon is.'),
      ],
    },
    {
      id: 'collega', label: 'Een collega wil leren begeleiden', advies: [
        advies('harrie-training', 'In één of twee dagen leert uw collega begeleiden.'),
        advies('jobcoach-intern', 'Uw collega kan daarna coach worden en u krijgt een bijdrage.'),
        advies('interne-werkbegeleiding', 'Een bijdrage voor de tijd van de collega.'),
      ],
    },
  ],
};

export const HULP: Vraag = {
  id: 'hulp', vraag: 'Wat heeft de medewerker nodig in het werk?', uitleg: 'Het gaat om wat helpt. De reden hoeft u niet te weten.',
  antwoorden: [
    {
      id: 'collega', label: 'Een vaste collega die helpt', advies: [
        advies('interne-werkbegeleiding', 'Een bijdrage voor de extra tijd.'),
        advies('harrie-training', 'Uw collega leert hoe je goed begeleidt.'),
        advies('jobcoach-intern', 'Voor begeleiding volgens een plan.'),
      ],
    },
    {
      id: 'coach', label: 'Iemand van buiten die meekijkt', advies: [
        advies('jobcoach-extern', 'Een coach helpt de medewerker en uw team.'),
        advies('beschut-werk', 'Voor wie elke dag veel begeleiding nodig heeft.'),
      ],
    },
    {
      id: 'werkplek', label: 'Een andere werkplek of een hulpmiddel', advies: [
        advies('werkplekaanpassing', 'De gemeente of UWV kan dit vergoeden.'),
        advies('job-carving', 'Soms lost een andere verdeling van taken het op.'),
      ],
    },
    {
      id: 'ander-werk', label: 'Andere taken bij ons, na een verandering', advies: [
        advies('lkv-herplaatsen', 'U krijgt een jaar lang een bedrag per uur.'),
        advies('job-carving', 'U zoekt samen taken die passen.'),
        advies('werkplekaanpassing', 'De nieuwe plek kan passend worden gemaakt.'),
      ],
    },
    {
      id: 'weet-niet', label: 'Weet ik niet', advies: [
        advies('jobcoach-extern', 'Een coach kan zien wat helpt.'),
        advies('interne-werkbegeleiding', 'Begin met een vaste collega en een vast moment.'),
      ],
    },
  ],
};

export const BEDRIJF: Vraag = {
  id: 'bedrijf', vraag: 'Wat wilt u als bedrijf bereiken?', uitleg: 'Kies wat het beste past.',
  antwoorden: [
    {
      id: 'opdracht', label: 'Ik werk voor een overheid en moet aan social return voldoen', advies: [
        advies('social-return', 'U leest hoe u uw inzet goed gebruikt.'),
        advies('detachering', 'Inlenen via een sociaal werkbedrijf telt soms mee.'),
        advies('praktijkleren', 'Een leerplek telt soms mee. Vraag het uw opdrachtgever.'),
      ],
    },
    {
      id: 'banen', label: 'Ik wil meedoen aan de banenafspraak', advies: [
        advies('banenafspraak', 'U ziet hoe er wordt geteld en wat u wel en niet hoeft.'),
        advies('lkv-banenafspraak', 'U krijgt een bedrag per gewerkt uur.'),
        advies('no-riskpolis', 'UWV neemt het ziekengeld over.'),
        advies('job-carving', 'Zo vindt u werk dat past.'),
      ],
    },
    {
      id: 'verdelen', label: 'Ik wil het werk slimmer verdelen', advies: [
        advies('job-carving', 'Een adviseur kijkt met u welke taken u kunt losmaken.'),
        advies('detachering', 'Een groep kan losse taken samen oppakken.'),
        advies('beschut-werk', 'Vaste, overzichtelijke taken zijn hier juist goed.'),
      ],
    },
  ],
};
