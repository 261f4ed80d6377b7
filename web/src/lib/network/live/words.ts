import type { ConflictDetails } from '@ww/shared/error-codes';
import type { AppError } from '#lib/graphql/app-error.ts';
import { clock } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Failure, failureSentence } from '#lib/ui/failure.ts';
import type { Arrangement } from '../meeting/documents.ts';
import { kindWords } from '../minutes/words.ts';
import { afterCurrent, currentOf, numbered, type Progressing, type Timed } from './progress.ts';

/** `Punkt 3 z 6, decyzja`; what comes by itself has no kind worth naming. @param number what stands for it, where it is set apart */
export function placeWords(items: readonly Timed[], current: Timed, number?: string): string {
  const all = numbered(items);
  const place = { number: number ?? all.indexOf(current) + 1, of: all.length };
  return current.kind === 'FOLLOW_UP' ? m.live_place(place) : m.live_place_kind({ ...place, kind: kindWords(current.kind) });
}

export interface Sum {
  words: string;
  verdict: string;
  isShort: boolean;
}

/** What is left of the agenda against what is left of the meeting, in words. */
export function sumWords(meeting: Progressing<Timed>, now: number): Sum {
  const { planned, available, spare } = afterCurrent(meeting, now);
  const minutes = { planned, available };
  const words = currentOf(meeting.items)
    ? m.live_sum_after(minutes)
    : meeting.row.state === 'RUNNING'
      ? m.live_sum(minutes)
      : m.live_sum_before(minutes);
  const verdict =
    spare < 0 ? m.live_sum_short({ minutes: -spare }) : spare === 0 ? m.live_sum_exact() : m.live_sum_fits({ minutes: spare });
  return { words, verdict, isShort: spare < 0 };
}

/** `2 min 10 s` */
export function timeWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? m.live_seconds({ seconds }) : m.live_minutes_seconds({ minutes, seconds: seconds % 60 });
}

/** `Za 13, przeciw 2, wstrzymało się 3.` */
export const countWords = ({ for: votesFor, against, abstained }: Pick<Arrangement, 'for' | 'against' | 'abstained'>): string =>
  m.live_count({ for: votesFor, against, abstained });

export interface TroubleWords {
  title: string;
  text: string;
  /** Somebody else was first, or it is over: nothing failed. */
  isOvertaken: boolean;
}

const OVERTAKEN: Readonly<Record<string, () => string>> = {
  MOVED_ON: m.live_trouble_moved_on,
  RECOUNTED: m.live_trouble_recounted,
  VOTING: m.live_trouble_voting,
  ADOPTED: m.live_trouble_vote_over,
  REJECTED: m.live_trouble_vote_over,
  WITHDRAWN: m.live_trouble_vote_over,
  NO_SEAT: m.live_trouble_no_seat,
  ENDED: m.live_trouble_ended,
  CANCELLED: m.live_trouble_cancelled,
  PUBLISHED: m.live_trouble_not_started,
  DRAFT: m.live_trouble_not_started,
  DONE: m.live_trouble_done,
  SPEAKING: m.live_trouble_done,
};

function conflictWords({ state, by, at }: ConflictDetails): TroubleWords {
  if (state === 'LED' && by && at)
    return { title: m.live_led_by({ name: by, at: clock(at) }), text: m.live_trouble_led(), isOvertaken: true };
  if (state === 'TOO_EARLY' && at) return { title: m.live_trouble(), text: m.live_trouble_early({ at: clock(at) }), isOvertaken: true };
  return { title: m.live_trouble_overtaken(), text: (OVERTAKEN[state] ?? m.live_trouble_moved_on)(), isOvertaken: true };
}

/** What could not be done, and what that means. */
export function troubleWords(error: AppError): TroubleWords {
  if (error.code === 'CONFLICT' && error.conflict) return conflictWords(error.conflict);
  return { title: error.isRetryable ? m.live_trouble_retry() : m.live_trouble(), text: failureSentence(error), isOvertaken: false };
}

/** What stopped a form of the leader's, where a conflict says more than its code. */
export const formWords = (failure: Failure | null): string | null =>
  failure?.code === 'CONFLICT' && failure.conflict ? sentence(failure.conflict) : null;

function sentence(conflict: ConflictDetails): string {
  const { title, text } = conflictWords(conflict);
  return conflict.state === 'LED' ? `${title} ${text}` : text;
}
