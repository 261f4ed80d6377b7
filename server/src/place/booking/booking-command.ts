import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Action } from '@ww/shared/policy';
import { command, type Tx } from '../../platform/command.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import type { PlaceAnswer } from '../place/place-record.ts';
import { aboutBooking, announceBooking, loadBooking, type BookingAt } from './booking-record.ts';

type OnBooking = StandardSchemaV1<unknown, { key: string; id: string }>;

/** A step with one booking, while the calendar of its place is locked; `change` may add to the audit entry (a reason). */
export function bookingCommand<S extends OnBooking>(
  action: Action,
  input: S,
  change: (
    tx: Tx,
    at: BookingAt,
    input: StandardSchemaV1.InferOutput<S>,
  ) => Promise<Partial<AuditOf> | undefined> | Partial<AuditOf> | undefined,
) {
  return command<S, BookingAt, PlaceAnswer>({
    action,
    input,
    load: (tx, { id }) => loadBooking(tx, id),
    async run(tx, at, given) {
      const more = await change(tx, at, given);
      announceBooking(tx, at.booking);
      tx.audit({ ...aboutBooking(at.booking, at.place), ...more });
      return { id: at.booking.id, placeId: at.place.id };
    },
  });
}
