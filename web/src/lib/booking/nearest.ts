import type { Alternative } from '@ww/shared/error-codes';
import { alternatives, bookableUntil, type Wish } from '@ww/shared/place/booking';
import { serverNow } from '#lib/graphql/server-time.ts';
import { dayOf, mondayOf } from '#lib/place/days.ts';
import { factsOf, type Held } from './facts.ts';
import type { PlaceWeek } from './documents.ts';
import { readWeek } from './source.ts';

const WEEK = 7 * 86_400_000;

/** What could be had instead of a wish that breaks a rule: looked for in the week itself and in those beside it. */
export async function nearestTimes({ place }: PlaceWeek, wish: Wish, without: Held | null = null): Promise<Alternative[]> {
  const now = serverNow();
  const around = Math.min(Math.max(Number(wish.startsAt), now), bookableUntil(place, now).getTime() - 1);
  const answers = await Promise.all([around - WEEK, around, around + WEEK].map((at) => readWeek(place.id, dayOf(at))));
  const weeks = answers.flatMap((answer) => (answer.ok ? [answer.data] : []));
  const [first, last] = [weeks[0]?.day ?? '', weeks.at(-1)?.day ?? ''];
  // what holds the rooms in a week that was not read is not known
  const isKnown = (at: number) => {
    const monday = mondayOf(dayOf(at));
    return first <= monday && monday <= last;
  };
  const busy = weeks.flatMap((week) => week.busy);
  return alternatives(factsOf(place, busy, now, without), wish)
    .filter(({ from }) => isKnown(from))
    .map(({ roomId, from, to }) => ({ roomId, startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() }));
}
