import { checkIntake, type SubmitRequest } from '@ww/shared/request/input';
import type { Tx } from '../platform/command.ts';
import { invalid } from '../platform/errors.ts';
import { insertNew } from '../platform/insert.ts';
import { HelpRequest } from './help-request.entity.ts';
import { RequestPrivate } from './request-private.entity.ts';
import type { Channel } from './request.enums.ts';

type People = Pick<SubmitRequest, 'words' | 'person' | 'reporter' | 'contact' | 'address'>;

/** Who and where, as it is kept apart from the row. */
export function privateFields({ words, person, reporter, contact, address }: People) {
  return {
    words,
    personName: person.name,
    personPhone: person.phone,
    reporterName: reporter?.name ?? null,
    reporterPhone: reporter?.phone ?? null,
    contactName: contact?.name ?? null,
    contactPhone: contact?.phone ?? null,
    ...address,
  };
}

/** A new request in its district, with the next number. @throws AppError `INVALID` for what spans fields. */
export async function registerRequest(tx: Tx, input: SubmitRequest, channel: Channel): Promise<HelpRequest> {
  const wrong = checkIntake(input, tx.now);
  if (wrong.length > 0) throw invalid(wrong);
  if (await tx.em.findOne(RequestPrivate, { requestId: input.id })) throw invalid([{ path: 'id', rule: 'taken' }]);
  const { id, district, kind, errand, due, reporterKind, informed, helpers, language } = input;
  const { signedIn } = tx.ctx;
  const by = channel === 'PHONE' ? signedIn : null;
  const request = Object.assign(new HelpRequest(), {
    ...{ id, district, kind, errand, reporterKind, informed, helpers, channel, language },
    number: await nextNumber(tx, district),
    state: 'NEW',
    priority: 'NORMAL',
    dueFrom: due.from,
    dueTo: due.to,
    createdAt: tx.now,
    changedAt: tx.now,
    triagedAt: null,
    acceptedAt: null,
    startedAt: null,
    closedAt: null,
    assigneeId: null,
    assigneeName: null,
    volunteerId: null,
    offersOpen: 0,
    offersUntil: null,
    changedById: by?.personId ?? null,
    changedByName: by?.displayName ?? null,
    cancelReason: null,
    version: 1,
    codeHash: null,
    undo: null,
  } as const);
  // the row first: the private part refers to it by a plain id, which the unit of work does not order
  await insertNew(tx, request);
  const ownWords = channel === 'WEB' ? input.words : null;
  tx.em.persist(Object.assign(new RequestPrivate(), { requestId: id, ownWords, ...privateFields(input) }));
  return request;
}

/** Numbers are counted in each district, so that they stay short enough to say. */
async function nextNumber(tx: Tx, district: string): Promise<number> {
  const [row] = await tx.em.execute<{ last: number }[]>('update district_counter set last = last + 1 where district = ? returning last', [
    district,
  ]);
  if (!row) throw invalid([{ path: 'district', rule: 'district' }]);
  return row.last;
}
