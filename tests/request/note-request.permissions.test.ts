import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('noteRequest permissions', () => {
  requestPermissions(useWorld(), 'note', { action: 'request.note' });
});
