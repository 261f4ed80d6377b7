import { RemovePlaceStaff } from '@ww/shared/place/input';
import { can } from '@ww/shared/policy';
import { RoleGrant } from '../../../identity/grant.entity.ts';
import { takeRole } from '../../../identity/grants.ts';
import { command, type Tx } from '../../../platform/command.ts';
import { invalid } from '../../../platform/errors.ts';
import type { AuditOf } from '../../../platform/outbox.ts';
import { lockPlace } from '../../place/place-record.ts';
import type { Place } from '../../place/place.entity.ts';
import { aboutOne } from '../staff-record.ts';

/**
 * Takes the role at a place away, also one's own. Two who remove each other at once come one after another: the second finds the last.
 * @throws AppError `INVALID` on `grantId` (`lastStaff`): only whoever opens places may leave one to nobody.
 */
export const removePlaceStaff = command<typeof RemovePlaceStaff, { grant: RoleGrant; about: AuditOf }, { id: string }>({
  action: 'staff.remove',
  input: RemovePlaceStaff,
  async load(tx, { grantId }) {
    const place = await lockPlaceOfGrant(tx, grantId);
    const grant = place && (await tx.em.findOne(RoleGrant, { id: grantId }, { populate: ['person'] }));
    if (!grant) return null;
    const about = aboutOne('person', grant.person.id, place);
    return { it: { grant, about }, subject: { place: place.id }, about };
  },
  async run(tx, { grant, about }) {
    const isLast = (await tx.em.count(RoleGrant, { role: 'PLACE_STAFF', scope: grant.scope })) === 1;
    if (isLast && !can(tx.actor, 'place.open')) throw invalid([{ path: 'grantId', rule: 'lastStaff' }]);
    return takeRole(tx, grant, about);
  },
});

/** A role of another kind is no matter of a place, also where its scope is called like one. */
async function lockPlaceOfGrant(tx: Tx, grantId: string): Promise<Place | null> {
  const [found] = await tx.em.execute<{ id: string }[]>(
    `select p.id from role_grant g join place p on p.id::text = g.scope where g.id = ? and g.role = 'PLACE_STAFF'`,
    [grantId],
  );
  return found ? lockPlace(tx, found.id) : null;
}
