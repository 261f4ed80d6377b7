import { SetOpeningDay } from '@ww/shared/place/input';
import { checkHours } from '@ww/shared/spans';
import { invalid } from '../../../platform/errors.ts';
import { placeCommand } from '../../place/place-command.ts';
import { OpeningDay } from '../hours.entity.ts';
import { resettle } from '../resettle.ts';

/** Hours of one day that differ from the week's and from a holiday; none closes it, null makes it as usual. @throws AppError `INVALID` (`hoursOrder`, `hoursOverlap`). */
export const setOpeningDay = placeCommand('hours.write', SetOpeningDay, async (tx, place, { day, hours }) => {
  const wrong = checkHours(hours ?? [], (at) => `hours.${String(at)}`);
  if (wrong.length > 0) throw invalid(wrong);
  const known = await tx.em.findOne(OpeningDay, { placeId: place.id, day });
  if (hours === null) {
    if (known) tx.em.remove(known);
  } else if (known) known.hours = hours;
  else tx.em.persist(Object.assign(new OpeningDay(), { placeId: place.id, day, hours }));
  await resettle(tx, place);
});
