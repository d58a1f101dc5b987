import { existsSync } from 'node:fs';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// The settings of `npm start`: pages built in advance carry the site's address as well.
if (existsSync('.env')) process.loadEnvFile('.env');

/**
 * Keeps the modules behind the package.json `imports` (#src, #db, #search) outside the bundle. Pages, the server and
 * the command line then share one instance of the database and of the search index within one process; Node runs
 * them as they are, by type stripping.
 */
const ownModulesStayOutside = {
  name: 'own-modules-stay-outside',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id) => (/^#(src|db|search)\/.*\.ts$/.test(id) ? { id, external: true } : undefined),
};

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  output: 'server',
  adapter: node({ mode: 'standalone', bodySizeLimit: 1024 * 1024 }),
  session: false,
  trailingSlash: 'never',
  // The server sends one strict Content-Security-Policy, so nothing may be written inline.
  build: { inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  // Host names are checked in src/server.ts, which is the only way in.
  security: { checkOrigin: true, allowedDomains: [{}] },
  vite: { build: { assetsInlineLimit: 0 }, plugins: [ownModulesStayOutside] },
});
