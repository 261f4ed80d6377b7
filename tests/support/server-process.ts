import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../server/dist/main.js');
const READY_MS = 40_000;

/** Names the folder of a stopped server that has made the demo's city, where there is one: copying it is a second, making it ten. */
export const SEEDED = 'WW_TEST_SEEDED';

/**
 * Kills the server ($0) and deletes its folder ($@) when our end of its input closes, however we end. A line says that
 * the server has ended before us: its number may then be another process's.
 */
const GUARD = 'read -r _ || kill -9 "$0"; cat >/dev/null; rm -rf "$@"';

/** The real server, as `pnpm start` runs it after the build, in a process of its own. */
export interface ServerProcess {
  url: string;
  port: number;
  child: ChildProcess;
  /** Of its embedded database. */
  folder: string;
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
  /** Folder of the embedded database; by itself one with the demo's city, as `SEEDED` has it, that is deleted when the tests end. */
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
  if (options.folder) return launch({ ...options, port, folder: options.folder }, []);
  const folder = mkdtempSync(join(tmpdir(), 'ww-data-'));
  const seeded = process.env[SEEDED];
  if (seeded) cpSync(seeded, folder, { recursive: true });
  return launch({ ...options, port, folder }, [folder, `${folder}.lock`]);
}

/** The folders are deleted when this process ends. */
async function launch(options: ServerOptions & { port: number; folder: string }, folders: string[]): Promise<ServerProcess> {
  const { port, folder, env } = options;
  const url = `http://localhost:${String(port)}`;
  let output = '';
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  guard(child, folders);
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
    folder,
    output: () => output,
    async killHard() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    restart: () => launch(options, folders),
  };
}

function guard(server: ChildProcess, folders: string[]): void {
  const shell = spawn('sh', ['-c', GUARD, String(server.pid), ...folders], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.unref();
  server.once('exit', () => shell.stdin.write('\n'));
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
