import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const PURE_MESSAGE = 'A pure file imports only pure files and zod: move what touches the outside to a *.server.ts file.';
const zone = (target, from, message, except) => ({ target, from, message, ...(except ? { except } : {}) });
const only = (name, file) => ({ name, message: `Only ${file} imports ${name}.` });
const LOCKED = [only('better-sqlite3', 'db/client.ts'), only('meilisearch', 'search/meilisearch.ts'), only('lucia', 'src/auth/session.server.ts'), only('@lucia-auth/adapter-drizzle', 'src/auth/session.server.ts'), only('nodemailer', 'src/mail/versturen.server.ts')];
// A regular expression, for in a pattern a leading # would start a comment.
const OUTSIDE = '^#(db|search)/|\\.server\\.ts$|^node:(http|https|net|child_process)$';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'data/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    files: ['**/*.{ts,mjs,js,astro}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.astro'] })] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones: [
        zone('./src/domain/kandidaat', './src/domain/match', 'match may use kandidaat, never the reverse.'),
        zone('./src/domain/vacature', './src/domain/match', 'match may use vacature, never the reverse.'),
        zone('./src/domain', './src/pages', 'The domain knows no pages.'),
        zone('./src/domain', './src/components', 'The domain knows no components.'),
        zone('./src/pages', './db', 'Pages ask a use case, never the database.'),
        zone('./src/components', './db', 'Components get props or ask a use case, never the database.'),
        zone('./src/pages', './search', 'Pages ask a use case, never the search engine.'),
        zone('./src/components', './search', 'Components ask a use case, never the search engine.'),
      ] }],
      'no-restricted-imports': ['error', { paths: LOCKED }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      'no-console': ['error'],
    },
  },
  { files: ['src/domain/**/*.ts', 'src/mail/**/*.ts', 'src/auth/policy.ts', 'src/auth/routes.ts', 'src/format.ts', 'src/werkdagen.ts'], ignores: ['**/*.server.ts'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: LOCKED, patterns: [{ regex: OUTSIDE, message: PURE_MESSAGE, allowTypeImports: true }] }], 'no-restricted-imports': 'off' } },
  { files: ['db/client.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['search/meilisearch.ts', 'src/auth/session.server.ts', 'src/mail/versturen.server.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/cli/**', 'src/server.ts', 'test/**', 'db/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { 'import-x/no-restricted-paths': 'off' } },
);
