import { districtName } from '@ww/shared/district';
import { errandName, kindName } from '#lib/i18n/domain.ts';
import { clock, shortDate } from '#lib/i18n/format.ts';
import { getLocale } from '#lib/i18n/links.ts';
import type { AppErrorCode } from '#lib/graphql/app-error.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '#lib/request/due.ts';
import { addressWords, dueWords, titleOf, windowWords } from '#lib/request/words.ts';
import { failureSentence } from '#lib/ui/failure.ts';
import type { Offer, Task } from './documents.ts';
import type { Trouble } from './my-day.svelte.ts';
import type { RevealedTask } from './mutations.ts';

/** `40 min`, `1 godz.`, `1 godz. 20 min` */
export function minutesWords(total: number): string {
  const minutes = Math.round(total);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return m.staff_minutes({ minutes });
  return minutes % 60 === 0 ? m.mine_hours({ hours }) : m.mine_hours_minutes({ hours, minutes: minutes % 60 });
}

/** Hours to a tenth, in the reader's digits: `37,5`. A minute is not nothing. */
export const hoursNumber = (minutes: number): string =>
  Math.max(Math.round(minutes / 6) / 10, minutes > 0 ? 0.1 : 0).toLocaleString(getLocale());

/** `jutro`, `pt., 27 lis`; nothing for today. */
export function dayWord(at: string, now: number): string {
  const day = dayOf(at, now);
  return day === 'today' ? '' : day === 'tomorrow' ? m.staff_tomorrow() : shortDate(at);
}

/** `14:00` today, else `jutro 14:00` */
const dayClock = (at: string, now: number): string => [dayWord(at, now), clock(at)].filter(Boolean).join(' ');

/** `dziś 14:00–16:00`; once it has begun, `dziś do 16:00` */
export const offerTime = ({ fromAt, toAt }: Pick<Offer, 'fromAt' | 'toAt'>, now: number): string =>
  Date.parse(fromAt) > now ? windowWords({ fromAt, toAt }, now) : dueWords({ dueFrom: null, dueTo: toAt }, now);

/** The kind of help, where the title alone doesn't tell. */
export function kindBeside({ kind, errand }: Pick<Offer, 'kind' | 'errand'>): string {
  const name = kindName(kind).toLocaleLowerCase();
  return !errand || kind === 'OTHER' || errandName(errand).toLocaleLowerCase().includes(name) ? '' : name;
}

export const saidOfOffers = (offers: readonly Offer[]): string =>
  offers.map((offer) => m.mine_said_offer({ what: titleOf(offer), district: districtName(offer.district) })).join(' ');

export const saidOfTakenBack = (tasks: readonly Task[]): string =>
  tasks.map((task) => m.mine_said_taken_back({ what: titleOf(task), at: clock(task.fromAt) })).join(' ');

/** `ul. Krakowiaków 18 m. 4` */
export const doorWords = ({ address }: RevealedTask): string => addressWords(address);

/** Who opens: the contact at the door, else the person in need. */
export const atTheDoor = ({ contact, person }: RevealedTask) => contact ?? person;

interface Said {
  title: string;
  text: string;
  /** Whether the Team is worth a call. */
  mayCall?: boolean;
}

const OFFER_SAID: Record<string, (at: string) => Said> = {
  ACCEPTED: () => ({ title: m.mine_lost_accepted(), text: m.mine_lost_accepted_text() }),
  EXPIRED: () => ({ title: m.mine_lost_expired(), text: m.mine_lost_expired_text(), mayCall: true }),
  RELEASED: () => ({ title: m.mine_lost_released(), text: m.mine_lost_released_text() }),
  CLASH: (at) => ({ title: at ? m.mine_lost_clash({ at }) : m.mine_lost_clash_some(), text: m.mine_lost_clash_text() }),
};

/** Somebody or something else was first: nothing failed, the matter stands otherwise now. */
export const isOvertaking = (code: AppErrorCode): boolean => code === 'CONFLICT' || code === 'STALE' || code === 'NOT_FOUND';

/** What went wrong and what to do next. */
export function troubleWords({ about, error }: Trouble): Said {
  const { code, conflict } = error;
  if (code === 'CONFLICT') {
    const said = about === 'offer' && conflict ? OFFER_SAID[conflict.state] : undefined;
    if (said) return said(conflict?.at ? dayClock(conflict.at, serverNow()) : '');
    if (conflict?.state === 'TAKEN_BACK') return { title: m.mine_lost_taken_back(), text: m.mine_lost_taken_back_text(), mayCall: true };
  }
  if (isOvertaking(code)) return { title: m.mine_lost_changed(), text: m.mine_lost_changed_text(), mayCall: true };
  return { title: m.mine_not_saved(), text: code === 'OFFLINE' ? m.mine_offline_text() : failureSentence(error) };
}
