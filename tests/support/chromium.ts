import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
const CACHE = join(import.meta.dirname, '../../node_modules/.cache');

/** Unpacks by the package's own code; the variable makes it add the libraries that a bare machine lacks. */
const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;

/** The folder of the unpacked browser, made on first use. Safe when several processes ask at once. */
function unpacked(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  execFileSync(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: import.meta.dirname, env, stdio: 'inherit' });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** True when the machine lacks a shared library that the browser needs (no NSS on a bare one, for example). */
function lacksLibraries(binary: string): boolean {
  const { status, stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
}

/** How to launch the browser: the one in `CHROMIUM_PATH`, else the registry package's. Web security stays on. */
export function launchOptions(): LaunchOptions {
  const args = ['--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage', '--no-sandbox'];
  const own = process.env.CHROMIUM_PATH;
  if (own) return { executablePath: own, args };
  const folder = unpacked();
  const binary = join(folder, 'chromium');
  const env = { ...process.env };
  if (lacksLibraries(binary)) env.LD_LIBRARY_PATH = join(folder, 'al2023/lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  return { executablePath: binary, args, env };
}

let shared: Promise<Browser> | undefined;

/** The worker's one browser; take a `newContext()` per test and close that. It ends with the worker. */
export function browser(): Promise<Browser> {
  shared ??= chromium.launch(launchOptions());
  return shared;
}
