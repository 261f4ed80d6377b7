import { createDice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { fromWarsaw } from '@ww/shared/time';
import { describe, expect, it } from 'vitest';
import { resident, type Actor } from '../../support/actors.ts';
import type { Answer } from '../../support/client.ts';
import { QUARTER } from '../../support/place-calendar.ts';
import { expectFree, expectWeek, expectWhole, truthOf, type Truth } from '../../support/place-truth.ts';
import { asked, closing, didPlace, entered, onBooking, onPlace, plantPlace, requestBooking, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const EXPECTED = new Set(['CONFLICT', 'STALE', 'INVALID', 'SPACE_TAKEN']);
const NIGHT_AND_DAY = [{ from: 0, to: 1440 }];
const BATCHES = 12;
const AT_ONCE = 8;

describe('the calendar of a place, whatever is done to it by several at once', () => {
  const world = useWorld();

  it.each([
    [1, '2026-11-26'],
    [2, '2026-11-26'],
    [3, '2027-03-26'],
    [4, '2026-10-23'],
  ])('is the same as counted minute by minute (run %i, from %s)', { timeout: 120_000 }, async (seed, first) => {
    const dice = createDice(seed);
    const days = [0, 1, 2, 4, 5, 6].map((ahead) => Temporal.PlainDate.from(first).add({ days: ahead }).toString());
    const monday = Temporal.PlainDate.from(first).subtract({ days: Temporal.PlainDate.from(first).dayOfWeek - 1 });
    world.clock.set(fromWarsaw(`${first}T12:00`).toISOString());
    const place = await plantPlace(world, { perMonth: 100 });
    // Easter is the day on which spring's hour is skipped
    await world.orm.em.fork().execute('update place set closed_on_holidays = ? where id = ?', [seed < 3, place.id]);
    const clients = [await staffOf(world, place), await staffOf(world, place), await staffOf(world, place)];
    const limits = { shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 100, approval: 'STAFF' } as const;
    let strangers = 0;
    const done = { ok: 0, refused: 0, suspended: 0, held: 0 };

    const time = () => {
      const from = fromWarsaw(`${dice.pick(days)}T00:00`).getTime() + dice.int(dice.chance(0.7) ? 44 : 0, 84) * QUARTER;
      return { startsAt: new Date(from).toISOString(), endsAt: new Date(from + dice.int(2, 12) * QUARTER).toISOString() };
    };
    const visit = () => ({ roomId: dice.pick([place.large, place.small]), people: dice.int(1, 12), ...time() });
    const hours = () => dice.pick([[], [{ from: 600, to: 900 }], [{ from: 780, to: 1200 }], NIGHT_AND_DAY, NIGHT_AND_DAY, NIGHT_AND_DAY]);

    /** One step of somebody, of what was there before the batch. */
    function act({ bookings, closures }: Truth): () => Promise<Answer<unknown>> {
      const staff = dice.pick(clients);
      const active = bookings.filter(({ state }) => ['REQUESTED', 'APPROVED'].includes(state));
      const waiting = active.filter(({ state }) => state === 'REQUESTED');
      const open = closures.filter(({ reopened }) => !reopened);
      const ways: (() => Promise<Answer<unknown>>)[] = [];
      const add = (times: number, way: () => Promise<Answer<unknown>>) => ways.push(...Array.from({ length: times }, () => way));
      const [enter, request] = [entered(place, visit()), visit()];
      add(3, () => onBooking(staff, 'enterBooking', enter));
      const stranger = ++strangers;
      add(4, async () =>
        requestBooking(
          resident(world, `198.51.100.${String(stranger % 250)}`),
          await asked(world, place, request, `osoba${String(stranger)}@example.org`),
        ),
      );
      if (waiting.length > 0) {
        const { id, version } = dice.pick(waiting);
        add(3, () => onBooking(staff, 'approveBooking', { id, version }));
        add(1, () => onBooking(staff, 'refuseBooking', { id, version, reason: 'Zajęte' }));
      }
      if (active.length > 0) {
        const [{ id, version }, { roomId, startsAt, endsAt }] = [dice.pick(active), visit()];
        add(2, () => onBooking(staff, 'moveBooking', { id, version, roomId, startsAt, endsAt }));
        add(1, () => onBooking(staff, 'withdrawBooking', { id, reason: 'Odwołane' }));
      }
      const [day, { startsAt: from, endsAt: to }] = [dice.pick(days), time()];
      add(2, () => onPlace(staff, 'closePlace', closing(place, { from, to })));
      if (open.length > 0) add(2, () => onPlace(staff, 'reopenPlace', { id: dice.pick(open).id }));
      const instead = dice.chance(0.3) ? null : hours();
      add(1, () => onPlace(staff, 'setOpeningDay', { id: place.id, day, hours: instead }));
      const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => hours().map((each) => ({ weekday, ...each })));
      const until = dice.chance(0.5) ? day : null;
      add(1, () => onPlace(staff, 'setHours', { id: newId(), placeId: place.id, from: day, until, weekly }));
      return dice.pick(ways);
    }

    const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => NIGHT_AND_DAY.map((each) => ({ weekday, ...each })));
    await didPlace(clients[0] as Actor, 'setHours', { id: newId(), placeId: place.id, from: '2026-02-01', until: null, weekly });
    for (let batch = 0; batch < BATCHES; batch++) {
      if (dice.chance(0.4)) world.clock.advance(dice.int(1, 8) * 900);
      const before = await truthOf(world, place);
      const steps = Array.from({ length: AT_ONCE }, () => act(before));
      for (const { errors, status } of await Promise.all(steps.map((step) => step()))) {
        expect(status).toBe(200);
        for (const { extensions } of errors ?? []) expect(EXPECTED).toContain(extensions.code);
        done[errors ? 'refused' : 'ok']++;
      }
      const truth = await truthOf(world, place);
      const now = world.clock.now();
      done.suspended += truth.bookings.filter(({ suspended_at }) => suspended_at !== null).length;
      done.held += truth.bookings.filter(({ state }) => state === 'APPROVED').length;
      expectWhole(truth, now.getTime());
      await expectWeek(resident(world), place, truth, monday.add({ days: dice.pick([0, 7]) }).toString());
      const search = { day: dice.pick(days), minutes: dice.int(2, 12) * 15, people: dice.pick([1, 12, 13]) };
      await expectFree(resident(world), place, truth, search, { limits, now });
    }
    // a calendar in which little happened proves nothing; how much does differs with who comes first
    expect(Math.min(done.ok, done.held)).toBeGreaterThan(8);
    expect(Math.min(done.refused, done.suspended)).toBeGreaterThan(0);
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});
