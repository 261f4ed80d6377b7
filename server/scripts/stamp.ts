import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** What is made from what: `inputs` (glob patterns from the project's root, less `without`) give the folder `output`, which then holds `proof`. */
export interface Target {
  output: string;
  proof: string;
  inputs: string[];
  without: string[];
}

const stampOf = (target: Target) => join(ROOT, target.output, '.built-from');

/** One hash over the names and contents of everything that the output is made from. */
export function hashInputs(target: Target): string {
  const hash = createHash('sha256').update(process.version);
  const files = target.inputs.flatMap((pattern) => globSync(pattern, { cwd: ROOT, exclude: target.without }));
  for (const file of [...new Set(files)].sort()) {
    const path = join(ROOT, file);
    if (!statSync(path).isFile()) continue;
    hash.update(`\0${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** True when the output was finished from exactly these inputs. */
export function isFresh(target: Target, hash: string): boolean {
  if (!existsSync(join(ROOT, target.output, target.proof)) || !existsSync(stampOf(target))) return false;
  return readFileSync(stampOf(target), 'utf8') === hash;
}

/** Called before the first byte of the output changes: a build that dies half-way leaves no stamp behind. */
export function spoil(target: Target): void {
  rmSync(stampOf(target), { force: true });
}

/** Called after the last byte of the output is written. */
export function approve(target: Target, hash: string): void {
  writeFileSync(`${stampOf(target)}.new`, hash);
  renameSync(`${stampOf(target)}.new`, stampOf(target));
}
