/**
 * Made-up kandidaten for measurements, in the exchange format. The same seed and number give the same file on every
 * machine and every day: no clock, no chance from outside. Texts come from the banks of the demo region, mixed.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { personen, voornamen } from '#db/seed/streek.ts';
import { randomFrom } from '#db/seed/random.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { DAGEN, type Dagdeel, type KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';

const PLAATSEN = ['Tilburg', 'Goirle', 'Oisterwijk', 'Waalwijk', 'Dongen', 'Hilvarenbeek', 'Gilze', 'Rijen', 'Loon op Zand', 'Kaatsheuvel', 'Udenhout', 'Breda', 'Eindhoven', "'s-Hertogenbosch"];
const AANMELDERS = ['Team Werk', 'Sagènn', 'Diamant-groep'];
const TALEN = ['ar', 'tr', 'pl', 'ti', 'en', 'es', 'fa', 'uk'];
/** Lines written at once: the file never lies in memory as a whole. */
const BATCH = 500;

/** One kandidaat after another. @param aantal how many @param seed another seed gives other people */
export function* generateKandidaten(aantal: number, seed = 10_000): Generator<KandidaatInvoer> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const { beroepen, vaardigheden, kern } = woordenboek();
  // Some work is wanted much more than other: the lower half of the list is rare.
  const work = () => Math.floor(random() ** 2 * beroepen.length);
  for (let at = 0; at < aantal; at++) {
    const own = pick(personen);
    const earlier = pick(personen);
    // Half the people want other work than the banks know, named as people name it.
    const other = random() < 0.5 ? work() : undefined;
    const wish = other === undefined ? own.beroep : pick([beroepen[other]!.naam, ...beroepen[other]!.synoniemen]);
    const extra = other === undefined ? [] : kern[other]!.filter(() => random() < 0.6).map((nr) => vaardigheden[nr]!.naam);
    const max = pick([16, 20, 24, 32, 36, 40]);
    const days = DAGEN.slice(0, 5).filter(() => random() < 0.9);
    const parts = pick([['ochtend'], ['ochtend', 'middag'], ['middag', 'avond']]);
    yield {
      ref: `bench-${String(at + 1).padStart(6, '0')}`, voornaam: pick(voornamen).naam, kop: other === undefined ? own.kop : `Ik zoek werk als ${wish}`, presentatie: `${own.presentatie} ${earlier.presentatie}`,
      wensberoepen: [wish], ervaring: [...own.ervaring, ...earlier.ervaring.slice(0, 1)].map((item) => ({ ...item, maanden: item.maanden + Math.floor(random() * 24) })),
      vaardigheden: [...new Set([...own.vaardigheden.filter(() => random() < 0.85), ...extra, ...earlier.vaardigheden.slice(0, 2)])],
      ...(random() < 0.85 ? { certificaten: [...own.certificaten] } : {}), ...(random() < 0.9 ? { rijbewijzen: [...own.rijbewijzen] } : {}),
      ...(random() < 0.85 ? { talen: [{ taal: 'nl', niveau: pick(['A2', 'B1', 'B2', 'C1'] as const) }, ...(random() < 0.35 ? [{ taal: pick(TALEN), niveau: 'C1' as const }] : [])] } : {}),
      denkniveau: own.denkniveau, sectoren: [own.sector], uren: { min: Math.max(8, max - pick([0, 4, 8])), max },
      dagdelen: days.flatMap((day) => parts.map((part) => `${day}-${part}` as Dagdeel)), plaats: pick(PLAATSEN), reisafstandKm: pick([5, 10, 15, 20, 30]), vervoer: pick([['fiets' as const, 'ov' as const], ['fiets' as const], ['auto' as const, 'fiets' as const]]),
      nodig: [...own.nodig], begeleiding: own.begeleiding, werkvormen: ['betaald werk', ...(random() < 0.5 ? ['proefplaatsing' as const] : [])], arbeidsfit: random() < 0.9,
      toestemming: random() < 0.1 ? [] : ['profiel', 'voornaam', 'foto', 'woonplaats'], aanmelder: pick(AANMELDERS), intern: { profiel: pick([1, 2, 3] as const), loonwaarde: 40 + Math.floor(random() * 60), doelgroepregister: random() < 0.4 },
    };
  }
}

/** Writes them as JSON Lines. @returns the size of the file in bytes */
export function writeKandidaten(file: string, aantal: number): number {
  const out = openSync(file, 'w');
  let bytes = 0;
  let lines: string[] = [];
  const flush = () => { if (lines.length > 0) bytes += writeSync(out, `${lines.join('\n')}\n`); lines = []; };
  for (const item of generateKandidaten(aantal)) {
    lines.push(JSON.stringify(item));
    if (lines.length >= BATCH) flush();
  }
  flush();
  closeSync(out);
  return bytes;
}
