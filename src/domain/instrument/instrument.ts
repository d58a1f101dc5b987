/**
 * The instrumentenboek: shape of one instrument's front matter and the checks that keep the book honest.
 * One Markdown file per instrument; its id is the file name. src/content.config.ts reads them with this schema.
 */
import { z } from 'zod';

export const situaties = [
  'nieuwe medewerker met arbeidsbeperking', 'eerst proberen', 'opleiden', 'begeleiding', 'risico bij ziekte', 'kosten',
] as const;
export type Situatie = (typeof situaties)[number];

const zin = z.string().trim().min(1, 'Deze tekst is leeg.');
const lijst = z.array(zin).min(1, 'Deze lijst is leeg.');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Een id heeft alleen kleine letters, cijfers en streepjes.');
const links = z.array(id).refine(zonderDubbele, 'Een instrument staat dubbel in deze lijst.').default([]);
/** yyyy-mm-dd; YAML makes a Date of an unquoted date. */
const datum = z.preprocess((invoer) => (invoer instanceof Date ? invoer.toISOString().slice(0, 10) : invoer), z.iso.date('Gebruik een datum als 2026-01-31.'));

/**
 * vast: set by law for everyone; lokaal: the gemeente's verordening decides, the region's configuration may give
 * the amount under `sleutel`; geen: no amount is paid to the employer.
 */
const bedrag = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('vast'), tekst: zin }),
  z.strictObject({ soort: z.literal('lokaal'), tekst: zin, sleutel: id }),
  z.strictObject({ soort: z.literal('geen'), tekst: zin }),
]);

export const instrumentVelden = z
  .strictObject({
    naam: zin,
    /** One sentence: what the employer gets. */
    belofte: zin.refine((tekst) => tekst.endsWith('.'), 'De belofte is één zin met een punt.'),
    voorWie: zin,
    aanbieder: lijst,
    duur: zin,
    bedrag,
    voorwaarden: lijst,
    /** Steps in order; an ended instrument cannot be applied for. */
    aanvragen: z.array(zin).default([]),
    misgaan: lijst,
    /** Together or one after the other, for the same person. Both files name each other. */
    combineertMet: links,
    /** One rules out the other for the same person. Both files name each other. */
    sluitUit: links,
    situaties: z.array(z.enum(situaties)).min(1, 'Kies ten minste één situatie.').refine(zonderDubbele, 'Een situatie staat dubbel.'),
    status: z.enum(['actueel', 'vervallen']),
    geldigVan: datum,
    geldigTot: datum.nullable(),
    bron: z.array(z.strictObject({ naam: zin, url: z.url({ protocol: /^https$/ }).optional() })),
    gecontroleerdOp: datum,
  })
  .superRefine((velden, ctx) => {
    if (velden.status !== 'actueel') return;
    if (velden.bron.length === 0) ctx.addIssue({ code: 'custom', path: ['bron'], message: 'Een actueel instrument heeft een bron nodig.' });
    if (velden.aanvragen.length === 0) ctx.addIssue({ code: 'custom', path: ['aanvragen'], message: 'Een actueel instrument heeft stappen om het aan te vragen.' });
  });

export type InstrumentVelden = z.output<typeof instrumentVelden>;
export type Instrument = InstrumentVelden & { readonly id: string };

/** What keeps this instrument from being shown on a day (yyyy-mm-dd), in words with the file's name; empty when nothing does. */
export function toetsInstrument(instrument: Instrument, vandaag: string): string[] {
  const { status, geldigVan, geldigTot, gecontroleerdOp } = instrument;
  const fouten: string[] = [];
  if (geldigTot !== null && geldigTot < geldigVan) fouten.push(`geldigTot (${geldigTot}) ligt voor geldigVan (${geldigVan}).`);
  if (gecontroleerdOp > vandaag) fouten.push(`gecontroleerdOp (${gecontroleerdOp}) ligt in de toekomst.`);
  if (status === 'actueel') {
    if (instrument.bron.length === 0) fouten.push('een actueel instrument heeft een bron nodig.');
    if (geldigVan > vandaag) fouten.push(`dit instrument geldt pas vanaf ${geldigVan}.`);
    if (geldigTot !== null && geldigTot < vandaag) fouten.push(`geldigTot (${geldigTot}) is voorbij. Controleer de gegevens of zet de status op vervallen.`);
  } else if (geldigTot === null || geldigTot >= vandaag) {
    fouten.push('een vervallen instrument heeft een geldigTot nodig die voorbij is.');
  }
  return fouten.map((fout) => `${bestand(instrument.id)}: ${fout}`);
}

/** All that is wrong with the book as a whole, each instrument's own faults included. */
export function toetsBoek(instrumenten: readonly Instrument[], vandaag: string): string[] {
  const boek = new Map(instrumenten.map((instrument) => [instrument.id, instrument]));
  return [
    ...toetsNamen(instrumenten),
    ...instrumenten.flatMap((instrument) => [
      ...toetsInstrument(instrument, vandaag),
      ...toetsLinks(instrument, 'combineertMet', boek),
      ...toetsLinks(instrument, 'sluitUit', boek),
      ...instrument.combineertMet
        .filter((ander) => instrument.sluitUit.includes(ander))
        .map((ander) => `${bestand(instrument.id)}: ${ander} staat bij combineertMet én bij sluitUit.`),
    ]),
  ];
}

function toetsNamen(instrumenten: readonly Instrument[]): string[] {
  const eerste = new Map<string, string>();
  return instrumenten.flatMap(({ id: eigen, naam }) => {
    const sleutel = naam.toLowerCase();
    const eerder = eerste.get(sleutel);
    if (eerder === undefined) {
      eerste.set(sleutel, eigen);
      return [];
    }
    return [`${bestand(eigen)}: de naam "${naam}" is al in gebruik bij ${bestand(eerder)}.`];
  });
}

function toetsLinks(instrument: Instrument, soort: 'combineertMet' | 'sluitUit', boek: ReadonlyMap<string, Instrument>): string[] {
  return instrument[soort].flatMap((doel) => {
    const plek = `${bestand(instrument.id)}: ${soort}`;
    if (doel === instrument.id) return [`${plek} verwijst naar zichzelf.`];
    const ander = boek.get(doel);
    if (!ander) return [`${plek} verwijst naar ${doel}, maar dat instrument bestaat niet.`];
    const fouten: string[] = [];
    if (!ander[soort].includes(instrument.id)) fouten.push(`${plek} noemt ${doel}, maar ${bestand(doel)} noemt ${instrument.id} niet terug.`);
    if (soort === 'combineertMet' && ander.status !== instrument.status) fouten.push(`${plek} noemt ${doel}, maar een van de twee is vervallen.`);
    return fouten;
  });
}

function bestand(instrumentId: string): string {
  return `src/content/instrumenten/${instrumentId}.md`;
}

function zonderDubbele(waarden: readonly string[]): boolean {
  return new Set(waarden).size === waarden.length;
}
