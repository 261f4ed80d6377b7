import { check } from '@ww/shared/field-errors';
import { TakeFood } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import type { PlaceAnswer } from '../../place/place-record.ts';
import { aboutFridge, announceFridge, expectOpen, loadItem, type ItemAt } from '../shelf-record.ts';

const take = command<typeof TakeFood, ItemAt, PlaceAnswer>({
  action: 'food.take',
  input: TakeFood,
  load: (tx, { id }) => loadItem(tx, id),
  async run(tx, { item, place }, { left }) {
    await expectOpen(tx, place);
    item.expectThere();
    if (left !== null && left >= item.amount) throw invalid([{ path: 'left', rule: 'tooLarge', limit: item.amount - 1 }]);
    if (left) item.leave(left, tx.now);
    else item.end('TAKEN', tx.now);
    announceFridge(tx, item, place);
    tx.audit(aboutFridge(item, place));
    return { id: item.id, placeId: place.id };
  },
});

/**
 * Somebody takes food, all of it or all but `left`; nobody signs in.
 * @throws AppError `CONFLICT` when it is gone already; `INVALID`: `placeClosed`, `left` (`tooLarge`); `RATE_LIMITED` by address.
 */
export async function takeFood(ctx: Context, input: unknown): Promise<PlaceAnswer> {
  if (check(TakeFood, input).ok) await ctx.services.limiter.take(RATE_LIMITS.takeFood, ctx.address);
  return take(ctx, input);
}
