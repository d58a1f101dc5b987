/**
 * Keuzehulp: a few questions that end in a short list of instruments. Pure data and two functions.
 *
 * Every answer carries a list of its own, so an employer may stop at any moment; some answers lead to one more
 * question. No question is about someone's health or benefit: they are about the work and about what the
 * employer has been told with consent. The answers fit in a URL (?doel=aannemen&medewerker=register).
 */
import type { Instrument } from '#src/domain/instrument/instrument.ts';

export interface Advies {
  /** Id of a current instrument. */
  readonly instrument: string;
  readonly reden: string;
}

export interface Antwoord {
  readonly id: string;
  readonly label: string;
  readonly advies: readonly Advies[];
  /** The next question, where one more answer makes the list better. */
  readonly naar?: string;
}

export interface Vraag {
  readonly id: string;
  readonly vraag: string;
  readonly uitleg: string;
  readonly antwoorden: readonly Antwoord[];
}

export const MAX_VRAGEN = 6;
export const MAX_ADVIES = 5;

function advies(instrument: string, reden: string): Advies {
  return { instrument, reden };
}

/** The first one is asked first; the others follow from an answer. */
export const vragen: readonly Vraag[] = [
  {
    id: 'doel', vraag: 'Waar wilt u nu hulp bij?', uitleg: 'Kies wat het meest speelt. U kunt later opnieuw kiezen.',
    antwoorden: [
      {
        id: 'aannemen', label: 'Ik wil iemand aannemen', naar: 'medewerker', advies: [
          advies('loonkostensubsidie', 'U krijgt een deel van het loon terug als iemand per uur minder kan doen.'),
          advies('no-riskpolis', 'U loopt minder risico als iemand ziek wordt.'),
          advies('proefplaatsing', 'U kunt eerst samen werken en daarna een contract tekenen.'),
        ],
      },
      {
        id: 'proberen', label: 'Ik wil eerst kijken of het past', naar: 'intentie', advies: [
          advies('proefplaatsing', 'U werkt een tijd samen zonder loon te betalen.'),
          advies('detachering', 'Iemand werkt bij u terwijl een ander de werkgever is.'),
        ],
      },
      {
        id: 'leren', label: 'Iemand moet nog iets leren', naar: 'leren', advies: [
          advies('scholing', 'De gemeente kan een korte opleiding betalen.'),
          advies('praktijkleren', 'U krijgt een bijdrage voor een leerplek.'),
        ],
      },
      {
        id: 'begeleiden', label: 'Een medewerker heeft hulp of aanpassing nodig', naar: 'hulp', advies: [
          advies('interne-werkbegeleiding', 'U krijgt een bijdrage voor extra tijd van een collega.'),
          advies('jobcoach-extern', 'Een coach van buiten helpt op de werkvloer.'),
          advies('werkplekaanpassing', 'De werkplek kan passend worden gemaakt.'),
        ],
      },
      {
        id: 'kosten', label: 'Ik wil weten wat ik terugkrijg', advies: [
          advies('loonkostensubsidie', 'Dit is vaak het grootste bedrag dat u terugkrijgt.'),
          advies('loonkostensubsidie-forfaitair', 'In het begin kan een vast percentage gelden.'),
          advies('lkv-banenafspraak', 'U krijgt een bedrag per uur, een jaar later.'),
          advies('lkv-arbeidsgehandicapte', 'Met een doelgroepverklaring krijgt u drie jaar een hoger bedrag per uur.'),
          advies('indienstnemingssubsidie', 'Voor kandidaten zonder arbeidsbeperking met een tijdelijk contract.'),
        ],
      },
      {
        id: 'ziekte', label: 'Ik maak mij zorgen over ziekte', advies: [
          advies('no-riskpolis', 'UWV neemt het ziekengeld over.'),
          advies('detachering', 'Een andere organisatie is de werkgever en draagt dit risico.'),
        ],
      },
      {
        id: 'bedrijf', label: 'Ik wil als bedrijf meer plek maken', naar: 'bedrijf', advies: [
          advies('job-carving', 'U ontdekt welke taken samen een nieuwe functie kunnen zijn.'),
          advies('banenafspraak', 'U ziet hoe elk uur meetelt in de landelijke afspraak.'),
        ],
      },
    ],
  },
  {
    id: 'medewerker', vraag: 'Wat heeft u over de medewerker gehoord?',
    uitleg: 'Vraag dit niet zelf aan de kandidaat. Uw contactpersoon vertelt het alleen als de kandidaat dat goedvindt. Weet u het niet? Dan helpen wij u ook verder.',
    antwoorden: [
      {
        id: 'register', label: 'De medewerker staat in het doelgroepregister', advies: [
          advies('no-riskpolis', 'Deze geldt voor iedereen in het register, zonder einddatum.'),
          advies('lkv-banenafspraak', 'U krijgt dit voor elk uur zolang de medewerker bij u werkt.'),
          advies('banenafspraak', 'De uren van deze medewerker tellen mee.'),
          advies('loonkostensubsidie', 'Dit kan als iemand per uur niet genoeg kan doen voor het minimumloon. Vraag uw contactpersoon.'),
          advies('jobcoach-extern', 'Een coach kan vanaf de eerste dag meelopen.'),
        ],
      },
      {
        id: 'verklaring', label: 'Er is of komt een doelgroepverklaring', advies: [
          advies('lkv-arbeidsgehandicapte', 'Met de verklaring krijgt u drie jaar een bedrag per uur.'),
          advies('no-riskpolis', 'Vaak geldt de polis dan ook. Vraag het na bij UWV.'),
          advies('werkplekaanpassing', 'UWV kan een aanpassing of hulpmiddel vergoeden.'),
          advies('jobcoach-extern', 'UWV kan een jobcoach betalen.'),
        ],
      },
      {
        id: 'beschut', label: 'Er is een advies voor beschut werk', advies: [
          advies('beschut-werk', 'U leest wat een aangepaste baan van u vraagt.'),
          advies('loonkostensubsidie', 'Bij beschut werk is deze subsidie mogelijk.'),
          advies('no-riskpolis', 'De polis geldt zonder einddatum.'),
          advies('interne-werkbegeleiding', 'U kunt een bijdrage krijgen voor de begeleiding.'),
          advies('werkplekaanpassing', 'De werkplek kan passend worden gemaakt.'),
        ],
      },
      {
        id: 'geen', label: 'Geen van deze dingen geldt', advies: [
          advies('indienstnemingssubsidie', 'Uw gemeente kan bijdragen aan de eerste tijd met een tijdelijk contract.'),
          advies('proefplaatsing', 'U kunt eerst samen werken.'),
          advies('scholing', 'Een certificaat kan het verschil maken.'),
          advies('stimuleringspremie', 'Bij een tweede contract is er soms nog een bijdrage.'),
        ],
      },
      {
        id: 'weet-niet', label: 'Weet ik niet', advies: [
          advies('proefplaatsing', 'U hoeft nu nog niets te weten: het werk laat het zien.'),
          advies('loonkostensubsidie-forfaitair', 'U kunt met een vaste subsidie beginnen als de gemeente dat goedvindt.'),
          advies('loonwaardemeting', 'Een meting laat zien of er subsidie mogelijk is.'),
          advies('detachering', 'De kosten en risico’s liggen eerst bij een ander.'),
        ],
      },
    ],
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
];

export interface Stand {
  /** Answers given so far, in order; unknown answers are left out. */
  readonly gegeven: readonly { readonly vraag: Vraag; readonly antwoord: Antwoord }[];
  /** The question to ask now, or null when the list is final. */
  readonly volgende: Vraag | null;
  /** The list so far; empty before the first answer. */
  readonly advies: readonly Advies[];
}

/** Follows the answers (question id → answer id) from the first question on, for as far as they are known. */
export function keuzehulp(antwoorden: Readonly<Record<string, string | undefined>>): Stand {
  const gegeven: { vraag: Vraag; antwoord: Antwoord }[] = [];
  let volgende: Vraag | null = vragen[0] ?? null;
  while (volgende && gegeven.length < MAX_VRAGEN) {
    const vraag: Vraag = volgende;
    const antwoord = vraag.antwoorden.find((mogelijk) => mogelijk.id === antwoorden[vraag.id]);
    if (!antwoord) break;
    gegeven.push({ vraag, antwoord });
    volgende = zoekVraag(antwoord.naar);
  }
  return { gegeven, volgende, advies: gegeven.at(-1)?.antwoord.advies ?? [] };
}

/** What is wrong between the questions and the book, in words; empty when nothing is. */
export function toetsKeuzehulp(instrumenten: readonly Pick<Instrument, 'id' | 'status'>[]): string[] {
  const actueel = new Set(instrumenten.filter(({ status }) => status === 'actueel').map(({ id }) => id));
  const bereikt = new Set<string>();
  const fouten: string[] = [];
  const loop = (vraag: Vraag, diepte: number): void => {
    if (diepte > MAX_VRAGEN) {
      fouten.push(`Keuzehulp: vraag ${vraag.id} komt na meer dan ${MAX_VRAGEN} vragen.`);
      return;
    }
    for (const antwoord of vraag.antwoorden) {
      const plek = `Keuzehulp: ${vraag.id} / ${antwoord.id}`;
      if (antwoord.advies.length < 1 || antwoord.advies.length > MAX_ADVIES) fouten.push(`${plek} heeft 1 tot en met ${MAX_ADVIES} instrumenten nodig.`);
      if (antwoord.naar && !zoekVraag(antwoord.naar)) fouten.push(`${plek} verwijst naar vraag ${antwoord.naar}, maar die bestaat niet.`);
      for (const { instrument } of antwoord.advies) {
        bereikt.add(instrument);
        if (!actueel.has(instrument)) fouten.push(`${plek} noemt ${instrument}, maar dat is geen actueel instrument.`);
      }
      const volgende = zoekVraag(antwoord.naar);
      if (volgende) loop(volgende, diepte + 1);
    }
  };
  if (vragen[0]) loop(vragen[0], 1);
  for (const id of actueel) if (!bereikt.has(id)) fouten.push(`Keuzehulp: geen antwoord leidt naar ${id}.`);
  return fouten;
}

function zoekVraag(id: string | undefined): Vraag | null {
  return vragen.find((vraag) => vraag.id === id) ?? null;
}
