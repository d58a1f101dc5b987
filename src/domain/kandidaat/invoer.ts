/**
 * The form with which an aanmelder writes a profile: its fields, in groups, and what must be there before an
 * accountmanager looks at it. What a value may be is the rule of the import (kandidaatInvoer). Pure.
 */
import { z } from 'zod';
import { kandidaatInvoer, type Begeleiding, type Dagdeel, type Denkniveau, type ProfielStatus, type Rijbewijs, type Vervoer, type Werkvorm } from './kandidaat.ts';
import { Leesfout, ervaring, getal, talen, tekst, vanTot, vinkje, vinkjes, woorden, woordenOfGeen, type Ruw, type Veld } from './velden.ts';

const { shape } = kandidaatInvoer;
const intern = shape.intern.unwrap().shape;

/** Every field, in the order of the page. */
export const VELDEN = {
  voornaam: tekst<string>('voornaam', 'Voornaam', shape.voornaam, ''),
  kop: tekst<string>('kop', 'Eén zin over wat iemand zoekt', shape.kop, ''),
  presentatie: tekst<string>('presentatie', 'Wie is het, in eigen woorden', shape.presentatie, ''),
  wensberoepen: woorden('wensberoepen', 'Welk werk zoekt iemand', shape.wensberoepen),
  sectoren: vinkjes<string, string[]>('sectoren', 'Sectoren', shape.sectoren, []),
  werkvormen: vinkjes<Werkvorm, Werkvorm[]>('werkvormen', 'Vormen van werk', shape.werkvormen, []),
  vaardigheden: woorden('vaardigheden', 'Wat kan iemand', shape.vaardigheden),
  ervaring: ervaring('ervaring', 'Eerder werk', shape.ervaring),
  certificaten: woordenOfGeen('certificaten', 'Certificaten', shape.certificaten),
  rijbewijzen: vinkjes<Rijbewijs, null>('rijbewijzen', 'Rijbewijs', shape.rijbewijzen, null, true),
  talen: talen('talen', 'Talen', shape.talen),
  denkniveau: tekst<Denkniveau | null>('denkniveau', 'Werkniveau', shape.denkniveau, null),
  uren: vanTot('urenMin', 'urenMax', 'Uren per week', shape.uren),
  dagdelen: vinkjes<Dagdeel, null>('dagdelen', 'Dagdelen', shape.dagdelen, null),
  beschikbaarVanaf: tekst<string | null>('beschikbaarVanaf', 'Beschikbaar vanaf', shape.beschikbaarVanaf, null),
  plaats: tekst<string>('plaats', 'Woonplaats', shape.plaats, ''),
  reisafstandKm: getal('reisafstandKm', 'Hoe ver reizen', shape.reisafstandKm),
  vervoer: vinkjes<Vervoer, null>('vervoer', 'Hoe iemand reist', shape.vervoer, null),
  nodig: woorden('nodig', 'Wat iemand nodig heeft', shape.nodig),
  begeleiding: tekst<Begeleiding | null>('begeleiding', 'Begeleiding', shape.begeleiding, null),
  arbeidsfit: vinkje('arbeidsfit', 'Arbeidsfit', shape.arbeidsfit),
  arbeidsfitSinds: tekst<string | null>('arbeidsfitSinds', 'Arbeidsfit sinds', shape.arbeidsfitSinds, null),
  werkmakelaar: getal('werkmakelaar', 'Werkmakelaar', z.int().positive()),
  email: tekst<string | null>('email', 'E-mailadres', z.email('moet een e-mailadres zijn').max(200, 'mag hoogstens 200 tekens lang zijn'), null),
  telefoon: tekst<string | null>('telefoon', 'Telefoon', z.string().regex(/^[+\d][\d\s()-]{7,19}$/, 'moet een telefoonnummer zijn'), null),
  notitie: tekst<string | null>('notitie', 'Notitie', intern.notitie, null),
} as const;
export type Veldnaam = keyof typeof VELDEN;
export const VELDNAMEN = Object.keys(VELDEN) as Veldnaam[];

/** What the fields hold, as the tables keep it; null where nothing is known. */
export type Veldwaarden = { [N in Veldnaam]: (typeof VELDEN)[N] extends Veld<infer T> ? T : never };

/** Read by professionals only and kept in a table of their own. */
export const INTERNE_VELDEN = ['email', 'telefoon', 'notitie'] as const satisfies readonly Veldnaam[];

/** The groups of the page. Only those with `feit` can be changed while a profile is in the window: the others are texts that an accountmanager read first. */
export const GROEPEN = {
  wie: { titel: 'Wie is het?', velden: ['voornaam', 'kop', 'presentatie'], feit: false },
  werk: { titel: 'Welk werk?', velden: ['wensberoepen', 'sectoren', 'werkvormen'], feit: false },
  kunnen: { titel: 'Wat kan iemand?', velden: ['vaardigheden', 'ervaring', 'certificaten', 'rijbewijzen', 'talen', 'denkniveau'], feit: false },
  tijd: { titel: 'Wanneer en waar?', velden: ['uren', 'dagdelen', 'beschikbaarVanaf', 'plaats', 'reisafstandKm', 'vervoer'], feit: true },
  nodig: { titel: 'Wat heeft iemand nodig?', velden: ['nodig', 'begeleiding'], feit: false },
  intern: { titel: 'Alleen voor professionals', velden: ['arbeidsfit', 'arbeidsfitSinds', 'werkmakelaar', 'email', 'telefoon', 'notitie'], feit: true },
} as const satisfies Record<string, { titel: string; velden: readonly Veldnaam[]; feit: boolean }>;
export type Groep = keyof typeof GROEPEN;

