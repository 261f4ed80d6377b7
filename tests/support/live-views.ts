// functions given to a page run in the browser
/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What a view of a running meeting tells, whichever of the three it is. */
export interface Shown {
  item: string;
  speaker: string | null;
  vote: string | null;
}

const textOf = async (page: Page, selector: string): Promise<string | null> => {
  const found = page.locator(selector).first();
  return (await found.count()) > 0 ? (await found.innerText()).trim().replaceAll(/\s+/g, ' ') : null;
};

export async function shownOn(page: Page): Promise<Shown> {
  return {
    item: (await textOf(page, '#teraz, .wall h1')) ?? '',
    speaker: await textOf(page, '.is-on b, .speaks:has(.face) b, .wall-speaker:has-text("Mówi") .name'),
    vote: await textOf(page, '.motion, .wall-vote p'),
  };
}

/**
 * When the current item's time is up as this window believes, taken in the frame in which its clock moves, on a clock that
 * all windows of the machine share whatever their dates say. Milliseconds.
 */
export const deadlineOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const face = document.querySelector<HTMLElement>('[data-left]');
        if (!face) return reject(new Error('no clock is shown'));
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(Number(face.dataset['left']) + performance.timeOrigin + performance.now());
        }).observe(face, { attributeFilter: ['data-left'] });
      }),
  );

/** By how much the windows' clocks part. Milliseconds. */
export async function clocksPart(pages: readonly Page[]): Promise<number> {
  const deadlines = await Promise.all(pages.map(deadlineOn));
  return Math.max(...deadlines) - Math.min(...deadlines);
}

/** Gives the page a computer whose date is wrong; to be called before it is opened. */
export async function shiftDate(page: Page, ms: number): Promise<void> {
  await page.addInitScript((shift) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + shift;
  }, ms);
}

interface Asleep {
  /** What is left by the clock's face, as it was drawn last. Milliseconds. */
  left(): Promise<number>;
  wake(): Promise<void>;
}

/** Stops everything in a page as a computer does that falls asleep: no timer, no message, no frame, while time goes on. */
export async function fallAsleep(page: Page): Promise<Asleep> {
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  const stopped = new Promise<string>((resolve) =>
    session.once('Debugger.paused', ({ callFrames: [top] }) => resolve(top?.callFrameId ?? '')),
  );
  await session.send('Debugger.pause');
  const callFrameId = await stopped;
  const expression = `document.querySelector('[data-left]').dataset.left`;
  return {
    left: async () =>
      Number((await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression, returnByValue: true })).result.value),
    wake: async () => {
      await session.send('Debugger.resume');
      await session.send('Debugger.disable');
      await session.detach();
    },
  };
}
