/** A real Chromium: the system's where there is one, else Playwright's own. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/**
 * Starts a headless browser. `--no-sandbox` only as root; nothing that would call home.
 * @param extra more flags for Chromium
 */
export function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...extra, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ args, ...(system ? { executablePath: system } : {}) });
}
