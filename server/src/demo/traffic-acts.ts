import { newId } from '@ww/shared/id';
import type { CancelReason, Priority } from '@ww/shared/request/kinds';
import { WAITING_STATES, type State } from '@ww/shared/request/transitions';
import { WAVE } from '@ww/shared/volunteer/terms';
import { dueAfter } from './due.ts';
import { inventIntake, priorityOf } from './intake.ts';
import type { Dice } from './random.ts';
import { agree, errandOf, NOTES } from './words.ts';

/** A row of the queue, as far as the traffic needs it. */
export interface TrafficRow {
  id: string;
  state: State;
  createdAt: string;
  changedAt: string;
  assigneeId: string | null;
}

/** One mutation of the public API with its input. */
export interface Act {
  mutation: string;
  type: string;
  input: Record<string, unknown>;
  /** A field of the answer, when it has no `id`. */
  answer?: string;
  /** The request it is about; null for a new one. */
  about: string | null;
}

interface Situation {
  dice: Dice;
  district: string;
  personId: string;
  displayName: string;
  /** Open requests of the district, oldest first, and how many there were when the traffic came. */
  rows: readonly TrafficRow[];
  usual: number;
  /** The request that the actor has been reading. */
  reading: string | null;
  now: Date;
}

/** The oldest of a district are left to the visitor, whose first button opens the oldest. */
const LEFT_TO_VISITOR = 2;
/** A new request can be seen for a while before somebody of the traffic takes it. */
const SEEN_MS = 20_000;
/** So many at once is enough for one person. */
const HELD_AT_MOST = 4;
const MINUTE = 60_000;
const REASONS: readonly CancelReason[] = ['RESIGNED', 'HELPED_OTHERWISE', 'DUPLICATE', 'OUT_OF_SCOPE'];

/** So many searches in a district are enough at a time. */
const SEARCHES_AT_MOST = 5;
/** What nobody took, nobody is asked for, and the traffic may touch. */
export function untaken({ rows, now }: Pick<Situation, 'rows' | 'now'>): TrafficRow[] {
  return rows
    .filter(({ state }) => WAITING_STATES.includes(state) && state !== 'OFFERED')
    .slice(LEFT_TO_VISITOR)
    .filter(({ createdAt }) => now.getTime() - Date.parse(createdAt) > SEEN_MS);
}

/** The next step of one member of staff: what they read, what they hold, or a call that comes in. */
export function nextAct(situation: Situation): Act {
  const { dice, rows, usual, personId } = situation;
  const free = untaken(situation);
  const own = rows.filter(({ assigneeId }) => assigneeId === personId);
  const accepted = own.filter(({ state }) => state === 'ACCEPTED');
  const underWay = own.filter(({ state }) => state === 'IN_PROGRESS');
  const searches = rows.filter(({ state }) => state === 'OFFERED').length;
  const isFull = rows.length > usual + 1;
  const isLow = rows.length < usual;
  if (isFull && free.length === 0 && own.length === 0) return intake(situation);
  const options: [weight: number, make: () => Act][] = [
    [isFull ? 0 : isLow ? 6 : 2, () => intake(situation)],
    [free.length === 0 || own.length >= HELD_AT_MOST ? 0 : 4, () => takeUp(situation, free)],
    [free.length === 0 || searches >= SEARCHES_AT_MOST ? 0 : 2, () => waves(dice.pick(free))],
    [accepted.length === 0 ? 0 : 4, () => on('startRequest', oldestChange(accepted))],
    [underWay.length === 0 ? 0 : isLow ? 1 : isFull ? 7 : 4, () => on('finishRequest', oldestChange(underWay))],
    [accepted.length < 2 ? 0 : 0.3, () => on('releaseRequest', dice.pick(accepted))],
    [own.length === 0 ? 0 : 0.5, () => note(situation, dice.pick(own), NOTES.held)],
    [
      free.length === 0 || isLow ? 0 : 0.25,
      () => act('cancelRequest', 'CancelRequestInput', dice.pick(free).id, { reason: dice.pick(REASONS) }),
    ],
  ];
  return weighed(dice, options)();
}

function weighed(dice: Dice, options: readonly [number, () => Act][]): () => Act {
  const total = options.reduce((sum, [weight]) => sum + weight, 0);
  let left = (dice.int(1, 10_000) / 10_000) * total;
  const chosen = options.find(([weight]) => {
    left -= weight;
    return weight > 0 && left <= 1e-9;
  });
  if (!chosen) throw new RangeError('nothing to do');
  return chosen[1];
}

function takeUp(situation: Situation, free: readonly TrafficRow[]): Act {
  const { dice, reading } = situation;
  const row = free.find(({ id }) => id === reading) ?? dice.pick(free);
  if (dice.chance(0.12)) return note(situation, row, NOTES.read);
  const isTriage = row.state === 'NEW' && dice.chance(0.5);
  return isTriage
    ? act('triageRequest', 'TriageRequestInput', row.id, dice.chance(0.1) ? { priority: 'URGENT' satisfies Priority } : {})
    : on('claimRequest', row);
}

function intake({ dice, district, now }: Situation): Act {
  const what = errandOf(dice);
  const priority: Priority = dice.chance(0.06) ? 'URGENT' : priorityOf(dice);
  return {
    mutation: 'createRequest',
    type: 'CreateRequestInput',
    about: null,
    input: { ...newInput(dice, district, 'PHONE', what, now), priority },
  };
}

/** A resident at the public form. */
export function submission(dice: Dice, district: string, now: Date): Act {
  return {
    mutation: 'submitRequest',
    type: 'SubmitRequestInput',
    about: null,
    input: newInput(dice, district, 'WEB', errandOf(dice), now),
  };
}

function newInput(
  dice: Dice,
  district: string,
  channel: 'PHONE' | 'WEB',
  what: ReturnType<typeof errandOf>,
  now: Date,
): Record<string, unknown> {
  const due = dueAfter(dice, what.errand, now, new Date(now.getTime() + 100 * MINUTE));
  return { key: newId(), id: newId(now.getTime()), district, due, ...inventIntake(dice, district, channel, what) };
}

const act = (mutation: string, type: string, id: string, more: object = {}): Act => ({
  mutation,
  type,
  about: id,
  input: { key: newId(), id, ...more },
});
const on = (mutation: string, { id }: TrafficRow): Act => act(mutation, 'OnRequestInput', id);
const note = ({ dice, displayName }: Situation, { id }: TrafficRow, notes: readonly string[]): Act =>
  act('noteRequest', 'NoteRequestInput', id, { text: agree(dice.deal(notes), /^\S+a /.test(displayName)) });

/** The people whom the product would ask first. It may be that nobody is fit. */
const waves = ({ id }: TrafficRow): Act => ({
  ...{ mutation: 'startWaves', type: 'StartWavesInput', about: id },
  input: { key: newId(), id: newId(), requestId: id, size: WAVE.size, minutes: WAVE.minutes },
});

function oldestChange(rows: readonly TrafficRow[]): TrafficRow {
  const [first] = rows.toSorted((a, b) => Date.parse(a.changedAt) - Date.parse(b.changedAt));
  if (!first) throw new RangeError('nothing to choose from');
  return first;
}
