/**
 * What may be searched, per audience. The employers' document is built from the public profile only, so that no
 * query, facet or sort order can tell an employer what a page would not. Pure.
 */
import type { kandidaat, vacature } from '#db/schema.ts';
import type { Dagdeel, ToestemmingItem } from '#src/domain/kandidaat/kandidaat.ts';
import { withoutName } from '#src/domain/kandidaat/publiek.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import type { Document } from './engine.ts';

type Kandidaat = typeof kandidaat.$inferSelect;
type Vacature = typeof vacature.$inferSelect;
export type KandidaatBron = { kandidaat: Kandidaat; toestemming: ReadonlySet<ToestemmingItem>; verborgenVoor: number[] };

const UREN_GROEPEN = [['tot 16 uur', 0, 15.99], ['16 tot 32 uur', 16, 31.99], ['32 uur of meer', 32, 48]] as const;

/** The hour groups that a range overlaps; someone may fall in several. */
export function urenGroepen(min: number, max: number): string[] {
  return UREN_GROEPEN.filter(([, from, to]) => min <= to && max >= from).map(([name]) => name);
}

/** Parts of the day, and "weekend", that a list of dagdelen covers. */
export function dagdeelGroepen(dagdelen: readonly Dagdeel[] | null): string[] {
  const groups = new Set<string>();
  for (const deel of dagdelen ?? []) {
    groups.add(deel.slice(3));
    if (deel.startsWith('z')) groups.add('weekend');
  }
  return [...groups];
}

/** For employers: without name, and without place when the kandidaat did not agree to show it. */
export function werkgeverDocument({ kandidaat, toestemming, verborgenVoor }: KandidaatBron): Document {
  const showPlace = toestemming.has('woonplaats');
  return {
    id: kandidaat.id,
    tekst: kandidaatTekst(withoutOwnName(kandidaat)),
    velden: { ...kandidaatVelden(kandidaat), plaats: showPlace ? kandidaat.plaats : null, verborgenVoor },
    punt: showPlace ? punt(kandidaat) : null,
  };
}

/** For professionals: with name, place, status and caseload. */
export function professionalDocument({ kandidaat, verborgenVoor }: KandidaatBron): Document {
  const tekst = kandidaatTekst(kandidaat);
  return {
    id: kandidaat.id,
    tekst: { ...tekst, titel: `${kandidaat.voornaam} ${tekst.titel}` },
    velden: {
      ...kandidaatVelden(kandidaat), plaats: kandidaat.plaats, verborgenVoor, status: kandidaat.status, werkmakelaar: kandidaat.werkmakelaarId,
      partner: kandidaat.partnerId, naam: kandidaat.voornaam, begeleiding: kandidaat.begeleiding, niveau: kandidaat.denkniveau,
    },
    punt: punt(kandidaat),
  };
}

/** A vacature for professionals' lists. */
export function vacatureDocument(vacature: Vacature, werkgever: { naam: string }): Document {
  const woorden = woordenboek();
  const found = woorden.findBeroep(vacature.beroep ?? vacature.titel);
  const beroep = found && woorden.beroepen[found.nr]!;
  return {
    id: vacature.id,
    tekst: {
      titel: `${vacature.titel} ${werkgever.naam}`, beroep: [vacature.beroep, beroep?.naam].filter(Boolean).join(' '),
      kan: [...vacature.vaardighedenVereist, ...vacature.vaardighedenGewenst, ...vacature.certificatenVereist, ...vacature.taken].join(' '),
      verhaal: `${vacature.omschrijving} ${vacature.plaats}`,
    },
    velden: {
      sector: vacature.sector ?? beroep?.sector ?? null, beroep: beroep ? [beroep.naam] : [], uren: urenGroepen(vacature.urenMin, vacature.urenMax),
      dagdeel: dagdeelGroepen(vacature.dagdelen), plaats: vacature.plaats, rijbewijs: vacature.rijbewijzen, certificaat: certificaatNamen([...vacature.certificatenVereist, ...vacature.certificatenGewenst]),
      werkvorm: vacature.werkvorm, niveau: vacature.denkniveau, biedt: vacature.biedt, status: vacature.status, werkgever: vacature.werkgeverId,
      urenMin: vacature.urenMin, urenMax: vacature.urenMax, gewijzigdOp: vacature.gewijzigdOp, sluitingsdatum: vacature.sluitingsdatum,
    },
    punt: punt(vacature),
  };
}

/** The own texts without the first name: nobody is found by name in the etalage, whatever was agreed to show. */
function withoutOwnName(kandidaat: Kandidaat): Kandidaat {
  const text = withoutName(kandidaat.voornaam);
  return { ...kandidaat, kop: text(kandidaat.kop), presentatie: text(kandidaat.presentatie), ervaring: kandidaat.ervaring.map((item) => ({ ...item, omschrijving: text(item.omschrijving ?? '') })) };
}

function kandidaatTekst(kandidaat: Kandidaat): Document['tekst'] {
  return {
    titel: [kandidaat.kop, ...kandidaat.wensberoepen].join(' '),
    beroep: [...beroepNamen(kandidaat), ...kandidaat.ervaring.map((item) => item.beroep)].join(' '),
    kan: [...kandidaat.vaardigheden, ...(kandidaat.certificaten ?? [])].join(' '),
    verhaal: [kandidaat.presentatie, ...kandidaat.ervaring.map((item) => item.omschrijving ?? '')].join(' '),
  };
}

function kandidaatVelden(kandidaat: Kandidaat): Document['velden'] {
  const woorden = woordenboek();
  const beroepen = beroepNamen(kandidaat);
  const sectoren = new Set([
    ...kandidaat.sectoren.map((naam) => woorden.findSector(naam)?.id ?? naam.toLowerCase()),
    ...[...kandidaat.wensberoepen, ...kandidaat.ervaring.map((item) => item.beroep)].map((naam) => woorden.findBeroep(naam)).filter((found) => found !== undefined).map((found) => woorden.beroepen[found.nr]!.sector).filter((sector) => sector !== null),
  ]);
  return {
    sector: [...sectoren], beroep: beroepen, uren: urenGroepen(kandidaat.urenMin, kandidaat.urenMax), dagdeel: dagdeelGroepen(kandidaat.dagdelen),
    rijbewijs: kandidaat.rijbewijzen ?? [], certificaat: certificaatNamen(kandidaat.certificaten ?? []), taal: (kandidaat.talen ?? []).map((taal) => taal.taal),
    werkvorm: kandidaat.werkvormen, urenMin: kandidaat.urenMin, urenMax: kandidaat.urenMax, bevestigdOp: kandidaat.bevestigdOp, gepubliceerdOp: kandidaat.gepubliceerdOp,
  };
}

/** Names from the vocabulary of what someone wants and did, so that "orderpickster" and "orderpicker" count as one. */
function beroepNamen(kandidaat: Kandidaat): string[] {
  const woorden = woordenboek();
  const names = [...kandidaat.wensberoepen, ...kandidaat.ervaring.map((item) => item.beroep)].map((naam) => {
    const found = woorden.findBeroep(naam);
    return found && found.zekerheid >= 0.6 ? woorden.beroepen[found.nr]!.naam : naam;
  });
  return [...new Set(names)];
}

function certificaatNamen(namen: readonly string[]): string[] {
  const woorden = woordenboek();
  return [...new Set(namen.map((naam) => { const found = woorden.findCertificaat(naam); return found ? woorden.certificaten[found.nr]!.naam : naam; }))];
}

function punt(row: { lat: number | null; lng: number | null }): Document['punt'] {
  return row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null;
}
