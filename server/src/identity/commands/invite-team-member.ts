import { InviteTeamMember } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { insertNew } from '../../platform/insert.ts';
import { Invitation } from '../invitation.entity.ts';

/** A coordinator invites to their own Team; the letter is sent by a follower of the log. The key's row holds the id alone. */
export const inviteTeamMember = command<typeof InviteTeamMember, null, { id: string }>({
  action: 'team.invite',
  input: InviteTeamMember,
  load: (_tx, { id, district }) =>
    Promise.resolve({ it: null, subject: { district }, about: { subjectType: 'invitation', subjectId: id, district } }),
  async run(tx, _nothing, { key: _key, ...input }) {
    const held = await tx.em.execute<unknown[]>(
      'select 1 from person p join role_grant g on g.person_id = p.id where p.email = ? and g.role = ? and g.scope = ?',
      [input.email, input.role, input.district],
    );
    const waiting = await tx.em.count(Invitation, {
      email: input.email,
      district: input.district,
      role: input.role,
      acceptedAt: null,
      expiresAt: { $gt: tx.now },
    });
    if (held.length > 0 || waiting > 0) throw invalid([{ path: 'email', rule: 'taken' }]);
    const invitation = Invitation.create(input, tx.now);
    await insertNew(tx, invitation);
    tx.event({ topic: 'invitation', subjectId: invitation.id, scope: input.district, version: 1 });
    tx.audit({ subjectType: 'invitation', subjectId: invitation.id, district: input.district, reason: input.role });
    return { id: invitation.id };
  },
});
