import { mkdirSync } from 'node:fs';
import { approve, hashInputs, isFresh, ROOT, type Target } from '../../server/scripts/stamp.ts';
import { type Outcome, runTask, runTasks, type Task } from './task.ts';

const CACHE = 'node_modules/.cache';
const tsc = (folder: string): Task => ({ name: `types: ${folder}`, args: ['node_modules/typescript/bin/tsc', '-p', folder] });

/** Types that are made from the messages, the routes and the API's contract. */
const PREPARE: Task[] = [
  { name: 'messages', args: ['scripts/compile-messages.ts'], cwd: 'web' },
  { name: 'route types', args: ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], cwd: 'web' },
  { name: 'types of the API', args: ['node_modules/gql.tada/bin/cli.js', 'generate-output'], cwd: 'web' },
];

const ESLINT = ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0'];

const CHECKS: Task[] = [
  // each program is type-checked for its linter: pages and the rest side by side
  { name: 'lint: server, shared, tests', args: [...ESLINT, '.', '--ignore-pattern', 'web/'] },
  { name: 'lint: pages', args: [...ESLINT, 'web'] },
  { name: 'types: web', args: ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings'], cwd: 'web' },
  tsc('server'),
  tsc('tests'),
  tsc('shared'),
  {
    name: 'formatting',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '.'],
  },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js', '--cache', '--cache-location', `${CACHE}/knip`, '--no-config-hints'] },
  {
    name: 'arrows and cycles',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'shared/src', 'server/src', 'server/scripts', 'web/src', 'tests'],
  },
];

/** Everything that a check may look at: when none of it has changed since all checks passed, they would pass again. */
const SOURCES: Target = {
  output: `${CACHE}/ww/checks`,
  proof: '.',
  inputs: ['*', '.*', '{shared,server,web,tests}/**'],
  without: [
    '**/node_modules',
    '.git',
    '**/dist',
    '**/build',
    '**/.svelte-kit',
    '**/paraglide',
    'tests/output',
    'data',
    '**/*.generated.d.ts',
  ],
};

/** Type check, lint, formatting, unused code, arrows. Returns the names of those that failed. */
export async function runChecks(print: (line: string) => void): Promise<string[]> {
  const hash = hashInputs(SOURCES);
  if (!process.env.CI && isFresh(SOURCES, hash)) {
    print('nothing changed since they last passed');
    return [];
  }
  const tell = ({ task, ok, output, seconds }: Outcome) => {
    if (!ok) print(output.trimEnd());
    print(`${ok ? '✓' : '✗'} ${task.name} (${seconds.toFixed(1)} s)`);
  };
  for (const task of PREPARE) {
    const outcome = await runTask(task);
    if (outcome.ok) continue;
    tell(outcome);
    return [task.name];
  }
  const failed = (await runTasks(CHECKS, tell)).filter(({ ok }) => !ok).map(({ task }) => task.name);
  if (failed.length === 0) {
    mkdirSync(`${ROOT}/${SOURCES.output}`, { recursive: true });
    approve(SOURCES, hash);
  }
  return failed;
}
