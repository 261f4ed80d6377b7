import type { OfferState, TaskState } from '@ww/shared/volunteer/terms';

interface AnOffer {
  id: string;
  state: OfferState;
  expiresAt: string;
}

interface ATask {
  id: string;
  state: TaskState;
  version: number;
}

/** The part of a volunteer's day that the rules below look at. */
export interface DayParts<O extends AnOffer = AnOffer, T extends ATask = ATask> {
  offers: readonly O[];
  tasks: readonly T[];
}

const OPEN_TASK: readonly TaskState[] = ['ACCEPTED', 'ON_THE_WAY'];

export const isOpenTask = ({ state }: Pick<ATask, 'state'>): boolean => OPEN_TASK.includes(state);

/** Whether it can still be answered; `now` in milliseconds. */
export const isOpenOffer = ({ state, expiresAt }: AnOffer, now: number): boolean => state === 'OPEN' && Date.parse(expiresAt) > now;

export const openTaskIds = ({ tasks }: Pick<DayParts, 'tasks'>): string[] => tasks.filter(isOpenTask).map(({ id }) => id);

/** Offers of `next` that can be answered and that `day` did not have. */
export function freshOffers<O extends AnOffer>(day: DayParts<O>, next: DayParts<O>): O[] {
  const known = new Set(day.offers.map(({ id }) => id));
  return next.offers.filter(({ id, state }) => state === 'OPEN' && !known.has(id));
}

/** The task that came with a yes. */
export function freshTask<T extends ATask>(day: DayParts<AnOffer, T>, next: DayParts<AnOffer, T>): T | undefined {
  const known = new Set(openTaskIds(day));
  return next.tasks.find((task) => isOpenTask(task) && !known.has(task.id));
}

/** Whether `next` was read before `day`: the answer to a command and the live line may overtake one another. */
export function isOlder(next: DayParts, day: DayParts): boolean {
  const versions = new Map(day.tasks.map(({ id, version }) => [id, version]));
  return next.tasks.some(({ id, version }) => version < (versions.get(id) ?? 0));
}

/** The day with one task in another state, as it will be when the command arrives. */
export const withTask = <T extends ATask, D extends { tasks: readonly T[] }>(day: D, taskId: string, state: TaskState): D => ({
  ...day,
  tasks: day.tasks.map((task) => (task.id === taskId ? { ...task, state } : task)),
});

export const withoutOffer = <O extends AnOffer, D extends { offers: readonly O[] }>(day: D, offerId: string): D => ({
  ...day,
  offers: day.offers.filter(({ id }) => id !== offerId),
});
