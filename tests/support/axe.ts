import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What WCAG 2.2 AA asks for, and what else axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every violation on the page as it is now, in one line each; empty when there is none. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (rules) => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    return (await engine.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })).violations;
  }, RULES);
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join('; ') ?? ''}`));
}

/** How far the page can be scrolled sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth);
