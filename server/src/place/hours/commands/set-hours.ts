import { SetHours } from '@ww/shared/place/input';
import { checkWeekly } from '@ww/shared/spans';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { placeCommand } from '../../place/place-command.ts';
import { OpeningWeek } from '../hours.entity.ts';
import { resettle } from '../resettle.ts';

/**
 * A week's hours from a day on, until another or for good; a week that began on the same day is replaced.
 * @throws AppError `INVALID`: `untilDay` before `from` (`daysOrder`), hours that end before they start or overlap, `id` (`taken`).
 */
export const setHours = placeCommand(
  'hours.write',
  SetHours,
  async (tx, place, { id, from, until, weekly }) => {
    const wrong = checkWeekly(weekly);
    if (until !== null && until < from) wrong.unshift({ path: 'until', rule: 'daysOrder' });
    if (wrong.length > 0) throw invalid(wrong);
    const known = await tx.em.findOne(OpeningWeek, { placeId: place.id, fromDay: from });
    if (known) Object.assign(known, { untilDay: until, weekly });
    else await insertNew(tx, Object.assign(new OpeningWeek(), { id, placeId: place.id, fromDay: from, untilDay: until, weekly }));
    await resettle(tx, place);
  },
  ({ placeId }) => placeId,
);
