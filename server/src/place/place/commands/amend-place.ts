import { AmendPlace } from '@ww/shared/place/input';
import { invalid } from '../../../platform/errors.ts';
import { resettle } from '../../hours/resettle.ts';
import { placeCommand } from '../place-command.ts';

/** Address, limits of bookings, who approves, holidays. What is booked already stays. @throws AppError `STALE`; `INVALID` on `longestMinutes` below the shortest. */
export const amendPlace = placeCommand('place.write', AmendPlace, async (tx, place, { key: _key, id: _id, version, ...given }) => {
  place.expect(version);
  if (given.longestMinutes < given.shortestMinutes)
    throw invalid([{ path: 'longestMinutes', rule: 'tooSmall', limit: given.shortestMinutes }]);
  Object.assign(place, given);
  place.version++;
  await resettle(tx, place);
});
