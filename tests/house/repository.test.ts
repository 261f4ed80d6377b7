import { SETTINGS } from '@ww/server/platform/config';
import { printedSchema } from '@ww/server/schema';
import { describe, expect, test } from 'vitest';
import allowed from './allowed.json' with { type: 'json' };
import { files, isFile, read } from './lib/project.ts';

const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

test('schema.graphql is what the server serves (`pnpm schema` writes it)', async () => {
  expect(read('server/schema.graphql')).toBe(await printedSchema());
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');

  test('lists exactly the settings, in their order', () => {
    const listed = lines.flatMap((line) => /^#([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(listed).toEqual(Object.keys(SETTINGS));
  });

  test.each(Object.entries(SETTINGS))('says of %s what to write', (name, { say }) => {
    const at = lines.findIndex((line) => line.startsWith(`#${name}=`));
    expect(lines[at - 1]).toBe(`# ${say}`);
  });
});

/** Commands that a text tells its reader to type: `pnpm …` in code. */
const commands = (text: string) =>
  [...text.matchAll(/(?:^|[`\s])(?:npx -y )?pnpm(?:@[\d.]+)? (?:run )?([a-z][\w:-]*)/gm)].map(([, name]) => name ?? '');

describe.each(files('*.md'))('%s', (file) => {
  test('names only commands that exist', () => {
    expect(commands(read(file)).filter((name) => !(name in scripts) && name !== 'install')).toEqual([]);
  });

  test('links only to files that exist', () => {
    const targets = [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => files(target).length === 0)).toEqual([]);
  });
});

test('CONTRIBUTING names every command that a contributor has', () => {
  const named = new Set(commands(read('CONTRIBUTING.md')));
  expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([]);
});

test('every script of package.json runs a file that exists', () => {
  const run = Object.values(scripts).flatMap((script) => /^node (\S+)/.exec(script)?.[1] ?? []);
  expect(run.filter((file) => files(file).length === 0)).toEqual([]);
});

test('no file names somebody’s machine', () => {
  const machine = /(?:^|[\s"'`(=:])\/(?:work|home|root|tmp|Users)\/\w/m;
  const written = files(
    '*.*',
    '.env.example',
    '.ci/*',
    'docs/**/*.md',
    '{server,shared,tests,web}/**/*.{ts,js,json,svelte,css,html,graphql}',
  );
  expect(written.filter((file) => isFile(file) && machine.test(read(file)))).toEqual([]);
});

test('the lockfile names no place to fetch from: that is the setting of whoever installs', () => {
  expect([...read('pnpm-lock.yaml').matchAll(/https?:\/\/[^\s,}]+/g)].map(([url]) => url)).toEqual([]);
});

/** Lines after which a file is to be divided, and those after which it must be. */
const LONG = 150;
const TOO_LONG = 250;

test('files are short', () => {
  const listed: Record<string, string> = allowed.longFiles;
  const lengths = files('{server,shared,web,tests}/**/*.{ts,svelte,css}').map((file) => ({
    file,
    lines: read(file).split('\n').length - 1,
  }));
  const long = lengths.filter(({ file, lines }) => lines > LONG && !(file in listed)).sort((a, b) => b.lines - a.lines);
  if (long.length > 0) console.warn(`longer than ${LONG} lines:\n${long.map(({ file, lines }) => `  ${lines} ${file}`).join('\n')}`);
  expect(long.filter(({ lines }) => lines > TOO_LONG)).toEqual([]);
});
