import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stamp.ts';

/** Settings from a file `.env` beside package.json, if there is one; the environment goes before it. */
export function loadEnvFile(): void {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
