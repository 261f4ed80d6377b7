import { AmendItem } from '@ww/shared/network/input';
import { conflict, invalid, stale } from '../../../platform/errors.ts';
import { expectState } from '../../meeting/meeting-record.ts';
import { expectOwn, itemCommand, loadOwnItem } from '../item-command.ts';

/**
 * Corrects a point. @throws AppError `STALE`; `CONFLICT` with the point's state once it was dealt with, or the meeting's once that
 * is over; `INVALID` on `id` for what comes by itself.
 */
export const amendItem = itemCommand(
  'agenda.propose',
  AmendItem,
  (tx, meeting, item, { version, title, kind, presenter, minutes }) => {
    expectState(meeting, 'DRAFT', 'PUBLISHED', 'RUNNING');
    expectOwn(tx, meeting, item);
    if (item.kind === 'FOLLOW_UP') throw invalid([{ path: 'id', rule: 'choice' }]);
    if (item.state === 'DONE') throw conflict({ by: null, at: null, state: item.state });
    if (item.version !== version) throw stale(item.version);
    Object.assign(item, { title, kind, presenter, minutes, version: version + 1 });
    return {};
  },
  loadOwnItem,
);
