import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('triageRequest permissions', () => {
  requestPermissions(useWorld(), 'triage', { action: 'request.triage' });
});
