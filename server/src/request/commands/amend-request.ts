import { AmendRequest, checkDue } from '@ww/shared/request/input';
import { invalid, notFound } from '../../platform/errors.ts';
import { privateFields } from '../intake.ts';
import { requestCommand } from '../request-command.ts';
import { RequestPrivate } from '../request-private.entity.ts';

/** Corrects what was written down. @throws AppError `STALE` when somebody changed it since it was read. */
export const amendRequest = requestCommand('request.amend', AmendRequest, async (tx, request, giver, input) => {
  request.expect(input.version);
  const wrong = checkDue(input.due, tx.now, request.dueTo);
  if (wrong.length > 0) throw invalid(wrong);
  const texts = await tx.em.findOne(RequestPrivate, { requestId: request.id });
  if (!texts) throw notFound();
  request.give('amend', giver, tx.now);
  const { kind, errand, helpers, informed, due } = input;
  Object.assign(request, { kind, errand, helpers, informed, dueFrom: due.from, dueTo: due.to });
  request.language = input.language ?? request.language;
  const reporter = texts.reporterName ? { name: texts.reporterName, phone: texts.reporterPhone ?? null } : null;
  Object.assign(texts, privateFields({ ...input, reporter }));
  return undefined;
});
