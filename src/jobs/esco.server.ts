/**
 * Import of the ESCO files. What is stored becomes equal to the files, in one transaction; when one line is wrong
 * nothing is stored, because a line left out would look like a word that ESCO withdrew. Repeatable.
 */
import { connection, database, transaction } from '#db/client.ts';
import { escoBeroep, escoVaardigheid } from '#db/schema.ts';
import { rebuildIndex } from '#search/sync.ts';
import { eis } from '../auth/policy.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { requestAll } from '../domain/match/voorstellen.server.ts';
import { escoVersie, followEsco } from '../domain/woorden/esco.server.ts';
import { readEscoFolder, type EscoInhoud, type Leesverslag } from './esco-lezen.server.ts';

/** What the import changes in one table. */
export type Telling = { nieuw: number; bijgewerkt: number; verwijderd: number; gelijk: number };
export type EscoVerslag = Leesverslag & { veranderd?: { beroepen: Telling; vaardigheden: Telling; relaties: Telling } };
export type EscoStap = 'lezen' | 'zoekindex';

/** One table: what is stored and what is wanted as key and content, and how to write or remove a key. */
type Tabel = { stored: Map<string, string>; wanted: Map<string, string>; write: (key: string) => void; remove: (key: string) => void };

/**
 * Imports a folder, and builds the search index anew when something changed. Open vacatures get fresh suggestions.
 * @param report called per step with how much is done and how much there is
 * @returns the report; `veranderd` is left out when a line was rejected and nothing was stored
 * @throws EscoFout when a file or a column is missing
 */
export async function importEsco(actor: Actor, folder: string, { dryRun }: { dryRun: boolean }, report: (stap: EscoStap, done: number, total: number) => void = () => {}): Promise<EscoVerslag> {
  eis(actor, 'import.voerUit');
  const { inhoud, verslag } = await readEscoFolder(folder, (done, total) => report('lezen', done, total));
  if (verslag.afgewezenRegels > 0) return verslag;
  const veranderd = transaction(() => store(inhoud, dryRun));
  if (!dryRun && hasChanges(veranderd)) {
    followEsco();
    rebuildIndex((done, total) => report('zoekindex', done, total));
  }
  return { ...verslag, veranderd };
}

function store(inhoud: EscoInhoud, dryRun: boolean): Required<EscoVerslag>['veranderd'] {
  const tables = { beroepen: beroepTabel(inhoud), vaardigheden: vaardigheidTabel(inhoud), relaties: relatieTabel(inhoud) };
  const veranderd = { beroepen: count(tables.beroepen), vaardigheden: count(tables.vaardigheden), relaties: count(tables.relaties) };
  if (dryRun || !hasChanges(veranderd)) return veranderd;
  // Relations point at the two others: they leave first and come last.
  for (const table of [tables.relaties, tables.beroepen, tables.vaardigheden]) for (const key of table.stored.keys()) if (!table.wanted.has(key)) table.remove(key);
  for (const table of [tables.beroepen, tables.vaardigheden, tables.relaties]) for (const [key, content] of table.wanted) if (table.stored.get(key) !== content) table.write(key);
  connection().pragma(`user_version = ${escoVersie() + 1}`);
  requestAll();
  return veranderd;
}

function hasChanges(veranderd: Required<EscoVerslag>['veranderd']): boolean {
  return Object.values(veranderd).some(({ nieuw, bijgewerkt, verwijderd }) => nieuw + bijgewerkt + verwijderd > 0);
}

function count({ stored, wanted }: Tabel): Telling {
  const telling: Telling = { nieuw: 0, bijgewerkt: 0, verwijderd: 0, gelijk: 0 };
  for (const [key, content] of wanted) {
    const before = stored.get(key);
    telling[before === undefined ? 'nieuw' : before === content ? 'gelijk' : 'bijgewerkt']++;
  }
  for (const key of stored.keys()) if (!wanted.has(key)) telling.verwijderd++;
  return telling;
}

function beroepTabel({ beroepen }: EscoInhoud): Tabel {
  const content = ({ naam, isco, synoniemen }: { naam: string; isco: string; synoniemen: string[] }) => JSON.stringify([naam, isco, synoniemen]);
  const insert = connection().prepare('INSERT INTO esco_beroep (uri, naam, isco, synoniemen) VALUES (?, ?, ?, ?) ON CONFLICT (uri) DO UPDATE SET naam = excluded.naam, isco = excluded.isco, synoniemen = excluded.synoniemen');
  const remove = connection().prepare('DELETE FROM esco_beroep WHERE uri = ?');
  return {
    stored: new Map(database().select().from(escoBeroep).all().map((row) => [row.uri, content(row)])),
    wanted: new Map([...beroepen].map(([uri, item]) => [uri, content(item)])),
    write: (uri) => { const { naam, isco, synoniemen } = beroepen.get(uri)!; insert.run(uri, naam, isco, JSON.stringify(synoniemen)); },
    remove: (uri) => { remove.run(uri); },
  };
}

function vaardigheidTabel({ vaardigheden }: EscoInhoud): Tabel {
  const content = ({ naam, synoniemen }: { naam: string; synoniemen: string[] }) => JSON.stringify([naam, synoniemen]);
  const insert = connection().prepare('INSERT INTO esco_vaardigheid (uri, naam, synoniemen) VALUES (?, ?, ?) ON CONFLICT (uri) DO UPDATE SET naam = excluded.naam, synoniemen = excluded.synoniemen');
  const remove = connection().prepare('DELETE FROM esco_vaardigheid WHERE uri = ?');
  return {
    stored: new Map(database().select().from(escoVaardigheid).all().map((row) => [row.uri, content(row)])),
    wanted: new Map([...vaardigheden].map(([uri, item]) => [uri, content(item)])),
    write: (uri) => { const { naam, synoniemen } = vaardigheden.get(uri)!; insert.run(uri, naam, JSON.stringify(synoniemen)); },
    remove: (uri) => { remove.run(uri); },
  };
}

/** The key is both addresses with a space between, which an address cannot hold. */
function relatieTabel({ relaties }: EscoInhoud): Tabel {
  const insert = connection().prepare('INSERT INTO esco_relatie (beroep, vaardigheid, essentieel) VALUES (?, ?, ?) ON CONFLICT (beroep, vaardigheid) DO UPDATE SET essentieel = excluded.essentieel');
  const remove = connection().prepare('DELETE FROM esco_relatie WHERE beroep = ? AND vaardigheid = ?');
  const rows = connection().prepare('SELECT beroep, vaardigheid, essentieel FROM esco_relatie').raw().all() as [string, string, number][];
  const parts = (key: string) => key.split(' ') as [string, string];
  const wanted = new Map<string, string>([...relaties].flatMap(([beroep, skills]) => [...skills].map(([vaardigheid, essential]) => [`${beroep} ${vaardigheid}`, essential ? '1' : '0'] as const)));
  return {
    stored: new Map(rows.map(([beroep, vaardigheid, essential]) => [`${beroep} ${vaardigheid}`, String(essential)])),
    wanted,
    write: (key) => { insert.run(...parts(key), Number(wanted.get(key))); },
    remove: (key) => { remove.run(...parts(key)); },
  };
}
