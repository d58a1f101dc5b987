/** The Nu HTML checker (package vnu-jar, needs Java) over files and folders. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A short run: the quick compiler takes less than half of the time. Deep pages need more stack than Java gives. */
const JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss2m', '-Xmx512m'];
const JAR = join(dirname(createRequire(import.meta.url).resolve('vnu-jar')), 'build/dist/vnu.jar');

/** What the checker says about a place in a file; warnings count as well as errors. */
export interface Htmlmelding { bestand: string; regel: number; tekst: string; stuk: string }

/** Whether Java is on this machine. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
}

/** All HTML files in a folder and the folders below, with their full path. */
export function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).map((file) => join(folder, file)).sort();
}

/**
 * Checks HTML files.
 * @returns what is wrong, empty when all is well
 * @throws Error when the checker itself fails, or is given nothing: silence about nothing is no proof
 */
export function checkHtml(files: readonly string[]): Htmlmelding[] {
  if (files.length === 0) throw new Error('Er zijn geen pagina\'s om te controleren.');
  const { stdout, stderr, status } = spawnSync('java', [...JAVA, '-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`De HTML-controle stopte met ${status}: ${stderr.slice(0, 2000)}`);
  const { messages } = JSON.parse(stdout) as { messages: { type: string; url?: string; lastLine?: number; message: string; extract?: string }[] };
  const failed = messages.find(({ type }) => type === 'non-document-error');
  if (failed) throw new Error(`De HTML-controle kon een bestand niet lezen: ${failed.message}`);
  return messages.map(({ url = '', lastLine = 0, message, extract = '' }) => ({ bestand: decodeURIComponent(url.replace(/^file:/, '')), regel: lastLine, tekst: message, stuk: extract.replace(/\s+/g, ' ').slice(0, 120) }));
}
