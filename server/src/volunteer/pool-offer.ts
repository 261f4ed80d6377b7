import type { Subject } from '@ww/shared/roles';
import type { Tx } from '../platform/command.ts';
import { notFound } from '../platform/errors.ts';
import type { Offer } from './dispatch.entity.ts';
import type { OfferAt } from './offer-command.ts';

/** Whose pool was asked. @throws AppError `NOT_FOUND` for an offer to a volunteer. */
export async function organisationOfPool(tx: Tx, { poolId }: Offer): Promise<string> {
  const [row] = await tx.em.execute<{ organisation_id: string }[]>('select organisation_id from volunteer_pool where id = ?', [poolId]);
  if (!row) throw notFound();
  return row.organisation_id;
}

/** A name from a pool took a task or is free of it: wherever the pool is offered it counts one fewer, or one more. */
export async function announcePoolOf(tx: Tx, offerId: string | null | undefined): Promise<void> {
  if (!offerId) return;
  const rows = await tx.em.execute<{ id: string; scope: string }[]>(
    `select pool.organisation_id as id, unnest(pool.districts) as scope
     from offer join volunteer_pool pool on pool.id = offer.pool_id where offer.id = ?`,
    [offerId],
  );
  for (const { id, scope } of rows) tx.event({ topic: 'organisation', subjectId: id, scope, version: 1 });
}

export async function poolSubject(tx: Tx, { offer }: OfferAt): Promise<Subject> {
  return offer.poolId ? { organisation: await organisationOfPool(tx, offer) } : {};
}
