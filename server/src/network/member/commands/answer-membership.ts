import { AnswerMembership } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { aboutMember, findMember, moveTo, networkSide, organisationSide, ownSide, wrongState, type MemberAt } from '../member-record.ts';

/**
 * Who was asked says yes or no: the district's coordinator to an organisation, or the organisation to the Network.
 * @throws AppError `CONFLICT` with the state, where no question is open.
 */
export const answerMembership = command<typeof AnswerMembership, MemberAt, { id: string }>({
  action: 'membership.write',
  input: AnswerMembership,
  async load(tx, { id }) {
    const it = await findMember(tx, id);
    if (!it) return null;
    const { member } = it;
    const asked = { ASKED: networkSide, INVITED: organisationSide } as Partial<Record<typeof member.state, typeof networkSide>>;
    return { it, ...(asked[member.state]?.(member) ?? ownSide(tx.actor, member)), about: aboutMember(member) };
  },
  async run(tx, { member, organisation }, { accepted }) {
    const { state } = member;
    if (state !== 'ASKED' && state !== 'INVITED') throw wrongState(member);
    // who turns down an invitation was not refused by anybody
    await moveTo(tx, member, accepted ? 'MEMBER' : state === 'ASKED' ? 'REFUSED' : 'LEFT');
    tx.audit({ ...aboutMember(member, organisation), reason: member.state });
    return { id: member.id };
  },
});
