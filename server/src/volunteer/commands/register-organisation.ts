import { RegisterOrganisation } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { insertNew } from '../../platform/insert.ts';
import { accountFor, letIn } from '../account-for.ts';
import { aboutOrganisation, announceOrganisation } from '../organisation-record.ts';
import { Organisation } from '../organisation.entity.ts';

/**
 * A district's coordinator takes an organisation into the network; its own coordinator gets a link into an account.
 * @throws AppError `INVALID` on `name` (`taken`).
 */
export const registerOrganisation = command<typeof RegisterOrganisation, null, { id: string }>({
  action: 'organisation.register',
  input: RegisterOrganisation,
  load: (_tx, { id, district }) => Promise.resolve({ it: null, subject: { district }, about: aboutOrganisation({ id, district }) }),
  async run(tx, _nothing, { id, name, district, districts, coordinatorName, coordinatorEmail }) {
    if ((await tx.em.count(Organisation, { name })) > 0) throw invalid([{ path: 'name', rule: 'taken' }]);
    const organisation = Object.assign(new Organisation(), { id, name, district, districts, createdAt: tx.now, version: 1 });
    await insertNew(tx, organisation, { organisation_name: 'name' });
    const coordinator = await accountFor(tx, coordinatorName, coordinatorEmail);
    await letIn(tx, coordinator, 'ORGANISATION_COORDINATOR', organisation.id);
    announceOrganisation(tx, organisation);
    tx.audit({ ...aboutOrganisation(organisation), toName: coordinator.displayName });
    return { id };
  },
});
