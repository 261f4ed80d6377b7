import type { Dice } from '@ww/server/demo/random';
import { insertRows } from '@ww/server/demo/insert-rows';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { newId } from '@ww/shared/id';
import { KINDS } from '@ww/shared/request/kinds';
import { STATES } from '@ww/shared/request/transitions';
import { inWarsaw } from '@ww/shared/time';
import { TASK_STATES } from '@ww/shared/volunteer/terms';
import type { World } from './world.ts';

/** Rows as their tables hold them; what a count by hand looks at. */
export interface City {
  organisation: { id: string }[];
  volunteer: {
    id: string;
    organisation_id: string | null;
    districts: string[];
    kinds: string[];
    max_open: number;
    duty_until: string | null;
    ended_at: string | null;
  }[];
  volunteer_hours: { volunteer_id: string; weekday: number; from_minute: number; to_minute: number }[];
  volunteer_exception: { volunteer_id: string; day: string; from_minute: number | null; to_minute: number | null }[];
  volunteer_absence: { volunteer_id: string; from_day: string; to_day: string }[];
  volunteer_pool: {
    id: string;
    districts: string[];
    kinds: string[];
    weekdays: number[];
    from_minute: number;
    to_minute: number;
    headcount: number;
    from_day: string;
    to_day: string;
    ended_at: string | null;
  }[];
  help_request: { id: string; district: string; kind: string; state: string; due_to: string }[];
  offer: { id: string; pool_id: string | null }[];
  task: { volunteer_id: string; offer_id: string | null; state: string; from_at: string; to_at: string }[];
}

const MINUTE = 60_000;

