import { check } from '@ww/shared/field-errors';
import { checkFood, staysUntil } from '@ww/shared/place/fridge';
import { PutFood } from '@ww/shared/place/input';
import { warsawDay } from '@ww/shared/week';
import { command } from '../../../platform/command.ts';
import type { Context } from '../../../platform/context.ts';
import { conflict, invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import type { PlaceAnswer } from '../../place/place-record.ts';
import { FridgeItem } from '../fridge.entity.ts';
import { aboutFridge, announceFridge, expectOpen, loadShelf, type ShelfAt } from '../shelf-record.ts';

/** So much lies in one fridge at most: what is more is nonsense, or a lorry. */
const MOST_ITEMS = 200;

const put = command<typeof PutFood, ShelfAt, PlaceAnswer>({
  action: 'food.put',
  input: PutFood,
  load: (tx, { shelfId }) => loadShelf(tx, shelfId),
  async run(tx, { shelf, place }, { key: _key, ...food }) {
    if (shelf.removedAt) throw conflict({ by: null, at: shelf.removedAt.toISOString(), state: 'REMOVED' });
    await expectOpen(tx, place);
    const wrong = checkFood(place.fridgeRules, food, warsawDay(tx.now));
    if (wrong.length > 0) throw invalid(wrong);
    if ((await tx.em.count(FridgeItem, { placeId: place.id, state: 'THERE' })) >= MOST_ITEMS)
      throw invalid([{ path: 'id', rule: 'tooLarge', limit: MOST_ITEMS }]);
    const item = Object.assign(new FridgeItem(), {
      ...{
        ...food,
        placeId: place.id,
        staysUntil: staysUntil(place.fridgeRules, food),
        state: 'THERE',
        putAt: tx.now,
        endedAt: null,
        partTaken: null,
        partTakenAt: null,
        version: 1,
      },
    } as const);
    await insertNew(tx, item);
    announceFridge(tx, item, place);
    tx.audit(aboutFridge(item, place));
    return { id: item.id, placeId: place.id };
  },
});

/**
 * Somebody leaves food; nobody signs in.
 * @throws AppError `INVALID`: `refusedFood` (by its kind or its name), `pastBestBefore`, `madeInFuture`, `placeClosed`; `RATE_LIMITED` by address.
 */
export async function putFood(ctx: Context, input: unknown): Promise<PlaceAnswer> {
  if (check(PutFood, input).ok) await ctx.services.limiter.take(RATE_LIMITS.putFood, ctx.address);
  return put(ctx, input);
}
