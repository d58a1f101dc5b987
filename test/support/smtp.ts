/** A mail server for tests: speaks enough SMTP to take a message, and every way to go wrong that a test asks for. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What goes wrong: a refusal at the greeting, of the recipient or of the text (by code), silence, or a line that breaks. */
export type Storing =
  | { bij: 'begroeting' | 'ontvanger' | 'tekst'; code: number }
  | { bij: 'begroeting' | 'tekst'; stilte: true }
  /** Breaks off half-way the text; or after taking the message, before saying so. */
  | { bij: 'tekst' | 'na aannemen'; verbreek: true };
export type Ontvangen = { aan: string; messageId: string; bron: string };

/** A started server. `storing` decides per recipient (null at the greeting) what goes wrong; by default nothing. */
export class SmtpServer {
  readonly ontvangen: Ontvangen[] = [];
  storing: (aan: string | null) => Storing | undefined = () => undefined;
  /** Called with each message that was taken, before it is acknowledged. */
  bijOntvangst: (bericht: Ontvangen) => void = () => {};
  #port = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();

  get url(): string { return `smtp://127.0.0.1:${this.#port}`; }

  /** Listens; after `stop` on the same port as before. */
  async start(): Promise<void> {
    this.#server = createServer((socket) => this.#talk(socket));
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Stops listening: from now on connections are refused. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => { if (this.#server) this.#server.close(() => resolve()); else resolve(); });
    this.#server = undefined;
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy());
    const say = (line: string) => { if (!socket.destroyed) socket.write(`${line}\r\n`); };
    const begroeting = this.storing(null);
    if (begroeting?.bij === 'begroeting') {
      if ('code' in begroeting) { say(`${begroeting.code} geen dienst`); socket.end(); }
      return;
    }
    let aan = '';
    let body: string | null = null;
    let rest = '';
    const line = (text: string) => {
      if (body !== null) { if (text === '.') { this.#take(socket, aan, body, say); body = null; } else body += `${text}\r\n`; return; }
      const [command = ''] = text.toUpperCase().split(/[ :]/);
      if (command === 'RCPT') aan = /<(.*)>/.exec(text)?.[1] ?? '';
      const storing = command === 'RCPT' || command === 'DATA' ? this.storing(aan) : undefined;
      if (command === 'RCPT' && storing?.bij === 'ontvanger' && 'code' in storing) return say(`${storing.code} niet aan dit adres`);
      if (command === 'DATA') { if (storing?.bij === 'tekst' && 'verbreek' in storing) return void socket.destroy(); body = ''; return say('354 ga door'); }
      if (command === 'QUIT') { say('221 tot ziens'); return void socket.end(); }
      say(command === 'EHLO' ? '250 test.example' : '250 goed');
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop()!;
      lines.forEach(line);
    });
    say('220 test.example');
  }

  #take(socket: Socket, aan: string, bron: string, say: (line: string) => void): void {
    const storing = this.storing(aan);
    if (storing?.bij === 'tekst') { if ('code' in storing) say(`${storing.code} niet deze tekst`); return; }
    const bericht = { aan, bron, messageId: /^Message-ID: (<.*>)/im.exec(bron)?.[1] ?? '' };
    this.ontvangen.push(bericht);
    this.bijOntvangst(bericht);
    if (storing?.bij === 'na aannemen') return void socket.destroy();
    say('250 aangenomen');
  }
}
