import { isUuid } from '@ww/shared/id';
import { invalid } from './errors.ts';

/** Where a page ended: the sort instant and the id of its last row. Opaque to clients. */
export function pageToken(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

/**
 * The condition for the rows after a token, in the order of (`field`, id).
 * @throws AppError `INVALID` on `after` for a token that is not ours.
 */
export function pageAfter(field: string, token: string | null, direction: '$gt' | '$lt'): object {
  if (token === null) return {};
  const [iso = '', id = ''] = Buffer.from(token, 'base64url').toString('utf8').split('|');
  const at = new Date(iso);
  // only years that the database knows too
  if (!/^2\d{3}-/.test(iso) || Number.isNaN(at.getTime()) || !isUuid(id)) throw invalid([{ path: 'after', rule: 'malformed' }]);
  return { $or: [{ [field]: { [direction]: at } }, { [field]: at, id: { [direction]: id } }] };
}
