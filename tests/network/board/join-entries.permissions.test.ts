import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { anEntry, joining, suitable } from '../../support/board.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { boardPermissions } from './board-permissions.ts';

describe('joinEntries permissions', () => {
  const world = useWorld();
  boardPermissions(world, 'joinEntries', async (member) => {
    const need = await anEntry(member);
    const offer = await anEntry(await aMember(world), suitable);
    const input = joining(offer.id, need.id, member.actor.personId);
    return { subjectId: need.id, input: () => input, missing: () => ({ ...input, needId: newId() }) };
  });
});
