/** npm run bewaren [-- --dry-run]: takes the steps of the retention ladder that are due, or only tells which. */
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { config } from '../config.ts';
import { TREDEN } from '../domain/kandidaat/bewaren.ts';
import { dueTreden } from '../domain/kandidaat/bewaren.server.ts';
import { bewaar } from '../jobs/bewaren.ts';
import { countOldMail } from '../mail/mail.server.ts';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
openDatabase(config().databasePath);
const now = new Date();
const { stappen, post } = values['dry-run'] ? { stappen: dueTreden({ rol: 'systeem' }, now), post: countOldMail(now) } : await bewaar(now);
console.log(`${values['dry-run'] ? 'PROEF, er is niets veranderd. ' : ''}${stappen.length} stappen, ${post} mails over hun termijn.`);
for (const trede of TREDEN) {
  const ids = stappen.filter((stap) => stap.trede === trede).map(({ id }) => id);
  if (ids.length > 0) console.log(`  ${trede}: ${ids.length} (kandidaat ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''})`);
}
