import type { Server } from 'node:http';

/** How long requests under way may take after a stop was asked for. */
const DRAIN_MS = 10_000;

/** Listens, and on SIGTERM or SIGINT stops gracefully: no new connections, what is under way ends, then `close`. */
export async function serve(server: Server, host: string, port: number, close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await close();
    server.closeIdleConnections();
    await drained;
    clearTimeout(timer);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
