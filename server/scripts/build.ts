import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { alone } from './lock.ts';
import { approve, hashInputs, isFresh, ROOT, spoil, type Target } from './stamp.ts';

const SERVER: Target = {
  output: 'server/dist',
  proof: 'main.js',
  inputs: ['server/src/**/*.{ts,json}', 'server/scripts/compile.ts', 'pnpm-lock.yaml'],
  without: [],
};

const WEB: Target = {
  output: 'web/build',
  proof: 'handler.js',
  inputs: [
    'web/{src,static,messages,scripts}/**',
    'web/project.inlang/settings.json',
    'web/*.{ts,js,json}',
    'shared/src/**',
    'pnpm-lock.yaml',
  ],
  without: ['web/src/lib/paraglide/**', '**/*.generated.d.ts'],
};

/** How far the caller is, printed before each line: `[1/3]`. */
type Step = `[${number}/${number}]`;

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Makes server/dist from the sources when they have changed. @throws BuildFailure */
export async function buildServer(step: Step): Promise<void> {
  await alone(() => buildOne(SERVER, `${step} Server`, 'server/scripts/compile-server.ts', ROOT));
}

/** Makes server/dist and web/build, each only when its sources have changed. @throws BuildFailure */
export async function buildAll(steps: { server: Step; web: Step }): Promise<void> {
  await buildServer(steps.server);
  await alone(() => buildOne(WEB, `${steps.web} Pages`, 'scripts/build.ts', join(ROOT, 'web')));
}

/** A build that ended badly; the message holds what the tool said. */
export class BuildFailure extends Error {}

async function buildOne(target: Target, label: string, script: string, cwd: string): Promise<void> {
  const started = performance.now();
  const hash = hashInputs(target);
  if (isFresh(target, hash)) return console.log(`${label}: nothing changed since the last build (${seconds(started)})`);
  console.log(`${label}: building…`);
  spoil(target);
  await run(script, cwd, label);
  approve(target, hash);
  console.log(`${label}: built in ${seconds(started)}`);
}

/** Lines of Vite that tell how far it is. */
const PROGRESS = /modules transformed|built in \d/;

async function run(script: string, cwd: string, label: string): Promise<void> {
  const child = spawn(process.execPath, [script], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (PROGRESS.test(line)) console.log(`${label}: ${line.trim()}`);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  process.off('exit', stop);
  if (code !== 0) throw new BuildFailure(`${lines.slice(-60).join('\n')}\n${label}: the build failed (exit code ${code}), see above.`);
}
