import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../server/scripts/stamp.ts';
import { runTask } from './task.ts';

/** The Vitest projects in the order in which they run: the quickest to find a mistake first. */
export const SUITES: Record<string, { title: string; limit: number }> = {
  unit: { title: 'Shared rules and house rules', limit: 3 },
  pglite: { title: 'API on the embedded PGlite', limit: 9 },
  postgres: { title: 'API on PostgreSQL 18', limit: 9 },
  'postgres-16': { title: 'Platform on PostgreSQL 16, the oldest we promise', limit: 3 },
  faults: { title: 'Kills, floods, bad input', limit: 6 },
  e2e: { title: 'Pages in a browser', limit: 12 },
};

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs one project and counts. A file that can't be loaded, and a run that ends badly by itself, count as failures. */
export async function runSuite(project: string, filters: string[]): Promise<Tally> {
  const file = join(ROOT, `tests/output/${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...filters];
  const { ok } = await runTask({ name: project, args, cwd: 'tests', limit: SUITES[project]?.limit }, true);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloadable;
  return { passed: report.numPassedTests, failed: failed || (ok ? 0 : 1), skipped: report.numPendingTests + report.numTodoTests };
}
