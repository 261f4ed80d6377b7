import { appendEvent } from '@ww/server/platform/outbox';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import { THEIR_BOOKINGS, THEIR_FIELDS, type TheirsSeen } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { aMember, type Member } from '../../support/network.ts';
import { aRequest, at, closing, didBooking, didPlace, plantPlace, staffOf, wish, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const LIVE = `subscription ($id: ID!, $after: String) {
  organisationBookingsChanges(organisationId: $id, after: $after) { kind cursor organisation { ${THEIR_FIELDS} } } }`;
interface Frame {
  organisationBookingsChanges: { kind: 'UPSERT' | 'REMOVE' | 'RESET'; cursor: string; organisation: TheirsSeen | null };
}

describe('what an organisation has booked, followed', () => {
  const world = useWorld();

  const theirs = async (by: Actor, id: string) => dataOf(await by.send<{ theirs: TheirsSeen }>(THEIR_BOOKINGS, { id })).theirs;
  async function follow(by: Actor, id: string, after: string | null): Promise<Subscription<Frame>> {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client.subscribe<Frame>(LIVE, { id, after });
  }
  const followed = async ({ actor, organisationId }: Member) => follow(actor, organisationId, (await theirs(actor, organisationId)).cursor);
  const last = ({ frames }: Subscription<Frame>) => frames.at(-1)?.data?.organisationBookingsChanges.organisation;
  const shown = (seen: TheirsSeen | null | undefined) => seen?.bookings.map((own) => ({ ...own, cursor: '' }));
  async function expectFresh({ actor, organisationId }: Member, live: Subscription<Frame>): Promise<void> {
    await caughtUp(world);
    const fresh = shown(await theirs(actor, organisationId));
    await vi.waitFor(() => expect(shown(last(live))).toEqual(fresh), 5_000);
  }
  const books = (by: Actor, { organisationId }: Member, place: PlantedPlace, over: object = {}) =>
    didBooking(by, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1, ...over });

  it('shows what a colleague books, the answer, a closing with its ways out, and what is given back', async () => {
    const place = await plantPlace(world);
    const [staff, member] = [await staffOf(world, place), await aMember(world)];
    const colleague = await signIn(world, 'ORGANISATION_COORDINATOR', member.organisationId);
    const live = await followed(member);
    const { id } = await books(colleague, member, place, { words: 'Wózek Halszki' });
    await expectFresh(member, live);
    expect(shown(last(live))).toMatchObject([{ booking: { id, state: 'REQUESTED' }, roomName: 'Duża', canChange: true }]);

    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await vi.waitFor(() => expect(shown(last(live))).toMatchObject([{ booking: { state: 'APPROVED', answeredBy: staff.name } }]), 5_000);
    await didPlace(staff, 'closePlace', closing(place));
    await vi.waitFor(() => expect(last(live)?.bookings[0]?.booking.isSuspended).toBe(true), 5_000);
    await expectFresh(member, live);
    expect(last(live)?.bookings[0]?.alternatives.length).toBeGreaterThan(0);

    await didBooking(colleague, 'withdrawBooking', { id });
    await vi.waitFor(() => expect(shown(last(live))).toMatchObject([{ canChange: false, booking: { state: 'WITHDRAWN' } }]), 5_000);
    await expectFresh(member, live);
    const [person] = await world.orm.em.fork().execute<{ email: string }[]>('select email from person where id = ?', [colleague.personId]);
    const frames = JSON.stringify(live.frames);
    for (const known of ['Halszki', person?.email ?? '']) expect(frames).not.toContain(known);
  });

  it('replays what was missed, and tells a cursor of another log to load again', async () => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    const { cursor } = await theirs(member.actor, member.organisationId);
    await books(member.actor, member, place);
    await expectFresh(member, await follow(member.actor, member.organisationId, cursor));
    const [reset] = await (await follow(member.actor, member.organisationId, `${newId()}.0`)).take(1);
    expect(reset?.organisationBookingsChanges).toMatchObject({ kind: 'RESET', organisation: null });
  });

  it('is told nothing of who else books there, nor of places where it has no room', async () => {
    const [place, elsewhere] = [await plantPlace(world), await plantPlace(world)];
    const [member, other] = [await aMember(world), await aMember(world)];
    await books(member.actor, member, place);
    await caughtUp(world);
    const [live, witness] = [await followed(member), await followed(other)];
    await didPlace(await staffOf(world, elsewhere), 'closePlace', closing(elsewhere));
    await aRequest(world, place);
    await books(other.actor, other, place, { roomId: place.small });
    await expectFresh(other, witness);
    expect(witness.frames.length).toBeGreaterThan(0);
    expect(live.frames).toEqual([]);
  });

  it('follows the places where it has a room, and one it takes a room in meanwhile', async () => {
    const [place, second] = [await plantPlace(world), await plantPlace(world)];
    const member = await aMember(world);
    const live = await followed(member);
    await books(member.actor, member, place);
    await expectFresh(member, live);
    await books(member.actor, member, second, { startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00') });
    await expectFresh(member, live);
    const told = live.frames.length;
    // falls on no booking of theirs: the hours of the place are what changes
    const evening = { from: at('2026-11-27T19:00'), to: at('2026-11-27T20:00') };
    await didPlace(await staffOf(world, second), 'closePlace', closing(second, evening));
    await vi.waitFor(() => expect(live.frames.length).toBeGreaterThan(told), 5_000);
    await expectFresh(member, live);
  });

  it('is for this organisation’s coordinators alone', async () => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    await books(member.actor, member, place);
    for (const [by, code] of [
      [(await aMember(world)).actor, 'NOT_FOUND'],
      [await staffOf(world, place), 'NOT_FOUND'],
      [await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), 'NOT_FOUND'],
      [await signIn(world, 'ADMIN'), 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const) {
      const live = await follow(by, member.organisationId, null);
      await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe(code), 5_000);
      expect(errorOf(await by.send(THEIR_BOOKINGS, { id: member.organisationId })).code).toBe(code);
    }
  });

  it('is closed when the role is taken away; who stays is told on', async () => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    const leaves = await signIn(world, 'ORGANISATION_COORDINATOR', member.organisationId);
    const client = await LiveClient.open(world, leaves);
    onTestFinished(() => client.close());
    client.subscribe(LIVE, { id: member.organisationId, after: null });
    const live = await followed(member);
    await world.orm.em.fork().transactional(async (em) => {
      await em.execute('delete from role_grant where person_id = ?', [leaves.personId]);
      appendEvent(em, { topic: 'access', subjectId: leaves.personId ?? '', scope: null, version: 1 }, world.clock.now());
      await em.flush();
    });
    world.app.services.feed.announce();
    expect((await client.closed).code).toBe(4401);
    await books(member.actor, member, place);
    await expectFresh(member, live);
  });
});
