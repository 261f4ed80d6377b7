import { LogTemperature } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { conflict } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { FridgeTemperature } from '../fridge.entity.ts';
import { shelfCommand } from '../shelf-command.ts';

/** What the thermometer shows, in °C; one that is too warm is kept and shown as such. @throws AppError `CONFLICT` once the shelf is gone; `INVALID` on `id` (`taken`). */
export const logTemperature = shelfCommand(
  LogTemperature,
  ({ shelfId }) => shelfId,
  async (tx, { shelf, place }, { id, degrees }) => {
    if (shelf.removedAt) throw conflict({ by: null, at: shelf.removedAt.toISOString(), state: 'REMOVED' });
    const measured = { measuredAt: tx.now, measuredById: tx.actor.personId, measuredBy: demandSignedIn(tx.ctx).displayName };
    await insertNew(tx, Object.assign(new FridgeTemperature(), { id, placeId: place.id, shelfId: shelf.id, degrees, ...measured }));
  },
);
