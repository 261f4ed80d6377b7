import { can } from '@ww/shared/policy';
import type { Context } from '../platform/context.ts';
import { notFound } from '../platform/errors.ts';
import { expectRetry } from '../platform/reveal.ts';
import { HelpRequest } from './help-request.entity.ts';
import { RequestNote, RequestPrivate } from './request-private.entity.ts';
import type { PersonData, RevealedRequest } from './private.types.ts';

const person = (name: string | null | undefined, phone: string | null | undefined): PersonData | null =>
  name ? { name, phone: phone ?? null } : null;

/**
 * The personal data of a request, after the `reveal` command has written its audit entry. A repeated key comes here
 * without a new entry, so who asks and when is looked at again.
 * @throws AppError `NOT_FOUND`; `INVALID` on `key` when it is too old to be a retry.
 */
export async function readRevealed(ctx: Context, revealed: { id: string; version: number; revealedAt: string }): Promise<RevealedRequest> {
  const { em } = ctx;
  const row = await em.findOne(HelpRequest, { id: revealed.id }, { filters: { scope: { districts: 'all' } } });
  if (!row || !can(ctx.actor, 'request.reveal', { district: row.district })) throw notFound();
  expectRetry(ctx, revealed.revealedAt);
  const found = await em.findOne(RequestPrivate, { requestId: revealed.id });
  if (!found) throw notFound();
  const notes = await em.find(RequestNote, { requestId: revealed.id }, { orderBy: { at: 'asc', id: 'asc' } });
  return {
    id: revealed.id,
    version: revealed.version,
    revealedAt: new Date(revealed.revealedAt),
    words: found.words,
    person: { name: found.personName, phone: found.personPhone },
    reporter: person(found.reporterName, found.reporterPhone),
    contact: person(found.contactName, found.contactPhone),
    address: { street: found.street, house: found.house, flat: found.flat ?? null, access: found.access ?? null },
    notes: notes.map(({ id, text, authorName, at }) => ({ id, text, byName: authorName, at })),
  };
}