/** What an accountmanager read before it was shown: in the window it changes only past an accountmanager again. */
export const NAGEKEKEN_VELDEN = Object.values(GROEPEN).filter(({ feit }) => !feit).flatMap(({ velden }) => velden as readonly Veldnaam[]);

/** Whether a profile in this state was read and approved, and shows or may show again without anybody reading it. */
export const isNagekeken = (status: ProfielStatus): boolean => status === 'gepubliceerd' || status === 'gepauzeerd';

/** Which fields can be changed in this state. */
export function bewerkbaar(status: ProfielStatus): Veldnaam[] {
  if (status === 'geplaatst' || status === 'ingetrokken') return [];
  return VELDNAMEN.filter((naam) => !isNagekeken(status) || !NAGEKEKEN_VELDEN.includes(naam));
}

/**
 * Reads one field.
 * @returns its value as the tables keep it, or what is wrong with the id of the input where it stands
 */
export function leesVeld(naam: Veldnaam, ruw: Ruw, bewaard: unknown): { waarde: unknown } | { bij: string; fout: string } {
  const veld = VELDEN[naam] as Veld<unknown>;
  const wrong = (reden: string, path: readonly PropertyKey[] = []) => ({ bij: inputId(path[0] === 'max' ? veld.invoer[1]! : veld.invoer[0]!), fout: `${veld.label}: ${reden}.` });
  const read = veld.lees(ruw, bewaard);
  if (read instanceof Leesfout) return wrong(read.reden);
  if (read === undefined) return naam === 'voornaam' ? wrong('vul de voornaam in') : { waarde: veld.leeg };
  const parsed = veld.schema.safeParse(read);
  if (parsed.success) return { waarde: parsed.data };
  const issue = parsed.error.issues[0]!;
  return wrong(issue.message, issue.path);
}

/** The id that an input or a group of inputs has on the page. */
export const inputId = (input: string): string => input.replace(/\[\]$/, '').replace(/^(ervaring).+$/, '$1');
/** The id of the first input of a field, for links to it. */
export const veldId = (naam: Veldnaam): string => inputId(VELDEN[naam].invoer[0]!);

/** All fields as a browser would send them. */
export function toonVelden(waarden: Veldwaarden): Record<string, string[]> {
  return Object.assign({}, ...VELDNAMEN.map((naam) => (VELDEN[naam] as Veld<unknown>).toon(waarden[naam])));
}

/** A value in one fixed spelling: keys in order, nothing for what is not there; equal values give equal texts. */
export function canon(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'string') return item.replaceAll('\r\n', '\n').trim();
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).filter(([, inner]) => inner !== undefined && inner !== null && inner !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? 'null';
}

/** The value of one field in that spelling. The order of ticks says nothing; that of words does. */
export function canonVeld(naam: Veldnaam, value: unknown): string {
  const ticks = VELDEN[naam].invoer[0]!.endsWith('[]') && Array.isArray(value) && value.every((item) => typeof item === 'string');
  return canon(ticks ? [...value].sort() : value);
}

/** What must be there before an accountmanager looks at a profile. */
const NODIG_OM_IN_TE_DIENEN: readonly [Veldnaam, string, (waarden: Veldwaarden) => boolean][] = [
  ['voornaam', 'Vul de voornaam in.', ({ voornaam }) => voornaam.trim() !== ''],
  ['kop', 'Schrijf één zin over wat iemand zoekt.', ({ kop }) => kop.trim() !== ''],
  ['presentatie', 'Vertel wie iemand is, in ten minste 20 tekens.', ({ presentatie }) => presentatie.trim().length >= 20],
  ['wensberoepen', 'Noem ten minste één soort werk.', ({ wensberoepen }) => wensberoepen.length > 0],
  ['uren', 'Vul de uren per week in.', ({ uren }) => uren !== null],
  ['plaats', 'Vul de woonplaats in.', ({ plaats }) => plaats.trim() !== ''],
  ['arbeidsfit', 'Zet een vinkje als iemand arbeidsfit is.', ({ arbeidsfit }) => arbeidsfit],
];

/** What is still missing before a profile can be handed in, each with its field; [] when nothing is. */
export function ontbreekt(waarden: Veldwaarden): { veld: Veldnaam; tekst: string }[] {
  return NODIG_OM_IN_TE_DIENEN.filter(([, , there]) => !there(waarden)).map(([veld, tekst]) => ({ veld, tekst }));
}

/** The hidden inputs of the form: which fields it sends, and what was on the screen before. Anything else is left out. */
export function readStand(velden: string | undefined, was: string | undefined): { velden: Veldnaam[]; was: Record<string, string> } {
  const marks = z.string().transform((text, context) => { try { return JSON.parse(text) as unknown; } catch { context.addIssue('geen JSON'); return z.NEVER; } }).pipe(z.record(z.string(), z.string())).safeParse(was);
  return { velden: [...new Set((velden ?? '').split(' '))].filter((naam): naam is Veldnaam => Object.hasOwn(VELDEN, naam)), was: marks.success ? marks.data : {} };
}
