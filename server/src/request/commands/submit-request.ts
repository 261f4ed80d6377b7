import { check } from '@ww/shared/field-errors';
import { SubmitRequest } from '@ww/shared/request/input';
import { command } from '../../platform/command.ts';
import type { Context } from '../../platform/context.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import { registerRequest } from '../intake.ts';
import { recordChange } from '../request-command.ts';

/** A form with a mistake in it costs nothing: it is corrected and sent again. */
async function limit(ctx: Context, input: unknown): Promise<void> {
  if (check(SubmitRequest, input).ok) await ctx.services.limiter.take(RATE_LIMITS.submit, ctx.address);
}

/** The resident's own form. The code isn't in the answer (it is derived from the id), so the key's row doesn't hold it. */
const submit = command<typeof SubmitRequest, null, { id: string; number: number; district: string }>({
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

/** @throws AppError `INVALID`; `RATE_LIMITED` by address. */
export async function submitRequest(ctx: Context, input: unknown): Promise<{ id: string; number: number; district: string }> {
  await limit(ctx, input);
  return submit(ctx, input);
}
