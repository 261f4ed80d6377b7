import type { Action } from '@ww/shared/policy';
import { describe, expect, it } from 'vitest';
import { useWorld } from '../support/world.ts';
import type { Sender } from './expectations.ts';
import { PROBES } from './probes.ts';
import { effective, reach } from './reach.ts';

/** Tries every action of the table for real, as each of them. */
export function walk(senders: readonly Sender[]): void {
  describe('the policy table', () => {
    const world = useWorld();

    it.each(senders)('holds for %s through the whole API', { timeout: 180_000 }, async (who) => {
      const walked: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const action of Object.keys(PROBES) as Action[]) {
        walked[action] = await reach(world, who, action);
        expected[action] = effective(who, action);
      }
      expect(walked).toEqual(expected);
    });
  });
}

/** Who is walked in which file: they run beside each other. */
export const WALKED = {
  district: ['DISTRICT_COORDINATOR', 'TEAM_MEMBER', 'NETWORK_MEMBER', 'MEETING_DEPUTY'],
  city: ['CITY_ANALYST', 'AUDITOR', 'ADMIN'],
  place: ['PLACE_STAFF', 'BOOKING_HOLDER'],
  people: ['ORGANISATION_COORDINATOR', 'VOLUNTEER', 'ANYONE', 'SIGNED_IN', 'CODE_HOLDER'],
} as const satisfies Record<string, readonly Sender[]>;
