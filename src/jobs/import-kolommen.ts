/** The columns of a CSV file with kandidaten: how a cell becomes a field of kandidaatInvoer, and how a field reads. Pure. */
import { BEGELEIDING, DENKNIVEAUS, TOESTEMMING_ITEMS, VERVOER, WERKVORMEN, type Ervaring, type KandidaatInvoer, type Taal } from '../domain/kandidaat/kandidaat.ts';
import { leesTaal, toonTaal } from '../domain/kandidaat/taalnaam.ts';
import { Leesfout, leesDuur, toonDuur } from '../domain/kandidaat/velden.ts';

/** `pad` is where the field lies in kandidaatInvoer; `lees` gives undefined for an empty cell, which means unknown. */
export type Kolom = { naam: string; pad: readonly [string, string?]; uitleg: string; voorbeeld: string; verplicht: boolean; lees: (cel: string) => unknown; toon: (waarde: never) => string };

const LIST = ' | ';
const items = (cel: string) => cel.split(/[|;\n]/).map((item) => item.trim()).filter((item) => item !== '');
const tekst = { lees: (cel: string) => cel, toon: (waarde: string | number) => String(waarde) };
const lijst = { lees: items, toon: (waarde: readonly string[]) => (waarde.length === 0 ? 'geen' : waarde.join(LIST)) };
/** A list in which "geen" says that someone was asked and has none. */
const lijstOfGeen = { lees: (cel: string) => (/^geen$/i.test(cel) ? [] : items(cel)), toon: lijst.toon };
const getal = { lees: (cel: string) => { const value = Number(cel.replace(',', '.')); return Number.isNaN(value) ? new Leesfout('moet een getal zijn') : value; }, toon: (waarde: number) => String(waarde).replace('.', ',') };
const jaNee = { lees: (cel: string) => (/^(ja|true|1|x)$/i.test(cel) ? true : /^(nee|false|0)$/i.test(cel) ? false : new Leesfout('moet ja of nee zijn')), toon: (waarde: boolean) => (waarde ? 'ja' : 'nee') };
/** A spreadsheet likes to write 1-12-2026 for 2026-12-01. */
const dag = { lees: (cel: string) => cel.replace(/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, (_all, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`), toon: (waarde: string) => waarde };
const talen = {
  lees: (cel: string) => { const read = items(cel).map(leesTaal); const wrong = read.find((item) => 'fout' in item); return wrong ? new Leesfout(wrong.fout) : read; },
  toon: (waarde: readonly Taal[]) => waarde.map(toonTaal).join(LIST) || 'geen',
};
const ervaring = {
  lees: (cel: string) => {
    const rows = items(cel).map((item) => { const [, beroep = item, duur = '', uitleg] = /^(.*?)\s*(?:\(([^)]*)\))?\s*(?::\s*(.*))?$/.exec(item) ?? []; return { beroep, maanden: leesDuur(duur), ...(uitleg ? { omschrijving: uitleg } : {}) }; });
    return rows.some((row) => Number.isNaN(row.maanden)) ? new Leesfout('zet tussen haakjes hoe lang, als (8 maanden) of (2 jaar)') : rows;
  },
  toon: (waarde: readonly Ervaring[]) => waarde.map((row) => `${row.beroep}${row.maanden === undefined ? '' : ` (${toonDuur(row.maanden)})`}${row.omschrijving ? `: ${row.omschrijving}` : ''}`).join(LIST) || 'geen',
};

const kolom = (naam: string, soort: { lees: (cel: string) => unknown; toon: (waarde: never) => string }, uitleg: string, voorbeeld: string, opties: { pad?: [string, string]; verplicht?: true } = {}): Kolom => ({ naam, uitleg, voorbeeld, pad: opties.pad ?? [naam], verplicht: opties.verplicht ?? false, ...soort });

/** All columns, in the order of the template. */
export const KOLOMMEN: readonly Kolom[] = [
  kolom('ref', tekst, 'Uw eigen kenmerk van deze kandidaat. Hetzelfde kenmerk is dezelfde persoon. Gebruik geen BSN.', 'TW-0001', { verplicht: true }),
  kolom('voornaam', tekst, 'Alleen de voornaam.', 'Samira', { verplicht: true }),
  kolom('plaats', tekst, 'De woonplaats, zonder straat.', 'Tilburg', { verplicht: true }),
  kolom('urenMin', getal, 'Het minste aantal uren per week.', '20', { pad: ['uren', 'min'], verplicht: true }),
  kolom('urenMax', getal, 'Het meeste aantal uren per week.', '32', { pad: ['uren', 'max'], verplicht: true }),
  kolom('arbeidsfit', jaNee, 'Kan iemand binnen drie maanden aan het werk? ja of nee.', 'ja', { verplicht: true }),
  kolom('arbeidsfitSinds', dag, 'Een datum, als 2026-12-01 of 1-12-2026.', '2026-10-05'),
  kolom('kop', tekst, 'Eén zin over wat iemand zoekt. Hoogstens 120 tekens.', 'Ik zoek werk in een magazijn'),
  kolom('presentatie', tekst, 'Wie iemand is, in de ik-vorm. Niets over gezondheid, uitkering of adres.', 'Ik werk graag met mijn handen en kom altijd op tijd.'),
  kolom('wensberoepen', lijst, 'Welk werk iemand zoekt.', 'orderpicker | inpakker'),
  kolom('sectoren', lijst, 'In welke sectoren.', 'logistiek'),
  kolom('werkvormen', lijst, `Een of meer van: ${WERKVORMEN.join(', ')}.`, 'betaald werk | proefplaatsing'),
  kolom('vaardigheden', lijst, 'Wat iemand kan.', 'orderpicken | inpakken | scanner bedienen'),
  kolom('ervaring', ervaring, 'Eerder werk, met tussen haakjes hoe lang en na een dubbele punt wat iemand deed.', 'inpakker (14 maanden): dozen vullen'),
  kolom('certificaten', lijstOfGeen, 'Certificaten. Schrijf geen als iemand er geen heeft.', 'VCA basis'),
  kolom('rijbewijzen', lijstOfGeen, 'Rijbewijzen. Schrijf geen als iemand er geen heeft.', 'B'),
  kolom('talen', talen, 'Talen met hun niveau, van A1 tot C2.', 'Nederlands B1 | Arabisch C2'),
  kolom('denkniveau', tekst, `Een van: ${DENKNIVEAUS.join(', ')}.`, 'laag'),
  kolom('dagdelen', lijst, 'Wanneer iemand kan: ma, di, wo, do, vr, za of zo met ochtend, middag, avond of nacht.', 'ma-ochtend | di-ochtend'),
  kolom('beschikbaarVanaf', dag, 'Vanaf welke datum iemand kan beginnen.', '2026-12-01'),
  kolom('reisafstandKm', getal, 'Hoe ver iemand wil reizen, in kilometer.', '15'),
  kolom('vervoer', lijst, `Een of meer van: ${VERVOER.join(', ')}.`, 'fiets | ov'),
  kolom('nodig', lijst, 'Wat er op het werk geregeld moet worden. Niet waarom.', 'vaste begintijd'),
  kolom('begeleiding', tekst, `Een van: ${BEGELEIDING.join(', ')}.`, 'licht'),
  kolom('toestemming', lijstOfGeen, `Waarvoor de kandidaat toestemming gaf: ${TOESTEMMING_ITEMS.join(', ')}. Wat u weglaat, wordt ingetrokken. Wat de kandidaat eerder introk, kan alleen de kandidaat weer geven.`, 'profiel | voornaam'),
  kolom('werkmakelaar', tekst, 'Het e-mailadres van de werkmakelaar.', ''),
  kolom('profiel', getal, '1, 2 of 3. Alleen voor professionals.', '', { pad: ['intern', 'profiel'] }),
  kolom('loonwaarde', getal, 'In procenten, van 0 tot 120. Alleen voor professionals.', '', { pad: ['intern', 'loonwaarde'] }),
  kolom('doelgroepregister', jaNee, 'ja of nee. Alleen voor professionals.', '', { pad: ['intern', 'doelgroepregister'] }),
  kolom('notitie', tekst, 'Een korte notitie voor collega’s.', '', { pad: ['intern', 'notitie'] }),
];

/** The value of a column in a line, undefined when it is not there. */
export function waardeVan({ pad: [veld, binnen] }: Kolom, invoer: Partial<KandidaatInvoer>): unknown {
  const value = (invoer as Record<string, unknown>)[veld];
  return binnen === undefined ? value : (value as Record<string, unknown> | undefined)?.[binnen];
}

/** A record of a CSV file as a line of the exchange format. Columns that the file lacks are not in it; an empty cell is there as undefined. */
export function leesCellen(kop: readonly string[], velden: readonly string[]): { json: Record<string, unknown> } | { ref: string; fouten: { veld: string; reden: string }[] } {
  const json: Record<string, unknown> = {};
  const fouten: { veld: string; reden: string }[] = [];
  for (const { naam, pad: [veld, binnen], lees } of KOLOMMEN) {
    const at = kop.indexOf(naam);
    if (at < 0) continue;
    const cel = (velden[at] ?? '').replaceAll('\r\n', '\n').trim();
    const value = cel === '' ? undefined : lees(cel);
    if (value instanceof Leesfout) fouten.push({ veld: naam, reden: value.reden });
    else if (binnen === undefined) json[veld] = value;
    else json[veld] = { ...(json[veld] as object | undefined), [binnen]: value };
  }
  return fouten.length > 0 ? { ref: String(json.ref ?? ''), fouten } : { json };
}

const quote = (cel: string) => (/[",;\n|]/.test(cel) ? `"${cel.replaceAll('"', '""')}"` : cel);

/** The template: all columns and one line as an example. With a mark at the start, so that a spreadsheet reads it as UTF-8. */
export const SJABLOON = `\uFEFF${[KOLOMMEN.map(({ naam }) => naam), KOLOMMEN.map(({ voorbeeld }) => voorbeeld)].map((row) => row.map(quote).join(';')).join('\r\n')}\r\n`;
