/**
 * Joins the occupations and skills of ESCO, as an operator imported them, to our own list. An own entry wins where a
 * name is the same; what ESCO adds to it are other names and skills. Pure.
 */
import { nameKeys, tokenize } from './analyse.ts';
import type { Beroep, Vaardigheid, Woordenlijst } from './bestand.ts';

export type EscoVaardigheid = { naam: string; synoniemen: readonly string[] };
/** `uri` is the address that ESCO gives an occupation; `essentieel` and `optioneel` are places in the list of skills. */
export type EscoBeroep = EscoVaardigheid & { uri: string; isco: string; essentieel: readonly number[]; optioneel: readonly number[] };
export type EscoGegevens = { beroepen: readonly EscoBeroep[]; vaardigheden: readonly EscoVaardigheid[] };

/** Gives a new list: our own entries keep their numbers, entries that only ESCO has come after them. */
export function joinEsco(eigen: Woordenlijst, esco: EscoGegevens): Woordenlijst {
  const vaardigheden = joinNames<Vaardigheid, EscoVaardigheid>(eigen.vaardigheden, esco.vaardigheden, () => undefined, ({ naam }, nr) => ({ nr, naam, synoniemen: [] }));
  const sectorOf = sectorByIsco(eigen.beroepen);
  const ownByName = new Map(eigen.beroepen.map((item) => [termOf(item.naam), item]));
  // Another name in ESCO is often a wider word; it counts as the same work only within one ISCO group.
  const byOtherName = ({ isco, synoniemen }: EscoBeroep) => synoniemen.map((name) => ownByName.get(termOf(name))).find((own) => own?.isco === isco)?.nr;
  const beroepen = joinNames<Beroep, EscoBeroep>(eigen.beroepen, esco.beroepen, byOtherName, ({ uri, naam, isco }, nr) => ({
    id: uri, nr, naam, isco, niveau: niveauOfIsco(isco), synoniemen: [], kern: [], extra: [], taken: [], woordveld: [], verwant: [], sector: sectorOf(isco), bron: 'esco', escoKern: [],
  }));
  const skillNames = (places: readonly number[]) => places.map((place) => vaardigheden.items[vaardigheden.numbers[place]!]!.naam);
  for (const [place, { essentieel, optioneel }] of esco.beroepen.entries()) {
    const nr = beroepen.numbers[place]!;
    beroepen.items[nr] = withSkills(beroepen.items[nr]!, skillNames(essentieel), skillNames(optioneel));
  }
  return { ...eigen, beroepen: beroepen.items, vaardigheden: vaardigheden.items, delen: [...eigen.delen, ...esco.beroepen.map(({ naam }) => naam)] };
}

/** Skills of ESCO beside our own: never twice, and never in the core that we chose for our own occupations. */
function withSkills(beroep: Beroep, essentieel: readonly string[], optioneel: readonly string[]): Beroep {
  const known = new Set([...beroep.kern, ...beroep.extra, ...beroep.escoKern]);
  const fresh = (names: readonly string[]) => [...new Set(names)].filter((name) => !known.has(name) && known.add(name));
  const core = fresh(essentieel);
  const own = beroep.bron === 'eigen';
  return { ...beroep, kern: own ? beroep.kern : [...beroep.kern, ...core], escoKern: own ? [...beroep.escoKern, ...core] : [], extra: [...beroep.extra, ...fresh(optioneel)] };
}

const termOf = (name: string) => tokenize(name).join(' ');

/** Which number has a name, in any spelling or form; the first to claim a name keeps it. */
class Claims {
  private readonly byTerm = new Map<string, number>();
  private readonly byStem = new Map<string, number>();
  owner(name: string): number | undefined {
    const { term, stammen } = nameKeys(name);
    return this.byTerm.get(term) ?? this.byStem.get(stammen);
  }
  /** @returns whether the name is new; not when another has it, nor when this one has it already */
  claim(nr: number, name: string): boolean {
    const { term, stammen } = nameKeys(name);
    if (term === '' || this.byTerm.has(term) || (this.byStem.get(stammen) ?? nr) !== nr) return false;
    this.byTerm.set(term, nr);
    if (stammen !== '') this.byStem.set(stammen, nr);
    return true;
  }
}

/**
 * Names of ESCO beside own names. All preferred names are placed before any other name, so that none loses its own.
 * @param elsewhere the own number that an entry belongs to for another reason than its preferred name
 * @returns the longer list, and per entry of ESCO its number in it
 */
function joinNames<T extends { nr: number; naam: string; synoniemen: string[] }, E extends EscoVaardigheid>(own: readonly T[], esco: readonly E[], elsewhere: (item: E) => number | undefined, make: (item: E, nr: number) => T): { items: T[]; numbers: number[] } {
  const items = own.map((item) => ({ ...item, synoniemen: [...item.synoniemen] }));
  const claims = new Claims();
  for (const { nr, naam, synoniemen } of own) for (const name of [naam, ...synoniemen]) claims.claim(nr, name);
  const numbers = esco.map((item) => {
    const known = spellings(item.naam).map((name) => claims.owner(name)).find((nr) => nr !== undefined) ?? elsewhere(item);
    const nr = known ?? items.push(make(item, items.length)) - 1;
    if (known === undefined) claims.claim(nr, item.naam);
    return nr;
  });
  for (const [place, { naam, synoniemen }] of esco.entries()) {
    const nr = numbers[place]!;
    for (const name of [naam, ...synoniemen].flatMap(spellings)) if (claims.claim(nr, name)) items[nr]!.synoniemen.push(name);
  }
  return { items, numbers };
}

/** A name with both forms ("kok/kokkin", "medewerker/medewerkster balie") and each form by itself. */
function spellings(name: string): string[] {
  const [pair, ...more] = name.match(/\p{L}+(?:\/\p{L}{3,})+/gu) ?? [];
  return pair === undefined || more.length > 0 ? [name] : [name, ...pair.split('/').map((form) => name.replace(pair, form))];
}

/** The sector that most of our own occupations in the same ISCO group have; null where we have none near it. */
function sectorByIsco(beroepen: readonly Beroep[]): (isco: string) => string | null {
  const most = (digits: number) => {
    const groups = Map.groupBy(beroepen, ({ isco }) => isco.slice(0, digits));
    return new Map([...groups].map(([group, members]) => {
      const [[sector] = [null]] = [...Map.groupBy(members, (item) => item.sector)].sort((a, b) => b[1].length - a[1].length);
      return [group, sector];
    }));
  };
  const unit = most(4);
  const minor = most(3);
  return (isco) => unit.get(isco) ?? minor.get(isco.slice(0, 3)) ?? null;
}

/** Work level by the ISCO-08 skill level of the major group: 9 is level 1, 4 to 8 level 2, 3 level 3, 1 and 2 level 4. */
function niveauOfIsco(isco: string): Beroep['niveau'] {
  const major = Number(isco[0]);
  return major === 9 ? 'elementair' : major === 1 || major === 2 ? 'hoger' : major === 3 ? 'middelbaar' : 'laag';
}
