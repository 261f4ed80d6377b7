import { ReopenPlace } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { command } from '../../../platform/command.ts';
import { aboutPlace, announcePlace, lockPlaceOf, type PlaceAnswer } from '../../place/place-record.ts';
import type { Place } from '../../place/place.entity.ts';
import { Closure } from '../hours.entity.ts';
import { resettle } from '../resettle.ts';

interface ClosureAt {
  closure: Closure;
  place: Place;
}

/** Opens again, from now on or before it ever closed: what was suspended and still lies ahead comes back. @throws AppError `CONFLICT` once it is over. */
export const reopenPlace = command<typeof ReopenPlace, ClosureAt, PlaceAnswer>({
  action: 'hours.write',
  input: ReopenPlace,
  async load(tx, { id }) {
    const place = await lockPlaceOf(tx, 'closure', id);
    if (!place) return null;
    return { it: { closure: await tx.em.findOneOrFail(Closure, { id }), place }, subject: { place: place.id }, about: aboutPlace(place) };
  },
  async run(tx, { closure, place }) {
    closure.reopen(demandSignedIn(tx.ctx).displayName, tx.now);
    await resettle(tx, place);
    announcePlace(tx, place);
    tx.audit(aboutPlace(place));
    return { id: closure.id, placeId: place.id };
  },
});
