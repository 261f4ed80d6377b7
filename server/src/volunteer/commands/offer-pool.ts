import { OfferPool } from '@ww/shared/volunteer/input';
import { checkPool } from '@ww/shared/volunteer/profile';
import { warsawDay } from '@ww/shared/week';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { insertNew } from '../../platform/insert.ts';
import { aboutOrganisation, announceOrganisation, findOrganisation } from '../organisation-record.ts';
import type { Organisation } from '../organisation.entity.ts';
import { VolunteerPool } from '../pool.entity.ts';

/**
 * An organisation offers so many people without names.
 * @throws AppError `INVALID`: `toMinute` (`hoursOrder`), `toDay` (`dueOrder`, `dueInPast`).
 */
export const offerPool = command<typeof OfferPool, Organisation, { id: string; organisationId: string }>({
  action: 'pool.write',
  input: OfferPool,
  async load(tx, { organisationId }) {
    const it = await findOrganisation(tx, organisationId);
    return it && { it, subject: { organisation: it.id }, about: aboutOrganisation(it) };
  },
  async run(tx, organisation, { key: _key, weekdays, ...input }) {
    const wrong = checkPool(input, warsawDay(tx.now));
    if (wrong.length > 0) throw invalid(wrong);
    const days = [...new Set(weekdays)].toSorted((a, b) => a - b);
    const pool = Object.assign(new VolunteerPool(), { ...input, weekdays: days, createdAt: tx.now, endedAt: null, version: 1 });
    await insertNew(tx, pool);
    announceOrganisation(tx, organisation, pool.districts);
    tx.audit({ subjectType: 'pool', subjectId: pool.id, subjectLabel: String(pool.headcount), district: organisation.district });
    return { id: pool.id, organisationId: organisation.id };
  },
});
