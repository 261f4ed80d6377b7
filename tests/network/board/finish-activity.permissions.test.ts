import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { anActivity } from '../../support/board.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { boardPermissions } from './board-permissions.ts';

describe('finishActivity permissions', () => {
  const world = useWorld();
  boardPermissions(world, 'finishActivity', async (member) => {
    const { activity } = await anActivity(member, await aMember(world));
    const about = (id: string) => ({ id, done: true });
    return { subjectId: activity.id, input: () => about(activity.id), missing: () => about(newId()) };
  });
});
