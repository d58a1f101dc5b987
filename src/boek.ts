/**
 * The instrumentenboek and the verhalen as pages read them. This module lives inside the bundle, since it reads the
 * content collections of Astro: import it by its relative path, never as #src.
 */
import { getCollection, type CollectionEntry } from 'astro:content';
import { config } from '#src/config.ts';
import { situaties, type Situatie } from '#src/domain/instrument/instrument.ts';
import { euro } from '#src/domain/instrument/bedrag.ts';
import type { Stap } from '#src/domain/instrument/berekening.ts';
import { rekenhulp } from '#src/domain/instrument/rekenhulp.ts';
import { vindLokaal, type LokaalBedrag } from '#src/domain/instrument/lokaal.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { formatDay, formatNumber } from '#src/format.ts';
import { leesvolgorde } from '#src/domain/verhaal/verhaal.ts';

export type Boekinstrument = CollectionEntry<'instrumenten'>;
export type Boekverhaal = CollectionEntry<'verhalen'>;

/** How a situation is named to an employer, and where its page is. */
export const SITUATIES: Record<Situatie, { slug: string; kop: string; uitleg: string }> = {
  'nieuwe medewerker met arbeidsbeperking': { slug: 'nieuwe-medewerker', kop: 'Iemand aannemen', uitleg: 'U geeft iemand een baan die wat meer nodig heeft. Dit helpt bij loon, risico en begeleiding.' },
  'eerst proberen': { slug: 'eerst-proberen', kop: 'Eerst proberen', uitleg: 'U wilt eerst samen werken en dan beslissen.' },
  opleiden: { slug: 'opleiden', kop: 'Opleiden', uitleg: 'Iemand mist een certificaat of leert het vak bij u.' },
  begeleiding: { slug: 'begeleiding', kop: 'Begeleiden', uitleg: 'Een collega of een coach helpt op de werkvloer.' },
  'risico bij ziekte': { slug: 'risico-bij-ziekte', kop: 'Risico bij ziekte', uitleg: 'U wilt weten wat er gebeurt als iemand uitvalt.' },
  kosten: { slug: 'kosten', kop: 'Kosten', uitleg: 'U wilt weten wat u terugkrijgt of niet hoeft te betalen.' },
};

/** Short words for the three ways in which money is part of an instrument. */
const BEDRAGSOORT = {
  vast: 'Landelijk bedrag',
  lokaal: 'Stelt uw gemeente vast',
  geen: 'Geen bedrag voor u',
} as const;

/** How the money goes, in a few words, and the region's own amount where the gemeente decides and the region knows it. */
export function bedragVan({ data }: Boekinstrument): { soort: string; warm: boolean; lokaal: LokaalBedrag | null } {
  const { regio } = config();
  const lokaal = vindLokaal(data, regio.lokaal, today());
  return { soort: lokaal ? `Bedrag in ${regio.regio}` : BEDRAGSOORT[data.bedrag.soort], warm: data.bedrag.soort === 'lokaal' && !lokaal, lokaal };
}

/** All instruments by name; the ended ones apart. */
export async function leesBoek(): Promise<{ actueel: Boekinstrument[]; vervallen: Boekinstrument[] }> {
  const alle = (await getCollection('instrumenten')).sort((a, b) => a.data.naam.localeCompare(b.data.naam, 'nl'));
  return { actueel: alle.filter(({ data }) => data.status === 'actueel'), vervallen: alle.filter(({ data }) => data.status === 'vervallen') };
}

/** Current instruments under the situation that each names first: every instrument stands in one group. */
export function groepeer(actueel: readonly Boekinstrument[]): { situatie: Situatie; instrumenten: Boekinstrument[] }[] {
  return situaties.map((situatie) => ({ situatie, instrumenten: actueel.filter(({ data }) => data.situaties[0] === situatie) })).filter(({ instrumenten }) => instrumenten.length > 0);
}

/** The stories in reading order. @throws with the file's name when a story names an instrument that is not in the book */
export async function leesVerhalen(): Promise<Boekverhaal[]> {
  const [entries, boek] = await Promise.all([getCollection('verhalen'), getCollection('instrumenten')]);
  const known = new Set(boek.map(({ id }) => id));
  for (const { id, data } of entries) {
    const missing = data.instrumenten.filter((instrument) => !known.has(instrument));
    if (missing.length > 0) throw new Error(`src/content/verhalen/${id}.md: noemt ${missing.join(', ')}, maar dat instrument bestaat niet.`);
  }
  const order = leesvolgorde(entries.map(({ data }) => data));
  return [...entries].sort((a, b) => order.indexOf(a.data) - order.indexOf(b.data));
}

/** One employee whom the book counts with: the same example on every page, and behind the link to the rekenhulp. */
const VOORBEELD = { leeftijd: '30', urenPerWeek: '24', loonwaarde: '60', contract: 'vast', omvang: 'klein', register: 'ja', forfait: 'ja', leerweg: 'geen' };
export const VOORBEELD_ADRES = `/rekenhulp?${new URLSearchParams(VOORBEELD)}#uitkomst`;

/**
 * What an instrument gives in the example, in words, with the day of the amounts.
 * @param urenPerWeek other hours than the 24 of the example
 * @returns null for an instrument that the rekenhulp does not know, and when its amounts have run out
 */
export function voorbeeldBedrag(id: string, urenPerWeek = 24): string | null {
  const som = rekenhulp({ ...VOORBEELD, urenPerWeek }, today());
  if (som.soort !== 'berekend') return null;
  const stap = (naam: Stap['id']) => som.stappen.find((regel) => regel.id === naam)?.bedragCenten ?? 0;
  const bedragen: Record<string, string> = {
    'loonkostensubsidie': `${euro(-stap('loonkostensubsidie') - stap('opslag'))} per jaar, met de opslag`,
    'loonkostensubsidie-forfaitair': `${euro(som.halfjaren.eerste.terugCenten)} in de eerste zes maanden, met de opslag`,
    'lkv-banenafspraak': `${euro(-stap('lkv'))} per jaar, een jaar later`,
  };
  return bedragen[id] ? `Bij ${formatNumber(urenPerWeek)} uur per week, het minimumloon en een loonwaarde van 60%: ongeveer ${bedragen[id]}. Berekend op ${formatDay(som.datum)}.` : null;
}
