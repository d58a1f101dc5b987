/** A process of its own that sends what waits in a database, to be killed by a test. DATABASE_PATH and SMTP_URL say where. */
import { openDatabase } from '#db/client.ts';
import { sendDue, smtpVerzender } from '#src/mail/versturen.server.ts';

openDatabase(process.env.DATABASE_PATH!);
await sendDue(smtpVerzender(process.env.SMTP_URL!));
