import { describe } from 'vitest';
import { START_WAVES } from '../support/dispatch.ts';
import { dispatchPermissions } from '../support/dispatch-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('startWaves permissions', () => {
  dispatchPermissions(useWorld(), START_WAVES, { action: 'dispatch.offer', on: 'request', more: () => ({ size: 3, minutes: 15 }) });
});
