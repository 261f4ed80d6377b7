import { newId } from '@ww/shared/id';
import { AFTER_COMMIT } from '../platform/after-commit.ts';
import type { Em } from '../platform/orm.ts';
import { asColumns, insertRows } from './insert-rows.ts';
import { poolRows, type DemoOrganisation } from './organisations.ts';
import { addresses, demoPeople } from './people.ts';
import { insertAccounts, type SeededPerson } from './seed-people.ts';
import type { Story } from './story.ts';
import type { DemoVolunteer } from './volunteers.ts';

/** Organisations with their pools, and a coordinator each. */
export async function seedOrganisations(em: Em, organisations: readonly DemoOrganisation[], now: Date): Promise<void> {
  await insertRows(
    em,
    'organisation',
    organisations.map(({ id, name, district, districts, createdAt }) =>
      asColumns({ id, name, district, districts, createdAt, version: 1 }),
    ),
  );
  await insertRows(em, 'volunteer_pool', poolRows(organisations, now));
  const addressOf = addresses();
  for (const { name } of demoPeople()) addressOf(name);
  const coordinators = organisations.flatMap(({ id, coordinator, more = [], createdAt }) =>
    [...(coordinator ? [coordinator] : []), ...more].map((name) => ({ name, email: addressOf(name), scope: id, since: createdAt })),
  );
  await insertAccounts(
    em,
    coordinators.map((account) => ({ ...account, id: newId(account.since.getTime()), role: 'ORGANISATION_COORDINATOR' })),
  );
}

/** Volunteers and when they can help. Whoever of them can't sign in has an account all the same, to be asked by. */
export async function seedVolunteers(
  em: Em,
  volunteers: readonly DemoVolunteer[],
  people: readonly SeededPerson[],
  now: Date,
): Promise<void> {
  const known = new Set(people.map(({ id }) => id));
  await insertAccounts(
    em,
    volunteers
      .filter(({ personId }) => !known.has(personId))
      .map(({ personId: id, displayName: name, email, createdAt: since }) => ({ id, name, email, role: 'VOLUNTEER', scope: id, since })),
  );
  await insertRows(
    em,
    'volunteer',
    volunteers.map((who) => volunteerRow(who, now)),
  );
  await insertRows(
    em,
    'volunteer_private',
    volunteers.map(({ id, email, phone }) => ({ volunteer_id: id, email, phone })),
  );
  await insertRows(
    em,
    'volunteer_hours',
    volunteers.flatMap(({ id, weekly }) =>
      weekly.map(({ weekday, from, to }) => ({ volunteer_id: id, weekday, from_minute: from, to_minute: to })),
    ),
  );
  await insertRows(
    em,
    'volunteer_exception',
    volunteers.flatMap(({ id, exceptions }) =>
      exceptions.flatMap(({ day, hours }) =>
        (hours.length > 0 ? hours : [{ from: null, to: null }]).map(({ from, to }) => ({
          ...{ volunteer_id: id, day, from_minute: from, to_minute: to },
        })),
      ),
    ),
  );
  await insertRows(
    em,
    'volunteer_absence',
    volunteers.flatMap(({ id, absences }) =>
      absences.map(({ from, to }) => ({ id: newId(now.getTime()), volunteer_id: id, from_day: from, to_day: to })),
    ),
  );
}

function volunteerRow(who: DemoVolunteer, now: Date): Record<string, unknown> {
  const { id, personId, organisation, home, displayName, districts, kinds, languages, limits, contact, maxOpen, weeklyMinutes } = who;
  const { since, agreementOn, insuredUntil, adultOn, guardianConsentOn, dutyUntil, lastAskedAt, createdAt } = who;
  return asColumns({
    ...{ id, personId, organisationId: organisation?.id ?? null, district: organisation?.district ?? home, displayName, districts },
    ...{ kinds, languages, limits, contact, maxOpen, weeklyMinutes, since, agreementOn, insuredUntil, adultOn, guardianConsentOn },
    ...{ dutyUntil, dutyTimer: dutyUntil && newId(now.getTime()), lastAskedAt, invitedAt: createdAt, createdAt, endedAt: null, version: 1 },
  });
}

/** Searches with their offers and tasks, and for each that runs, as for each duty, the event by which a timer learns of it. */
export async function seedSearches(em: Em, stories: readonly Story[], volunteers: readonly DemoVolunteer[], now: Date): Promise<void> {
  const searches = stories.flatMap((story) => story.searches);
  await insertRows(
    em,
    'dispatch',
    searches.map(({ dispatch }) => asColumns(dispatch)),
  );
  await insertRows(
    em,
    'offer',
    searches.flatMap(({ offers }) => offers.map(asColumns)),
  );
  await insertRows(
    em,
    'task',
    searches.flatMap(({ task }) => (task ? [asColumns(task)] : [])),
  );
  const running = stories.flatMap(({ request, searches: own }) =>
    own
      .filter(({ dispatch }) => dispatch.state === 'RUNNING')
      .map(({ dispatch }) => ({ topic: 'dispatch', subject_id: dispatch.id, scope: request.district, version: dispatch.version })),
  );
  const onDuty = volunteers
    .filter(({ dutyUntil }) => dutyUntil !== null)
    .map(({ id }) => ({ topic: 'duty', subject_id: id, scope: null, version: 1 }));
  await insertRows(
    em,
    'event',
    [...running, ...onDuty].map((event) => ({ id: newId(now.getTime()), at: now, ...event })),
  );
  await em.execute('insert into log_follower (name, position) values (?, 0) on conflict (name) do nothing', [AFTER_COMMIT]);
}
