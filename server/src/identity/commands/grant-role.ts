import { GrantRole } from '@ww/shared/identity/input';
import { scopeFits } from '@ww/shared/roles';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { giveRole } from '../grants.ts';
import { Person } from '../person.entity.ts';

/** Gives a person a role in a scope; giving it twice changes nothing. */
export const grantRole = command<typeof GrantRole, Person, { id: string }>({
  action: 'account.grant',
  input: GrantRole,
  async load(tx, { personId, scope }) {
    const it = await tx.em.findOne(Person, { id: personId });
    return it ? { it, subject: {}, about: { subjectType: 'person', subjectId: it.id, district: scope } } : null;
  },
  async run(tx, person, { role, scope }) {
    if (!scopeFits(role, scope)) throw invalid([{ path: 'scope', rule: 'choice' }]);
    const id = await giveRole(tx.em, person.id, role, role === 'VOLUNTEER' ? person.id : scope, tx.now);
    tx.event({ topic: 'access', subjectId: person.id, scope, version: 1 });
    tx.audit({ subjectType: 'person', subjectId: person.id, reason: role, toName: person.displayName });
    return { id };
  },
});
