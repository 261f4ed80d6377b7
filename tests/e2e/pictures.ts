import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../../server/scripts/build.ts';
import { browser } from '../support/chromium.ts';
import { demoServer } from '../support/demo-server.ts';
import type { PageState } from '../support/page-list.ts';
import { PAGES } from '../support/pages.ts';
import { longestWaiting, makeStock, type Stock } from '../support/stock.ts';
import { Windows, type Look } from '../support/windows.ts';

// pnpm pictures            every page and state into tests/output/pictures, and the five of the README
// pnpm pictures zgloszenia only those whose name holds the word
const OUTPUT = join(import.meta.dirname, '../output/pictures');
const README = join(import.meta.dirname, '../../docs/pictures');
/** Pictures in the repository stay small, in bytes. */
const README_LIMIT = 300_000;
const IN_README: Record<string, string> = {
  'zgloszenia-otwarte': 'kolejka',
  start: 'start',
  pulpit: 'pulpit',
  wolontariusze: 'wolontariusze',
  'siec-prowadz': 'prowadz',
};

const SHAPES: [string, Look, boolean][] = [
  ['1440', {}, false],
  ['1440-dark', { scheme: 'dark' }, false],
  ['360', { width: 360, height: 740 }, true],
  ['360-dark', { width: 360, height: 740, scheme: 'dark' }, true],
];

const wanted = process.argv.slice(2);
const states = Object.values(PAGES)
  .flat()
  .filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
await buildAll({ server: '[1/3]', web: '[2/3]' });
const server = await demoServer();
const { url } = server;
const windows = new Windows(url);

/** One state in one shape; on a phone the whole length, which is what a thumb scrolls through. */
async function picture({ name, as, open }: PageState, stock: Stock, [shape, look, fullPage]: (typeof SHAPES)[number]): Promise<void> {
  const page = await windows.open({ ...look, ...(as ? { as } : {}) });
  await open(page, stock);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(OUTPUT, `${name}-${shape}.png`), fullPage });
  const kept = IN_README[name];
  if (kept && shape === '1440') {
    const path = join(README, `${kept}.png`);
    await page.screenshot({ path });
    const { size } = statSync(path);
    if (size > README_LIMIT) throw new Error(`docs/pictures/${kept}.png has ${size} bytes, more than ${README_LIMIT}`);
  }
  await windows.close();
}

if (wanted.length === 0) rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
mkdirSync(README, { recursive: true });
const stock = { ...(await makeStock(url)), ...(await longestWaiting(url)) };
for (const [index, state] of states.entries()) {
  for (const shape of SHAPES) await picture(state, stock, shape);
  console.log(`[3/3] Pictures: ${state.name}, ${index + 1} of ${states.length}`);
}
await (await browser()).close();
process.exit((await server.stop()) ?? 1);
