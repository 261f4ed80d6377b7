import { RemoveShelf } from '@ww/shared/place/input';
import { invalid } from '../../../platform/errors.ts';
import { FridgeItem } from '../fridge.entity.ts';
import { shelfCommand } from '../shelf-command.ts';

/** @throws AppError `STALE`; `CONFLICT` once it is gone; `INVALID` on `id` (`shelfInUse`) while food lies on it. */
export const removeShelf = shelfCommand(
  RemoveShelf,
  ({ id }) => id,
  async (tx, { shelf }, { version }) => {
    shelf.expect(version);
    const lying = await tx.em.count(FridgeItem, { shelfId: shelf.id, state: 'THERE' });
    if (lying > 0) throw invalid([{ path: 'id', rule: 'shelfInUse', limit: lying }]);
    shelf.removedAt = tx.now;
    shelf.version++;
  },
);
