import type { Tx } from '../../platform/command.ts';
import { announceAround } from '../meeting/meeting-record.ts';
import { Meeting } from '../meeting/meeting.entity.ts';
import type { ActionItem } from './minutes.entity.ts';

/** Tells the owner's page, the action's meeting, and those ahead, which go through what is still to be done. */
export async function announceAction(tx: Tx, action: ActionItem): Promise<void> {
  tx.event({ topic: 'action', subjectId: action.id, scope: action.ownerId, version: action.version });
  const ahead = { district: action.district, state: { $in: ['DRAFT', 'PUBLISHED', 'RUNNING'] as const } };
  const shown = await tx.em.find(Meeting, { $or: [ahead, { id: action.meetingId }] }, { disableIdentityMap: true });
  for (const meeting of shown) announceAround(tx, meeting);
}
