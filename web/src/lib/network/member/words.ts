import type { MembershipState } from '@ww/shared/network/terms';
import { m } from '#lib/paraglide/messages.js';

export const membershipName = (state: MembershipState): string => m[`network_state_${state}`]();
