import { AmendShelf } from '@ww/shared/place/input';
import { shelfCommand } from '../shelf-command.ts';

/** @throws AppError `STALE`; `CONFLICT` once it is gone. */
export const amendShelf = shelfCommand(
  AmendShelf,
  ({ id }) => id,
  (_tx, { shelf }, { key: _key, id: _id, version, ...given }) => {
    shelf.expect(version);
    Object.assign(shelf, given);
    shelf.version++;
  },
);
