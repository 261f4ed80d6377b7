import { WithdrawOwnRequest } from '@ww/shared/request/input';
import { command } from '../../platform/command.ts';
import type { HelpRequest } from '../help-request.entity.ts';
import { stepsOf } from '../own-request.queries.ts';
import { loadOwn } from '../own-request.ts';
import { giverOf, recordChange } from '../request-command.ts';
import { keepTies } from '../ties.ts';
import type { OwnSteps } from '../own-request.types.ts';

/** The resident takes the request back, with the reason. */
export const withdrawOwnRequest = command<typeof WithdrawOwnRequest, HelpRequest, OwnSteps>({
  action: 'request.withdraw-own',
  input: WithdrawOwnRequest,
  load: (tx, { code }) => loadOwn(tx, code),
  async run(tx, request, { reason }) {
    request.give('withdraw', giverOf(tx, request), tx.now);
    request.cancelReason = reason;
    await keepTies(tx, request);
    recordChange(tx, request, { reason });
    return stepsOf(request);
  },
});
