import { ClosePlace } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { placeCommand } from '../../place/place-command.ts';
import { Closure } from '../hours.entity.ts';
import { resettle } from '../resettle.ts';

/** A sudden closing may last so long; what is longer is a change of hours. */
const LONGEST_DAYS = 366;

/**
 * Closes suddenly: what falls into it is suspended and its borrowers are told once, the fridge waits.
 * @throws AppError `INVALID` on `to`: not after `from` (`closureOrder`), over already (`dueInPast`), longer than a year (`tooFarAhead`).
 */
export const closePlace = placeCommand(
  'hours.write',
  ClosePlace,
  async (tx, place, { id, from, to, reason }) => {
    if (to <= from) throw invalid([{ path: 'to', rule: 'closureOrder' }]);
    if (to <= tx.now) throw invalid([{ path: 'to', rule: 'dueInPast' }]);
    if (+to - +from > LONGEST_DAYS * 86_400_000) throw invalid([{ path: 'to', rule: 'tooFarAhead', limit: LONGEST_DAYS }]);
    const by = {
      closedAt: tx.now,
      closedById: tx.actor.personId,
      closedBy: demandSignedIn(tx.ctx).displayName,
      reopenedAt: null,
      reopenedBy: null,
    };
    await insertNew(tx, Object.assign(new Closure(), { id, placeId: place.id, fromAt: from, toAt: to, reason, ...by }));
    await resettle(tx, place);
  },
  ({ placeId }) => placeId,
);
