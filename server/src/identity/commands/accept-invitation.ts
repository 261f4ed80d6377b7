import { LockMode } from '@mikro-orm/core';
import { AcceptInvitation } from '@ww/shared/identity/input';
import { newId } from '@ww/shared/id';
import { command, type Tx } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { createAccount } from '../account.ts';
import { giveRole } from '../grants.ts';
import { Invitation } from '../invitation.entity.ts';
import { Person } from '../person.entity.ts';

/** The link of an invitation is used: once. @throws AppError `INVALID` on `token` when used, expired or not ours. */
export const acceptInvitation = command<typeof AcceptInvitation, Invitation, { id: string }>({
  action: 'invitation.accept',
  input: AcceptInvitation,
  async load(tx, { token }) {
    const id = tx.ctx.services.secrets.invitationId(token);
    const it = id ? await tx.em.findOne(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!it?.isOpen(tx.now)) throw invalid([{ path: 'token', rule: 'token' }]);
    return { it, subject: {}, about: { subjectType: 'invitation', subjectId: it.id, district: it.district } };
  },
  async run(tx, invitation, { name, password }) {
    // Two invitations of one person, accepted at once, must make one account.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`account:${invitation.email}`]);
    // Someone who has an account gets the role; their password stays as it is.
    let person = await tx.em.findOne(Person, { email: invitation.email });
    person ??= await newAccount(tx, invitation.email, name, password);
    await giveRole(tx.em, person.id, invitation.role, invitation.scope, tx.now);
    invitation.acceptedAt = tx.now;
    tx.event({ topic: 'access', subjectId: person.id, scope: invitation.scope, version: 1 });
    tx.audit({
      subjectType: 'invitation',
      subjectId: invitation.id,
      district: invitation.district,
      reason: invitation.role,
      toName: person.displayName,
    });
    return { id: person.id };
  },
});

async function newAccount(tx: Tx, email: string, name: string, password: string): Promise<Person> {
  const passwordHash = await tx.ctx.services.hashPassword(password);
  return createAccount(tx.em, { id: newId(tx.now.getTime()), name, email, passwordHash }, tx.now);
}
