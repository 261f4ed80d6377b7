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

export async function poolSubject(tx: Tx, { offer }: OfferAt): Promise<Subject> {
  return offer.poolId ? { organisation: await organisationOfPool(tx, offer) } : {};
}
