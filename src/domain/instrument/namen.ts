/** Names of the instruments that a bridge may point at: the ids of src/content/instrumenten. Pure. */
const NAMEN: Record<string, string> = {
  'proefplaatsing': 'Proefplaatsing', 'werkervaringsplaats-met-intentie': 'Werkervaringsplaats met intentie', 'scholing': 'Scholing', 'interne-werkbegeleiding': 'Interne werkbegeleiding',
  'job-carving': 'Job carving', 'jobcoach-extern': 'Externe jobcoach', 'harrie-training': 'Harrie-training', 'werkplekaanpassing': 'Werkplekaanpassing',
};

/** The name of an instrument, or undefined for an id that is none. */
export function findInstrument(id: string): string | undefined {
  return NAMEN[id];
}
