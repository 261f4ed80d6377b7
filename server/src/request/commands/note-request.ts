import { newId } from '@ww/shared/id';
import { NoteRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';
import { RequestNote } from '../request-private.entity.ts';

/** Adds a note. Its text is personal data: it is read by `reveal` only. */
export const noteRequest = requestCommand('request.note', NoteRequest, (tx, request, giver, { text }) => {
  request.give('note', giver, tx.now);
  const note = { id: newId(tx.now.getTime()), requestId: request.id, authorName: giver.person?.displayName ?? '', text, at: tx.now };
  tx.em.persist(Object.assign(new RequestNote(), note));
  return undefined;
});
