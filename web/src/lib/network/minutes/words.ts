import type { ItemKind } from '@ww/shared/network/terms';
import { fromWarsaw } from '@ww/shared/time';
import { clock, longDate, plainDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Failure } from '#lib/ui/failure.ts';

export const kindWords = (kind: ItemKind): string => m[`minutes_kind_${kind}`]();

/** What an item is called; the one that comes by itself has its name in the reader's language. */
export const itemTitle = ({ kind, title }: { kind: ItemKind; title: string }): string =>
  kind === 'FOLLOW_UP' ? m.minutes_follow_up() : title;

/** Where it takes place: an address, online, or both. */
export const whereWords = ({ place, online }: { place: string | null; online: boolean }): string =>
  [...(place ? [place] : []), ...(online ? [m.minutes_online()] : [])].join(', ');

/** From when to when, on Warsaw's clock. */
export const whenWords = (from: string, to: string): string => `${longDate(from)}, ${clock(from)}–${clock(to)}`;

/** A day of Warsaw's calendar, `2026-12-03`. */
export const dayWords = (day: string): string => plainDate(fromWarsaw(`${day}T12:00`));

/** What to say where somebody else was first; null for any other failure. @param stale where they saved, and did not approve */
export function overtakenWords(failure: Failure | null, stale: string): string | null {
  if (failure?.code === 'STALE') return stale;
  return failure?.code === 'CONFLICT' ? m.minutes_approved_meanwhile({ by: failure.conflict?.by ?? '' }) : null;
}
