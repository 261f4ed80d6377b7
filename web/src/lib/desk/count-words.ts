import { m } from '#lib/paraglide/messages.js';

/** A count, or that it is too small to be shown. */
export const countWords = (count: number | null): string => (count === null ? m.staff_fewer_than_five() : String(count));

/** `3 h 10` for a tile, where there is room for no more; nothing where the count is too small to be told. */
export function shortAge(
  { open, oldestWaitingSince: since }: { open: number | null; oldestWaitingSince: string | null },
  now: number,
): string {
  if (!since) return open === null ? '' : m.staff_tile_none();
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes < 60) return m.staff_minutes({ minutes });
  if (minutes >= 48 * 60) return m.staff_days({ count: Math.floor(minutes / 1440) });
  return m.staff_short_hours({ hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
}
