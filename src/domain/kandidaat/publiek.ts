/** The public profile: what an employer or a bezoeker gets to see, field by field. Pure; everything not named here stays inside. */
import type { kandidaat } from '#db/schema.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { woordenboek } from '../woorden/woorden.ts';
import type { ToestemmingItem } from './kandidaat.ts';

type Rij = typeof kandidaat.$inferSelect;

export type PubliekProfiel = {
  id: number;
  /** null when the kandidaat did not agree to show it, or for a bezoeker. */
  voornaam: string | null;
  /** Seed for the drawn portrait; null when no picture may be shown: then a pattern stands in. */
  portret: string | null;
  plaats: string | null;
  kop: string; presentatie: string; wensberoepen: string[];
  ervaring: Rij['ervaring']; vaardigheden: string[]; certificaten: string[]; rijbewijzen: string[]; talen: NonNullable<Rij['talen']>;
  sectoren: string[]; urenMin: number; urenMax: number; dagdelen: Rij['dagdelen']; beschikbaarVanaf: string | null;
  reisafstandKm: number | null; vervoer: string[]; nodig: string[]; werkvormen: string[]; gepubliceerdOp: string | null;
};

/** Builds the public profile for this viewer. Only signed-in, verified employers and professionals see name and portrait. */
export function publicProfile(rij: Rij, toestemming: ReadonlySet<ToestemmingItem>, viewer: Actor): PubliekProfiel {
  const known = viewer.rol !== 'bezoeker' && !(viewer.rol === 'werkgever' && !viewer.geverifieerd);
  const woorden = woordenboek();
  const showName = known && toestemming.has('voornaam');
  const text = showName ? (value: string) => value : withoutName(rij.voornaam);
  return {
    id: rij.id,
    voornaam: showName ? rij.voornaam : null,
    portret: known && toestemming.has('foto') ? `${rij.id}` : null,
    plaats: toestemming.has('woonplaats') ? rij.plaats : null,
    kop: text(rij.kop) || (rij.wensberoepen[0] ? `Ik zoek werk als ${rij.wensberoepen[0]}` : 'Ik zoek werk'),
    presentatie: text(rij.presentatie), wensberoepen: rij.wensberoepen, ervaring: rij.ervaring.map((item) => ({ ...item, ...(item.omschrijving ? { omschrijving: text(item.omschrijving) } : {}) })), vaardigheden: rij.vaardigheden,
    certificaten: rij.certificaten ?? [], rijbewijzen: rij.rijbewijzen ?? [], talen: rij.talen ?? [],
    sectoren: rij.sectoren.map((naam) => woorden.findSector(naam)?.naam ?? naam),
    urenMin: rij.urenMin, urenMax: rij.urenMax, dagdelen: rij.dagdelen, beschikbaarVanaf: rij.beschikbaarVanaf,
    // How far someone travels is measured from home: without consent for woonplaats only the transport is shown.
    reisafstandKm: toestemming.has('woonplaats') ? rij.reisafstandKm : null,
    vervoer: rij.vervoer ?? [], nodig: rij.nodig, werkvormen: rij.werkvormen, gepubliceerdOp: rij.gepubliceerdOp,
  };
}

/** Takes a first name out of someone's own texts, where that name may not be shown. */
export function withoutName(voornaam: string): (value: string) => string {
  const name = new RegExp(`(?<![\\p{L}])${voornaam.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'giu');
  return (value) => value.replace(name, '…');
}
