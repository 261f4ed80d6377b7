import { CreateUser } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { createAccount } from '../account.ts';
import { Person } from '../person.entity.ts';

/** An account without an invitation: the first ones of a new installation. @throws AppError `INVALID` when the address has one. */
export const createUser = command<typeof CreateUser, null, { id: string }>({
  action: 'account.grant',
  input: CreateUser,
  load: (_tx, { id }) => Promise.resolve({ it: null, subject: {}, about: { subjectType: 'person', subjectId: id } }),
  async run(tx, _nothing, { id, name, email, password }) {
    if (await tx.em.findOne(Person, { email })) throw invalid([{ path: 'email', rule: 'taken' }]);
    const passwordHash = await tx.ctx.services.hashPassword(password);
    await createAccount(tx.em, { id, name, email, passwordHash }, tx.now);
    tx.event({ topic: 'access', subjectId: id, scope: null, version: 1 });
    tx.audit({ subjectType: 'person', subjectId: id, toName: name });
    return { id };
  },
});
