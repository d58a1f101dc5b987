import { defineConfig } from 'vitest/config';

// "eenheid" is fast and has no server; "reis" drives a real browser against the built site.
const browser = { root: new URL('..', import.meta.url).pathname, pool: 'forks' as const, fileParallelism: true, maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } }, env: { LOG_LEVEL: 'silent' } };

// The modules behind #src, #db and #search are resolved by Node's own rules (package.json imports).
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'eenheid', root: new URL('..', import.meta.url).pathname, include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], pool: 'forks', maxWorkers: 2, testTimeout: 30_000, env: { LOG_LEVEL: 'silent' } } },
      { test: { ...browser, name: 'reis', include: ['test/e2e/**/*.test.ts'] } },
    ],
  },
});
