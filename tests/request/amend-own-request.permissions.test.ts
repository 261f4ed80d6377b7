import { describe } from 'vitest';
import { ownPermissions } from '../support/own-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('amendOwnRequest permissions', () => {
  ownPermissions(useWorld(), 'amend');
});
