/** Reads and checks the ESCO files of a folder, line by line. Nothing is stored here. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CsvFout, readCsv, type CsvRecord } from './csv.ts';
import { ESCO, compareColumns, type EscoRij, type EscoSoort } from './esco.ts';

/** A line that cannot be used: which file, line and column, and why. */
export type EscoAfwijzing = { bestand: string; regel: number; kolom: string; reden: string };
export type Beroepregel = { uri: string; naam: string; isco: string; synoniemen: string[] };
export type Vaardigheidregel = { uri: string; naam: string; synoniemen: string[] };
/** Relations hold "essential" per occupation and skill. */
export type EscoInhoud = { beroepen: Map<string, Beroepregel>; vaardigheden: Map<string, Vaardigheidregel>; relaties: Map<string, Map<string, boolean>> };
export type Leesverslag = {
  afgewezen: EscoAfwijzing[]; afgewezenRegels: number; onbekendeKolommen: { bestand: string; kolommen: string[] }[];
  gelezen: Record<EscoSoort, number>;
  /** Not in force, named twice, or a relation of something that is not in the files. */
  overgeslagen: { vervallen: number; dubbel: number; los: number };
};

/** The folder or a file as a whole cannot be used; the message is for the operator. */
export class EscoFout extends Error {}

/** The report keeps this many rejections; the count goes on. */
const MAX_AFWIJZINGEN = 1000;

type Melder = (read: number, total: number) => void;

/**
 * Reads all files. ISCOGroups_nl.csv may be left out; where it is there, every occupation must be in one of its groups.
 * @param report called with bytes read and bytes in all
 * @throws EscoFout when a file or a column is missing
 */
export async function readEscoFolder(folder: string, report: Melder): Promise<{ inhoud: EscoInhoud; verslag: Leesverslag }> {
  const missing = (['beroepen', 'vaardigheden', 'relaties'] as const).map((soort) => ESCO[soort].bestand).filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new EscoFout(`In de map ${folder} ontbreekt ${missing.join(' en ')}.`);
  const reader = new EscoLezer(folder, report);
  const groepen = existsSync(join(folder, ESCO.groepen.bestand)) ? new Set<string>() : undefined;
  if (groepen) await reader.read('groepen', ({ code }) => { groepen.add(code); });
  const inhoud: EscoInhoud = { beroepen: new Map(), vaardigheden: new Map(), relaties: new Map() };
  const expired = new Set<string>();
  await reader.read('beroepen', (rij) => {
    if (groepen && !groepen.has(rij.iscoGroup)) return { kolom: 'iscoGroup', reden: `de groep ${rij.iscoGroup} staat niet in ${ESCO.groepen.bestand}` };
    return reader.keep(inhoud.beroepen, expired, rij, { ...concept(rij), isco: rij.iscoGroup });
  });
  await reader.read('vaardigheden', (rij) => { reader.keep(inhoud.vaardigheden, expired, rij, concept(rij)); });
  await reader.read('relaties', (rij) => { reader.relate(inhoud, expired, rij); });
  if (reader.verslag.afgewezenRegels === 0) for (const soort of ['beroepen', 'vaardigheden'] as const) {
    if (inhoud[soort].size === 0) throw new EscoFout(`In ${ESCO[soort].bestand} staan geen ${soort}; er is niets veranderd.`);
  }
  return { inhoud, verslag: reader.verslag };
}

const concept = (rij: EscoRij<'vaardigheden'>): Vaardigheidregel => ({ uri: rij.conceptUri, naam: rij.preferredLabel, synoniemen: [...new Set([...rij.altLabels, ...rij.hiddenLabels])].filter((name) => name !== rij.preferredLabel) });

class EscoLezer {
  readonly verslag: Leesverslag = { afgewezen: [], afgewezenRegels: 0, onbekendeKolommen: [], gelezen: { beroepen: 0, vaardigheden: 0, relaties: 0, groepen: 0 }, overgeslagen: { vervallen: 0, dubbel: 0, los: 0 } };
  private bytes = 0;
  private readonly total: number;
  private readonly folder: string;
  private readonly report: Melder;

