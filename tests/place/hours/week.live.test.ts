import { appendEvent } from '@ww/server/platform/outbox';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSession, resident, signIn, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { liveWeek, weekDocument, weekFor, type WeekFrame, type WeekKind } from '../../support/place-weeks.ts';
import { aBooking, aRequest, at, closing, didBooking, didPlace, plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const DAY = '2026-11-27';

describe('a week that is followed', () => {
  const world = useWorld();

  async function follow<K extends WeekKind>(by: Actor, kind: K, { id }: { id: string }, after: string | null, day = DAY) {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client.subscribe<WeekFrame<K>>(liveWeek(kind), { placeId: id, day, after });
  }
  const last = <K extends WeekKind>({ frames }: Subscription<WeekFrame<K>>) => frames.at(-1)?.data?.change;
  async function planted() {
    const place = await plantPlace(world);
    await caughtUp(world);
    return { place, staff: await staffOf(world, place) };
  }
  /** Both weeks as somebody sees who looks at them only now. */
  async function expectFresh<K extends WeekKind>(by: Actor, kind: K, { id }: PlantedPlace, live: Subscription<WeekFrame<K>>) {
    await caughtUp(world);
    const fresh = { ...(await weekFor(by, kind, id)), cursor: '' };
    await vi.waitFor(() => expect({ ...last(live)?.week, cursor: '' }).toEqual(fresh), 5_000);
  }

  it('brings the whole new week to the staff and to everybody, whatever is done', async () => {
    const { place, staff } = await planted();
    const passer = resident(world);
    const inside = await follow(staff, 'staffWeek', place, (await weekFor(staff, 'staffWeek', place.id)).cursor);
    const outside = await follow(passer, 'placeWeek', place, (await weekFor(passer, 'placeWeek', place.id)).cursor);
    const both = async () => {
      await expectFresh(staff, 'staffWeek', place, inside);
      await expectFresh(passer, 'placeWeek', place, outside);
    };

    const asked = await aRequest(world, place);
    await both();
    expect(last(inside)).toMatchObject({
      kind: 'UPSERT',
      week: { bookings: [{ id: asked.id, state: 'REQUESTED' }], attention: [{ id: asked.id }] },
    });
    expect(last(outside)?.week?.busy).toMatchObject([{ roomId: place.large, isAsked: true }]);

    await didBooking(staff, 'approveBooking', { id: asked.id, version: 1 });
    await both();
    expect(last(inside)?.week?.attention).toEqual([]);
    expect(last(outside)?.week?.busy).toEqual([{ roomId: place.large, from: at(`${DAY}T13:45`), to: at(`${DAY}T16:15`), isAsked: false }]);

    await didPlace(staff, 'closePlace', closing(place));
    await both();
    expect(last(inside)?.week).toMatchObject({ bookings: [{ isSuspended: true }], attention: [{ isSuspended: true }] });
    expect(last(outside)?.week?.open).toContainEqual({ from: at(`${DAY}T12:00`), to: at(`${DAY}T15:00`) });

    await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-11-26', hours: [] });
    await didBooking(staff, 'withdrawBooking', { id: asked.id, reason: 'Odwołane' });
    await both();
    expect(last(outside)?.week?.busy).toEqual([]);
  });

  it('is one new week, however many bookings a closing hits', async () => {
    const { place, staff } = await planted();
    for (let hour = 15; hour < 20; hour++)
      await aBooking(staff, place, {
        roomId: place.small,
        startsAt: at(`${DAY}T${String(hour)}:00`),
        endsAt: at(`${DAY}T${String(hour)}:45`),
      });
    await caughtUp(world);
    const live = await follow(staff, 'staffWeek', place, (await weekFor(staff, 'staffWeek', place.id)).cursor);
    await didPlace(staff, 'closePlace', closing(place));
    await expectFresh(staff, 'staffWeek', place, live);
    expect(last(live)?.week?.attention).toHaveLength(5);
    expect(live.frames.length).toBeLessThanOrEqual(2);
  });

  it('replays what was missed, and tells a cursor of another log to load again', async () => {
    const { place, staff } = await planted();
    const { cursor } = await weekFor(staff, 'staffWeek', place.id);
    await aBooking(staff, place);
    await didPlace(staff, 'closePlace', closing(place));
    await expectFresh(staff, 'staffWeek', place, await follow(staff, 'staffWeek', place, cursor));
    await expectFresh(resident(world), 'placeWeek', place, await follow(resident(world), 'placeWeek', place, cursor));

    for (const kind of ['staffWeek', 'placeWeek'] as const) {
      const [reset] = await (await follow(staff, kind, place, `${newId()}.0`)).take(1);
      expect(reset?.change).toMatchObject({ kind: 'RESET', week: null });
    }
  });

  it('is told nothing of another place', async () => {
    const { place, staff } = await planted();
    const other = await plantPlace(world);
    await caughtUp(world);
    const live = await follow(staff, 'staffWeek', place, (await weekFor(staff, 'staffWeek', place.id)).cursor);
    const there = await staffOf(world, other);
    const far = await follow(there, 'staffWeek', other, (await weekFor(there, 'staffWeek', other.id)).cursor);
    await aBooking(there, other);
    await vi.waitFor(() => expect(last(far)?.week?.bookings).toHaveLength(1), 5_000);
    expect(live.frames).toEqual([]);
  });

  it('tells everybody when a room is busy, and never by whom or what for', async () => {
    const { place, staff } = await planted();
    const passer = resident(world);
    const live = await follow(passer, 'placeWeek', place, (await weekFor(passer, 'placeWeek', place.id)).cursor);
    const person = { kind: 'GROUP', groupName: 'Koło hafciarek', name: 'Zofia Czapla', phone: '22 000 01 34', words: 'Haft przy herbacie' };
    const asked = await aRequest(world, place, person, 'hafciarki@example.org');
    await didBooking(staff, 'approveBooking', { id: asked.id, version: 1 });
    const booked = await aBooking(staff, place, {
      roomId: place.small,
      kind: 'RESIDENT',
      name: 'Jan Turkawka',
      email: 'turkawka@example.org',
      phone: null,
      groupName: null,
    });
    await expectFresh(passer, 'placeWeek', place, live);
    expect(last(live)?.week?.busy).toHaveLength(2);

    const seen = JSON.stringify([live.frames, await weekFor(passer, 'placeWeek', place.id)]);
    for (const secret of [
      'hafci',
      'Haft',
      'Zofia',
      'Czapla',
      '220000134',
      'Turkawka',
      'turkawka',
      'MEETING',
      staff.name,
      asked.id,
      asked.code,
      booked.id,
    ])
      expect(seen).not.toContain(secret);
    const inside = JSON.stringify(await weekFor(staff, 'staffWeek', place.id));
    expect(inside).toContain('Koło hafciarek');
    for (const secret of ['Zofia', 'Turkawka', 'turkawka', '220000134', 'Haft']) expect(inside).not.toContain(secret);
  });

  it('of the staff is for this place’s staff alone', async () => {
    const { place } = await planted();
    for (const [by, code] of [
      [await staffOf(world, await plantPlace(world)), 'NOT_FOUND'],
      [await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), 'NOT_FOUND'],
      [await signIn(world, 'ADMIN'), 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const) {
      const live = await follow(by, 'staffWeek', place, null);
      await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe(code), 5_000);
      expect(errorOf(await by.send(weekDocument('staffWeek'), { placeId: place.id, day: DAY })).code).toBe(code);
    }
  });

  it.each<[string, (staff: Actor, place: PlantedPlace) => Promise<unknown>]>([
    [
      'the role is taken away',
      async ({ personId }, { id }) => {
        await world.orm.em.fork().transactional(async (em) => {
          await em.execute(`delete from role_grant where person_id = ? and role = 'PLACE_STAFF'`, [personId]);
          appendEvent(em, { topic: 'access', subjectId: personId ?? '', scope: id, version: 1 }, world.clock.now());
          await em.flush();
        });
        world.app.services.feed.announce();
      },
    ],
    [
      'the session is revoked on another device',
      async ({ personId, sessionId }) => {
        const device = await openSession(world, personId ?? '');
        const revoke = 'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { id } }';
        return dataOf(await device.send(revoke, { input: { key: newId(), id: sessionId } }));
      },
    ],
  ])('is closed when %s; who stays is told on', async (_how, end) => {
    const { place, staff } = await planted();
    const stays = await staffOf(world, place);
    const client = await LiveClient.open(world, staff);
    onTestFinished(() => client.close());
    client.subscribe(liveWeek('staffWeek'), { placeId: place.id, day: DAY, after: null });
    const live = await follow(stays, 'staffWeek', place, (await weekFor(stays, 'staffWeek', place.id)).cursor);

    await end(staff, place);

    expect((await client.closed).code).toBe(4401);
    await aBooking(stays, place);
    await expectFresh(stays, 'staffWeek', place, live);
  });

  it.each(['wtorek', '2026-02-30', '', '-200000-01-01', '+250000-01-01'])('of the day %j is refused, not followed', async (day) => {
    const { place, staff } = await planted();
    for (const kind of ['staffWeek', 'placeWeek'] as const) {
      const wrong = { code: 'INVALID', fields: [{ path: 'day', rule: 'day' }] };
      expect(errorOf(await staff.send(weekDocument(kind), { placeId: place.id, day }))).toMatchObject(wrong);
      const live = await follow(staff, kind, place, null, day);
      await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions).toMatchObject(wrong), 5_000);
    }
  });

  it('of a place that is not there is not found', async () => {
    const live = await follow(resident(world), 'placeWeek', { id: newId() }, null);
    await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND'), 5_000);
    expect(errorOf(await resident(world).send(weekDocument('placeWeek'), { placeId: newId(), day: DAY })).code).toBe('NOT_FOUND');
  });

  it('begins on its Monday, whichever day is named', async () => {
    const { place } = await planted();
    for (const day of ['2026-11-23', '2026-11-26', '2026-11-29'])
      expect((await weekFor(resident(world), 'placeWeek', place.id, day)).day).toBe('2026-11-23');
  });
});
