import { AmendFridge } from '@ww/shared/place/input';
import { placeCommand } from '../../place/place-command.ts';

/** What may not be left, how long home-made food stays, how cold it must be. What lies there already keeps its date. @throws AppError `STALE`. */
export const amendFridge = placeCommand('fridge.tend', AmendFridge, (_tx, place, { key: _key, id: _id, version, ...given }) => {
  place.expect(version);
  Object.assign(place, given);
  place.version++;
});
