import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './stamp.ts';

const LOCK = join(ROOT, 'node_modules/.cache/ww/building.pid');

/** Runs `build` while no other process builds here: several servers may be started from one checkout at once. */
export async function alone<T>(build: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (let told = false; !take(); told = true) {
    if (!told) console.log(`Another process (${holder()}) is building here; waiting for it.`);
    if (!isAlive(holder())) rmSync(LOCK, { force: true });
    await pause(200);
  }
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  try {
    return await build();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holder(): number {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
