/** The sound of a film: a few quiet tones per scene under what the scene itself sounds like, as samples. Pure. */
import type { Toon } from './doek.ts';
import type { Filmdeel } from './kader.ts';

/** Samples per second. */
export const BEMONSTERING = 24_000;

/** Four chords that follow each other, one per scene; hertz. */
const AKKOORDEN = [
  [261.63, 329.63, 392, 523.25], [220, 261.63, 329.63, 440], [174.61, 261.63, 349.23, 440], [196, 246.94, 392, 493.88],
] as const;

/** The tones of a scene in the film's time: its chord, broken and soft, and its own. */
function tonenVan({ tafereel }: Filmdeel, nr: number, begin: number): Toon[] {
  const akkoord = AKKOORDEN[nr % AKKOORDEN.length]!;
  const onder = akkoord.map((hz, i) => ({ op: begin + 0.1 + i * 0.42, hz, duur: 2.6, kracht: i === 0 ? 0.13 : 0.09 }));
  return [...onder, ...(tafereel.tonen ?? []).map((toon) => ({ ...toon, op: begin + toon.op, kracht: toon.kracht * 0.5 }))];
}

/**
 * The whole film as one channel.
 * @returns 16-bit samples; never louder than half of what fits, so nothing clips
 */
export function filmgeluid(delen: readonly Filmdeel[]): Int16Array {
  const seconden = delen.reduce((som, deel) => som + deel.seconden, 0);
  const som = new Float64Array(Math.ceil(seconden * BEMONSTERING));
  let begin = 0;
  for (const [nr, deel] of delen.entries()) {
    for (const toon of tonenVan(deel, nr, begin)) voegToe(som, toon);
    begin += deel.seconden;
  }
  return Int16Array.from(som, (waarde, i) => Math.round(Math.max(-0.5, Math.min(0.5, waarde)) * uitloop(i, som.length) * 32_767));
}

/** A soft bell: the tone and its octave, struck and dying away. */
function voegToe(som: Float64Array, { op, hz, duur, kracht }: Toon): void {
  const eerste = Math.round(op * BEMONSTERING);
  const aantal = Math.round(duur * BEMONSTERING);
  for (let i = 0; i < aantal && eerste + i < som.length; i++) {
    const t = i / BEMONSTERING;
    const omhulling = Math.min(1, t / 0.012) * Math.exp((-3.2 * t) / duur) * Math.min(1, (aantal - i) / (0.03 * BEMONSTERING));
    som[eerste + i]! += kracht * omhulling * (Math.sin(2 * Math.PI * hz * t) + 0.22 * Math.sin(4 * Math.PI * hz * t));
  }
}

/** The last second fades out. */
const uitloop = (i: number, lengte: number) => Math.min(1, (lengte - i) / BEMONSTERING);

/** Samples as a WAV file. */
export function wav(monsters: Int16Array): Buffer {
  const kop = Buffer.alloc(44);
  kop.write('RIFF', 0);
  kop.writeUInt32LE(36 + monsters.byteLength, 4);
  kop.write('WAVEfmt ', 8);
  kop.writeUInt32LE(16, 16);
  kop.writeUInt16LE(1, 20);
  kop.writeUInt16LE(1, 22);
  kop.writeUInt32LE(BEMONSTERING, 24);
  kop.writeUInt32LE(BEMONSTERING * 2, 28);
  kop.writeUInt16LE(2, 32);
  kop.writeUInt16LE(16, 34);
  kop.write('data', 36);
  kop.writeUInt32LE(monsters.byteLength, 40);
  return Buffer.concat([kop, Buffer.from(monsters.buffer)]);
}
