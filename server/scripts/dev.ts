import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { compileAll, compileFile, forgetFile, SyntaxFailure } from './compile.ts';
import { loadEnvFile } from './env.ts';
import { ROOT } from './stamp.ts';

// `pnpm dev`: Vite serves the pages and reloads them; the server behind it restarts when its sources change.
loadEnvFile();
const port = Number(process.env.PORT ?? 3000);
const behind = String(port + 1);
const server = `http://127.0.0.1:${behind}`;

function tryTo(compile: () => void): void {
  try {
    compile();
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    console.error(`${error.message}\nThe server goes on as it was.`);
  }
}

console.log('[1/3] Server: compiling…');
tryTo(() => void compileAll());

const changed = new Set<string>();
let timer: NodeJS.Timeout | undefined;
watch(join(ROOT, 'server/src'), { recursive: true }, (_event, file) => {
  if (!file || !/\.(ts|json)$/.test(file)) return;
  changed.add(file);
  clearTimeout(timer);
  // an editor writes a file in several steps
  timer = setTimeout(() => {
    for (const name of changed) tryTo(() => (existsSync(join(ROOT, 'server/src', name)) ? compileFile(name) : forgetFile(name)));
    changed.clear();
  }, 50);
});

const children: ChildProcess[] = [];
function run(name: string, args: string[], cwd: string, env: Record<string, string>): void {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  children.push(child);
  child.on('exit', (code) => {
    if (stopping) return;
    console.error(`${name} ended (${code}); stopping.`);
    stop(code ?? 1);
  });
}

let stopping = false;
function stop(code: number): void {
  stopping = true;
  process.exitCode = code;
  clearTimeout(timer);
  for (const child of children) child.kill('SIGTERM');
  // both end by themselves; whoever hangs is not waited for
  setTimeout(() => process.exit(code), 5_000).unref();
  const ends = children.map(async (child) => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  void Promise.all(ends).then(() => process.exit(code));
}
process.once('SIGINT', () => stop(130)).once('SIGTERM', () => stop(143));

console.log('[2/3] Pages: Vite…');
const vite = join(ROOT, 'web/node_modules/vite/bin/vite.js');
run('Vite', [vite, 'dev', '--port', String(port), '--strictPort', '--logLevel', 'warn'], join(ROOT, 'web'), {
  PORT: behind,
  WW_SERVER: server,
});
console.log('[3/3] Server: starting…');
const watched = ['--watch', '--watch-preserve-output', '--enable-source-maps', 'server/dist/main.js'];
run('The server', watched, ROOT, { PORT: behind, ORIGIN: process.env.ORIGIN ?? `http://localhost:${port}` });
