import type { Tx } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { lockPlace } from '../place/place-record.ts';
import type { Place } from '../place/place.entity.ts';

/** The place that lends a room, its calendar locked; null where there is no such room. */
export async function placeOfRoom(tx: Tx, roomId: string): Promise<Place | null> {
  const [found] = await tx.em.execute<{ place_id: string }[]>('select place_id from room where id = ?', [roomId]);
  return found ? lockPlace(tx, found.place_id) : null;
}

/** @throws AppError `INVALID` on `rulesVersion` unless the house rules that hold now were accepted; `limit` is their number. */
export function expectRules({ rulesVersion: current }: Place, accepted: number): void {
  if (accepted !== current) throw invalid([{ path: 'rulesVersion', rule: 'rulesVersion', limit: current }]);
}
