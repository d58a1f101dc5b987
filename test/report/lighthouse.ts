/** Lighthouse on a page: the four scores, as it measures a phone on a slow network. */
import lighthouse from 'lighthouse';
import { freePort } from '../support/port.ts';
import { launchBrowser } from '../support/chromium.ts';

export const ONDERDELEN = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Scores = Record<(typeof ONDERDELEN)[number], number>;

/** Other work on the machine can only lower the performance score, so the best of a few runs is the page's own. */
const KEREN = 5;

/**
 * Measures pages one after the other.
 * @param told after every run: the page, the scores 0–100, and the audits that cost points
 */
export async function measure(urls: readonly string[], told: (url: string, scores: Scores, minpunten: string[]) => void): Promise<Map<string, Scores>> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const best = new Map<string, Scores>();
    for (const url of urls) {
      for (let keer = 0; keer < KEREN; keer++) {
        const { scores, minpunten } = await once(url, port);
        told(url, scores, minpunten);
        const eerder = best.get(url);
        best.set(url, Object.fromEntries(ONDERDELEN.map((deel) => [deel, Math.max(scores[deel], eerder?.[deel] ?? 0)])) as Scores);
        if (ONDERDELEN.every((deel) => best.get(url)![deel] === 100)) break;
      }
    }
    return best;
  } finally {
    await browser.close();
  }
}

async function once(url: string, port: number): Promise<{ scores: Scores; minpunten: string[] }> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: [...ONDERDELEN] });
  if (!result) throw new Error(`Lighthouse gaf geen uitkomst voor ${url}.`);
  // A trace that could not be recorded is a run without points, not the end of the report.
  if (result.lhr.runtimeError) return { scores: { performance: 0, accessibility: 0, 'best-practices': 0, seo: 0 }, minpunten: [result.lhr.runtimeError.message] };
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(ONDERDELEN.map((deel) => [deel, Math.round((categories[deel]?.score ?? 0) * 100)])) as Scores;
  const refs = ONDERDELEN.flatMap((deel) => categories[deel]?.auditRefs ?? []);
  const minpunten = refs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());
  return { scores, minpunten };
}
