import fc from 'fast-check';

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

/** A place may be gone after an earlier change. */
function tryReplace(value: unknown, place: string[], by: unknown): unknown {
  try {
    return replaced(value, place, by);
  } catch {
    return value;
  }
}

/** Up to three changes of a valid input, at any of its places. */
export const changesOf = (input: object) => fc.array(fc.tuple(fc.constantFrom(...placesOf(input)), odd), { minLength: 1, maxLength: 3 });

/** The input with the changes made. */
export const spoiled = (input: object, changes: readonly [string[], unknown][]): unknown =>
  changes.reduce<unknown>((so, [place, value]) => tryReplace(so, place, value), input);
