/** The content of the site: the instrumentenboek and the verhalen. A file that is not right stops the build. */
import { glob, type Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { instrumentVelden, toetsBoek, type Instrument, type InstrumentVelden } from '#src/domain/instrument/instrument.ts';
import { config } from '#src/config.ts';
import { toetsKeuzehulp } from '#src/domain/instrument/keuzehulp.ts';
import { toetsLokaal } from '#src/domain/instrument/lokaal.ts';
import { verhaalSchema } from '#src/domain/verhaal/verhaal.ts';
import { dayOf } from '#src/domain/kalender/werkdagen.ts';

/**
 * The files of the book, and then the checks that one file cannot do alone: dates against today, links both ways,
 * every instrument within reach of the keuzehulp, the region's own amounts. Each message names its file.
 */
function boekLoader(): Loader {
  const files = glob({ pattern: '*.md', base: './src/content/instrumenten' });
  return {
    name: 'instrumentenboek',
    load: async (context) => {
      await files.load(context);
      const boek: Instrument[] = context.store.values().map(({ id, data }) => ({ ...(data as InstrumentVelden), id }));
      const today = dayOf(new Date());
      const fouten = [...toetsBoek(boek, today), ...toetsKeuzehulp(boek), ...toetsLokaal(boek, config().regio.lokaal, today)];
      if (fouten.length > 0) throw new Error(`Het instrumentenboek klopt niet:\n${fouten.map((fout) => `  - ${fout}`).join('\n')}`);
    },
  };
}

export const collections = {
  instrumenten: defineCollection({ loader: boekLoader(), schema: instrumentVelden }),
  verhalen: defineCollection({ loader: glob({ pattern: '*.md', base: './src/content/verhalen' }), schema: verhaalSchema }),
};
