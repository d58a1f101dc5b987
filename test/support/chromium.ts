/** A real Chromium: the system's where there is one, else Playwright's own. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/** In order of liking. The shell is the same engine without the windows around it: a page costs less than half the time. */
export const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const;

/**
 * Starts a headless browser. `--no-sandbox` only as root; nothing that would call home.
 * @param extra more flags for Chromium
 */
export function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const system = BROWSERS.find((path) => existsSync(path));
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...extra, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ args, ...(system ? { executablePath: system } : {}) });
}
