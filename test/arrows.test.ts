/** The arrows between the rooms are guarded by lint; here the guard itself is tried, also in .astro files. */
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: new URL('..', import.meta.url).pathname });

/** The rules that refuse `code` in a file with this name. */
async function refusedBy(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map((message) => message.ruleId);
}

describe('an arrow in the wrong direction', () => {
  it.each([
    ['a kandidaat that imports match', 'src/domain/kandidaat/proef.ts', "import { GEWICHTEN } from '#src/domain/match/onderdeel.ts';\nexport const x = GEWICHTEN;\n"],
    ['a vacature that imports match by its own path', 'src/domain/vacature/proef.server.ts', "import { GEWICHTEN } from '../match/onderdeel.ts';\nexport const x = GEWICHTEN;\n"],
    ['a page that opens the database', 'src/pages/proef.astro', "---\nimport { database } from '#db/client.ts';\nconst x = database();\n---\n<p>{x ? 1 : 2}</p>\n"],
    ['a component that asks the engine', 'src/components/Proef.astro', "---\nimport { searchEngine } from '#search/index.ts';\nconst x = searchEngine();\n---\n<p>{x ? 1 : 2}</p>\n"],
    ['a pure file that opens the database', 'src/domain/match/proef.ts', "import { database } from '#db/client.ts';\nexport const x = database;\n"],
    ['a pure file that imports a use case', 'src/domain/match/proef.ts', "import { today } from '../kandidaat/zichtbaar.server.ts';\nexport const x = today;\n"],
    ['a use case that imports better-sqlite3', 'src/domain/match/proef.server.ts', "import SQLite from 'better-sqlite3';\nexport const x = SQLite;\n"],
    ['a use case that sends mail by itself', 'src/domain/match/proef.server.ts', "import { createTransport } from 'nodemailer';\nexport const x = createTransport;\n"],
    ['the text of a mail that reads the database', 'src/mail/berichten/proef.ts', "import { database } from '#db/client.ts';\nexport const x = database;\n"],
    ['a page that imports lucia', 'src/pages/proef.astro', "---\nimport { Lucia } from 'lucia';\nconst x = Lucia;\n---\n<p>{x ? 1 : 2}</p>\n"],
  ])('is refused: %s', async (_, file, code) => {
    const rules = await refusedBy(file, code);
    expect(rules.some((rule) => rule?.endsWith('no-restricted-paths') || rule?.endsWith('no-restricted-imports'))).toBe(true);
  });

  it.each([
    ['match that uses kandidaat', 'src/domain/match/proef.ts', "import { RIJBEWIJZEN } from '../kandidaat/kandidaat.ts';\nexport const x = RIJBEWIJZEN;\n"],
    ['a page that asks a use case', 'src/pages/proef.astro', "---\nimport { today } from '#src/domain/kandidaat/zichtbaar.server.ts';\nconst x = today();\n---\n<p>{x}</p>\n"],
    ['a pure file that needs a type of the database', 'src/domain/match/proef.ts', "import type { match } from '#db/schema.ts';\nexport type X = typeof match.$inferSelect;\n"],
  ])('while the right one is fine: %s', async (_, file, code) => {
    expect(await refusedBy(file, code)).toEqual([]);
  });
});
