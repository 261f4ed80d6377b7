import type { CancelReason } from '@ww/shared/request/kinds';
import type { Staff } from '../request/help-request.entity.ts';
import { dueAfter, dueBefore, type Due } from './due.ts';
import type { Fate } from './fates.ts';
import { inventIntake, priorityOf } from './intake.ts';
import type { Dice } from './random.ts';
import { Story } from './story.ts';
import { agree, errandOf, NOTES } from './words.ts';

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

/** The people of a Team at the desk, on what is open, and on what is closed: dealt apart, so that nobody is left without a task. */
export interface Team {
  desk: readonly Staff[];
  open: readonly Staff[];
  closed: readonly Staff[];
}

const holderFor = (dice: Dice, team: Team, fate: Fate) => dice.deal(fate.endedAt ? team.closed : team.open);

/** Lives a request through to where its fate leaves it. */
export function live(dice: Dice, district: string, team: Team, fate: Fate, now: Date): Story {
  const channel = dice.chance(0.3) ? 'WEB' : 'PHONE';
  const what = errandOf(dice);
  const by = channel === 'PHONE' ? dice.deal(team.desk) : null;
  const isTaken = REACH[fate.state] >= 2 && fate.state !== 'CANCELLED';
  const assignTo = by && isTaken && dice.chance(0.08) ? holderFor(dice, team, fate) : null;
  const priority = fate.pressing === 'MARKED' || (isTaken && dice.chance(0.08)) ? 'URGENT' : fate.pressing ? 'NORMAL' : priorityOf(dice);
  const due = dueOf(dice, fate, what.errand, now);
  const story = new Story({ ...inventIntake(dice, district, channel, what), district, channel, at: fate.at, due, priority, by, assignTo });
  const clock = paceOf(dice, fate, now);
  if (fate.state === 'CANCELLED') return endEarly(dice, story, team, fate, clock);
  if (!assignTo && REACH[fate.state] >= 1) takeUp(dice, story, team, fate, clock);
  if (isTaken) carryOut(dice, story, fate, clock);
  return story;
}

function dueOf(dice: Dice, fate: Fate, errand: Parameters<typeof dueAfter>[1], now: Date): Due {
  if (fate.pressing === 'OVERDUE') return dueBefore(now, dice.int(12, 75));
  if (fate.pressing === 'MARKED') return dueBefore(now, -dice.int(100, 200));
  if (fate.pressing === 'SOON') return dueBefore(now, -dice.int(35, 75));
  const soonest = fate.at.getTime() + 120 * MINUTE;
  // What is under way or over has no appointment ahead.
  const ahead = REACH[fate.state] < 3 ? errand : null;
  return dueAfter(dice, ahead, fate.at, new Date(fate.endedAt ? soonest : Math.max(soonest, now.getTime() + 100 * MINUTE)));
}

interface Pace {
  triage: Date;
  /** Half-way to the claim. */
  halfway: Date;
  claim: Date;
  start: Date;
  end: Date;
}

/** Moments of the steps: minutes after one another, squeezed where the whole was short. */
function paceOf(dice: Dice, fate: Fate, now: Date): Pace {
  const end = fate.endedAt ?? now;
  const span = (end.getTime() - fate.at.getTime()) / MINUTE;
  const after = (minutes: number) => new Date(fate.at.getTime() + Math.round(minutes * MINUTE));
  const triage = Math.min(dice.int(70, 480) / 60, span * 0.15);
  const claim = triage + Math.min(dice.int(80, 1080) / 60, span * 0.3);
  const start = claim + Math.min(dice.int(300, 2600) / 60, span * 0.3);
  return { triage: after(triage), halfway: after((triage + claim) / 2), claim: after(claim), start: after(start), end };
}

const between = (dice: Dice, from: Date, to: Date) => new Date(from.getTime() + (to.getTime() - from.getTime()) * (dice.int(15, 85) / 100));

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

/** The first look: whom it is about, what it needs, how soon. */
function read(dice: Dice, story: Story, reader: Staff, clock: Pace): void {
  const looked = between(dice, story.request.createdAt, clock.triage);
  if (story.request.informed === 'NOT_YET') story.confirm(reader, looked);
  else story.reveal(reader, dice.chance(0.6) ? 'HANDLING' : 'CALL_BACK', looked);
  const { priority } = story.request;
  story.step('triage', reader, clock.triage, priority === 'NORMAL' ? {} : { reason: priority });
  if (dice.chance(0.35)) story.note(reader, voiced(dice, NOTES.read, reader), between(dice, clock.triage, clock.halfway));
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

/** First names of women end in -a, at least here. */
const voiced = (dice: Dice, notes: readonly string[], author: Staff) => agree(dice.deal(notes), /^\S+a /.test(author.displayName));
