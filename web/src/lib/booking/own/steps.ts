import { orThrow, run } from '#lib/graphql/client.ts';
import { MoveOwnBookingDocument, WithdrawOwnBookingDocument, type OwnBooking } from '../documents.ts';
import { MoveTheirBookingDocument, WithdrawTheirBookingDocument } from '../mutations.ts';

interface Target {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

/** What can be done with a booking, by its code or for an organisation; each answers with the booking as it is then. */
export interface Steps {
  move(own: OwnBooking, target: Target, key: string): Promise<OwnBooking | null>;
  withdraw(own: OwnBooking, key: string): Promise<OwnBooking | null>;
}

export const byCode = (code: string): Steps => ({
  async move({ booking: { version } }, target, key) {
    return (await orThrow(run(MoveOwnBookingDocument, { input: { key, code, version, ...target } }))).moveOwnBooking;
  },
  async withdraw(_own, key) {
    return (await orThrow(run(WithdrawOwnBookingDocument, { input: { key, code } }))).withdrawOwnBooking;
  },
});

/** Read anew afterwards: null. */
export const forOrganisation: Steps = {
  async move({ booking: { id, version } }, target, key) {
    await orThrow(run(MoveTheirBookingDocument, { input: { key, id, version, ...target } }));
    return null;
  },
  async withdraw({ booking: { id } }, key) {
    await orThrow(run(WithdrawTheirBookingDocument, { input: { key, id, reason: null } }));
    return null;
  },
};
