import { LockMode } from '@mikro-orm/core';
import { WithdrawPool } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { announceOrganisation, findOrganisation } from '../organisation-record.ts';
import type { Organisation } from '../organisation.entity.ts';
import { VolunteerPool } from '../pool.entity.ts';

/** A pool is offered no more; who was named from it keeps what they took on. @throws AppError `NOT_FOUND` also when it was withdrawn before. */
export const withdrawPool = command<
  typeof WithdrawPool,
  { pool: VolunteerPool; organisation: Organisation },
  { id: string; organisationId: string }
>({
  action: 'pool.write',
  input: WithdrawPool,
  async load(tx, { id }) {
    const pool = await tx.em.findOne(VolunteerPool, { id, endedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const organisation = pool && (await findOrganisation(tx, pool.organisationId));
    if (!organisation) return null;
    const about = { subjectType: 'pool', subjectId: id, district: organisation.district } as const;
    return { it: { pool, organisation }, subject: { organisation: organisation.id }, about };
  },
  run(tx, { pool, organisation }) {
    pool.endedAt = tx.now;
    pool.version += 1;
    announceOrganisation(tx, organisation, pool.districts);
    tx.audit({ subjectType: 'pool', subjectId: pool.id, subjectLabel: String(pool.headcount), district: organisation.district });
    return Promise.resolve({ id: pool.id, organisationId: organisation.id });
  },
});
