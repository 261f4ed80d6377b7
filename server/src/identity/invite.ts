import type { Tx } from '../platform/command.ts';
import { invalid } from '../platform/errors.ts';
import { insertNew } from '../platform/insert.ts';
import type { AuditOf } from '../platform/outbox.ts';
import { Invitation, type Invited } from './invitation.entity.ts';

/**
 * Makes an invitation; its letter is sent by a follower of the log. The answer, which the key's row keeps, is the id alone.
 * @throws AppError `INVALID` on `email` (`taken`) of whoever holds the role there or is invited to it; on `id` (`taken`).
 */
export async function invite(tx: Tx, invited: Invited, about: AuditOf): Promise<{ id: string }> {
  const invitation = Invitation.create(invited, tx.now);
  const { id, email, role, scope, district, placeId } = invitation;
  const held = await tx.em.execute<unknown[]>(
    'select 1 from person p join role_grant g on g.person_id = p.id where p.email = ? and g.role = ? and g.scope = ?',
    [email, role, scope],
  );
  const waiting = await tx.em.count(Invitation, { email, district, placeId, role, acceptedAt: null, expiresAt: { $gt: tx.now } });
  if (held.length > 0 || waiting > 0) throw invalid([{ path: 'email', rule: 'taken' }]);
  await insertNew(tx, invitation);
  tx.event({ topic: 'invitation', subjectId: id, scope, version: 1 });
  tx.audit({ ...about, reason: role });
  return { id };
}
