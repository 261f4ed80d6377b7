import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

const SKIPPED = [
  '**/node_modules/**',
  '**/dist/**',
  '**/build/**',
  '**/.svelte-kit/**',
  '**/paraglide/**',
  'web/project.inlang/cache/**',
  '**/*.generated.d.ts',
  'tests/output/**',
  'data/**',
];

/** Paths from the project's root of the files that match, without what is generated or installed. */
export const files = (...patterns: string[]): string[] =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT, exclude: SKIPPED })).sort();

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const isFile = (path: string): boolean => statSync(join(ROOT, path)).isFile();
