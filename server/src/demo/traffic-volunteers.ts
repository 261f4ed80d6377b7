import { newId } from '@ww/shared/id';
import type { DeclineReason, OfferState, TaskState } from '@ww/shared/volunteer/terms';
import { dutyEnd } from './duty-end.ts';
import type { Dice } from './random.ts';
import type { Act, TrafficRow } from './traffic-acts.ts';

/** A volunteer's own day, as far as the traffic needs it. */
export interface TrafficDay {
  volunteerId: string;
  dutyUntil: string | null;
  offers: { id: string; state: OfferState }[];
  tasks: { id: string; state: TaskState }[];
}

export const MY_DAY = '{ myDay { volunteerId dutyUntil offers { id state } tasks { id state } } }';
export const SEARCHES =
  'query ($requestId: ID!) { dispatchLog(requestId: $requestId) { dispatches { state offers { id state expiresAt volunteerId displayName } } } }';

const DECLINES: readonly DeclineReason[] = ['NO_TIME', 'NO_TIME', 'TOO_FAR', 'NOT_THIS_KIND'];

/** The next step of a volunteer: a question first, then what is under way. Null when there is nothing to do for now. */
export function volunteerAct(dice: Dice, { volunteerId, dutyUntil, offers, tasks }: TrafficDay, now: Date): Act | null {
  const asked = offers.find(({ state }) => state === 'OPEN');
  if (asked && dice.chance(0.7)) return step('acceptOffer', 'OnOfferInput', asked.id);
  if (asked) return step('declineOffer', 'DeclineOfferInput', asked.id, { reason: dice.pick(DECLINES) });
  if (!dutyUntil) return duty(volunteerId, dutyEnd(dice, now));
  const underWay = tasks.find(({ state }) => state === 'ON_THE_WAY');
  if (underWay) return dice.chance(0.4) ? step('finishTask', 'FinishTaskInput', underWay.id, { minutes: dice.int(15, 70) }) : null;
  const next = tasks.find(({ state }) => state === 'ACCEPTED');
  return next && dice.chance(0.5) ? step('startTask', 'OnTaskInput', next.id) : null;
}

const step = (mutation: string, type: string, id: string, more: object = {}): Act => ({
  ...{ mutation, type, about: null, answer: 'volunteerId' },
  input: { key: newId(), id, ...more },
});
const duty = (id: string, until: Date): Act => ({
  ...{ mutation: 'setDuty', type: 'SetDutyInput', about: null, answer: 'volunteerId' },
  input: { key: newId(), id, until },
});

/** Searches of a request, as far as the traffic needs them. */
export interface TrafficSearches {
  dispatches: { state: string; offers: TrafficOffer[] }[];
}
interface TrafficOffer {
  id: string;
  state: OfferState;
  expiresAt: string;
  volunteerId: string | null;
  displayName: string | null;
}

/** Requests about which somebody could be rung up, so many at most. */
export const offeredOnes = (dice: Dice, rows: readonly TrafficRow[], count: number): TrafficRow[] =>
  dice.shuffle(rows.filter(({ state }) => state === 'OFFERED')).slice(0, count);

/** The Team rings up somebody who was asked and writes down the answer. Null where it is for one of `ownWords`, or a pool, to answer. */
export function phoneAct(dice: Dice, { dispatches }: TrafficSearches, ownWords: ReadonlySet<string>, now: Date): Act | null {
  const offers = dispatches.find(({ state }) => state === 'RUNNING')?.offers ?? [];
  const open = offers.filter(({ state, expiresAt }) => state === 'OPEN' && Date.parse(expiresAt) > now.getTime());
  const isTheirs = open.some(({ volunteerId, displayName }) => !volunteerId || ownWords.has(displayName ?? ''));
  if (isTheirs || open.length === 0) return null;
  const accepted = dice.chance(0.5);
  return {
    ...{ mutation: 'recordAnswer', type: 'RecordAnswerInput', about: null },
    input: { key: newId(), id: dice.pick(open).id, accepted, ...(accepted ? {} : { reason: dice.pick(DECLINES) }) },
  };
}
