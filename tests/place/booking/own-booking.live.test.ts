import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident } from '../../support/actors.ts';
import { didOwn, OWN_BOOKING, OWN_FIELDS, ownBooking, visitor, type OwnSeen } from '../../support/booking-own.ts';
import { errorOf } from '../../support/client.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { aRequest, at, closing, didBooking, didPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const LIVE = `subscription ($code: String!, $after: String) { ownBookingChanges(code: $code, after: $after) { kind cursor own { ${OWN_FIELDS} } } }`;
interface Frame {
  ownBookingChanges: { kind: 'UPSERT' | 'REMOVE' | 'RESET'; cursor: string; own: OwnSeen | null };
}

describe('a booking followed by its code', () => {
  const world = useWorld();

  async function follow(code: string, after: string | null = null, headers: Record<string, string> = {}): Promise<Subscription<Frame>> {
    const client = await LiveClient.open(world, { cookie: '' }, headers);
    onTestFinished(() => client.close());
    return client.subscribe<Frame>(LIVE, { code, after });
  }
  const last = ({ frames }: Subscription<Frame>) => frames.at(-1)?.data?.ownBookingChanges;
  const shown = (own: OwnSeen | null | undefined) => own && { ...own, cursor: '' };
  async function expectFresh(code: string, live: Subscription<Frame>): Promise<void> {
    await caughtUp(world);
    const fresh = shown(await ownBooking(world, code));
    await vi.waitFor(() => expect(shown(last(live)?.own)).toEqual(fresh), 5_000);
  }

  it('shows the answer, the closing with its ways out, and what its holder did elsewhere', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place);
    const live = await follow(code.toLowerCase(), (await ownBooking(world, code)).cursor);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await expectFresh(code, live);
    expect(last(live)).toMatchObject({ kind: 'UPSERT', own: { booking: { state: 'APPROVED', answeredBy: staff.name } } });

    await didPlace(staff, 'closePlace', closing(place));
    await vi.waitFor(() => expect(last(live)?.own?.booking.isSuspended).toBe(true), 5_000);
    await expectFresh(code, live);
    const [way] = last(live)?.own?.alternatives ?? [];
    await didOwn(world, 'moveOwnBooking', { code, version: 3, ...way });
    await vi.waitFor(() => expect(last(live)?.own?.booking).toMatchObject({ isSuspended: false, ...way }), 5_000);
    await didOwn(world, 'withdrawOwnBooking', { code });
    await vi.waitFor(() => expect(last(live)?.own).toMatchObject({ canChange: false, booking: { state: 'WITHDRAWN' } }), 5_000);
    await expectFresh(code, live);
  });

  it('replays what was missed, and tells a cursor of another log to load again', async () => {
    const place = await plantPlace(world);
    const { id, code } = await aRequest(world, place);
    const { cursor } = await ownBooking(world, code);
    await didBooking(await staffOf(world, place), 'refuseBooking', { id, version: 1, reason: 'Próba.' });
    await expectFresh(code, await follow(code, cursor));
    const [reset] = await (await follow(code, `${newId()}.0`)).take(1);
    expect(reset?.ownBookingChanges).toMatchObject({ kind: 'RESET', own: null });
  });

  it('is told nothing of another booking, nor of another place', async () => {
    const [place, elsewhere] = [await plantPlace(world), await plantPlace(world)];
    const staff = await staffOf(world, place);
    const [one, other] = [await aRequest(world, place), await aRequest(world, place)];
    await caughtUp(world);
    const live = await follow(one.code, (await ownBooking(world, one.code)).cursor);
    const witness = await follow(other.code, (await ownBooking(world, other.code)).cursor);
    await didPlace(await staffOf(world, elsewhere), 'closePlace', closing(elsewhere));
    await didBooking(staff, 'refuseBooking', { id: other.id, version: 1, reason: 'Próba.' });
    await vi.waitFor(() => expect(last(witness)?.own?.booking.state).toBe('REFUSED'), 5_000);
    expect(live.frames).toEqual([]);
  });

  it('opens nothing without its code, and slows down whoever guesses', async () => {
    const place = await plantPlace(world);
    const { id, code } = await aRequest(world, place);
    for (const typed of ['K7QP-4M2X-9RTB', id, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`, '']) {
      expect(errorOf(await visitor(world).send(OWN_BOOKING, { code: typed }))).toEqual({ code: 'NOT_FOUND' });
      const live = await follow(typed);
      await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND'), 5_000);
    }
    const by = resident(world, '192.0.2.66');
    for (let each = 0; each < RATE_LIMITS.ownCode.hits; each++) await by.send(OWN_BOOKING, { code: 'K7QP-4M2X-9RTB' });
    expect(errorOf(await by.send(OWN_BOOKING, { code }))).toMatchObject({ code: 'RATE_LIMITED' });
    const live = await follow(code, null, { 'x-forwarded-for': '192.0.2.66' });
    await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED'), 5_000);
  });

  it('says what can still be changed, and keeps the name of a room that is no longer lent', async () => {
    const place = await plantPlace(world);
    const { code } = await aRequest(world, place);
    await world.orm.em.fork().execute('update room set retired_at = now() where id = ?', [place.large]);
    expect(await ownBooking(world, code)).toMatchObject({ roomName: 'Duża', canChange: true });
    world.clock.set(at('2026-11-27T16:00'));
    expect(await ownBooking(world, code)).toMatchObject({ canChange: false, booking: { state: 'REQUESTED' } });
  });
});
