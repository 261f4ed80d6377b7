import type { StandardSchemaV1 } from '@standard-schema/spec';
import { command, type Tx } from '../../platform/command.ts';
import type { PlaceAnswer } from '../place/place-record.ts';
import { aboutFridge, announceFridge, loadShelf, type ShelfAt } from './shelf-record.ts';

type OnShelf = StandardSchemaV1<unknown, { key: string }>;

/** A step of the staff with one shelf. */
export function shelfCommand<S extends OnShelf>(
  input: S,
  shelfOf: (input: StandardSchemaV1.InferOutput<S>) => string,
  change: (tx: Tx, at: ShelfAt, input: StandardSchemaV1.InferOutput<S>) => Promise<void> | void,
) {
  return command<S, ShelfAt, PlaceAnswer>({
    action: 'fridge.tend',
    input,
    load: (tx, given) => loadShelf(tx, shelfOf(given)),
    async run(tx, at, given) {
      await change(tx, at, given);
      announceFridge(tx, at.shelf, at.place);
      tx.audit(aboutFridge(at.shelf, at.place));
      return { id: at.shelf.id, placeId: at.place.id };
    },
  });
}
