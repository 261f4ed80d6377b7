import { MEMBERSHIP_STATES, type MembershipState } from '@ww/shared/network/terms';
import { m } from '#lib/paraglide/messages.js';

export const membershipName = (state: MembershipState): string => m[`network_state_${state}`]();

/** What came of a step, as the audit trail keeps it: where the organisation stands, or whether the Network runs. */
export function outcomeWords(kept: string): string | null {
  const state = MEMBERSHIP_STATES.find((each) => each === kept);
  if (state) return m.network_outcome({ outcome: membershipName(state) });
  if (kept === 'ON' || kept === 'OFF') return m.network_outcome({ outcome: kept === 'ON' ? m.network_runs() : m.network_runs_not() });
  return null;
}
