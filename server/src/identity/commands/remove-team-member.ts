import { RemoveTeamMember, TEAM_ROLES } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import { RoleGrant } from '../grant.entity.ts';

/** Takes a role in a Team away (no other role: an organisation's scope must not pass for a district); open sockets of the person close within seconds. Their account and history stay. */
export const removeTeamMember = command<typeof RemoveTeamMember, RoleGrant, { id: string }>({
  action: 'team.remove',
  input: RemoveTeamMember,
  async load(tx, { grantId }) {
    const it = await tx.em.findOne(RoleGrant, { id: grantId, role: { $in: [...TEAM_ROLES] } }, { populate: ['person'] });
    if (!it) return null;
    const district = it.scope ?? undefined;
    return { it, subject: { district }, about: { subjectType: 'person', subjectId: it.person.id, district: it.scope ?? null } };
  },
  run(tx, grant) {
    tx.em.remove(grant);
    tx.event({ topic: 'access', subjectId: grant.person.id, scope: grant.scope ?? null, version: 1 });
    tx.audit({
      subjectType: 'person',
      subjectId: grant.person.id,
      district: grant.scope ?? null,
      reason: grant.role,
      toName: grant.person.unwrap().displayName,
    });
    return Promise.resolve({ id: grant.id });
  },
});
