import type { TaskState } from '@ww/shared/volunteer/terms';
import type { Day, Offer, Task } from './documents.ts';

const OPEN_TASK: readonly TaskState[] = ['ACCEPTED', 'ON_THE_WAY'];

export const isOpenTask = ({ state }: Task): boolean => OPEN_TASK.includes(state);

/** Whether it can still be answered; `now` in milliseconds. */
export const isOpenOffer = ({ state, expiresAt }: Offer, now: number): boolean => state === 'OPEN' && Date.parse(expiresAt) > now;

export const openTaskIds = (day: Day): string[] => day.tasks.filter(isOpenTask).map(({ id }) => id);

/** Offers of `next` that can be answered and that `day` did not have. */
export function freshOffers(day: Day, next: Day): Offer[] {
  const known = new Set(day.offers.map(({ id }) => id));
  return next.offers.filter(({ id, state }) => state === 'OPEN' && !known.has(id));
}

/** The task that came with a yes. */
export function freshTask(day: Day, next: Day): Task | undefined {
  const known = new Set(openTaskIds(day));
  return next.tasks.find((task) => isOpenTask(task) && !known.has(task.id));
}

/** Whether `next` was read before `day`: the answer to a command and the live line may overtake one another. */
export function isOlder(next: Day, day: Day): boolean {
  const versions = new Map(day.tasks.map(({ id, version }) => [id, version]));
  return next.tasks.some(({ id, version }) => version < (versions.get(id) ?? 0));
}

/** The day with one task in another state, as it will be when the command arrives. */
export const withTask = (day: Day, taskId: string, state: TaskState): Day => ({
  ...day,
  tasks: day.tasks.map((task) => (task.id === taskId ? { ...task, state } : task)),
});

export const withoutOffer = (day: Day, offerId: string): Day => ({ ...day, offers: day.offers.filter(({ id }) => id !== offerId) });
