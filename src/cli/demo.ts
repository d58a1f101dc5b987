/** npm run demo: the demo region in a database of its own, then the server. A second start keeps the data. */
import { database, openDatabase } from '#db/client.ts';
import { gebruiker } from '#db/schema.ts';
import { DEMO_ACCOUNTS, DEMO_WACHTWOORD, seedDemo } from '#db/seed/demo.ts';

process.env.TALENTVENSTER_MODUS = 'demo';
process.env.DATABASE_PATH ||= 'data/demo.db';
openDatabase(process.env.DATABASE_PATH);
if (database().select({ id: gebruiker.id }).from(gebruiker).limit(1).get()) console.log(`De demo in ${process.env.DATABASE_PATH} bestaat al en blijft zoals hij is.`);
else {
  const started = Date.now();
  console.log(`Demo maken in ${process.env.DATABASE_PATH}`);
  await seedDemo((step) => console.log(`  ${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`));
}
const { runServer } = await import('../server.ts');
await runServer(({ url }) => {
  console.log(`\nTalentvenster draait op ${url}\n\nInloggen (wachtwoord voor allemaal: ${DEMO_WACHTWOORD})`);
  for (const { rol, email } of DEMO_ACCOUNTS) console.log(`  ${rol.padEnd(15)} ${email}`);
  console.log('\nStoppen: Ctrl+C');
});
