import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../server/dist/main.js');
const READY_MS = 40_000;

/** The real server, as `pnpm start` runs it after the build, in a process of its own. */
export interface ServerProcess {
  url: string;
  port: number;
  child: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Ends it without a warning. */
  killHard(): Promise<void>;
  /** Asks it to stop and waits; its exit code. */
  stop(): Promise<number | null>;
  /** The same server again: same port, same data. */
  restart(): Promise<ServerProcess>;
}

export interface ServerOptions {
  port?: number;
  env?: Record<string, string>;
  /** Folder of the embedded database; by itself a fresh one that is removed at exit. */
  folder?: string;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts the built server and waits until it is ready. @throws Error with its output when it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const folder = options.folder ?? freshFolder();
  const url = `http://localhost:${String(port)}`;
  let output = '';
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  process.once('exit', () => child.kill('SIGKILL'));
  await Promise.race([
    untilReady(url),
    ended.then((code) => {
      throw new Error(`the server ended with ${String(code)}:\n${output}`);
    }),
  ]);
  return {
    url,
    port,
    child,
    output: () => output,
    async killHard() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    restart: () => startServer({ ...options, port, folder }),
  };
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ww-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const ready = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready after ${String(READY_MS / 1000)} s`);
}
