import { AddShelf } from '@ww/shared/place/input';
import { insertNew } from '../../../platform/insert.ts';
import { placeCommand } from '../../place/place-command.ts';
import { FridgeShelf } from '../fridge.entity.ts';

/** @throws AppError `INVALID` on `id` (`taken`). */
export const addShelf = placeCommand(
  'fridge.tend',
  AddShelf,
  (tx, _place, { key: _key, ...given }) => insertNew(tx, Object.assign(new FridgeShelf(), { ...given, removedAt: null, version: 1 })),
  ({ placeId }) => placeId,
);
