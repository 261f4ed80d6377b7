import { SubmitRequest } from '@ww/shared/request/input';
import { command } from '../../platform/command.ts';
import { registerRequest } from '../intake.ts';
import { recordChange } from '../request-command.ts';

/** The resident's own form. The code isn't in the answer (it is derived from the id), so the key's row doesn't hold it. */
export const submitRequest = command<typeof SubmitRequest, null, { id: string; number: number; district: string }>({
  action: 'request.submit',
  input: SubmitRequest,
  load: (_tx, { id, district }) => Promise.resolve({ it: null, subject: {}, about: { subjectType: 'request', subjectId: id, district } }),
  async run(tx, _nothing, input) {
    const request = await registerRequest(tx, input, 'WEB');
    const { secrets } = tx.ctx.services;
    request.codeHash = secrets.codeHash(secrets.requestCode(request.id));
    recordChange(tx, request);
    return { id: request.id, number: request.number, district: request.district };
  },
});
