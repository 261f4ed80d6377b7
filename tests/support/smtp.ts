import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server that keeps what it is given. */
export interface Postbox {
  url: string;
  letters: Email[];
  /** Addresses that are turned away the first time, as a busy server does. */
  busyFor: Set<string>;
  /** As if the machine were off; `start` puts it back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function openPostbox(): Promise<Postbox> {
  const letters: Email[] = [];
  let port = 0;
  let server: SMTPServer | null = null;
  const box: Postbox = {
    url: '',
    letters,
    busyFor: new Set(),
    async start() {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onRcptTo({ address }, _session, done) {
          if (box.busyFor.delete(address)) done(Object.assign(new Error(`${address}: try again later`), { responseCode: 451 }));
          else done();
        },
        onData(stream, _session, done) {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            void PostalMime.parse(Buffer.concat(chunks)).then((letter) => {
              letters.push(letter);
              done();
            });
          });
        },
      });
      server.on('error', () => undefined);
      const listening = server.listen(port, '127.0.0.1');
      await new Promise<void>((resolve) => listening.once('listening', resolve));
      port = (listening.address() as AddressInfo).port;
      box.url = `smtp://127.0.0.1:${port}`;
    },
    stop: () => new Promise((resolve) => (server ? server.close(resolve) : resolve())),
  };
  await box.start();
  return box;
}
