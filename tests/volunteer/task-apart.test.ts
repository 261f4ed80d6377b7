import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, doMine, mine, myDay, offerTo, type Helper } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { heldOf, taskIn } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const HOUR = 3600;

describe('tasks of one volunteer', () => {
  const world = useWorld();

  /** Offers of one-hour visits within a window, all to the same volunteer. */
  async function offered(helper: Helper, count: number, hours: number): Promise<{ requestId: string; offerId: string }[]> {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const window = { from: world.clock.in(HOUR), to: world.clock.in(HOUR + hours * HOUR) };
    const offers = [];
    for (let each = 0; each < count; each++) {
      const { id } = await aRequest(world, anna);
      const { dispatch } = dataOf(await offerTo(anna, id, helper.volunteerId, window));
      offers.push({ requestId: id, offerId: dispatch.offers[0]?.id ?? '' });
    }
    return offers;
  }

  it.each([1, 3, 5])('never overlap: of eight yeses at once, %i find room and the others are told what is in the way', async (room) => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world, { max_open: 20 });
    const offers = await offered(olena, 8, room);

    const answers = await Promise.all(offers.map(({ offerId }) => doMine(olena, 'acceptOffer', offerId)));

    const refused = answers.filter(({ errors }) => errors);
    expect(refused).toHaveLength(8 - room);
    for (const answer of refused) expect(errorOf(answer)).toMatchObject({ code: 'CONFLICT', conflict: { by: null, state: 'CLASH' } });
    const { tasks } = await myDay(olena);
    expect(tasks.map(({ fromAt }) => fromAt)).toEqual(Array.from({ length: room }, (_, at) => world.clock.in((1 + at) * HOUR)));
    // whoever was refused still has the question, and the request still waits for them
    const states = await Promise.all(offers.map(async ({ requestId }) => (await heldOf(anna, requestId)).state));
    expect(states.map((state, at) => [state, answers[at]?.errors === undefined])).toEqual(
      states.map((state) => [state, state === 'ACCEPTED']),
    );
    expect((await myDay(olena)).offers).toHaveLength(8 - room);
  });

  it('may touch: one ends when the next begins', async () => {
    const olena = await aHelper(world);
    const [one, other] = await offered(olena, 2, 2);
    await mine(olena, 'acceptOffer', one?.offerId ?? '');
    const { tasks } = await mine(olena, 'acceptOffer', other?.offerId ?? '');
    expect(tasks[0]?.toAt).toBe(tasks[1]?.fromAt);
  });

  it('are kept apart by the database itself, whoever writes: 23P01', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const { taskId } = await taskIn(world, anna, olena);
    const other = await aRequest(world, anna);
    const insert = (volunteerId: string, from: number, to: number, state = 'ACCEPTED') =>
      world.orm.em
        .fork()
        .execute(
          `insert into task (id, request_id, volunteer_id, state, from_at, to_at, accepted_at, ended_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)`,
          [
            ...[newId(), other.id, volunteerId, state, world.clock.in(from), world.clock.in(to), world.clock.now()],
            state === 'RETURNED' ? world.clock.now() : null,
          ],
        );

    await expect(insert(olena.volunteerId, 0, HOUR)).rejects.toMatchObject({ code: '23P01' });
    await expect(insert(olena.volunteerId, HOUR - 1, 2 * HOUR)).rejects.toMatchObject({ code: '23P01' });
    await expect(insert(olena.volunteerId, -HOUR, 1)).rejects.toMatchObject({ code: '23P01' });
    await expect(insert(olena.volunteerId, 0, HOUR, 'RETURNED')).resolves.toBeDefined();
    await expect(insert(petro.volunteerId, 0, HOUR)).resolves.toBeDefined();
    await expect(
      world.orm.em
        .fork()
        .execute(
          `update task set from_at = from_at + interval '1 minute', state = 'ACCEPTED', ended_at = null where volunteer_id = ? and id <> ?`,
          [olena.volunteerId, taskId],
        ),
    ).rejects.toMatchObject({ code: '23P01' });
  });

  it('and one request has one active task at most, one accepted offer of a search, one running search', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const { request, dispatch } = await taskIn(world, anna, olena);
    const em = () => world.orm.em.fork();
    const unique = { code: '23505' };

    await expect(
      em().execute(
        `insert into task (id, request_id, volunteer_id, state, from_at, to_at, accepted_at, version) values (?, ?, ?, 'ACCEPTED', ?, ?, ?, 1)`,
        [newId(), request.id, petro.volunteerId, world.clock.in(0), world.clock.in(HOUR), world.clock.now()],
      ),
    ).rejects.toMatchObject(unique);
    await expect(
      em().execute(
        `insert into offer (id, dispatch_id, request_id, volunteer_id, wave, state, offered_at, expires_at, overrides, version)
         values (?, ?, ?, ?, 1, 'ACCEPTED', ?, ?, '[]', 1)`,
        [newId(), dispatch.id, request.id, petro.volunteerId, world.clock.now(), world.clock.now()],
      ),
    ).rejects.toMatchObject(unique);
    await done(world, anna, 'release', request);
    dataOf(await offerTo(anna, request.id, olena.volunteerId));
    await expect(em().execute(`update dispatch set state = 'RUNNING', ended_at = null where id = ?`, [dispatch.id])).rejects.toMatchObject(
      unique,
    );
  });
});
