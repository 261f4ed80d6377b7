import { NETWORK_INPUT, ProposeItem } from '@ww/shared/network/input';
import type { Tx } from '../../../platform/command.ts';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState, loadMeeting } from '../../meeting/meeting-record.ts';
import { organisationNameOf } from '../../member/people.ts';
import { AgendaItem } from '../agenda-item.entity.ts';
import { ordersAgenda } from '../item-command.ts';
import { newItem } from '../new-item.ts';
import { rankLast } from '../order.ts';

/**
 * A member proposes a point; from whoever orders the agenda it is on it at once.
 * @throws AppError `CONFLICT` once the meeting is over; `INVALID` on `meetingId` (`tooLarge`) for one point too many, on `id` (`taken`).
 */
export const proposeItem = meetingCommand(
  'agenda.propose',
  ProposeItem,
  async (tx, meeting, { id, title, kind, presenter, minutes }) => {
    expectState(meeting, 'DRAFT', 'PUBLISHED', 'RUNNING');
    if ((await tx.em.count(AgendaItem, { meetingId: meeting.id })) >= NETWORK_INPUT.items)
      throw invalid([{ path: 'meetingId', rule: 'tooLarge', limit: NETWORK_INPUT.items }]);
    if ((await tx.em.count(AgendaItem, { id })) > 0) throw invalid([{ path: 'id', rule: 'taken' }]);
    const { signedIn } = tx.ctx;
    const state = ordersAgenda(tx, meeting) ? 'PLANNED' : 'PROPOSED';
    if (state === 'PROPOSED') await expectFew(tx, meeting.id);
    const organisation = signedIn && state === 'PROPOSED' ? await organisationNameOf(tx.em, signedIn.personId, meeting.district) : null;
    const proposedBy = signedIn && [signedIn.displayName, organisation].filter(Boolean).join(', ');
    const rank = await rankLast(tx, meeting.id);
    const by = { proposedById: signedIn?.personId ?? null, proposedBy };
    await insertNew(tx, newItem(tx, { id, meetingId: meeting.id, title, kind, presenter, minutes, state, rank, ...by }));
    return { subjectType: 'agenda', subjectId: id };
  },
  (tx, { meetingId }) => loadMeeting(tx, meetingId),
);

/** One person's proposals must not fill the agenda for all. */
async function expectFew(tx: Tx, meetingId: string): Promise<void> {
  const own = await tx.em.count(AgendaItem, { meetingId, state: 'PROPOSED', proposedById: tx.actor.personId });
  if (own >= NETWORK_INPUT.proposals) throw invalid([{ path: 'meetingId', rule: 'tooLarge', limit: NETWORK_INPUT.proposals }]);
}
