import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Action } from '@ww/shared/policy';
import { command, type Tx } from '../../platform/command.ts';
import { aboutPlace, announcePlace, loadPlace, lockPlaceOf, type PlaceAnswer } from './place-record.ts';
import { Room, type Place } from './place.entity.ts';

type OnPlace = StandardSchemaV1<unknown, { key: string; id: string }>;

/** A change of a place itself (its details, rules, hours, fridge); `placeOf` names it where that is not the input's `id`. */
export function placeCommand<S extends OnPlace>(
  action: Action,
  input: S,
  change: (tx: Tx, place: Place, input: StandardSchemaV1.InferOutput<S>) => Promise<void> | void,
  placeOf: (input: StandardSchemaV1.InferOutput<S>) => string = ({ id }) => id,
) {
  return command<S, Place, PlaceAnswer>({
    action,
    input,
    load: (tx, given) => loadPlace(tx, placeOf(given)),
    async run(tx, place, given) {
      await change(tx, place, given);
      announcePlace(tx, place);
      tx.audit(aboutPlace(place));
      return { id: given.id, placeId: place.id };
    },
  });
}

interface RoomAt {
  room: Room;
  place: Place;
}

/** A change of one room. */
export function roomCommand<S extends OnPlace>(
  input: S,
  change: (tx: Tx, at: RoomAt, input: StandardSchemaV1.InferOutput<S>) => Promise<void> | void,
) {
  return command<S, RoomAt, PlaceAnswer>({
    action: 'place.write',
    input,
    async load(tx, { id }) {
      const place = await lockPlaceOf(tx, 'room', id);
      if (!place) return null;
      const room = await tx.em.findOneOrFail(Room, { id });
      return { it: { room, place }, subject: { place: place.id }, about: aboutPlace(place) };
    },
    async run(tx, at, given) {
      await change(tx, at, given);
      at.room.version++;
      announcePlace(tx, at.place);
      tx.audit(aboutPlace(at.place));
      return { id: at.room.id, placeId: at.place.id };
    },
  });
}
