import { describe } from 'vitest';
import { memberPermissions } from '../../support/member-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('answerMembership permissions', () => {
  const world = useWorld();
  const inputOf = () => ({ accepted: true });

  describe('about who asked', () => {
    memberPermissions(world, 'answerMembership', { action: 'network.admit', allowed: ['DISTRICT_COORDINATOR'], state: 'ASKED', inputOf });
  });

  describe('about who was invited', () => {
    const allowed = ['ORGANISATION_COORDINATOR'] as const;
    memberPermissions(world, 'answerMembership', { action: 'membership.write', allowed, state: 'INVITED', inputOf });
  });
});
