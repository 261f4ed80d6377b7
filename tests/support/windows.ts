// functions given to a page run in the browser
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BrowserContext, Page } from 'playwright-core';
import { browser } from './chromium.ts';
import { freshAddress, sessionCookie, sharedCookie } from './demo-server.ts';

interface Screen {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

export interface Look extends Screen {
  /** Signed in as this account; nobody without it. */
  as?: string;
  /** A session of its own; otherwise windows of one account share one, as tabs do. */
  apart?: boolean;
  /**
   * One context for all such windows of one account and size, for files that look at many pages one after another: it knows the
   * scripts and styles already. What a page stored is forgotten when its window closes.
   */
  again?: boolean;
}

/** Browser windows of one test, each a context of its own, and everything that their consoles complained about. */
export class Windows {
  readonly #url: string;
  #open: Page[] = [];
  readonly #known = new Map<string, BrowserContext>();
  #trouble: string[] = [];
  #expected: RegExp[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** A fresh window; 1440 × 900, light, still. */
  async open({ as, apart = false, again = false, ...screen }: Look = {}): Promise<Page> {
    const context = await (again ? this.#knownContext(as ?? '', screen) : this.#context(screen));
    await context.setExtraHTTPHeaders({ 'x-forwarded-for': freshAddress() });
    if (as) {
      const cookie = await (apart ? sessionCookie : sharedCookie)(this.#url, as);
      await context.addCookies([{ ...cookie, url: this.#url, httpOnly: true, sameSite: 'Lax' }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => this.#trouble.push(`${page.url()} threw ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#trouble.push(`${page.url()} logged ${message.text()} (${message.location().url})`);
    });
    this.#open.push(page);
    return page;
  }

  /** A complaint that belongs to the test, such as the browser's own line about a page that is missing on purpose. */
  expectTrouble(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** What the consoles said unasked since the last call. */
  takeTrouble(): string[] {
    const found = this.#trouble.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
    this.#trouble = [];
    this.#expected = [];
    return found;
  }

  /** Closes every window. */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = [];
    const known = new Set(this.#known.values());
    await Promise.all(open.map((page) => (known.has(page.context()) ? forgetPage(page) : page.context().close())));
  }

  /** Closes every window, and the contexts that were kept. */
  async end(): Promise<void> {
    await this.close();
    await Promise.all([...this.#known.values()].map((context) => context.close()));
    this.#known.clear();
  }

  async #knownContext(as: string, screen: Screen): Promise<BrowserContext> {
    const key = JSON.stringify([as, screen]);
    const context = this.#known.get(key) ?? (await this.#context(screen));
    this.#known.set(key, context);
    return context;
  }

  async #context({ width = 1440, height = 900, scheme = 'light' }: Screen): Promise<BrowserContext> {
    const context = await (
      await browser()
    ).newContext({
      baseURL: this.#url,
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'pl-PL',
      timezoneId: 'Europe/Warsaw',
      hasTouch: width < 768,
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        console.error(`content security policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      });
    });
    return context;
  }
}

/** Closes a window and leaves its context as if it had never been. */
async function forgetPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.close();
  await page.context().clearCookies();
}

/** Opens a path and waits until the page answers to clicks and keys. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Waits until the scripts have taken the page over: only then does Kit add its announcer. */
export const hydrated = (page: Page): Promise<void> => page.locator('#svelte-announcer').waitFor({ state: 'attached' });

/** Writes a mark into the page that a reload would wipe out; the returned function says whether it is still there. */
export async function markUnloaded(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { unloadedMark: true }));
  return () => page.evaluate(() => 'unloadedMark' in window);
}

/** Name of what has the focus: a field's name, else what it is called. */
export const focusName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '(nothing)';
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at.textContent;
    return at.getAttribute('name') ?? at.getAttribute('aria-label') ?? label?.trim().replaceAll(/\s+/g, ' ') ?? at.tagName;
  });
