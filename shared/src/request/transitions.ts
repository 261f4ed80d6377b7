import type { Action } from '../policy.ts';

export const STATES = ['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
export type State = (typeof STATES)[number];

export const OPEN_STATES: readonly State[] = ['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS'];
/** Nobody has taken it yet. */
export const WAITING_STATES: readonly State[] = ['NEW', 'TRIAGED', 'OFFERED'];

export const COMMANDS = [
  'triage',
  'claim',
  'assign',
  'offer',
  'unoffer',
  'accept',
  'return',
  'release',
  'start',
  'finish',
  'cancel',
  'withdraw',
  'prioritise',
  'amend',
  'amendOwn',
  'note',
] as const;
export type Command = (typeof COMMANDS)[number];

export interface Transition {
  from: readonly State[];
  /** The state after; null leaves it as it is. */
  to: State | null;
  action: Action;
  /** `assignee`: only who holds the request, or whoever may `request.act-for-others`; `holder`: the former alone. */
  who: 'staff' | 'assignee' | 'holder' | 'resident' | 'volunteer';
}

/**
 * The life of a request in one table: which command leads where, and who may give it.
 * A request taken straight from NEW counts as triaged at that moment.
 */
export const TRANSITIONS: Record<Command, Transition> = {
  triage: { from: ['NEW'], to: 'TRIAGED', action: 'request.triage', who: 'staff' },
  claim: { from: ['NEW', 'TRIAGED', 'OFFERED'], to: 'ACCEPTED', action: 'request.claim', who: 'staff' },
  assign: { from: ['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED'], to: 'ACCEPTED', action: 'request.assign', who: 'staff' },
  offer: { from: ['NEW', 'TRIAGED'], to: 'OFFERED', action: 'dispatch.offer', who: 'staff' },
  unoffer: { from: ['OFFERED'], to: 'TRIAGED', action: 'dispatch.stop', who: 'staff' },
  accept: { from: ['OFFERED'], to: 'ACCEPTED', action: 'offer.answer', who: 'volunteer' },
  return: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'TRIAGED', action: 'task.step', who: 'holder' },
  release: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'TRIAGED', action: 'request.release', who: 'assignee' },
  start: { from: ['ACCEPTED'], to: 'IN_PROGRESS', action: 'request.start', who: 'assignee' },
  finish: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'DONE', action: 'request.finish', who: 'assignee' },
  cancel: { from: OPEN_STATES, to: 'CANCELLED', action: 'request.cancel', who: 'staff' },
  withdraw: { from: OPEN_STATES, to: 'CANCELLED', action: 'request.withdraw-own', who: 'resident' },
  prioritise: { from: OPEN_STATES, to: null, action: 'request.prioritise', who: 'staff' },
  amend: { from: OPEN_STATES, to: null, action: 'request.amend', who: 'staff' },
  amendOwn: { from: ['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED'], to: null, action: 'request.amend-own', who: 'resident' },
  note: { from: STATES, to: null, action: 'request.note', who: 'staff' },
};

/** Whether the command can be given in this state by someone who is (or isn't) the holder. */
export function allows(command: Command, state: State, isAssignee: boolean, mayActForOthers: boolean): boolean {
  const rule = TRANSITIONS[command];
  if (!rule.from.includes(state)) return false;
  if (rule.who === 'holder') return isAssignee;
  return rule.who !== 'assignee' || isAssignee || mayActForOthers;
}

/** How long a change can be taken back by who made it, in milliseconds. */
export const UNDO_WINDOW_MS = 30_000;
