import { startOfWarsawDay } from '@ww/shared/time';
import { MINUTES_OF, WAVE, type DeclineReason } from '@ww/shared/volunteer/terms';
import { warsawWeek } from '@ww/shared/week';
import type { Part } from './bench.ts';
import { between, read, type Pace, type Team } from './desk.ts';
import type { Fate } from './fates.ts';
import type { Dice } from './random.ts';
import { Search } from './search.ts';
import type { Story } from './story.ts';
import { personOf, type DemoVolunteer } from './volunteers.ts';

const MINUTE = 60_000;
/** Long enough for somebody who comes in the afternoon to see what was asked in the morning. */
const SHOWN_MINUTES = 240;
/** What is asked about came in within the hour, and has been read. */
const OFFERED_AGE = { from: 8 * MINUTE, to: 60 * MINUTE } as const;
const DECLINES: readonly DeclineReason[] = ['NO_TIME', 'NO_TIME', 'TOO_FAR', 'NOT_THIS_KIND', 'UNWELL', 'OTHER'];

interface Helping {
  team: Team;
  part: Part;
  clock: Pace;
  now: Date;
}

/** In which way volunteers could take part in a request of this fate; null for what the Team keeps: the pressing and the long untaken. */
export function partOf({ state, at, endedAt, pressing }: Fate, now: Date): Part | null {
  if (pressing || state === 'CANCELLED') return null;
  if (state === 'ACCEPTED' || state === 'IN_PROGRESS') return state;
  if (endedAt) return endedAt >= startOfWarsawDay(now) ? 'DONE_TODAY' : 'DONE_BEFORE';
  const age = now.getTime() - at.getTime();
  return age >= OFFERED_AGE.from && age < OFFERED_AGE.to ? 'OFFERED' : null;
}

/** Lives the request on with the help of volunteers. False, and nothing done, when nobody may help. */
export function help(dice: Dice, story: Story, helping: Helping): boolean {
  return helping.part === 'OFFERED' ? askNow(dice, story, helping) : helpOn(dice, story, helping);
}

/** Somebody said yes, and is as far as the request's fate says. */
function helpOn(dice: Dice, story: Story, { team, part, clock, now }: Helping): boolean {
  const { request } = story;
  const who = team.bench.holder(part, request, clock.claim);
  if (!who) return false;
  const reader = dice.deal(team.desk);
  read(dice, story, reader, clock);
  const others = dice.chance(0.75) ? team.bench.several(WAVE.size - 1, request, clock.claim, false, (other) => other !== who) : [];
  const asked = between(dice, clock.halfway, clock.claim);
  const search = new Search(story, { by: reader, at: asked, ...(others.length > 0 ? inWaves : toOne(who)) });
  search.ask(
    dice.shuffle([who, ...others]).map((target) => ({ who: target })),
    asked,
  );
  const [first] = others;
  if (first && dice.chance(0.4)) search.decline(first, dice.deal(DECLINES), between(dice, asked, clock.claim));
  const set = part === 'IN_PROGRESS' ? new Date(Math.max(clock.start.getTime(), now.getTime() - dice.int(4, 30) * MINUTE)) : clock.start;
  const planned = MINUTES_OF[request.kind];
  const slot =
    part === 'ACCEPTED'
      ? team.bench.slotOf(who, request.kind, request.dueFrom)
      : { from: set.getTime(), to: set.getTime() + planned * MINUTE };
  search.accept(who, slot, clock.claim);
  if (part === 'ACCEPTED') return true;
  story.log('task.reveal', personOf(who), between(dice, clock.claim, set), { reason: 'VISIT' });
  search.setOut(who, set);
  if (part === 'IN_PROGRESS') return true;
  const spent = Math.floor((clock.end.getTime() - set.getTime()) / MINUTE);
  const minutes = Math.max(1, Math.min(spent, Math.round((planned * dice.int(7, 16)) / 10)));
  search.finish(who, minutes, clock.end);
  if (clock.end >= warsawWeek(now).from) who.weekMinutes += minutes;
  return true;
}

const inWaves = { inWaves: true, minutes: WAVE.minutes } as const;
const toOne = (who: DemoVolunteer) => ({ inWaves: false, minutes: WAVE.minutes, toName: who.displayName }) as const;

/** Somebody is being asked as the demo opens: the demo volunteer, a pool, or a wave. */
function askNow(dice: Dice, story: Story, { team, clock, now }: Helping): boolean {
  const { request } = story;
  const shown = team.bench.shown('OFFERED', request.district);
  const poolId = shown ? null : (team.pools.pop() ?? null);
  const size = WAVE.size;
  const fit = shown || poolId ? [] : team.bench.several(size * 2, request, now, true);
  if (!shown && !poolId && fit.length < size) return false;
  const reader = dice.deal(team.desk);
  read(dice, story, reader, clock);
  const readAt = story.request.changedAt.getTime();
  const ago = (minutes: number) => new Date(Math.max(now.getTime() - minutes * MINUTE, readAt + MINUTE / 4));
  if (shown || poolId) {
    const at = ago(dice.int(2, 9));
    const search = new Search(story, {
      by: reader,
      at,
      inWaves: false,
      minutes: SHOWN_MINUTES,
      ...(shown ? { toName: shown.displayName } : {}),
    });
    search.ask([shown ? { who: shown } : { poolId: poolId ?? '' }], at);
    return true;
  }
  const isSecond = fit.length > size && now.getTime() - readAt > 20 * MINUTE && dice.chance(0.5);
  const at = ago(isSecond ? WAVE.minutes + dice.int(1, 4) : dice.int(1, 11));
  const search = new Search(story, { by: reader, at, ...inWaves });
  search.ask(
    fit.slice(0, size).map((who) => ({ who })),
    at,
  );
  if (!isSecond) return true;
  const next = new Date(at.getTime() + WAVE.minutes * MINUTE);
  search.expire(next);
  search.ask(
    fit.slice(size).map((who) => ({ who })),
    next,
  );
  return true;
}
