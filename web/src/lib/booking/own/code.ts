import { normaliseCode } from '@ww/shared/id';

const NAME = 'ww.booking-code';

/** The booking's code after `#kod=`, which browsers send to nobody; removed from the address at once, so that it stays out of the history. */
function takeFragment(): string | null {
  const typed = new URLSearchParams(location.hash.slice(1)).get('kod');
  if (typed !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return typed;
}

/** What the address brought, or what this tab opened before a reload. */
export function findCode(): { code: string | null; typed: string } {
  const typed = takeFragment();
  if (typed !== null) return { code: normaliseCode(typed), typed };
  try {
    const code = normaliseCode(sessionStorage.getItem(NAME) ?? '');
    return { code, typed: '' };
  } catch {
    return { code: null, typed: '' };
  }
}

/** Keeps the code until the tab is closed; null forgets it. */
export function keepCode(code: string | null): void {
  try {
    if (code) sessionStorage.setItem(NAME, code);
    else sessionStorage.removeItem(NAME);
  } catch {
    // a browser that keeps nothing: a reload then asks for the code
  }
}