/** Makes up people, pools, requests and tasks around now, by chance that is the same for the same dice, and plants them. */
export async function plantCity(world: World, dice: Dice, size: { volunteers: number; requests: number }, starter: string): Promise<City> {
  const em = world.orm.em.fork();
  const now = world.clock.now().getTime();
  const iso = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();
  const today = inWarsaw(now).toPlainDate();
  const day = (from: number, to: number) => today.add({ days: dice.int(from, to) }).toString();
  const several = <T>(list: readonly T[], most: number) => dice.shuffle(list).slice(0, dice.int(1, most));
  /** One or two windows of a day, apart. */
  const windows = () => {
    const [a = 0, b = 1, c = 2, d = 3] = Array.from({ length: 4 }, () => dice.int(0, 1440)).toSorted((one, other) => one - other);
    return [
      ...(a < b ? [{ from_minute: a, to_minute: b }] : []),
      ...(c < d && b <= c && dice.chance(0.4) ? [{ from_minute: c, to_minute: d }] : []),
    ];
  };
  const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
  const made = { created_at: iso(-60), version: 1 };

  const organisation = { id: newId(), name: `Organizacja ${newId()}`, district: 'wlochy', districts: [...DISTRICT_SLUGS], ...made };
  const volunteer = times(size.volunteers, (index) => ({
    ...{
      id: newId(),
      organisation_id: dice.chance(0.3) ? organisation.id : null,
      district: 'wlochy',
      display_name: `Osoba ${String(index)}`,
      ...made,
    },
    districts: several(DISTRICT_SLUGS, 3),
    kinds: several(KINDS, 4),
    ...{ languages: ['PL'], limits: [], contact: 'EMAIL', since: '2020-03-30', agreement_on: '2020-03-30', max_open: dice.int(1, 3) },
    duty_until: dice.chance(0.2) ? iso(dice.int(-60, 600)) : null,
    ended_at: dice.chance(0.1) ? iso(-30) : null,
  }));
  const ids = volunteer.map(({ id }) => id);
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const volunteer_hours = ids.flatMap((volunteer_id) =>
    several(weekdays, 6).flatMap((weekday) => windows().map((window) => ({ volunteer_id, weekday, ...window }))),
  );
  const volunteer_exception = ids.flatMap((volunteer_id) =>
    [...new Set(times(dice.int(0, 2), () => day(-1, 8)))].flatMap((date) =>
      (dice.chance(0.4) ? [{ from_minute: null, to_minute: null }] : windows()).map((window) => ({ volunteer_id, day: date, ...window })),
    ),
  );
  const volunteer_absence = ids
    .filter(() => dice.chance(0.2))
    .map((volunteer_id) => {
      const from_day = day(-3, 8);
      return {
        id: newId(),
        volunteer_id,
        from_day,
        to_day: today.add({ days: 30 }).toString() > from_day && dice.chance(0.5) ? from_day : day(8, 9),
      };
    });
  const volunteer_pool = times(12, () => ({
    ...{ id: newId(), organisation_id: organisation.id, ...made },
    ...{ districts: several(DISTRICT_SLUGS, 3), kinds: several(KINDS, 4), weekdays: several(weekdays, 7), headcount: dice.int(1, 5) },
    ...(windows()[0] ?? { from_minute: 0, to_minute: 1440 }),
    ...{ from_day: day(-5, 3), to_day: day(3, 9), ended_at: dice.chance(0.1) ? iso(-30) : null },
  }));

  const waitingFor = times(size.requests, (index) =>
    requestRow(index, dice.pick(STATES.filter((state) => state !== 'ACCEPTED' && state !== 'IN_PROGRESS'))),
  );
  function requestRow(number: number, state: string, holder: string | null = null) {
    const isClosed = state === 'DONE' || state === 'CANCELLED';
    const noon = Temporal.ZonedDateTime.from(`${day(0, 7)}T${dice.pick(['12:00', '00:00'])}[Europe/Warsaw]`);
    return {
      ...{ id: newId(), number: 1000 + number, district: dice.pick(DISTRICT_SLUGS), kind: dice.pick(KINDS), state, volunteer_id: holder },
      due_to: dice.chance(0.2) ? new Date(noon.epochMilliseconds).toISOString() : iso(dice.int(-600, 12_000)),
      ...{
        priority: 'NORMAL',
        channel: 'PHONE',
        created_at: iso(-700),
        changed_at: iso(-700),
        closed_at: isClosed ? iso(-5) : null,
        version: 1,
      },
      ...{ cancel_reason: state === 'CANCELLED' ? 'RESIGNED' : null, reporter_kind: 'SELF', informed: 'IS_CALLER', helpers: [] },
    };
  }

  // one after another for each volunteer, so that none overlap
  const tasks = ids
    .filter(() => dice.chance(0.4))
    .flatMap((volunteer_id) => {
      let free = dice.int(-500, 2000);
      return times(dice.int(1, 3), (index) => {
        const from = free + dice.int(0, 300);
        const to = from + dice.int(20, 240);
        free = to;
        const state = dice.pick(TASK_STATES);
        const isActive = state === 'ACCEPTED' || state === 'ON_THE_WAY';
        const request = requestRow(
          size.requests + volunteer.findIndex(({ id }) => id === volunteer_id) * 3 + index,
          isActive ? 'ACCEPTED' : 'DONE',
          volunteer_id,
        );
        const pool_id = dice.chance(0.3) ? dice.pick(volunteer_pool).id : null;
        const dispatch = {
          ...{
            id: newId(),
            request_id: request.id,
            started_by_id: starter,
            started_at: iso(-60),
            wave_size: 3,
            wave_minutes: 15,
            in_waves: false,
          },
          ...{
            wave: 1,
            state: 'ACCEPTED',
            from_at: iso(from),
            to_at: iso(to),
            next_at: iso(0),
            timer_id: newId(),
            ended_at: iso(-1),
            version: 1,
          },
        };
        const offer = {
          ...{
            id: newId(),
            dispatch_id: dispatch.id,
            request_id: request.id,
            volunteer_id: pool_id ? null : volunteer_id,
            pool_id,
            wave: 1,
          },
          ...{ state: 'ACCEPTED', offered_at: iso(-60), expires_at: iso(0), answered_at: iso(-1), overrides: [], version: 1 },
        };
        const task = {
          ...{ id: newId(), request_id: request.id, volunteer_id, offer_id: offer.id, state, from_at: iso(from), to_at: iso(to) },
          ...{ accepted_at: iso(-1), ended_at: isActive ? null : iso(0), minutes: state === 'DONE' ? 60 : null, version: 1 },
        };
        return { request, dispatch, offer, task };
      });
    });
  const help_request = [...waitingFor, ...tasks.map(({ request }) => request)];
  const offer = tasks.map((made) => made.offer);
  const task = tasks.map((made) => made.task);

  const tables = {
    organisation: [organisation],
    volunteer,
    volunteer_hours,
    volunteer_exception,
    volunteer_absence,
    volunteer_pool,
    help_request,
  };
  for (const [table, rows] of Object.entries({ ...tables, dispatch: tasks.map((made) => made.dispatch), offer, task }))
    await insertRows(em, table, rows);
  return {
    organisation: [organisation],
    volunteer,
    volunteer_hours,
    volunteer_exception,
    volunteer_absence,
    volunteer_pool,
    help_request,
    offer,
    task,
  };
}
