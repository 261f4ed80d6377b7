import { RevealMember } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import type { Revealed } from '../../../platform/reveal.ts';
import { aboutMember, findMember, type MemberAt } from '../member-record.ts';

/**
 * Writes down who looks at how an organisation of the Network is reached. The data is read afterwards, so that the key's row
 * never holds it.
 */
export const revealMember = command<typeof RevealMember, MemberAt, Revealed>({
  action: 'network.reveal',
  input: RevealMember,
  limit: RATE_LIMITS.reveal,
  async load(tx, { id }) {
    const it = await findMember(tx, id);
    if (it?.member.state !== 'MEMBER') return null;
    return { it, subject: { district: it.member.district }, about: aboutMember(it.member) };
  },
  run(tx, { member, organisation }) {
    tx.audit(aboutMember(member, organisation));
    return Promise.resolve({ id: member.id, revealedAt: tx.now.toISOString() });
  },
});
