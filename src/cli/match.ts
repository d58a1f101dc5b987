/** npm run match -- --vacature REF | --kandidaat REF [--limit 20] [--json] */
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { config } from '../config.ts';
import { kandidaatByRef, rankKandidaten, rankVacatures, vacatureByRef, type Ranglijst } from '../domain/match/ranglijst.server.ts';
import { GEWICHTEN } from '../domain/match/onderdeel.ts';
import { followEsco } from '../domain/woorden/esco.server.ts';

const { values } = parseArgs({ options: { vacature: { type: 'string' }, kandidaat: { type: 'string' }, limit: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } });
const limit = Number(values.limit);
if ((values.vacature === undefined) === (values.kandidaat === undefined)) fail('Gebruik: npm run match -- --vacature REF of --kandidaat REF [--limit 20] [--json]');
if (!Number.isInteger(limit) || limit < 1) fail('--limit moet een heel getal boven 0 zijn');

openDatabase(config().databasePath);
followEsco();
const van = values.vacature !== undefined ? 'vacature' : 'kandidaat';
const naar = van === 'vacature' ? 'kandidaat' : 'vacature';
const ref = (values.vacature ?? values.kandidaat)!;
const ranglijst = rank(ref);
if (values.json) console.log(JSON.stringify(toJson(ranglijst)));
else for (const { ref: other, uitleg } of ranglijst.resultaten.slice(0, limit)) console.log(`${uitleg.score.toFixed(1).padStart(5)}  ${other.padEnd(14)} ${uitleg.onderdelen.map((deel) => `${deel.naam} ${deel.bijdrage.toFixed(1)}`).join('  ')}\n       ${uitleg.onderdelen[0]!.reden}`);

function rank(wanted: string): Ranglijst {
  if (van === 'vacature') {
    const row = vacatureByRef(wanted) ?? fail(`Er is geen vacature met ref "${wanted}".`);
    return rankKandidaten(row);
  }
  const row = kandidaatByRef(wanted) ?? fail(`Er is geen kandidaat met ref "${wanted}".`);
  return rankVacatures(row);
}

function toJson({ resultaten, afgevallen }: Ranglijst) {
  return {
    versie: GEWICHTEN.versie, [van]: ref, aantal: resultaten.length,
    resultaten: resultaten.slice(0, limit).map(({ ref: other, uitleg }) => ({
      [naar]: other, score: uitleg.score,
      onderdelen: uitleg.onderdelen.map(({ naam, gewicht, dekking, bijdrage, reden }) => ({ naam, gewicht, dekking, bijdrage, reden })),
      bruggen: uitleg.bruggen.map(({ tekort, instrument }) => ({ tekort, instrument })), onbekend: uitleg.onbekend.map(({ veld }) => veld),
    })),
    afgevallen: afgevallen.map(({ ref: other, uitleg }) => ({ [naar]: other, reden: uitleg.afgevallen })),
  };
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
