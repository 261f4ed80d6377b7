import { newId } from '@ww/shared/id';
import { ERROR_CODES } from '@ww/shared/error-codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { everyMutation } from '../support/mutations.ts';
import { changesOf, spoiled } from '../support/odd.ts';
import { aSubmitted } from '../support/requests.ts';
import { aVolunteer } from '../support/volunteers.ts';
import { useWorld, type World } from '../support/world.ts';

const RUNS = 60;

describe('every mutation', () => {
  const world = useWorld();

  it('answers any input with a code of the closed list, and never with INTERNAL', { timeout: 120_000 }, async () => {
    const by = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id: volunteerId } = await aVolunteer(by, { email: 'ola@example.org' });
    const mutations = everyMutation(world, { by, volunteerId, ...(await aSubmitted(world, resident(world))) });
    const answered = new Set<string>();
    for (const [name, { document, input }] of Object.entries(mutations)) {
      await fc.assert(
        fc.asyncProperty(changesOf(input), async (changes) => {
          const mutated = spoiled({ ...input, key: newId() }, changes);
          const answer = await by.send(document, { input: mutated });
          expect([name, answer.status < 500]).toEqual([name, true]);
          for (const { extensions } of answer.errors ?? []) {
            expect([name, mutated, ERROR_CODES.includes(extensions.code) && extensions.code !== 'INTERNAL', extensions.code]).toEqual([
              name,
              mutated,
              true,
              extensions.code,
            ]);
            answered.add(extensions.code);
          }
          await forgetLimits(world);
        }),
        { numRuns: RUNS },
      );
    }
    // what was sent got past the door
    expect([...answered]).toEqual(expect.arrayContaining(['INVALID', 'NOT_FOUND']));
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});

const forgetLimits = (world: World) => world.orm.em.fork().execute('delete from rate_bucket');
