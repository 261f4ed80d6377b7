import { WithdrawItem } from '@ww/shared/network/input';
import { conflict } from '../../../platform/errors.ts';
import { expectState } from '../../meeting/meeting-record.ts';
import type { AgendaItem } from '../agenda-item.entity.ts';
import { expectOwn, itemCommand, loadOwnItem } from '../item-command.ts';

/** Whether nothing has happened on it yet. */
const isUntouched = ({ state, spentMs }: AgendaItem): boolean => spentMs === 0 && state !== 'CURRENT' && state !== 'DONE';

/** Takes a point off the agenda, or a proposal back. @throws AppError `CONFLICT` with its state once the meeting has dealt with it. */
export const withdrawItem = itemCommand(
  'agenda.propose',
  WithdrawItem,
  (tx, meeting, item) => {
    expectState(meeting, 'DRAFT', 'PUBLISHED', 'RUNNING');
    expectOwn(tx, meeting, item);
    if (!isUntouched(item)) throw conflict({ by: null, at: null, state: item.state });
    tx.em.remove(item);
    return {};
  },
  loadOwnItem,
);
