import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { auditOf } from '../support/log.ts';
import { aRequest } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('the audit trail', () => {
  const world = useWorld();

  it.each([
    ['changed', `update audit_entry set actor_name = 'Nikt'`],
    ['shortened', 'delete from audit_entry'],
  ])('cannot be %s', async (_what, sql) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const before = await auditOf(world, id);

    await expect(world.orm.em.fork().execute(sql)).rejects.toThrow(/append-only/);

    expect(before).toHaveLength(1);
    expect(await auditOf(world, id)).toEqual(before);
  });
});
