import { CreateRequest } from '@ww/shared/request/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { findColleague } from '../colleagues.queries.ts';
import { registerRequest } from '../intake.ts';
import { giverOf, recordChange, rowAnswer, type RowAnswer } from '../request-command.ts';

/** Intake by a Team member on the phone; with `assignTo` it is taken at once (*Zapisz i przydziel*). */
export const createRequest = command<typeof CreateRequest, null, RowAnswer>({
  action: 'request.intake',
  input: CreateRequest,
  load: (_tx, { id, district }) =>
    Promise.resolve({ it: null, subject: { district }, about: { subjectType: 'request', subjectId: id, district } }),
  async run(tx, _nothing, input) {
    const request = await registerRequest(tx, input, 'PHONE');
    request.priority = input.priority;
    let more = {};
    if (input.assignTo) {
      const colleague = await findColleague(tx.em, input.district, input.assignTo);
      if (!colleague) throw invalid([{ path: 'assignTo', rule: 'assignee' }]);
      request.give('assign', giverOf(tx, request), tx.now);
      request.holdBy(colleague);
      more = { toName: colleague.displayName };
    }
    recordChange(tx, request, more);
    return rowAnswer(request);
  },
});
