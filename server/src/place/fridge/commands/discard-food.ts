import { DiscardFood } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import type { PlaceAnswer } from '../../place/place-record.ts';
import { aboutFridge, announceFridge, loadItem, type ItemAt } from '../shelf-record.ts';

/** By staff: spoilt, past its date, or never fit to be left. Also while the place is closed. @throws AppError `CONFLICT` when it is gone already. */
export const discardFood = command<typeof DiscardFood, ItemAt, PlaceAnswer>({
  action: 'fridge.tend',
  input: DiscardFood,
  load: (tx, { id }) => loadItem(tx, id),
  run(tx, { item, place }) {
    item.expectThere();
    item.end('DISCARDED', tx.now);
    announceFridge(tx, item, place);
    tx.audit(aboutFridge(item, place));
    return Promise.resolve({ id: item.id, placeId: place.id });
  },
});
