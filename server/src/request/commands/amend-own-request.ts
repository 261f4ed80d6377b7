import { AmendOwnRequest, checkDue } from '@ww/shared/request/input';
import { command } from '../../platform/command.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { HelpRequest } from '../help-request.entity.ts';
import { stepsOf } from '../own-request.queries.ts';
import { giverOf, recordChange } from '../request-command.ts';
import { loadOwn } from '../own-request.ts';
import { RequestPrivate } from '../request-private.entity.ts';
import type { OwnSteps } from '../own-request.types.ts';

/** The resident corrects their words or the time. @throws AppError `STALE`, `CONFLICT` once somebody is on the way. */
export const amendOwnRequest = command<typeof AmendOwnRequest, HelpRequest, OwnSteps>({
  action: 'request.amend-own',
  input: AmendOwnRequest,
  load: (tx, { code }) => loadOwn(tx, code),
  async run(tx, request, { version, words, due }) {
    request.expect(version);
    const wrong = checkDue(due, tx.now, request.dueTo);
    if (wrong.length > 0) throw invalid(wrong);
    const texts = await tx.em.findOne(RequestPrivate, { requestId: request.id });
    if (!texts) throw notFound();
    request.give('amendOwn', giverOf(tx, request), tx.now);
    Object.assign(request, { dueFrom: due.from, dueTo: due.to });
    // What staff have added meanwhile stays: the resident's new words stand below it.
    texts.words = texts.words === texts.ownWords ? words : `${texts.words}\n\n${words}`;
    texts.ownWords = words;
    recordChange(tx, request);
    return stepsOf(request);
  },
});
