/** Which instruments go with what an employer can arrange, and with what a kandidaat says to need. Pure. */
import { arrangedBy } from '../match/regelen.ts';
import type { Biedt } from '../vacature/vacature.ts';
import { advies, type Advies } from './keuzevraag.ts';

/** Three per offer, best first, so that one tick is enough for a full list. */
const BIJ_AANBOD: Record<Biedt, readonly [Advies, Advies, Advies]> = {
  proefplaatsing: [
    advies('proefplaatsing', 'U werkt een tijd samen zonder loon te betalen.'),
    advies('werkervaringsplaats-met-intentie', 'Iemand leert het werk eerst bij u, met een baan in zicht.'),
    advies('loonwaardemeting', 'Tijdens de proef kan al gemeten worden of er subsidie mogelijk is.'),
  ],
  begeleiding: [
    advies('interne-werkbegeleiding', 'Een bijdrage voor de extra tijd van uw collega.'),
    advies('harrie-training', 'Uw collega leert in één of twee dagen begeleiden.'),
    advies('jobcoach-extern', 'Een coach van buiten helpt uw medewerker en uw team.'),
  ],
  'taken splitsen': [
    advies('job-carving', 'Een adviseur kijkt met u welke taken u kunt losmaken.'),
    advies('detachering', 'Een groep kan losse taken samen oppakken.'),
    advies('proefplaatsing', 'U probeert de nieuwe verdeling eerst samen uit.'),
  ],
  scholing: [
    advies('scholing', 'De gemeente kan een korte opleiding of certificaat betalen.'),
    advies('praktijkleren', 'U krijgt een bijdrage voor een leerplek.'),
    advies('werkervaringsplaats-met-intentie', 'Iemand leert het werk op de werkvloer.'),
  ],
  'aangepaste werkplek': [
    advies('werkplekaanpassing', 'De gemeente of UWV kan de aanpassing vergoeden.'),
    advies('job-carving', 'Soms lost een andere verdeling van taken het op.'),
    advies('jobcoach-extern', 'Een coach ziet wat er op de werkplek helpt.'),
  ],
  'flexibele tijden': [
    advies('job-carving', 'Deeltijd of een duobaan: een adviseur rekent met u mee.'),
    advies('proefplaatsing', 'U ontdekt samen welke tijden werken.'),
    advies('detachering', 'Iemand begint met minder uren, terwijl een ander de werkgever is.'),
  ],
};

/** The instruments that fit what an employer offers: the best of each offer first, then the second best. */
export function bijAanbod(biedt: readonly Biedt[], maximum = 3): Advies[] {
  const turns = [0, 1, 2].flatMap((turn) => biedt.map((offer) => BIJ_AANBOD[offer][turn]!));
  return turns.filter(({ instrument }, i) => turns.findIndex((other) => other.instrument === instrument) === i).slice(0, maximum);
}

/** Only what an arrangement asks for: wage, register and the amount of begeleiding are no part of a public profile. */
const BIJ_NODIG: Partial<Record<Biedt, readonly string[]>> = {
  begeleiding: ['interne-werkbegeleiding', 'harrie-training'],
  'aangepaste werkplek': ['werkplekaanpassing'],
  'taken splitsen': ['job-carving'],
};
const BIJ_WERKVORM: Record<string, string> = {
  proefplaatsing: 'proefplaatsing', werkervaringsplaats: 'werkervaringsplaats-met-intentie', leerwerkplek: 'praktijkleren', detachering: 'detachering', groepsdetachering: 'detachering',
};

/**
 * What helps with this public profile: from the arrangements and forms of work that everybody may read there.
 * @returns ids of instruments, at most four, in an order that says nothing about what matters most to someone
 */
export function watHelpt({ nodig, werkvormen }: { nodig: readonly string[]; werkvormen: readonly string[] }): string[] {
  const offers = nodig.flatMap((need) => arrangedBy(need)).filter((offer) => offer !== 'altijd');
  const found = [...offers.flatMap((offer) => BIJ_NODIG[offer] ?? []), ...werkvormen.flatMap((vorm) => BIJ_WERKVORM[vorm] ?? [])];
  return [...new Set(found)].slice(0, 4).sort();
}
