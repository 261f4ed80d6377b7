import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import type { Gate } from '@ww/shared/volunteer/gates';
import { OfferRequest, StartWaves } from '@ww/shared/volunteer/input';
import { WAVE } from '@ww/shared/volunteer/terms';
import { dueOf, type OwnDue, ownDueOf } from '../request/due.ts';

/** What the dispatcher has chosen and typed. */
export interface OfferValues {
  how: 'one' | 'waves';
  /** Of the volunteer or the pool. */
  who: string | null;
  due: OwnDue;
  minutes: string;
  size: string;
  /** Why a gate is let pass, by gate; kept while another is chosen. */
  reasons: Partial<Record<Gate, string>>;
}

/** What the form depends on of whom a request can be offered to. */
export interface Choosable {
  id: string;
  isPool: boolean;
  failed: readonly { gate: Gate; canOverride: boolean }[];
}

export const emptyOffer = (who: string | null): OfferValues => ({
  how: 'one',
  who,
  due: { date: '', from: '', to: '' },
  minutes: String(WAVE.minutes),
  size: String(WAVE.size),
  reasons: {},
});

/** The visit's window as the fields show it. */
export const dueOfPage = ({ fromAt, toAt }: { fromAt: string; toAt: string }): OwnDue => ownDueOf(fromAt, toAt);

/** The window to send: nothing while it is untouched, so that the server takes what is left of the due window. */
export function windowOf(values: OfferValues, shown: OwnDue | null, now: number): { from: string | null; to: string | null } | null {
  const isUntouched = shown === null || JSON.stringify(values.due) === JSON.stringify(shown);
  return isUntouched ? { from: null, to: null } : dueOf('other', values.due, now);
}

const whole = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

/** As the API takes an offer to one; only gates that may be let pass carry a reason. */
export function offerInput(values: OfferValues, chosen: Choosable, window: { from: string | null; to: string | null }) {
  return {
    ...window,
    volunteerId: chosen.isPool ? null : chosen.id,
    poolId: chosen.isPool ? chosen.id : null,
    minutes: whole(values.minutes),
    overrides: overridable(chosen).map((gate) => ({ gate, reason: values.reasons[gate] ?? '' })),
  };
}

export const wavesInput = (values: OfferValues, window: { from: string | null; to: string | null }) => ({
  ...window,
  size: whole(values.size),
  minutes: whole(values.minutes),
});

/** The gates in the order in which their reasons are sent: an error names one by its place. */
export const overridable = ({ failed }: Choosable) => failed.filter(({ canOverride }) => canOverride).map(({ gate }) => gate);

/** The same check that the server makes, and what the screen alone can tell. */
export function checkOffer(
  values: OfferValues,
  chosen: Choosable | undefined,
  window: ReturnType<typeof windowOf>,
  ids: { key: string; id: string; requestId: string },
): FieldError[] {
  const typed = { from: window?.from ? new Date(window.from) : null, to: window?.to ? new Date(window.to) : null };
  const errors: FieldError[] = window === null ? [{ path: 'to', rule: 'required' }] : [];
  if (typed.from && typed.to && typed.from >= typed.to) errors.push({ path: 'to', rule: 'dueOrder' });
  if (values.how === 'waves') {
    const checked = check(StartWaves, { ...ids, ...wavesInput(values, { from: null, to: null }), ...typed });
    return checked.ok ? errors : [...errors, ...checked.errors];
  }
  if (!chosen) return [...errors, { path: 'volunteerId', rule: 'choice' }];
  if (chosen.failed.some(({ canOverride }) => !canOverride)) errors.push({ path: 'volunteerId', rule: 'volunteer' });
  const checked = check(OfferRequest, { ...ids, ...offerInput(values, chosen, { from: null, to: null }), ...typed });
  return checked.ok ? errors : [...errors, ...checked.errors];
}
