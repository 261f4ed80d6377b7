/** Food as a shelf shows it; what is gone leaves a stub for a while. */
export interface Row<F> {
  food: F;
  /** Since when it is gone; milliseconds. */
  goneAt: number | null;
}

/** How long a stub stays. */
const STUB_MS = 20_000;

/**
 * The rows of a shelf after a change. What stood there keeps its place, what came is last and what somebody took stays as a
 * stub: nothing moves under a finger that is about to tap. @param now milliseconds
 */
export function rowsAfter<F extends { id: string }>(before: readonly Row<F>[], items: readonly F[], now: number): Row<F>[] {
  const kept = before.flatMap(({ food, goneAt }): Row<F>[] => {
    const still = items.find(({ id }) => id === food.id);
    if (still) return [{ food: still, goneAt: null }];
    const since = goneAt ?? now;
    return now - since < STUB_MS ? [{ food, goneAt: since }] : [];
  });
  const come = items.filter(({ id }) => !before.some(({ food }) => food.id === id));
  return [...kept, ...come.map((food) => ({ food, goneAt: null }))];
}
