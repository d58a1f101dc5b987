/** The words that were imported from ESCO, from the tables into the vocabulary of this process. */
import { connection, database, type Database } from '#db/client.ts';
import { escoBeroep, escoVaardigheid } from '#db/schema.ts';
import type { EscoGegevens } from './esco.ts';
import { setEsco } from './woorden.ts';

let followed: { open: Database; versie: number } | undefined;

/**
 * Makes the vocabulary of this process equal to the tables. Cheap when nothing changed, so a process that lives long
 * asks it again and again. A database without imported words costs one number read.
 */
export function followEsco(): void {
  const versie = escoVersie();
  const open = database();
  if (followed?.open === open && followed.versie === versie) return;
  setEsco(versie === 0 ? undefined : readEsco());
  followed = { open, versie };
}

/**
 * How often the imported words changed; SQLite keeps this number of ours in the head of the file, so it is part of
 * the transaction of the change and needs no table.
 */
export function escoVersie(): number {
  return connection().pragma('user_version', { simple: true }) as number;
}

function readEsco(): EscoGegevens {
  const skills = database().select().from(escoVaardigheid).orderBy(escoVaardigheid.uri).all();
  const place = new Map(skills.map(({ uri }, at) => [uri, at]));
  const beroepen = database().select().from(escoBeroep).orderBy(escoBeroep.uri).all().map((row) => ({ ...row, essentieel: [] as number[], optioneel: [] as number[] }));
  const byUri = new Map(beroepen.map((item) => [item.uri, item]));
  // Raw rows: there are more than a hundred thousand.
  const relations = connection().prepare('SELECT beroep, vaardigheid, essentieel FROM esco_relatie ORDER BY beroep, vaardigheid').raw().iterate() as Iterable<[string, string, number]>;
  for (const [beroep, vaardigheid, essential] of relations) byUri.get(beroep)![essential ? 'essentieel' : 'optioneel'].push(place.get(vaardigheid)!);
  return { beroepen, vaardigheden: skills.map(({ naam, synoniemen }) => ({ naam, synoniemen })) };
}
