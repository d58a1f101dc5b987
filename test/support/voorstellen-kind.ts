/** A process that works the outbox off and says so after every portion, until it is done or somebody kills it. */
import { writeSync } from 'node:fs';
import { closeDatabase, openDatabase } from '#db/client.ts';
import { refreshPortion } from '#src/domain/match/voorstellen.server.ts';

openDatabase(process.argv[2]!);
writeSync(1, 'begin\n');
while (refreshPortion() > 0) writeSync(1, 'deel\n');
closeDatabase();
