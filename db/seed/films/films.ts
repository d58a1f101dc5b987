/**
 * Three drawn films for people of the demo region, to hang on a profile: WebM of 960 by 540 without sound, with
 * captions and a still of the same name beside this file. `npm run films` makes them anew. Pure.
 */
export interface Demofilm {
  /** Name of the files here: NAME.webm, NAME.vtt, NAME.jpg. */
  naam: string;
  seconden: number;
  kop: string;
  tekst: string;
  /** Words in full and what there is to see: the transcript of the profile. */
  transcript: string;
  /** Work that the film fits; empty: any. */
  sectoren: readonly string[];
}

export const FILM_MAAT = { breedte: 960, hoogte: 540 } as const;

export const DEMO_FILMS: readonly Demofilm[] = [
  {
    naam: 'zwaaien', seconden: 8, kop: 'Even voorstellen', tekst: 'Hallo! Ik vertel u graag wat ik kan.', sectoren: [],
    transcript: 'Een getekend filmpje zonder geluid. Iemand loopt de straat op, zwaait en lacht. In beeld staat: Hallo! Ik vertel u graag wat ik kan.',
  },
  {
    naam: 'inpakken', seconden: 8, kop: 'Zo werk ik', tekst: 'Ik pak netjes in, en ik tel wat ik doe.', sectoren: ['logistiek', 'productie', 'detailhandel'],
    transcript: 'Een getekend filmpje zonder geluid. Iemand staat aan een werktafel in een magazijn, pakt spullen in dozen en stapelt ze op. In beeld staat: Ik pak netjes in, en ik tel wat ik doe.',
  },
  {
    naam: 'planten', seconden: 8, kop: 'Zo werk ik', tekst: 'Ik zie snel wat een plant nodig heeft.', sectoren: ['groen'],
    transcript: 'Een getekend filmpje zonder geluid. Iemand geeft in een kas water aan een kleine plant. De plant groeit en gaat bloeien. In beeld staat: Ik zie snel wat een plant nodig heeft.',
  },
];
