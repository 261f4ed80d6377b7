import { newId } from '@ww/shared/id';
import type { Tx } from '../../platform/command.ts';
import type { Meeting } from '../meeting/meeting.entity.ts';
import { ActionItem } from '../minutes/minutes.entity.ts';
import { newItem } from './new-item.ts';
import { itemsInOrder, rankFirst } from './order.ts';

const MINUTES = 10;

/** What the Network is still to do since its earlier meetings comes first by itself; nothing is added where all is done. */
export async function addFollowUp(tx: Tx, meeting: Meeting): Promise<boolean> {
  await tx.em.flush();
  const open = await tx.em.count(ActionItem, { district: meeting.district, doneAt: null });
  const items = await itemsInOrder(tx, meeting.id);
  if (open === 0 || items.some(({ kind }) => kind === 'FOLLOW_UP')) return false;
  tx.em.persist(
    newItem(tx, {
      id: newId(tx.now.getTime()),
      meetingId: meeting.id,
      title: '',
      kind: 'FOLLOW_UP',
      minutes: MINUTES,
      rank: rankFirst(items),
    }),
  );
  return true;
}
