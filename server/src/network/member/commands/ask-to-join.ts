import { AskToJoin } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { Organisation } from '../../../volunteer/organisation.entity.ts';
import { aboutMember, approach, findPair, runningNetwork } from '../member-record.ts';
import type { NetworkMember } from '../network.entity.ts';

interface Asking {
  known: NetworkMember | null;
  organisation: Organisation;
}

/**
 * An organisation asks to be let into a district's Network, where one runs.
 * @throws AppError `CONFLICT` with the state, where it has asked already or is inside.
 */
export const askToJoin = command<typeof AskToJoin, Asking, { id: string }>({
  action: 'membership.write',
  input: AskToJoin,
  async load(tx, { id, district, organisationId }) {
    if (!(await runningNetwork(tx, district))) return null;
    const organisation = await tx.em.findOne(Organisation, { id: organisationId });
    if (!organisation) return null;
    const known = await findPair(tx, { district, organisationId });
    const about = aboutMember({ id: known?.id ?? id, district });
    return { it: { known, organisation }, subject: { organisation: organisationId }, about };
  },
  async run(tx, { known, organisation }, { id, district, organisationId }) {
    const member = await approach(tx, { id, district, organisationId }, known, 'ASKED');
    tx.audit({ ...aboutMember(member, organisation), reason: member.state });
    return { id: member.id };
  },
});