  constructor(folder: string, report: Melder) {
    this.folder = folder;
    this.report = report;
    this.total = Object.values(ESCO).map(({ bestand }) => join(folder, bestand)).reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);
  }

  /** Gives every good line of a file to `take`, which may still refuse it. */
  async read<K extends EscoSoort>(soort: K, take: (rij: EscoRij<K>) => { kolom: string; reden: string } | void): Promise<void> {
    const source = createReadStream(join(this.folder, ESCO[soort].bestand)).on('data', (chunk) => { this.bytes += chunk.length; });
    let kolommen: string[] | undefined;
    try {
      for await (const record of readCsv(source)) {
        if (!kolommen) { kolommen = this.columns(soort, record.velden); continue; }
        this.line(soort, kolommen, record, take);
        if (++this.verslag.gelezen[soort] % 500 === 0) this.report(this.bytes, this.total);
      }
    } catch (error) {
      if (!(error instanceof CsvFout)) throw error;
      this.reject(soort, error.regel, [{ kolom: 'regel', reden: error.message }]);
    }
    if (!kolommen && this.verslag.afgewezenRegels === 0) throw new EscoFout(`${ESCO[soort].bestand} is leeg.`);
    this.report(this.bytes, this.total);
  }

  /** Stores a concept in force under its address; the first line of an address counts. */
  keep<T extends { uri: string }>(all: Map<string, T>, expired: Set<string>, { status }: { status: boolean }, item: T): void {
    if (!status) { expired.add(item.uri); this.verslag.overgeslagen.vervallen++; }
    else if (all.has(item.uri)) this.verslag.overgeslagen.dubbel++;
    else all.set(item.uri, item);
  }

  relate({ beroepen, vaardigheden, relaties }: EscoInhoud, expired: ReadonlySet<string>, { occupationUri, skillUri, relationType }: EscoRij<'relaties'>): void {
    // The strings of the concepts, so that a hundred thousand copies of an address do not stay in memory.
    const [beroep, vaardigheid] = [beroepen.get(occupationUri)?.uri, vaardigheden.get(skillUri)?.uri];
    const { overgeslagen } = this.verslag;
    if (beroep === undefined || vaardigheid === undefined) { overgeslagen[expired.has(occupationUri) || expired.has(skillUri) ? 'vervallen' : 'los']++; return; }
    const own = relaties.get(beroep) ?? new Map<string, boolean>();
    if (own.has(vaardigheid)) overgeslagen.dubbel++;
    own.set(vaardigheid, relationType === 'essential' || (own.get(vaardigheid) ?? false));
    relaties.set(beroep, own);
  }

  private columns(soort: EscoSoort, velden: readonly string[]): string[] {
    const kolommen = velden.map((name) => name.trim());
    const { bestand } = ESCO[soort];
    const { ontbreekt, onbekend } = compareColumns(soort, kolommen);
    const semicolon = kolommen.length === 1 && velden[0]!.includes(';') ? ' De kolommen zijn met puntkomma’s gescheiden; gebruik het bestand zoals ESCO het uitgeeft.' : '';
    if (ontbreekt.length > 0) throw new EscoFout(`In ${bestand} ontbreekt de kolom ${ontbreekt.join(', ')}.${semicolon}`);
    const twice = kolommen.find((name, at) => kolommen.indexOf(name) !== at);
    if (twice !== undefined) throw new EscoFout(`In ${bestand} staat de kolom ${twice} twee keer.`);
    if (onbekend.length > 0) this.verslag.onbekendeKolommen.push({ bestand, kolommen: onbekend });
    return kolommen;
  }

  private line<K extends EscoSoort>(soort: K, kolommen: readonly string[], { regel, velden }: CsvRecord, take: (rij: EscoRij<K>) => { kolom: string; reden: string } | void): void {
    if (velden.length !== kolommen.length) return this.reject(soort, regel, [{ kolom: 'regel', reden: `heeft ${velden.length} velden en geen ${kolommen.length}` }]);
    const parsed = ESCO[soort].schema.safeParse(Object.fromEntries(kolommen.map((kolom, at) => [kolom, velden[at]])));
    if (!parsed.success) return this.reject(soort, regel, parsed.error.issues.map((issue) => ({ kolom: String(issue.path[0]), reden: issue.message })));
    const refused = take(parsed.data as EscoRij<K>);
    if (refused) this.reject(soort, regel, [refused]);
  }

  private reject(soort: EscoSoort, regel: number, fouten: readonly { kolom: string; reden: string }[]): void {
    this.verslag.afgewezenRegels++;
    for (const fout of fouten) if (this.verslag.afgewezen.length < MAX_AFWIJZINGEN) this.verslag.afgewezen.push({ bestand: ESCO[soort].bestand, regel, ...fout });
  }
}
