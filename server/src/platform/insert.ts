import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { invalid } from './errors.ts';
import type { Em } from './orm.ts';

/**
 * Writes a new row whose id its caller made. Somebody may be taking the same id at this moment.
 * @param fields what else is unique: a constraint's name, and the field that is told of it
 * @throws AppError `INVALID` on `id`, or on that field (`taken`).
 */
export async function insertNew({ em }: { em: Em }, row: object, fields: Record<string, string> = {}): Promise<void> {
  em.persist(row);
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const [, path = 'id'] = Object.entries(fields).find(([constraint]) => error.message.includes(constraint)) ?? [];
    throw invalid([{ path, rule: 'taken' }]);
  });
}
