/** The questions of the keuzehulp: what an employer wants first, then one question more. Data only. */
import { advies, type Vraag } from './keuzevraag.ts';
import { BEDRIJF, HULP, INTENTIE, LEREN } from './vervolgvragen.ts';

const DOEL: Vraag = {
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
};

const MEDEWERKER: Vraag = {
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
};

/** The first one is asked first; the others follow from an answer. */
export const vragen: readonly Vraag[] = [DOEL, MEDEWERKER, INTENTIE, LEREN, HULP, BEDRIJF];
