const YEAR_S = 365 * 86_400;

/** A cookie that the server reads for the first paint; the empty value forgets it. */
function remember(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${value ? YEAR_S : 0}; samesite=lax${secure}`;
}

export type Theme = 'light' | 'dark' | null;

/** Null follows the system. */
export function setTheme(theme: Theme): void {
  remember('motyw', theme ?? '');
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}

export function setLetterKeys(on: boolean): void {
  remember('skroty', on ? '' : 'off');
}
