import { ACTIONS, type Action } from '@ww/shared/policy';
import { isRole } from '@ww/shared/roles';
import { roleName } from '#lib/i18n/domain.ts';
import { m } from '#lib/paraglide/messages.js';
import { overrideWords } from '#lib/dispatch/words.ts';
import { outcomeWords } from '#lib/network/member/words.ts';
import { reasonWords } from '#lib/request/words.ts';

const isAction = (value: string): value is Action => (ACTIONS as readonly string[]).includes(value);

/** The name of an action, as a noun: `przejęcie`. */
export const actionName = (action: string): string =>
  isAction(action) ? m[`staff_action_${action.replaceAll(/[.-]/g, '_') as ActionKey}`]() : action;
type Snake<S extends string> = S extends `${infer A}.${infer B}`
  ? `${A}_${Snake<B>}`
  : S extends `${infer A}-${infer B}`
    ? `${A}_${Snake<B>}`
    : S;
type ActionKey = Snake<Action>;

/** What happened, with the reason and the other person concerned. */
export function actionWords({ action, reason, toName }: { action: string; reason?: string | null; toName?: string | null }): string {
  const outcome = reason ? outcomeWords(reason) : null;
  const why = reason && !outcome ? (isRole(reason) ? roleName(reason) : (overrideWords(reason) ?? reasonWords(reason))) : '';
  const told = [toName ? m.staff_action_to({ name: toName }) : '', why ? m.staff_action_reason({ reason: why }) : ''];
  const parts = [actionName(action), ...told, outcome ?? ''];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** What it was done to: a request by its number, a person or an invitation by what they are called. */
export function subjectWords({ subjectType, subjectLabel }: { subjectType: string; subjectLabel: string | null }): string {
  if (subjectType === 'request' && subjectLabel) return m.staff_number({ number: subjectLabel });
  return subjectLabel ?? '–';
}
