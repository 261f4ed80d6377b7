import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoServer } from '../support/demo-server.ts';
import { visit, Windows } from '../support/windows.ts';

let windows: Windows;
beforeAll(async () => {
  windows = new Windows((await demoServer()).url);
});
afterAll(() => windows.end());

/** The plain sentences of a catalogue that are long enough to stand nowhere else. */
function sentences(catalogue: string): string[] {
  const messages = JSON.parse(readFileSync(new URL(`../../web/messages/pl/${catalogue}.json`, import.meta.url), 'utf8')) as object;
  return Object.values(messages).filter((text): text is string => typeof text === 'string' && text.length > 30 && !/[{`\\]/.test(text));
}

/** All the scripts that a page brings, as one text. */
async function scriptsOf(page: Page, path: string): Promise<string> {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text());
  });
  await visit(page, path);
  return (await Promise.all(scripts)).join('\n');
}

test("a resident's page brings its own words, and not those of the pages of staff", async () => {
  const brought = await scriptsOf(await windows.open(), '/');
  const share = (catalogue: string) => {
    const all = sentences(catalogue);
    return all.filter((text) => brought.includes(text)).length / all.length;
  };
  expect(share('public')).toBeGreaterThan(0.1);
  expect({ upkeep: share('upkeep'), week: share('week'), minutes: share('minutes'), roster: share('roster') }).toEqual({
    upkeep: 0,
    week: 0,
    minutes: 0,
    roster: 0,
  });
});
