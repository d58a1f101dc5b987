/** The outcome of an evaluation as text. Pure. */
import { DOELEN, SYSTEMEN, type DeelMeting, type Namen, type VacatureMeting } from './measure.ts';

export type Uitkomst = { delen: { afstemmen: DeelMeting; rapport: DeelMeting }; synoniemen: Namen; vrij: Namen; vacatures: VacatureMeting[] };

const HALF = { afstemmen: 'for tuning', rapport: 'reported' } as const;
const LABEL = { ranking: 'this ranking', fulltext: 'full text (bm25)', skills: 'skills overlap' } as const;

/** One line per half and ranking, then the job names. */
export function renderTable({ delen, synoniemen, vrij }: Uitkomst, stage1: string): string {
  const rows = [['Half', 'Ranking', 'nDCG@10', 'precision@5', '× full text', 'recall@50 of stage 1']];
  for (const [deel, meting] of Object.entries(delen) as ['afstemmen' | 'rapport', DeelMeting][]) {
    for (const systeem of SYSTEMEN) {
      const { ndcg10, precision5 } = meting.cijfers[systeem];
      rows.push([`${HALF[deel]} (${meting.vacatures})`, LABEL[systeem], ndcg10.toFixed(3), precision5.toFixed(3), (ndcg10 / meting.cijfers.fulltext.ndcg10).toFixed(2), systeem === 'ranking' ? meting.recall50.toFixed(3) : '']);
    }
  }
  rows.push(['target', 'this ranking, reported', `≥ ${DOELEN.ndcg10.toFixed(2)}`, '', `≥ ${DOELEN.verhouding}`, `≥ ${DOELEN.recall50}`]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const render = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const table = [render(rows[0]!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.slice(1).map(render)];
  return [...table, '', ...judges(delen.rapport), `Stage 1: ${stage1}; without who drops out by hours or distance, whom the page shows apart, the recall of the reported half is ${delen.rapport.recallZonderAfvallers.toFixed(3)}.`, `Job names listed only as a synonym: ${share(synoniemen)} (target ≥ ${DOELEN.synoniemen}).`, `Job names in no list: ${share(vrij)} (no target).`].join('\n');
}

/** What this ranking does by one judge alone, and how well one reader orders what the other grades. */
const judges = ({ perOordeel }: DeelMeting): string[] => [
  `Reported half, nDCG@10 of this ranking by the rule alone ${perOordeel.regel.toFixed(3)} (where there is a sheet), by reader a ${perOordeel['lezer a'].toFixed(3)}, by reader b ${perOordeel['lezer b'].toFixed(3)}.`,
  `The order of reader a, by the grades of reader b: ${perOordeel.lezers.toFixed(3)}.`,
];

const share = ({ goed, aantal }: Namen): string => `${goed} of ${aantal} lead to the right occupation, ${(goed / aantal).toFixed(3)}`;

/** One vacature: its top 10 with grades, and the good people that are missing there. */
export function renderVacature({ ref, titel, deel, cijfers, top, gemist }: VacatureMeting): string {
  const line = ({ ranking, fulltext }: VacatureMeting['cijfers']) => `nDCG@10 ${ranking.ndcg10.toFixed(3)} (full text ${fulltext.ndcg10.toFixed(3)}), precision@5 ${ranking.precision5.toFixed(2)}`;
  return [
    `\n${ref} ${titel} [${HALF[deel]}] ${line(cijfers)}`,
    ...top.map((plek, at) => `  ${String(at + 1).padStart(2)}. ${plek.ref} ${plek.score.toFixed(1).padStart(5)}  grade ${plek.graad} (${plek.waarom.join('; ')})  ${plek.werk}`),
    ...gemist.map((item) => `  missed: ${item.ref} grade ${item.graad}, ${item.plaats === null ? 'dropped out' : `place ${item.plaats}`}: ${item.reden}`),
  ].join('\n');
}

/** The names that led somewhere else. */
export function renderNames(soort: string, { fout }: Namen): string {
  return [`\n${soort}, not found or taken for another occupation: ${fout.length}`, ...fout.map(({ naam, verwacht, gevonden }) => `  ${naam} → ${gevonden ?? 'nothing'}, expected ${verwacht}`)].join('\n');
}
