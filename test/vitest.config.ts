import { defineConfig } from 'vitest/config';

// Two projects: "eenheid" is fast and has no server, "reis" drives a real browser against the built site.
// The modules behind #src, #db and #search are resolved by Node's own rules (package.json imports).
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'eenheid', root: new URL('..', import.meta.url).pathname, include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], pool: 'forks', maxWorkers: 2, testTimeout: 30_000, env: { LOG_LEVEL: 'silent' } } },
      { test: { name: 'reis', root: new URL('..', import.meta.url).pathname, include: ['test/e2e/**/*.test.ts'], pool: 'forks', fileParallelism: true, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000, env: { LOG_LEVEL: 'silent' } } },
    ],
  },
});
