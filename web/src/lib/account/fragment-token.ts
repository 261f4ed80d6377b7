/** The secret after `#token=`, which browsers send to nobody; removed from the address at once, so that it stays out of the history. */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
