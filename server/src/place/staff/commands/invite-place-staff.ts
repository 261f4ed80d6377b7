import { InvitePlaceStaff } from '@ww/shared/place/input';
import { invite } from '../../../identity/invite.ts';
import { command } from '../../../platform/command.ts';
import type { AuditOf } from '../../../platform/outbox.ts';
import { lockPlace } from '../../place/place-record.ts';
import { aboutOne } from '../staff-record.ts';

/** Whoever looks after a place invites a colleague; the first is invited by whoever opened it. */
export const invitePlaceStaff = command<typeof InvitePlaceStaff, { district: string; about: AuditOf }, { id: string }>({
  action: 'staff.invite',
  input: InvitePlaceStaff,
  async load(tx, { id, placeId }) {
    const place = await lockPlace(tx, placeId);
    if (!place) return null;
    const about = aboutOne('invitation', id, place);
    return { it: { district: place.district, about }, subject: { place: placeId }, about };
  },
  run: (tx, { district, about }, { key: _key, ...input }) => invite(tx, { ...input, district, role: 'PLACE_STAFF' }, about),
});
