import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('finishRequest permissions', () => {
  requestPermissions(useWorld(), 'finish', { action: 'request.finish', state: 'IN_PROGRESS', holderOnly: true });
});
