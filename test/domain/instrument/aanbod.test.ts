/** What goes with an employer's offer and with someone's arrangements; and that nothing else can be read off. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bijAanbod, watHelpt } from '#src/domain/instrument/aanbod.ts';
import { WERKVORMEN } from '#src/domain/kandidaat/kandidaat.ts';
import { BIEDT } from '#src/domain/vacature/vacature.ts';

const isActueel = (id: string) => {
  const file = new URL(`../../../src/content/instrumenten/${id}.md`, import.meta.url);
  return existsSync(file) && /^status: actueel$/m.test(readFileSync(file, 'utf8'));
};
const NODIG = ['vaste begintijd', 'rustige werkplek', 'duidelijke uitleg', 'een taak tegelijk', 'werk dichtbij huis', 'iets wat niemand kent'];
const DEEL = <T>(waarden: readonly T[]) => fc.uniqueArray(fc.constantFrom(...waarden));

describe('instruments with what an employer offers', () => {
  test('an employer who offers scholing and begeleiding sees the best of both, then the next', () => {
    expect(bijAanbod(['scholing', 'begeleiding']).map(({ instrument }) => instrument)).toEqual(['scholing', 'interne-werkbegeleiding', 'praktijkleren']);
  });

  test('who offers nothing yet sees nothing', () => {
    expect(bijAanbod([])).toEqual([]);
  });

  test('every offer gives exactly three current instruments, each once and with a reason', () => {
    fc.assert(fc.property(DEEL(BIEDT), (biedt) => {
      const hulp = bijAanbod(biedt);
      expect(hulp).toHaveLength(biedt.length === 0 ? 0 : 3);
      expect(new Set(hulp.map(({ instrument }) => instrument)).size).toBe(hulp.length);
      for (const { instrument, reden } of hulp) { expect(isActueel(instrument), instrument).toBe(true); expect(reden).toMatch(/\.$/); }
    }));
  });
});

describe('what helps with a profile', () => {
  test('Anita, who needs clear explanation and a quiet place, and would like a proefplaatsing', () => {
    expect(watHelpt({ nodig: ['duidelijke uitleg', 'rustige werkplek'], werkvormen: ['betaald werk', 'proefplaatsing'] })).toEqual(['harrie-training', 'interne-werkbegeleiding', 'proefplaatsing', 'werkplekaanpassing']);
  });

  test('nothing, when there is nothing to arrange', () => {
    expect(watHelpt({ nodig: ['werk dichtbij huis', 'vaste begintijd'], werkvormen: ['betaald werk'] })).toEqual([]);
  });

  test('never names what would tell of loonwaarde, register, advice or income, and the order tells nothing', () => {
    fc.assert(fc.property(DEEL(NODIG), DEEL(WERKVORMEN), (nodig, werkvormen) => {
      const ids = watHelpt({ nodig, werkvormen });
      expect(ids.length).toBeLessThanOrEqual(4);
      expect(ids).toEqual([...new Set(ids)].sort());
      for (const id of ids) { expect(isActueel(id), id).toBe(true); expect(id).not.toMatch(/loonkosten|loonwaarde|lkv|no-risk|banenafspraak|beschut|jobcoach|subsidie|premie/); }
    }));
  });
});
