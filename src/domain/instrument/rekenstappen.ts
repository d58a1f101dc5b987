/** The lines of the table: what an employer pays, what comes back, and when. Amounts in whole cents. Pure. */
import { aantal, euro, procent } from './bedrag.ts';
import type { Stap } from './berekening.ts';
import type { RekenInvoer } from './rekeninvoer.ts';
import { bron, grondslag, jaarloon, jeugdSleutel, premieSleutels, waarde, type Tarieven } from './rekentarieven.ts';
import { aandeel, deelHalfOp } from './tarieven.ts';

/** All steps in order; `wml` is the minimum wage in cents per hour for this age. */
export function maakStappen(invoer: RekenInvoer, t: Tarieven, wml: number): Stap[] {
  const uurloon = invoer.uurloon ?? wml;
  const loon = jaarloon(invoer.urenPerWeek, uurloon);
  const bijslag = aandeel(loon, waarde(t, 'vakantiebijslag'));
  const kosten = kostenStappen(invoer, t, loon, bijslag, uurloon);
  const bruto = som(kosten);
  const basis = grondslag(invoer, t, wml);
  const deel = Math.min((100 - invoer.loonwaarde) * 100, waarde(t, 'lksMaximum'));
  const lks = aandeel(basis, deel);
  const opslag = aandeel(lks, waarde(t, 'lksOpslag'));
  const uren = invoer.urenPerWeek * 52;
  const lkv = invoer.register ? Math.min(deelHalfOp(uren * waarde(t, 'lkvPerUur'), 100), waarde(t, 'lkvMaximum')) : 0;
  const naSubsidie = bruto - lks - opslag;
  return [
    ...kosten,
    totaal('brutokosten', 'Kosten zonder hulp', bruto, 'Wat u in een jaar betaalt als u niets aanvraagt.'),
    terug('loonkostensubsidie', 'Loonkostensubsidie', lks, 'in het jaar zelf', [bron(t, 'lksMaximum')],
      `${procent(deel)} van het minimumloon met vakantiebijslag (${euro(basis)}). De gemeente betaalt dit.`),
    terug('opslag', 'Opslag voor werkgeverslasten', opslag, 'in het jaar zelf', [bron(t, 'lksOpslag')],
      `${procent(waarde(t, 'lksOpslag'))} van de loonkostensubsidie. De gemeente betaalt dit mee.`),
    totaal('naSubsidie', 'Kosten na subsidie', naSubsidie, 'Wat u in dit jaar zelf betaalt.'),
    ...(invoer.register ? [terug('lkv', 'Loonkostenvoordeel banenafspraak', lkv, 'het jaar erna', [bron(t, 'lkvPerUur')],
      `${euro(waarde(t, 'lkvPerUur'))} per verloond uur, ten hoogste ${euro(waarde(t, 'lkvMaximum'))}. De Belastingdienst betaalt dit een jaar later.`)] : []),
    totaal('netto', 'Kosten als alles binnen is', naSubsidie - lkv, 'Wat een jaar werk u kost als ook het geld van het jaar erna binnen is.'),
  ];
}

function kostenStappen(invoer: RekenInvoer, t: Tarieven, loon: number, bijslag: number, uurloon: number): Stap[] {
  const sleutels = premieSleutels(invoer);
  const jeugd = jeugdSleutel(invoer);
  const loonbronnen = [bron(t, 'wmlPerUur'), ...(jeugd ? [bron(t, jeugd)] : [])];
  const premie = sleutels.reduce((deel, sleutel) => deel + waarde(t, sleutel), 0);
  const stappen: Stap[] = [
    kosten('brutoloon', 'Brutoloon', loon, invoer.uurloon === null ? loonbronnen : ['Uw eigen opgave'],
      `${aantal(invoer.urenPerWeek * 52)} uur × ${euro(uurloon)}${invoer.uurloon === null ? ' (het minimumloon)' : ''}.`),
    { ...kosten('vakantiebijslag', 'Vakantiebijslag', bijslag, [bron(t, 'vakantiebijslag')], `${procent(waarde(t, 'vakantiebijslag'))} van het brutoloon.`),
      wanneer: 'een keer per jaar' as const },
    kosten('premies', 'Premies voor de werkgever', aandeel(loon + bijslag, premie), [...new Set(sleutels.map((sleutel) => bron(t, sleutel)))],
      `${procent(premie)} van loon en vakantiebijslag: AWf, Aof, kinderopvang, Whk (gemiddeld) en Zvw.`),
  ];
  if (invoer.pensioen > 0) {
    stappen.push(kosten('pensioen', 'Pensioenpremie, uw deel', aandeel(loon + bijslag, invoer.pensioen), ['Uw eigen opgave'],
      `${procent(invoer.pensioen)} van loon en vakantiebijslag.`));
  }
  if (invoer.begeleidingUren > 0) {
    stappen.push(kosten('begeleiding', 'Tijd van een collega', jaarloon(invoer.begeleidingUren, invoer.begeleidingUurkosten), ['Uw eigen opgave'],
      `${aantal(invoer.begeleidingUren)} uur per week × 52 × ${euro(invoer.begeleidingUurkosten)}.`));
  }
  return stappen;
}

function kosten(id: Stap['id'], label: string, bedragCenten: number, bronnen: string[], uitleg: string): Stap {
  return { id, label, bedragCenten, uitleg, bron: bronnen, soort: 'kosten', wanneer: 'elke maand' };
}

function terug(id: Stap['id'], label: string, centen: number, wanneer: Stap['wanneer'], bronnen: string[], uitleg: string): Stap {
  return { id, label, bedragCenten: centen === 0 ? 0 : -centen, uitleg, bron: bronnen, soort: 'terug', wanneer };
}

function totaal(id: Stap['id'], label: string, bedragCenten: number, uitleg: string): Stap {
  return { id, label, bedragCenten, uitleg, bron: [], soort: 'totaal', wanneer: null };
}

function som(stappen: readonly Stap[]): number {
  return stappen.reduce((centen, stap) => centen + stap.bedragCenten, 0);
}
