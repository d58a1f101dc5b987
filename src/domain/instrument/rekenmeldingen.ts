/** What has to be said beside a calculation: what it leaves out, and what to watch. Pure. */
import type { Mededeling, Stap } from './berekening.ts';
import type { RekenInvoer } from './rekeninvoer.ts';
import { waarde, type Tarieven } from './rekentarieven.ts';

/** Said beside every result. */
export const voorbehoud =
  'Dit is een indicatie. U kunt er geen rechten aan ontlenen: de gemeente, UWV en de Belastingdienst beslissen. ' +
  'Vraag loonkostensubsidie aan voordat de medewerker begint.';

/** What the sum leaves out, given what the employer filled in. */
export function somNietMeegerekendOp(invoer: RekenInvoer): Mededeling[] {
  const lijst: (Mededeling | false)[] = [
    invoer.pensioen === 0 && { id: 'pensioen', tekst: 'Uw deel van de pensioenpremie. U kunt het percentage zelf invullen.' },
    invoer.uurloon === null && { id: 'cao', tekst: 'Loon boven het minimumloon, bijvoorbeeld volgens uw cao. De loonkostensubsidie stijgt daar niet in mee.' },
    invoer.begeleidingUren === 0 && { id: 'begeleiding', tekst: 'De tijd van de collega die begeleidt.' },
    { id: 'werkplek', tekst: 'Aanpassing van de werkplek, kleding en gereedschap.' },
    { id: 'ziekte', tekst: 'Ziekengeld uit de no-riskpolis. Voor dezelfde dagen telt u dat nooit op bij de loonkostensubsidie.' },
    { id: 'toeslagen', tekst: 'Toeslagen, overwerk, reiskosten en een eindejaarsuitkering.' },
    { id: 'lokaal', tekst: 'Bijdragen die uw gemeente zelf vaststelt, zoals voor interne werkbegeleiding of scholing.' },
  ];
  return lijst.filter((regel) => regel !== false);
}

/** What to watch; amounts that still have to be confirmed come first. */
export function waarschuw(invoer: RekenInvoer, t: Tarieven, bedrag: (id: Stap['id']) => number): Mededeling[] {
  const teBevestigen = Object.entries(t).flatMap(([sleutel, tarief]) =>
    tarief.teBevestigen ? [{ id: `te-bevestigen-${sleutel}`, tekst: `Te bevestigen: ${tarief.teBevestigen}` }] : []);
  const lijst: (Mededeling | false)[] = [
    { id: 'tarieven-van-vandaag', tekst: 'Het jaarbedrag rekent twaalf maanden met de tarieven van vandaag. Lonen en premies veranderen in de loop van de tijd.' },
    invoer.loonwaarde === 100 && { id: 'loonwaarde-100', tekst: `Bij een loonwaarde van 100% is er ${invoer.forfait ? 'na de eerste zes maanden ' : ''}geen loonkostensubsidie.` },
    invoer.loonwaarde <= 30 && { id: 'maximum-lks', tekst: 'De loonkostensubsidie is hier het maximum: 70% van het minimumloon met vakantiebijslag. Vraag de gemeente ook naar beschut werk.' },
    invoer.forfait && { id: 'forfait', tekst: 'De vaste subsidie zonder meting geldt ten hoogste zes maanden. Daarna telt de gemeten loonwaarde.' },
    invoer.leeftijd < 21 && { id: 'verjaardag', tekst: 'Tot 21 jaar stijgt het minimumloon op elke verjaardag. De subsidie stijgt mee.' },
    invoer.register && { id: 'lkv-later', tekst: 'Het loonkostenvoordeel komt pas in het jaar na het werk. Houd daar rekening mee in uw kas.' },
    invoer.register && -bedrag('lkv') === waarde(t, 'lkvMaximum') && { id: 'lkv-maximum', tekst: 'Het loonkostenvoordeel heeft hier het jaarmaximum bereikt.' },
  ];
  return [...teBevestigen, ...lijst.filter((regel) => regel !== false)];
}
