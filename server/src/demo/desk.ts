import type { Staff } from '../request/giver.ts';
import type { Bench } from './bench.ts';
import type { Fate } from './fates.ts';
import type { Dice } from './random.ts';
import type { Story } from './story.ts';
import { agree, NOTES } from './words.ts';

const MINUTE = 60_000;

/** The people of a Team at the desk, on what is open, and on what is closed: dealt apart, so that nobody is left without a task. */
export interface Team {
  desk: readonly Staff[];
  open: readonly Staff[];
  closed: readonly Staff[];
  bench: Bench;
  /** Pools of the district that may be asked, each once. */
  pools: string[];
}

export interface Pace {
  triage: Date;
  /** Half-way to the claim. */
  halfway: Date;
  claim: Date;
  start: Date;
  end: Date;
}

/** Moments of the steps: minutes after one another, squeezed where the whole was short. */
export function paceOf(dice: Dice, fate: Fate, now: Date): Pace {
  const end = fate.endedAt ?? now;
  const span = (end.getTime() - fate.at.getTime()) / MINUTE;
  const after = (minutes: number) => new Date(fate.at.getTime() + Math.round(minutes * MINUTE));
  const triage = Math.min(dice.int(70, 480) / 60, span * 0.15);
  const claim = triage + Math.min(dice.int(80, 1080) / 60, span * 0.3);
  const start = claim + Math.min(dice.int(300, 2600) / 60, span * 0.3);
  return { triage: after(triage), halfway: after((triage + claim) / 2), claim: after(claim), start: after(start), end };
}

export const between = (dice: Dice, from: Date, to: Date) =>
  new Date(from.getTime() + (to.getTime() - from.getTime()) * (dice.int(15, 85) / 100));

/** The first look: whom it is about, what it needs, how soon. */
export function read(dice: Dice, story: Story, reader: Staff, clock: Pace): void {
  const looked = between(dice, story.request.createdAt, clock.triage);
  if (story.request.informed === 'NOT_YET') story.confirm(reader, looked);
  else story.reveal(reader, dice.chance(0.6) ? 'HANDLING' : 'CALL_BACK', looked);
  const { priority } = story.request;
  story.step('triage', reader, clock.triage, priority === 'NORMAL' ? {} : { reason: priority });
  if (dice.chance(0.35)) story.note(reader, voiced(dice, NOTES.read, reader), between(dice, clock.triage, clock.halfway));
}

/** First names of women end in -a, at least here. */
export const voiced = (dice: Dice, notes: readonly string[], author: Staff) => agree(dice.deal(notes), /^\S+a /.test(author.displayName));
