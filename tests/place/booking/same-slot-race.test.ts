import { afterAll, describe, expect, it } from 'vitest';
import { crowdOfProofs, plantBusyPlace, tryBooking } from '../../support/booking-race.ts';
import { othersOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const ROUNDS = 1_000;
const CLIENTS = 8;
const MINUTE = 60_000;
/** An hour's booking with a quarter of setting up and a quarter of cleaning: the next one may begin so long after it begins. */
const APART = 90 * MINUTE;
/** Rooms of a place, and slots of each, all on its next days. */
const [ROOMS, SLOTS] = [5, 25];

describe('eight residents who want one room at one time', () => {
  const world = useWorld();
  const figures: string[] = [];
  afterAll(() => {
    for (const line of figures) console.log(line);
  });

  it('a thousand times: one has it, seven are told what is free instead', { timeout: 400_000 }, async () => {
    const from = performance.now();
    // each proof may be tried ten times in an hour
    const proofs = await crowdOfProofs(world, (ROUNDS * CLIENTS) / 10);
    const first = Date.parse(world.clock.in(0)) + 24 * 60 * MINUTE;
    const taken: { id: string; roomId: string; startsAt: string }[] = [];
    let longest = 0;
    for (let round = 0; round < ROUNDS;) {
      const { rooms } = await plantBusyPlace(world, ROOMS);
      for (const roomId of rooms)
        for (let slot = 0; slot < SLOTS && round < ROUNDS; slot++, round++) {
          const startsAt = new Date(first + slot * APART).toISOString();
          const endsAt = new Date(first + slot * APART + 60 * MINUTE).toISOString();
          const began = performance.now();
          const answers = await Promise.all(
            Array.from({ length: CLIENTS }, (_, client) => {
              const proof = proofs[(round * CLIENTS + client) % proofs.length];
              if (!proof) throw new Error('nobody left');
              return tryBooking(world, proof, { roomId, startsAt, endsAt });
            }),
          );
          longest = Math.max(longest, performance.now() - began);
          const won = answers.flatMap(({ data }) => (data ? [data.booked] : []));
          expect(won).toHaveLength(1);
          taken.push({ id: won[0]?.id ?? '', roomId, startsAt });
          const lost = answers.filter(({ errors }) => errors);
          expect(lost.map(({ status, errors }) => [status, errors?.map(({ message }) => message)])).toEqual(
            Array.from({ length: CLIENTS - 1 }, () => [200, ['SPACE_TAKEN']]),
          );
          for (const each of lost) expect(othersOf(each).length).toBeGreaterThan(0);
        }
    }
    const seconds = (performance.now() - from) / 1000;
    figures.push(
      `${ROUNDS} rounds of ${CLIENTS} for one room (${process.env.WW_TEST_DATABASE ?? ''}): ${seconds.toFixed(1)} s, longest round ${Math.round(longest)} ms`,
    );

    const kept = await world.orm.em
      .fork()
      .execute<{ id: string; room_id: string; starts_at: Date | string; held: string; state: string }[]>(
        `select id, room_id, starts_at, state, extract(epoch from held_to - held_from)::int / 60 as held from booking order by id`,
      );
    const seen = kept.map(({ id, room_id, starts_at }) => ({ id, roomId: room_id, startsAt: new Date(starts_at).toISOString() }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(seen.toSorted(byId)).toEqual(taken.toSorted(byId));
    expect(kept.every(({ state, held }) => state === 'APPROVED' && Number(held) === 90)).toBe(true);
    const [meeting] = await world.orm.em.fork().execute<{ count: number }[]>(
      `select count(*)::int as count from booking a join booking b on a.room_id = b.room_id and a.id < b.id
         and a.held_from < b.held_to and b.held_from < a.held_to`,
    );
    expect(meeting?.count).toBe(0);
    expect(world.logs.filter((line) => /deadlock|unexpected error|INTERNAL|"level":50/.test(line))).toEqual([]);
  });
});
