/** The ranking on one database: prints its times as JSON. Run by match.ts. */
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { connection, openDatabase } from '#db/client.ts';
import { vacatureTeksten } from '#db/seed/streek.ts';
import { randomFrom } from '#db/seed/random.ts';
import { searchEngine } from '#search/index.ts';
import { poel } from '#src/domain/match/poel.server.ts';
import { countFitting, rankProfiel } from '#src/domain/match/ranglijst.server.ts';
import { readVacature, type VacatureProfiel } from '#src/domain/match/kenmerken.ts';
import { scoreNumber } from '#src/domain/match/score.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { median, p99, timed } from './measure.ts';

export type MatchMeting = {
  wieKan: number; bereidS: number; geheugenMb: number;
  rang: { aantal: number; p50: number; p99: number }; basis: { p50: number; p99: number };
  eisen: { aantal: number; p50: number; p99: number } | null;
  alles: { vacatures: number; s: number; geheugenMb: number } | null;
};

const VANDAAG = '2026-11-22';
const TOP = 20;
const ROUNDS = 3;
const PLAATSEN = [[51.5555, 5.0913], [51.5866, 4.776], [51.6829, 5.0708], [51.5214, 5.0645], [51.5792, 5.1889]] as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { eisen: { type: 'boolean', default: false }, alles: { type: 'string', default: '0' } } });

openDatabase(positionals[0]!);
let wieKan = 0;
const bereidS = timed(() => { wieKan = poel().rows().length; }) / 1000;
const jobs = makeJobs(vacatureTeksten.length);
const times: number[] = [];
const basis: number[] = [];
for (const job of jobs.slice(0, 20)) rankProfiel(job, VANDAAG, TOP);
for (let round = 0; round < ROUNDS; round++) for (const job of jobs) times.push(timed(() => { rankProfiel(job, VANDAAG, TOP); }));
for (const job of jobs) basis.push(timed(() => { searchEngine().search('kandidaten-professional', { tekst: job.titel }); }));
const eisen = values.eisen ? jobs.map((job) => timed(() => { countFitting(job, VANDAAG); })) : null;
const alles = Number(values.alles) > 0 ? rankAll(Number(values.alles)) : null;
globalThis.gc?.();
console.log(JSON.stringify({
  wieKan, bereidS, geheugenMb: process.memoryUsage().rss / 1e6, rang: { aantal: times.length, p50: median(times), p99: p99(times) }, basis: { p50: median(basis), p99: p99(basis) },
  eisen: eisen && { aantal: eisen.length, p50: median(eisen), p99: p99(eisen) }, alles,
} satisfies MatchMeting));

/** Every vacature against everybody, with the explanation of the best: what a night's renewal would take. */
function rankAll(count: number): NonNullable<MatchMeting['alles']> {
  const bar = new SingleBar({ format: '{bar} {value} of {total} vacatures | {duration_formatted}', stream: process.stderr }, Presets.shades_classic);
  bar.start(count, 0);
  let peak = 0;
  const s = timed(() => {
    for (const [at, job] of makeJobs(count).entries()) {
      const kenmerken = readVacature(job, woordenboek());
      const everybody = poel();
      for (const row of everybody.rows()) scoreNumber(kenmerken, everybody.leden[row]!.kenmerken, woordenboek(), VANDAAG);
      rankProfiel(job, VANDAAG, TOP);
      if (at % 50 === 49) { bar.update(at + 1); peak = Math.max(peak, process.memoryUsage().rss / 1e6); }
    }
  }) / 1000;
  bar.stop();
  return { vacatures: count, s, geheugenMb: peak };
}

/** The vacatures of the demo region, each time in another place and with other hours and work. */
function makeJobs(count: number): VacatureProfiel[] {
  const random = randomFrom(3);
  const { beroepen } = woordenboek();
  return Array.from({ length: count }, (_, at) => {
    const text = vacatureTeksten[at % vacatureTeksten.length]!;
    const [lat, lng] = PLAATSEN[Math.floor(random() * PLAATSEN.length)]!;
    const other = at >= vacatureTeksten.length && random() < 0.5 ? beroepen[Math.floor(random() * beroepen.length)]!.naam : undefined;
    return {
      titel: other ?? text.titel, beroep: other ?? text.beroep, omschrijving: text.omschrijving, taken: other ? [] : [...text.taken], vaardighedenVereist: other ? [] : [...text.vereist], vaardighedenGewenst: other ? [] : [...text.gewenst],
      certificatenVereist: [...text.certificaten.vereist], certificatenGewenst: [...text.certificaten.gewenst], rijbewijzen: [...text.rijbewijzen], talen: [...text.talen], denkniveau: text.denkniveau, sector: null,
      urenMin: Math.min(text.uren.min, 24), urenMax: text.uren.max, dagdelen: text.dagdelen as VacatureProfiel['dagdelen'], plaats: 'Tilburg', punt: { lat: lat + random() / 20, lng: lng + random() / 20 }, startdatum: null, werkvorm: text.werkvorm, biedt: [...text.biedt],
    };
  });
}

connection().close();
