import { createDice, type Dice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import type { Answer } from '../../support/client.ts';
import { anAction, orderOf } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld, type World } from '../../support/world.ts';

const ROUNDS = 8;
const AT_ONCE = 12;
const EXPECTED = new Set(['CONFLICT', 'NOT_FOUND']);

type Step =
  | { mutation: 'proposeItem'; input: { key: string; id: string; meetingId: string } }
  | { mutation: 'moveItem'; input: { key: string; id: string; afterId: string | null } }
  | { mutation: 'withdrawItem'; input: { key: string; id: string } }
  | { mutation: 'answerItem'; input: { key: string; id: string; accepted: boolean; answer: string } };

/** What one of several people does, by what they see; what they see may be over by then. */
function someStep(dice: Dice, meetingId: string, seen: readonly string[]): Step {
  const [key, id] = [newId(), dice.pick(seen)];
  const act = dice.int(0, 9);
  if (act <= 1) return { mutation: 'proposeItem', input: { key, ...newPoint(meetingId) } };
  if (act === 2) return { mutation: 'withdrawItem', input: { key, id } };
  if (act === 3) return { mutation: 'answerItem', input: { key, id, accepted: dice.chance(0.7), answer: 'Tak ustalono.' } };
  return { mutation: 'moveItem', input: { key, id, afterId: dice.chance(0.2) ? null : dice.pick(seen) } };
}

/** The same step, done by nobody else at the time: an order of its own, that knows no ranks. */
function alone(order: readonly string[], follow: string, { mutation, input }: Step): string[] {
  const others = order.filter((id) => id !== input.id);
  if (mutation === 'withdrawItem') return others;
  if (mutation === 'proposeItem') return [...others, input.id];
  if (mutation === 'answerItem') return input.accepted ? [...others, input.id] : [...order];
  if (input.afterId === input.id) return [...order];
  return others.toSpliced(others.indexOf(input.afterId ?? follow) + 1, 0, input.id);
}

/** The keys of these steps that were done, in the order of their commits: the key's row is written by the transaction of its event. */
async function committed(world: World, meetingId: string): Promise<string[]> {
  const rows = await world.orm.em
    .fork()
    .execute<{ key: string }[]>(
      `select k.key from command_key k join event e on e.xmin::text = k.xmin::text where e.topic = 'meeting' and e.subject_id = ? order by e.position`,
      [meetingId],
    );
  return rows.map(({ key }) => key);
}

describe('an agenda that several people order at once', () => {
  const world = useWorld();

  it.each([3, 4])(
    'loses and doubles nothing, and is what its steps make one after another (run %i)',
    { timeout: 120_000 },
    async (seed) => {
      const dice = createDice(seed);
      const { id: last, dkw: marta } = await running(world, await coordinatorOf(world), { members: 0, points: 1 });
      await anAction(marta, last, marta.personId);
      const { id: meeting } = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
      const [{ actor: jan }, { actor: olga }] = [await aMember(world), await aMember(world)];
      await didMeeting(marta, 'setDeputies', { id: meeting, people: [jan.personId] });
      for (let each = 0; each < 6; each++) await didMeeting(marta, 'proposeItem', newPoint(meeting));
      for (let each = 0; each < 3; each++) await didMeeting(olga, 'proposeItem', newPoint(meeting));
      const people: Actor[] = [marta, await coordinatorOf(world), jan];

      let model = orderOf(await meetingFor(marta, meeting));
      const [follow = ''] = model;
      const steps = new Map<string, Step>();
      const before = new Set(await committed(world, meeting));
      let [seen, done] = [model, 0];
      for (let round = 0; round < ROUNDS; round++) {
        const batch = Array.from({ length: AT_ONCE }, () => someStep(dice, meeting, seen));
        for (const step of batch) steps.set(step.input.key, step);
        const answers = await Promise.all(
          batch.map(({ mutation, input }): Promise<Answer<unknown>> => giveMeeting(dice.pick(people), mutation, input)),
        );
        for (const { errors } of answers) {
          const [error] = errors ?? [];
          if (error) expect(EXPECTED).toContain(error.extensions.code);
          else done++;
        }

        const keys = (await committed(world, meeting)).filter((key) => !before.has(key));
        for (const key of keys) before.add(key);
        expect(keys).toHaveLength(answers.filter(({ errors }) => !errors).length);
        for (const key of keys) {
          const step = steps.get(key);
          if (step) model = alone(model, follow, step);
        }
        seen = orderOf(await meetingFor(marta, meeting));
        expect(seen).toEqual(model);
        // first, unless it was taken off
        expect(seen.indexOf(follow)).toBeLessThan(1);
        expect(new Set(seen).size).toBe(seen.length);
      }
      expect(done).toBeGreaterThan(ROUNDS * 4);
      expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
      const ranks = await world.orm.em.fork().execute<{ rank: string }[]>('select rank from agenda_item where meeting_id = ?', [meeting]);
      expect(new Set(ranks.map(({ rank }) => rank)).size).toBe(seen.length);
    },
  );

  it('has no two points in one place, whatever writes them', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    for (let each = 0; each < 2; each++) await didMeeting(marta, 'proposeItem', newPoint(meeting));
    const em = world.orm.em.fork();
    await expect(em.execute(`update agenda_item set rank = 'a0' where meeting_id = ?`, [meeting])).rejects.toThrow(/agenda_item_rank/);
    await expect(em.execute(`update agenda_item set kind = 'FOLLOW_UP' where meeting_id = ?`, [meeting])).rejects.toThrow(
      /agenda_item_follow_up/,
    );
  });
});
