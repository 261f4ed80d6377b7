import { comparePolish } from '@ww/shared/polish';
import { read, type Answer } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { LiveSource, Seed } from '#lib/live/live-list.svelte.ts';
import { Roster, RosterChanges, RosterOfOrganisation, type RosterRow } from './documents.ts';

/** Whose volunteers: those who serve a district, or those of one organisation. */
export type Whose = { district: string } | { organisation: string };

export const byName = (a: RosterRow, b: RosterRow) => comparePolish(a.volunteer.displayName, b.volunteer.displayName);

export async function loadRoster(whose: Whose, fetch?: typeof globalThis.fetch): Promise<Answer<Seed<RosterRow>>> {
  if ('district' in whose) {
    const answer = await read(Roster, whose, fetch);
    return answer.ok ? { ok: true, data: answer.data.roster } : answer;
  }
  const answer = await read(RosterOfOrganisation, whose, fetch);
  return answer.ok ? { ok: true, data: answer.data.rosterOfOrganisation } : answer;
}

/** A district's list is live. An organisation changes its own, and sees that at once. */
export const rosterSource = (whose: Whose): LiveSource<RosterRow> => ({
  load: () => loadRoster(whose),
  open(after, next, refused) {
    if (!('district' in whose)) return () => {};
    const variables = { district: whose.district, after };
    return follow(RosterChanges, variables, {
      next({ rosterChanges: change }) {
        variables.after = change.cursor;
        next(change);
      },
      refused,
    });
  },
});
