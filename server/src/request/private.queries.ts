import { notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import { RequestNote, RequestPrivate } from './request-private.entity.ts';
import type { PersonData, RevealedRequest } from './private.types.ts';

const person = (name: string | null | undefined, phone: string | null | undefined): PersonData | null =>
  name ? { name, phone: phone ?? null } : null;

/** The personal data of a request. Only after the `reveal` command has written its audit entry. */
export async function readRevealed(em: Em, revealed: { id: string; version: number; revealedAt: string }): Promise<RevealedRequest> {
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
