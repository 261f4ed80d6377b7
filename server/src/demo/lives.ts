import type { CancelReason } from '@ww/shared/request/kinds';
import { between, paceOf, read, voiced, type Pace, type Team } from './desk.ts';
import { dueAfter, dueBefore, dueLater, dueThisAfternoon, type Due } from './due.ts';
import type { Fate } from './fates.ts';
import { help, partOf } from './help.ts';
import { inventIntake, priorityOf } from './intake.ts';
import type { Dice } from './random.ts';
import { Story } from './story.ts';
import { VISITORS_DISTRICT } from './visitor.ts';
import { errandOf, NOTES } from './words.ts';

const MINUTE = 60_000;
const REACH: Record<Fate['state'], number> = { NEW: 0, TRIAGED: 1, OFFERED: 1, ACCEPTED: 2, IN_PROGRESS: 3, DONE: 4, CANCELLED: 4 };
const REASONS: readonly CancelReason[] = [
  'RESIGNED',
  'RESIGNED',
  'HELPED_OTHERWISE',
  'HELPED_OTHERWISE',
  'DUPLICATE',
  'OUT_OF_SCOPE',
  'MISTAKE',
];
const RESIDENT_REASONS: readonly CancelReason[] = ['RESIGNED', 'HELPED_OTHERWISE', 'MISTAKE'];

const holderFor = (dice: Dice, team: Team, fate: Fate) => dice.deal(fate.endedAt ? team.closed : team.open);

/** Lives a request through to where its fate leaves it. */
export function live(dice: Dice, district: string, team: Team, fate: Fate, now: Date): Story {
  const channel = dice.chance(0.3) ? 'WEB' : 'PHONE';
  const what = errandOf(dice);
  const by = channel === 'PHONE' ? dice.deal(team.desk) : null;
  const isTaken = REACH[fate.state] >= 2 && fate.state !== 'CANCELLED';
  const assignTo = by && isTaken && dice.chance(0.08) ? holderFor(dice, team, fate) : null;
  const priority = fate.pressing === 'MARKED' || (isTaken && dice.chance(0.08)) ? 'URGENT' : fate.pressing ? 'NORMAL' : priorityOf(dice);
  const due = dueOf(dice, district, fate, what.errand, now);
  const story = new Story({ ...inventIntake(dice, district, channel, what), district, channel, at: fate.at, due, priority, by, assignTo });
  const clock = paceOf(dice, fate, now);
  if (fate.state === 'CANCELLED') return endEarly(dice, story, team, fate, clock);
  const part = assignTo ? null : partOf(fate, now);
  if (part && team.bench.takes(part, district) && help(dice, story, { team, part, clock, now })) return story;
  if (!assignTo && REACH[fate.state] >= 1) takeUp(dice, story, team, fate, clock);
  if (isTaken) carryOut(dice, story, fate, clock);
  return story;
}

function dueOf(dice: Dice, district: string, fate: Fate, errand: Parameters<typeof dueAfter>[1], now: Date): Due {
  if (fate.pressing === 'OVERDUE') return dueBefore(now, dice.int(12, 75));
  if (fate.pressing === 'MARKED') return dueBefore(now, -dice.int(100, 200));
  if (fate.pressing === 'SOON') return dueBefore(now, -dice.int(35, 75));
  const soonest = fate.at.getTime() + 120 * MINUTE;
  // What is under way or over has no appointment ahead.
  const ahead = REACH[fate.state] < 3 ? errand : null;
  if (REACH[fate.state] < 2 && district === VISITORS_DISTRICT && dice.chance(0.8)) return dueThisAfternoon(dice, now);
  const due = dueAfter(dice, ahead, fate.at, new Date(fate.endedAt ? soonest : Math.max(soonest, now.getTime() + 100 * MINUTE)));
  return REACH[fate.state] < 2 && dice.chance(0.3) ? dueLater(due, dice.int(1, 5)) : due;
}

function takeUp(dice: Dice, story: Story, team: Team, fate: Fate, clock: Pace): void {
  const reader = dice.deal(team.desk);
  const isRead = fate.state === 'TRIAGED' || story.request.informed === 'NOT_YET' || dice.chance(0.65);
  if (isRead) read(dice, story, reader, clock);
  if (fate.state === 'TRIAGED') return;
  const holder = holderFor(dice, team, fate);
  if (dice.chance(0.06) && holder.id !== reader.id) {
    story.claim(reader, between(dice, clock.halfway, clock.claim));
    story.step('release', reader, clock.claim);
    story.claim(holder, between(dice, clock.claim, clock.start));
  } else if (isRead && dice.chance(0.2) && holder.id !== reader.id) {
    story.assign(reader, holder, clock.claim);
  } else {
    story.claim(holder, clock.claim);
  }
}

function carryOut(dice: Dice, story: Story, fate: Fate, clock: Pace): void {
  const { assigneeId, assigneeName } = story.request;
  if (!assigneeId || !assigneeName) return;
  const holder = { id: assigneeId, displayName: assigneeName };
  const taken = story.request.changedAt > clock.claim ? story.request.changedAt : clock.claim;
  const revealed = between(dice, taken, clock.start);
  story.reveal(holder, 'VISIT', revealed);
  if (dice.chance(0.2)) story.note(holder, voiced(dice, NOTES.held, holder), between(dice, revealed, clock.start));
  if (REACH[fate.state] < 3) return;
  story.step('start', holder, clock.start);
  if (fate.state !== 'DONE') return;
  story.step('finish', holder, clock.end);
  if (dice.chance(0.15)) story.note(holder, voiced(dice, NOTES.closed, holder), new Date(clock.end.getTime() + 20_000));
}

function endEarly(dice: Dice, story: Story, team: Team, fate: Fate, clock: Pace): Story {
  const end = fate.endedAt ?? clock.end;
  if (story.request.channel === 'WEB' && dice.chance(0.5)) {
    if (dice.chance(0.5)) read(dice, story, dice.deal(team.desk), clock);
    story.cancel(null, dice.deal(RESIDENT_REASONS), end);
    return story;
  }
  const reader = dice.deal(team.desk);
  read(dice, story, reader, clock);
  story.cancel(reader, dice.deal(REASONS), end);
  return story;
}
