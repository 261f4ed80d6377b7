import { RemoveTeamMember, TEAM_ROLES } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { RoleGrant } from '../grant.entity.ts';
import { takeRole } from '../grants.ts';

/** Takes a role in a Team away; no other role: an organisation's scope must not pass for a district. */
export const removeTeamMember = command<typeof RemoveTeamMember, { grant: RoleGrant; about: AuditOf }, { id: string }>({
  action: 'team.remove',
  input: RemoveTeamMember,
  async load(tx, { grantId }) {
    const grant = await tx.em.findOne(RoleGrant, { id: grantId, role: { $in: [...TEAM_ROLES] } }, { populate: ['person'] });
    if (!grant) return null;
    const about: AuditOf = { subjectType: 'person', subjectId: grant.person.id, district: grant.scope ?? null };
    return { it: { grant, about }, subject: { district: grant.scope ?? undefined }, about };
  },
  run: (tx, { grant, about }) => Promise.resolve(takeRole(tx, grant, about)),
});
