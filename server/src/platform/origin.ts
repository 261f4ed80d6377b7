/**
 * The origins that are ours. On one's own machine `localhost` and its addresses are the same place;
 * anywhere else only the address people open is.
 */
export function ownOrigins(origin: string): string[] {
  const { protocol, hostname, port } = new URL(origin);
  if (hostname !== 'localhost') return [origin];
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `${protocol}//${host}${port ? `:${port}` : ''}`);
}
