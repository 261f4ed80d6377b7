import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, and what else axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose outcome depends on the colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Every violation on the page as it is now, in one line each; empty when there is none. `colours`: only what another theme can break. */
export async function violations(page: Page, { colours = false } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const runOnly = colours ? ({ type: 'rule', values: COLOUR_RULES } as const) : ({ type: 'tag', values: RULES } as const);
  const found = await page.evaluate(async (only) => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    return (await engine.run(document, { runOnly: only, resultTypes: ['violations'] })).violations;
  }, runOnly);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join('; ') ?? ''}`,
    ),
  );
}

/** How far the page can be scrolled sideways, in pixels, once its own type is there: the stand-in is wider. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth;
  });

/** Controls that reach past the edge of the screen, where something clips them without a way to scroll there. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll('a, button, input, select, textarea')].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isOut = width > 1 && (right > innerWidth + 1 || left < -1);
      return isOut && element.checkVisibility() && !scrolls(element.parentElement) ? [element.outerHTML.slice(0, 120)] : [];
    });
  });
