import { m } from '#lib/paraglide/messages.js';
import type { OwnBooking } from '../documents.ts';

type Tone = 'waits' | 'won' | 'off' | 'hit';

/** What the state of a booking means for whoever made it, in two sentences. @param now milliseconds */
export function sayingOf({ booking, canChange, rulesVersion }: OwnBooking, now: number): { say: string; more: string; tone: Tone } {
  const { state, isSuspended, reason, endsAt } = booking;
  if (state === 'WITHDRAWN')
    return { say: m.booking_say_withdrawn(), more: reason ? m.booking_reason({ reason }) : m.booking_more_withdrawn(), tone: 'off' };
  if (state === 'REFUSED') return { say: m.booking_say_refused(), more: reason ? m.booking_reason({ reason }) : '', tone: 'off' };
  if (state === 'NO_SHOW') return { say: m.booking_say_no_show(), more: m.booking_more_no_show(), tone: 'off' };
  if (Date.parse(endsAt) <= now || !canChange) return { say: m.booking_say_over(), more: m.booking_more_over(), tone: 'off' };
  if (isSuspended) return { say: m.booking_say_suspended(), more: m.booking_more_suspended(), tone: 'hit' };
  if (state === 'REQUESTED') return { say: m.booking_say_requested(), more: m.booking_more_requested(), tone: 'waits' };
  const more = rulesVersion ? m.booking_more_approved_rules({ version: rulesVersion }) : m.booking_more_approved();
  return { say: m.booking_say_approved(), more, tone: 'won' };
}
