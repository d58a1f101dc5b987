/** The curation of a profile: what an accountmanager looks at, and when all of it is seen to. Pure. */
import { z } from 'zod';
import type { kandidaat, media } from '#db/schema.ts';
import { dayOf, daysBetween } from '../kalender/werkdagen.ts';

type Rij = typeof kandidaat.$inferSelect;
type Media = typeof media.$inferSelect;

/** What is looked at, in the order of the page. `film` only where there is one. */
export const CURATIE_PUNTEN = {
  tekst: { naam: 'Tekst', vraag: 'De tekst is kort, in gewone woorden, en gaat over wat iemand kan en wil.' },
  beeld: { naam: 'Foto of portret', vraag: 'De foto of het getekende portret past bij deze persoon.' },
  film: { naam: 'Film', vraag: 'De ondertitels kloppen met wat er wordt gezegd, en de uitgeschreven tekst is compleet.' },
  gezondheid: { naam: 'Gezondheid', vraag: 'Er staat niets over gezondheid of een uitkering; wel wat iemand nodig heeft.' },
  contact: { naam: 'Contact', vraag: 'De werkmakelaar klopt, en nergens staat een achternaam, adres, nummer of e-mailadres.' },
  toestemming: { naam: 'Toestemming', vraag: 'De kandidaat zei zelf ja tegen dit profiel.' },
} as const;
export type CuratiePunt = keyof typeof CURATIE_PUNTEN;
const PUNTEN = Object.keys(CURATIE_PUNTEN) as [CuratiePunt, ...CuratiePunt[]];

const opmerking = z.string().trim().max(300, 'Gebruik hoogstens 300 tekens.').default('');
/** The form of the curation page: what was ticked, a word per point, and the version that was on the screen. */
export const curatieInvoer = z.object({
  stap: z.enum(['bewaar', 'publiceer', 'stuur terug'], 'Deze stap kennen wij niet.'), versie: z.string().max(80),
  punten: z.array(z.enum(PUNTEN, 'Dit punt kennen wij niet.')).default([]), reden: z.string().trim().max(500, 'Gebruik hoogstens 500 tekens.').default(''),
  ...Object.fromEntries(PUNTEN.map((punt) => [`opmerking-${punt}`, opmerking])) as Record<`opmerking-${CuratiePunt}`, typeof opmerking>,
});
export type CuratieInvoer = z.output<typeof curatieInvoer>;

/** What the portal itself knows of a point; `goed` false keeps a profile from being published. */
export type Feit = { goed: boolean; tekst: string };
/** Who ticked a point, and when. */
export type Vink = { door: string; op: string };
export type Punt = { punt: CuratiePunt; feit: Feit | null; vink: Vink | null };

/** The points that this profile has, with what the portal knows of each. */
export function factsOf(row: Pick<Rij, 'werkmakelaarId'>, { toestemming, werkmakelaar, foto, film }: { toestemming: ReadonlySet<string>; werkmakelaar: string | null; foto: boolean; film: Pick<Media, 'ondertiteling' | 'transcript'> | undefined }): { punt: CuratiePunt; feit: Feit | null }[] {
  const feiten: Record<CuratiePunt, Feit | null> = {
    tekst: null, gezondheid: null,
    beeld: { goed: true, tekst: foto && toestemming.has('foto') ? 'Er is een foto.' : foto ? 'Er is een foto, maar zonder toestemming. Werkgevers zien hem niet.' : 'Er is geen foto. Het getekende portret staat ervoor in de plaats.' },
    film: film ? { goed: film.ondertiteling !== null && Boolean(film.transcript?.trim()), tekst: [film.ondertiteling === null ? 'Ondertitels ontbreken.' : 'Er zijn ondertitels.', film.transcript?.trim() ? 'Er is een uitgeschreven tekst.' : 'De uitgeschreven tekst ontbreekt.'].join(' ') } : null,
    contact: row.werkmakelaarId === null ? { goed: false, tekst: 'Er is nog geen werkmakelaar.' } : { goed: true, tekst: `Werkmakelaar: ${werkmakelaar ?? 'onbekend'}.` },
    toestemming: toestemming.has('profiel') ? { goed: true, tekst: 'Toestemming voor het profiel is er.' } : { goed: false, tekst: 'Er is (nog) geen toestemming voor het profiel.' },
  };
  return PUNTEN.filter((punt) => punt !== 'film' || film).map((punt) => ({ punt, feit: feiten[punt] }));
}

/** Why this may not be published yet, in words for the accountmanager; [] when it may. @param gevinkt the points that are ticked now */
export function stillToCheck(punten: readonly Punt[], gevinkt: readonly CuratiePunt[]): string[] {
  const open = punten.filter(({ punt }) => !gevinkt.includes(punt)).map(({ punt }) => CURATIE_PUNTEN[punt].naam.toLowerCase());
  return [
    ...punten.flatMap(({ feit }) => (feit && !feit.goed ? [feit.tekst] : [])),
    ...(open.length > 0 ? [`Kijk nog na: ${open.join(', ')}.`] : []),
  ];
}

/** Whole days that a profile has waited. @param sinds ISO moment @param vandaag yyyy-mm-dd */
export function daysWaiting(sinds: string, vandaag: string): number {
  return Math.max(0, daysBetween(dayOf(new Date(sinds)), vandaag));
}

/** The running text of a profile, which is measured as a whole for how easy it reads. */
export function ownStory(row: Pick<Rij, 'presentatie' | 'ervaring'>): string {
  return [row.presentatie, ...row.ervaring.map((item) => item.omschrijving ?? '')].join('\n');
}

/** Everything that someone wrote or had written, by field: what employers will read word for word. */
export function ownTexts(row: Pick<Rij, 'kop' | 'presentatie' | 'wensberoepen' | 'vaardigheden' | 'certificaten' | 'ervaring' | 'nodig'>): { veld: string; tekst: string }[] {
  return [
    { veld: 'Kop', tekst: row.kop }, { veld: 'Eigen verhaal', tekst: row.presentatie }, { veld: 'Werk dat iemand zoekt', tekst: row.wensberoepen.join('\n') }, { veld: 'Wat iemand kan', tekst: row.vaardigheden.join('\n') },
    { veld: 'Ervaring', tekst: row.ervaring.map((item) => [item.beroep, item.omschrijving].filter(Boolean).join(': ')).join('\n') }, { veld: 'Certificaten', tekst: (row.certificaten ?? []).join('\n') }, { veld: 'Wat iemand nodig heeft', tekst: row.nodig.join('\n') },
  ].filter(({ tekst }) => tekst.trim() !== '');
}
