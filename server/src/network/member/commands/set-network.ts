import { LockMode } from '@mikro-orm/core';
import { SetNetwork } from '@ww/shared/network/input';
import { command, type Tx } from '../../../platform/command.ts';
import { invalid } from '../../../platform/errors.ts';
import { Meeting } from '../../meeting/meeting.entity.ts';
import { announceAccess } from '../member-record.ts';
import { Network, NetworkMember } from '../network.entity.ts';

/**
 * Switches a district's Network on or off, and sets after how many days a need that nobody answered is put forward. While it
 * is off its members are not inside.
 * @throws AppError `INVALID` on `enabled` (`upcomingMeetings`, with how many) while meetings are ahead.
 */
export const setNetwork = command<typeof SetNetwork, Network, { district: string }>({
  action: 'network.set',
  input: SetNetwork,
  async load(tx, { district }) {
    const it = await tx.em.findOne(Network, { district }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return it && { it, subject: { district }, about: { subjectType: 'network', subjectId: null, district } };
  },
  async run(tx, network, { enabled, unansweredDays }) {
    const { district } = network;
    if (network.enabled !== enabled) await turn(tx, district, enabled);
    Object.assign(network, { enabled, unansweredDays, version: network.version + 1 });
    tx.audit({ subjectType: 'network', subjectId: null, district, reason: enabled ? 'ON' : 'OFF' });
    return { district };
  },
});

async function turn(tx: Tx, district: string, on: boolean): Promise<void> {
  const ahead = on
    ? 0
    : await tx.em.count(Meeting, { district, $or: [{ state: 'RUNNING' }, { state: 'PUBLISHED', endsAt: { $gt: tx.now } }] });
  if (ahead > 0) throw invalid([{ path: 'enabled', rule: 'upcomingMeetings', limit: ahead }]);
  const members = await tx.em.find(NetworkMember, { district, state: { $in: ['INVITED', 'ASKED', 'MEMBER'] } });
  for (const { id, version } of members) tx.event({ topic: 'network', subjectId: id, scope: district, version });
  await announceAccess(
    tx,
    members.filter(({ state }) => state === 'MEMBER').map(({ organisationId }) => organisationId),
  );
}
