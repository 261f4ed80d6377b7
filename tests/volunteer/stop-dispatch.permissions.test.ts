import { describe } from 'vitest';
import { STOP_DISPATCH } from '../support/dispatch.ts';
import { dispatchPermissions } from '../support/dispatch-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('stopDispatch permissions', () => {
  dispatchPermissions(useWorld(), STOP_DISPATCH, { action: 'dispatch.stop', on: 'dispatch', more: () => ({}) });
});
