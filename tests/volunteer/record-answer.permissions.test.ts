import { describe } from 'vitest';
import { RECORD_ANSWER } from '../support/dispatch.ts';
import { dispatchPermissions } from '../support/dispatch-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('recordAnswer permissions', () => {
  dispatchPermissions(useWorld(), RECORD_ANSWER, { action: 'dispatch.record', on: 'offer', more: () => ({ accepted: true }) });
});
