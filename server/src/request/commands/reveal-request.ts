import { RevealRequest } from '@ww/shared/request/input';
import { command } from '../../platform/command.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import type { HelpRequest } from '../help-request.entity.ts';
import { aboutRequest, loadRequest } from '../request-command.ts';

/**
 * Writes down who looks at the personal data of a request, and why. The data is read afterwards, so that the key's
 * row never holds it.
 */
export const revealRequest = command<typeof RevealRequest, HelpRequest, { id: string; version: number; revealedAt: string }>({
  action: 'request.reveal',
  input: RevealRequest,
  limit: RATE_LIMITS.reveal,
  load: (tx, { id }) => loadRequest(tx, id),
  run(tx, request, { reason }) {
    tx.audit({ ...aboutRequest(request), reason });
    return Promise.resolve({ id: request.id, version: request.version, revealedAt: tx.now.toISOString() });
  },
});
