import { PutFoodBack } from '@ww/shared/place/input';
import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import { command } from '../../../platform/command.ts';
import { conflict, invalid } from '../../../platform/errors.ts';
import type { PlaceAnswer } from '../../place/place-record.ts';
import { FridgeShelf } from '../fridge.entity.ts';
import { aboutFridge, announceFridge, loadItem, type ItemAt } from '../shelf-record.ts';

/**
 * Undoes a tap on *taken*, of all or of a part (or on *discarded*, by whoever may).
 * @throws AppError `CONFLICT` when it is there, or its shelf is gone; `STALE` when somebody took of it after the part; `INVALID`
 * (`undoLate`) after 30 s.
 */
export const putFoodBack = command<typeof PutFoodBack, ItemAt, PlaceAnswer>({
  action: 'food.take',
  input: PutFoodBack,
  async load(tx, { id }) {
    const loaded = await loadItem(tx, id);
    return loaded && { ...loaded, ...(loaded.it.item.state === 'DISCARDED' ? { action: 'fridge.tend' as const } : {}) };
  },
  async run(tx, { item, place }, { version }) {
    const { removedAt } = await tx.em.findOneOrFail(FridgeShelf, { id: item.shelfId });
    if (removedAt) throw conflict({ by: null, at: removedAt.toISOString(), state: 'REMOVED' });
    if (version !== null) item.expect(version);
    const { goneAt } = item;
    // of what is there, only a part that is named can have gone
    if (!goneAt || (!item.endedAt && version === null)) throw conflict({ by: null, at: item.putAt.toISOString(), state: item.state });
    if (tx.now.getTime() - goneAt.getTime() > UNDO_WINDOW_MS) throw invalid([{ path: 'id', rule: 'undoLate' }]);
    item.putBack();
    announceFridge(tx, item, place);
    tx.audit(aboutFridge(item, place));
    return { id: item.id, placeId: place.id };
  },
});
