/** What a content page weighs on its way to a browser that has nothing yet. */
import http from 'node:http';

/** Most that a content page may weigh, in bytes: HTML, styles and letters together, compressed, pictures and film aside. */
export const MOST_BYTES = 60_000;

export interface Gewicht { html: number; stijl: number; letters: number; script: number; totaal: number }

/** Weighs a page over the wire. @throws Error on an answer that is not 200 */
export async function weigh(url: string): Promise<Gewicht> {
  const page = await receive(url);
  const html = new TextDecoder().decode(await (await fetch(url)).arrayBuffer());
  const refs = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, ref]) => new URL(ref!, url).href);
  const styles = refs(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const fonts = (await Promise.all(styles.map(async (style) => [...(await (await fetch(style)).text()).matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, ref]) => new URL(ref!, style).href)))).flat();
  const weight = { html: page, stijl: await sum(styles), letters: await sum(fonts), script: await sum(refs(/<script[^>]*src="([^"]+)"/g)) };
  return { ...weight, totaal: weight.html + weight.stijl + weight.letters + weight.script };
}

const sum = async (urls: string[]) => (await Promise.all([...new Set(urls)].map(receive))).reduce((total, bytes) => total + bytes, 0);

/** Bytes of the body as sent, so compressed where the server compresses. */
function receive(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.get(url, { headers: { 'accept-encoding': 'gzip, br' } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url} gaf ${answer.statusCode}.`));
      let bytes = 0;
      answer.on('data', (part: Buffer) => { bytes += part.length; }).on('end', () => resolve(bytes)).on('error', reject);
    }).on('error', reject);
  });
}
