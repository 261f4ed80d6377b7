import { InviteTeamMember } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { invite } from '../invite.ts';

/** A coordinator invites to their own Team. */
export const inviteTeamMember = command<typeof InviteTeamMember, AuditOf, { id: string }>({
  action: 'team.invite',
  input: InviteTeamMember,
  load(_tx, { id, district }) {
    const about: AuditOf = { subjectType: 'invitation', subjectId: id, district };
    return Promise.resolve({ it: about, subject: { district }, about });
  },
  run: (tx, about, { key: _key, ...input }) => invite(tx, { ...input, placeId: null }, about),
});
