import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { openSession, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { REVOKE } from '../support/people.ts';
import { permissions } from '../support/permissions.ts';
import { useWorld } from '../support/world.ts';

describe('revokeSession permissions', () => {
  const world = useWorld();

  // another person's session, whatever role one has: not even the administrator's business
  permissions(world, {
    action: 'session.revoke',
    allowed: [],
    async prepare() {
      const { sessionId } = await signIn(world, null);
      const revoking = (id: string | null) => ({ document: REVOKE, variables: { input: { key: newId(), id } } });
      return { subjectId: sessionId ?? '', operation: () => revoking(sessionId), missing: () => revoking(newId()) };
    },
  });

  it('lets anyone signed in end their own, with a role or without', async () => {
    for (const by of [await signIn(world, null), await signIn(world, 'VOLUNTEER'), await signIn(world, 'ADMIN')]) {
      const { sessionId } = await openSession(world, by.personId ?? '');
      expect(dataOf(await by.send<object>(REVOKE, { input: { key: newId(), id: sessionId } }))).toEqual({
        revokeSession: { id: sessionId },
      });
    }
  });
});
