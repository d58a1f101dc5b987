import { createServer } from 'node:net';

/** A port of localhost that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, 'localhost', () => { const address = probe.address(); probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('geen poort')))); });
  });
}
