import { DescribeMember } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { stale } from '../../../platform/errors.ts';
import { aboutMember, announceMember, findMember, ownSide, wrongState, type MemberAt } from '../member-record.ts';
import { NetworkMemberPrivate } from '../network.entity.ts';

/**
 * What an organisation does and how it is reached, for the others in the Network.
 * @throws AppError `STALE`; `CONFLICT` with the state for one that is not inside.
 */
export const describeMember = command<typeof DescribeMember, MemberAt, { id: string }>({
  action: 'membership.write',
  input: DescribeMember,
  async load(tx, { id }) {
    const it = await findMember(tx, id);
    return it && { it, ...ownSide(tx.actor, it.member), about: aboutMember(it.member) };
  },
  async run(tx, { member, organisation }, { version, does, contactName, contactEmail, contactPhone }) {
    if (member.state !== 'MEMBER') throw wrongState(member);
    if (member.version !== version) throw stale(member.version);
    member.does = does;
    await tx.em.upsert(NetworkMemberPrivate, { memberId: member.id, contactName, contactEmail, contactPhone });
    announceMember(tx, member);
    tx.audit(aboutMember(member, organisation));
    return { id: member.id };
  },
});
