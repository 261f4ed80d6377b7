import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { apart, coordinatorOf, didMeeting, meetingFor, newMeeting } from '../../support/meetings.ts';
import { MEETING_VIEW, type MeetingSeen } from '../../support/meeting-views.ts';
import { aMember } from '../../support/network.ts';
import { aRequest, at, bookingsOf, closing, didBooking, didPlace, plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const LIVE = `subscription ($id: ID!, $after: String) { change: meetingChanges(id: $id, after: $after) { kind cursor it: meeting { ${MEETING_VIEW} } } }`;
interface Frame {
  change: { kind: string; it: MeetingSeen | null };
}
/** A Friday afternoon on which the planted place is open. */
const FRIDAY = at('2026-12-04T16:00');

describe('the room of a meeting, live', () => {
  const world = useWorld();

  async function follow(by: Actor, id: string): Promise<Subscription<Frame>> {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    const { cursor } = await meetingFor(by, id);
    return client.subscribe<Frame>(LIVE, { id, after: cursor });
  }
  const last = ({ frames }: Subscription<Frame>) => frames.at(-1)?.data?.change.it;
  const shows = (live: Subscription<Frame>, room: object) => vi.waitFor(() => expect(last(live)?.room).toMatchObject(room), 5_000);
  async function called(place: PlantedPlace, anna: Actor): Promise<string> {
    const input = newMeeting({ startsAt: FRIDAY, minutes: 60, seats: 20, roomId: place.large });
    await didMeeting(anna, 'callMeeting', input);
    await didMeeting(anna, 'publishMeeting', { id: input.id });
    return input.id;
  }
  const bookingOf = async ({ id }: PlantedPlace) => (await bookingsOf(world, id))[0]?.id ?? '';

  it('is answered, moved and closed at the place, and the meeting’s page shows it at once', async () => {
    const place = await plantPlace(world);
    const [staff, anna] = [await staffOf(world, place), await coordinatorOf(world)];
    const { actor: olga } = await aMember(world);
    const id = await called(place, anna);
    await caughtUp(world);
    const seen = [await follow(anna, id), await follow(olga, id)] as const;
    const booking = await bookingOf(place);

    await didBooking(staff, 'approveBooking', { id: booking, version: 1 });
    for (const live of seen) await shows(live, { state: 'APPROVED', isSuspended: false, roomName: 'Duża' });
    const day = { from: at('2026-12-04T12:00'), to: at('2026-12-04T20:00') };
    await didPlace(staff, 'closePlace', closing(place, day));
    for (const live of seen) await shows(live, { state: 'APPROVED', isSuspended: true });
    await didBooking(staff, 'withdrawBooking', { id: booking, reason: 'Remont.' });
    for (const live of seen) await shows(live, { state: 'WITHDRAWN' });

    const fresh = [await meetingFor(anna, id), await meetingFor(olga, id)].map(apart);
    expect(seen.map((live) => apart(last(live) as MeetingSeen))).toEqual(fresh);
  });

  it('of another meeting, or of somebody else, is not told', async () => {
    const [place, second] = [await plantPlace(world), await plantPlace(world)];
    const anna = await coordinatorOf(world);
    const [one, other] = [await called(place, anna), await called(second, anna)];
    await caughtUp(world);
    const [live, witness] = [await follow(anna, one), await follow(anna, other)];
    await aRequest(world, place);
    await didBooking(await staffOf(world, second), 'approveBooking', { id: await bookingOf(second), version: 1 });
    await shows(witness, { state: 'APPROVED' });
    expect(live.frames).toEqual([]);
  });
});
