import { mkdir } from 'node:fs/promises';
import { lock } from 'proper-lockfile';

/**
 * The embedded database does not lock its folder, and two processes in it would destroy it.
 * @throws Error when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  try {
    return await lock(folder, { stale: 10_000, update: 2_000, retries: { retries: 12, minTimeout: 1_000, maxTimeout: 1_000 } });
  } catch {
    throw new Error(`Another process uses the database in ${folder}/. Stop it, or give this one DATA_DIR or DATABASE_URL of its own.`);
  }
}
