import { spawn } from 'node:child_process';
import { ROOT } from '../../server/scripts/stamp.ts';

/** One program to run: what to call it, Node's arguments for it, and from which folder of the project. */
export interface Task {
  name: string;
  args: string[];
  cwd?: string;
  /** Minutes after which it is ended and counts as failed. */
  limit?: number;
}

export interface Outcome {
  task: Task;
  ok: boolean;
  output: string;
  seconds: number;
}

const running = new Set<() => void>();
process.on('exit', () => {
  for (const stop of running) stop();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

/** Runs it to its end. `live` prints as it goes, otherwise the output is kept for when it fails. */
export async function runTask(task: Task, live = false): Promise<Outcome> {
  const started = performance.now();
  const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
  const child = spawn(process.execPath, task.args, {
    cwd: `${ROOT}/${task.cwd ?? ''}`,
    env,
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  });
  const stop = () => child.kill('SIGKILL');
  running.add(stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const limit = task.limit ?? 5;
  const timer = setTimeout(() => {
    output += `\n${task.name}: ended after ${limit} minutes`;
    child.kill('SIGTERM');
    setTimeout(stop, 10_000).unref();
  }, limit * 60_000);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(timer);
  running.delete(stop);
  return { task, ok: code === 0, output, seconds: (performance.now() - started) / 1000 };
}

/** Runs them two at a time (the least machine has two cores), telling of each as it ends. */
export async function runTasks(tasks: Task[], tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const waiting = [...tasks];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const outcome = await runTask(task);
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}
