import { EndMembership } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { releaseRsvpsOf } from '../../meeting/seats.ts';
import { aboutMember, findMember, moveTo, ownSide, wrongState } from '../member-record.ts';

interface Ending {
  id: string;
  district: string;
  organisationId: string;
}

/**
 * The organisation leaves, or the district's coordinator ends it; a question that is open is taken back. Seats of its people at
 * meetings ahead go to those who wait.
 * @throws AppError `CONFLICT` with the state, where there is nothing to end.
 */
export const endMembership = command<typeof EndMembership, Ending, { id: string }>({
  action: 'membership.write',
  input: EndMembership,
  async load(tx, { id }) {
    const [it] = await tx.em.execute<Ending[]>(
      'select id, district, organisation_id as "organisationId" from network_member where id = ?',
      [id],
    );
    return it ? { it, ...ownSide(tx.actor, it), about: aboutMember(it) } : null;
  },
  async run(tx, { id, district, organisationId }) {
    // meetings are locked before anything else that they need
    await releaseRsvpsOf(tx, district, organisationId);
    const found = await findMember(tx, id);
    if (!found) throw new Error('a membership is never deleted');
    const { member, organisation } = found;
    if (member.state === 'LEFT' || member.state === 'REFUSED') throw wrongState(member);
    await moveTo(tx, member, 'LEFT');
    tx.audit({ ...aboutMember(member, organisation), reason: member.state });
    return { id };
  },
});
