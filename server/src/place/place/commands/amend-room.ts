import { AmendRoom } from '@ww/shared/place/input';
import { roomCommand } from '../place-command.ts';

/** Bookings keep the buffers that they were made with. @throws AppError `STALE`; `CONFLICT` once the room is lent no more. */
export const amendRoom = roomCommand(AmendRoom, (_tx, { room }, { key: _key, id: _id, version, ...given }) => {
  room.expect(version);
  Object.assign(room, given);
});
