/** npm start: the server for production, on the database of the settings; migrates it first. */
process.env.TALENTVENSTER_MODUS ||= 'productie';
const { runServer } = await import('../server.ts');
await runServer(({ url }) => console.log(`Talentvenster draait op ${url}`));

export {};
