import { InviteOrganisation } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { Organisation } from '../../../volunteer/organisation.entity.ts';
import { aboutMember, approach, findPair, runningNetwork } from '../member-record.ts';
import type { NetworkMember } from '../network.entity.ts';

interface Invited {
  known: NetworkMember | null;
  organisation: Organisation;
}

/**
 * The district's coordinator asks an organisation that is registered there or serves it into the Network.
 * @throws AppError `CONFLICT` with the state, where it was invited already or is inside.
 */
export const inviteOrganisation = command<typeof InviteOrganisation, Invited, { id: string }>({
  action: 'network.admit',
  input: InviteOrganisation,
  async load(tx, { id, district, organisationId }) {
    if (!(await runningNetwork(tx, district))) return null;
    const organisation = await tx.em.findOne(Organisation, {
      id: organisationId,
      $or: [{ district }, { districts: { $contains: [district] } }],
    });
    if (!organisation) return null;
    const known = await findPair(tx, { district, organisationId });
    return { it: { known, organisation }, subject: { district }, about: aboutMember({ id: known?.id ?? id, district }) };
  },
  async run(tx, { known, organisation }, { id, district, organisationId }) {
    const member = await approach(tx, { id, district, organisationId }, known, 'INVITED');
    tx.audit({ ...aboutMember(member, organisation), reason: member.state });
    return { id: member.id };
  },
});
