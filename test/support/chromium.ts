/** A real Chromium: the system's where there is one, else Playwright's own. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/** Starts a headless browser. `--no-sandbox` only as root; nothing that would call home. */
export function launchBrowser(): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ args, ...(system ? { executablePath: system } : {}) });
}
