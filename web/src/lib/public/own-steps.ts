import { clockOrDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RiverStep } from '#lib/ui/River.svelte';
import type { OwnRequest } from './own-request.svelte.ts';

/** The four stages a resident sees; the latest reached is now. A withdrawn request stops where it was. */
export function stepsOf(request: OwnRequest, now: number): RiverStep[] {
  const stages = [
    { label: m.public_step_received(), at: request.createdAt },
    { label: m.public_step_person(), at: request.acceptedAt },
    { label: m.public_step_on_way(), at: request.startedAt },
    { label: m.public_step_done(), at: request.state === 'DONE' ? request.closedAt : null },
  ];
  // someone may finish without ever saying that they set out
  const reached = stages.findLastIndex(({ at }) => at !== null);
  return stages.map(({ label, at }, i) => ({
    label,
    note: at ? clockOrDate(at, now) : undefined,
    state: i > reached ? 'ahead' : i === reached && request.state !== 'DONE' ? 'now' : 'done',
  }));
}

/** Where the request stands, in two sentences. */
export function sayingOf({ state, helperFirstName: name }: OwnRequest, reason: string): { say: string; more: string } {
  if (state === 'CANCELLED') return { say: m.public_own_say_CANCELLED(), more: reason ? m.public_own_more_CANCELLED({ reason }) : '' };
  const named = name && (state === 'ACCEPTED' || state === 'IN_PROGRESS');
  return {
    say: named ? m[`public_own_say_${state}_name`]({ name }) : m[`public_own_say_${state}`](),
    more: m[`public_own_more_${state}`](),
  };
}
