import { AddRoom } from '@ww/shared/place/input';
import { insertNew } from '../../../platform/insert.ts';
import { placeCommand } from '../place-command.ts';
import { Room } from '../place.entity.ts';

/** @throws AppError `INVALID` on `id` (`taken`). */
export const addRoom = placeCommand(
  'place.write',
  AddRoom,
  (tx, _place, { key: _key, ...given }) => insertNew(tx, Object.assign(new Room(), { ...given, retiredAt: null, version: 1 })),
  ({ placeId }) => placeId,
);
