import { command, type Tx } from '@ww/server/platform/command';
import { Person } from '@ww/server/identity/person.entity';
import { newId } from '@ww/shared/id';
import { OnRequest } from '@ww/shared/request/input';

import { describe, expect, it } from 'vitest';
import { nobodysContext } from '../support/context.ts';
import { signIn } from '../support/actors.ts';
import { useWorld } from '../support/world.ts';

/** A command whose body does what a command must not. */
function commandThat(run: (tx: Tx) => Promise<unknown>) {
  return command<typeof OnRequest, null, { done: boolean }>({
    action: 'request.submit',
    input: OnRequest,
    load: () => Promise.resolve({ it: null, subject: {}, about: { subjectType: 'request', subjectId: null } }),
    async run(tx) {
      await run(tx);
      return { done: true };
    },
  });
}

const OUTSIDE = /outside the transaction of request\.submit/;

describe('a query outside the transaction of a command', () => {
  const world = useWorld();
  const attempt = (run: (tx: Tx) => Promise<unknown>) => commandThat(run)(nobodysContext(world), { key: newId(), id: newId() });
  const another = () => world.orm.em.fork();

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['SQL on another EntityManager', () => another().execute('select 1')],
    ['a find on another EntityManager', () => another().find(Person, {})],
    ['a find on the EntityManager of the operation', (tx) => tx.ctx.em.find(Person, {})],
    ['a transaction of another EntityManager', () => another().transactional(() => Promise.resolve())],
    [
      'a flush of another EntityManager',
      () =>
        another()
          .persist(Person.create(newId(), 'Anna Kruk', 'anna@example.org', world.clock.now()))
          .flush(),
    ],
    ['a limit', (tx) => tx.ctx.services.limiter.take({ name: 'try', hits: 1, seconds: 1 }, 'nobody')],
  ])('%s is refused at once instead of waiting for ever', async (_what, run) => {
    await expect(attempt(run)).rejects.toThrow(OUTSIDE);

    expect(await another().execute('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets through what the command asks of its own EntityManager, savepoints too', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');

    const answer = await attempt(async ({ em }) => {
      expect(await em.find(Person, {})).toHaveLength(1);
      await em.transactional((inner) => inner.execute('update person set display_name = ? where id = ?', ['Anna Szpak', anna.personId]));
    });

    expect(answer).toEqual({ done: true });
    expect(await another().execute('select display_name from person')).toEqual([{ display_name: 'Anna Szpak' }]);
  });

  it('is allowed again after the command', async () => {
    await attempt(() => Promise.resolve());

    expect(await another().execute('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
