import { newId } from '@ww/shared/id';
import { ERROR_CODES } from '@ww/shared/error-codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { everyMutation } from '../support/mutations.ts';
import { aSubmitted } from '../support/requests.ts';
import { aVolunteer } from '../support/volunteers.ts';
import { useWorld, type World } from '../support/world.ts';

const RUNS = 60;

/** Texts, numbers and shapes that programs stumble over. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%',
    "'",
    '-1',
    'NaN',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:60Z',
    '+275760-09-13T00:00:00Z',
    '2026-11-26T11:00:00.000Z',
    'a'.repeat(5_000),
  ),
  fc.uuid(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every place inside an input, e.g. `person.phone`. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  const inside =
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key])) : [];
  return path.length > 0 ? [path, ...inside] : inside;
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('every mutation', () => {
  const world = useWorld();

  it('answers any input with a code of the closed list, and never with INTERNAL', { timeout: 120_000 }, async () => {
    const by = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id: volunteerId } = await aVolunteer(by, { email: 'ola@example.org' });
    const mutations = everyMutation(world, { by, volunteerId, ...(await aSubmitted(world, resident(world))) });
    const answered = new Set<string>();
    for (const [name, { document, input }] of Object.entries(mutations)) {
      const change = fc.tuple(fc.constantFrom(...placesOf(input)), odd);
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
          const mutated = changes.reduce<unknown>((so, [place, value]) => tryReplace(so, place, value), { ...input, key: newId() });
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

/** A place may be gone after an earlier change. */
function tryReplace(value: unknown, place: string[], by: unknown): unknown {
  try {
    return replaced(value, place, by);
  } catch {
    return value;
  }
}

const forgetLimits = (world: World) => world.orm.em.fork().execute('delete from rate_bucket');
