import type { Server } from 'node:http';

/** How long requests under way may take after a stop was asked for. */
const DRAIN_MS = 10_000;

interface Stopping {
  /** At once: not ready any more, sockets sent elsewhere. */
  begin: () => Promise<void>;
  /** When the last request has its answer: what they needed is closed. */
  close: () => Promise<void>;
}

/** Listens, and on SIGTERM or SIGINT stops gracefully: no new connections, what is under way ends, then the rest is closed. */
export async function serve(server: Server, host: string, port: number, { begin, close }: Stopping): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection whose request has just ended would be kept alive for the next one.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await begin();
    await drained;
    clearInterval(idle);
    clearTimeout(timer);
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
