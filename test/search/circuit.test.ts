/** The circuit breaker, with a clock that these tests set. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Circuit } from '#search/meilisearch/circuit.ts';
import { ServerStoring } from '#search/meilisearch/fault.ts';

let now = 0;
let circuit: Circuit;
beforeEach(() => { now = 1_000_000; circuit = new Circuit(() => now); });
const slow = () => circuit.failed(new ServerStoring('traag'));
const gone = () => circuit.failed(new ServerStoring('onbereikbaar'));

describe('the circuit breaker', () => {
  test('lets everybody ask while the server answers', () => {
    for (let at = 0; at < 5; at++) expect(circuit.mayAsk()).toBe(true);
    expect(circuit.openFor()).toBeNull();
  });

  test('opens at the third slow answer in a row, and not when one came in between', () => {
    expect([slow(), slow()]).toEqual([false, false]);
    expect(circuit.answered()).toBe(false);
    expect([slow(), slow(), slow()]).toEqual([false, false, true]);
    expect(circuit.mayAsk()).toBe(false);
    expect(circuit.openFor()!.soort).toBe('traag');
  });

  test.each(['onbereikbaar', 'sleutel', 'ontbreekt', 'onleesbaar'] as const)('opens at once when the fault is "%s"', (soort) => {
    expect(circuit.failed(new ServerStoring(soort))).toBe(true);
    expect(circuit.mayAsk()).toBe(false);
  });

  test('after the wait exactly one reader tries, and a good answer lets everybody in again', () => {
    gone();
    now += 4_999;
    expect(circuit.mayAsk()).toBe(false);
    now += 1;
    expect([circuit.mayAsk(), circuit.mayAsk(), circuit.mayAsk()]).toEqual([true, false, false]);
    expect(circuit.answered()).toBe(true);
    expect([circuit.mayAsk(), circuit.mayAsk()]).toEqual([true, true]);
  });

  test('waits twice as long after each trial that fails, up to a minute', () => {
    gone();
    const waits: number[] = [];
    for (let trial = 0; trial < 6; trial++) {
      const from = now;
      while (!circuit.mayAsk()) now += 1_000;
      waits.push(now - from);
      gone();
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  test('questions that were under way when it opened do not make the wait longer', () => {
    gone();
    for (let at = 0; at < 10; at++) gone();
    now += 5_000;
    expect(circuit.mayAsk()).toBe(true);
  });

  test('waits as long as a busy server asks', () => {
    expect(circuit.failed(new ServerStoring('druk', undefined, 30_000))).toBe(true);
    now += 29_999;
    expect(circuit.mayAsk()).toBe(false);
    now += 1;
    expect(circuit.mayAsk()).toBe(true);
  });

  test('a trial that never reports back is followed by another', () => {
    gone();
    now += 5_000;
    expect(circuit.mayAsk()).toBe(true);
    now += 10_000;
    expect(circuit.mayAsk()).toBe(true);
  });
});
