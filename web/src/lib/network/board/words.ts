import type { MatchReason } from '@ww/shared/network/match';
import { dayWords } from '#lib/availability/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Entry, Host, Suggestion } from './documents.ts';

export const hostName = (organisation: Host | null): string => organisation?.name ?? m.board_district_host();

/** `od 1 grudnia 2026 do 31 grudnia 2026`, one day, or nothing. */
export function daysWords({ fromDay, toDay }: Pick<Entry, 'fromDay' | 'toDay'>): string {
  if (fromDay && toDay) return fromDay === toDay ? dayWords(fromDay) : m.roster_from_to({ from: dayWords(fromDay), to: dayWords(toDay) });
  if (fromDay) return m.board_from({ day: dayWords(fromDay) });
  return toDay ? m.board_until({ day: dayWords(toDay) }) : '';
}

/** How much, where and when, as far as it was said. */
export const factsWords = (entry: Pick<Entry, 'amount' | 'place' | 'fromDay' | 'toDay'>): string[] =>
  [entry.amount === null ? '' : m.board_amount({ amount: entry.amount }), entry.place ?? '', daysWords(entry)].filter(
    (fact) => fact !== '',
  );

const reasonName = (reason: Exclude<MatchReason, 'WORDS'>): string => m[`board_reason_${reason}`]();

/** Why two entries may suit each other. */
export const reasonsWords = ({ reasons, words }: Pick<Suggestion, 'reasons' | 'words'>): string =>
  reasons.map((reason) => (reason === 'WORDS' ? m.board_reason_words({ words: words.join(', ') }) : reasonName(reason))).join(', ');
