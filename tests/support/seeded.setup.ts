import { SEEDED, startServer } from './server-process.ts';

/** A Vitest global set-up: one server makes the demo's city, all others begin with a copy of it. */
export default async function seed(): Promise<void> {
  const server = await startServer();
  const code = await server.stop();
  if (code !== 0) throw new Error(`the server that made the demo's city ended with ${String(code)}:\n${server.output()}`);
  process.env[SEEDED] = server.folder;
}
