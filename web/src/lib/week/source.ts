import { read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import { StaffWeekChanges, StaffWeekDocument, type StaffWeek } from './documents.ts';

/** One week of a place, as its staff see it. */
export const weekSource = (placeId: string, day: string): WholeSource<StaffWeek> => ({
  async read() {
    const answer = await read(StaffWeekDocument, { placeId, day });
    return answer.ok ? { ok: true, data: answer.data.staffWeek } : answer;
  },
  open(after, next, refused) {
    const variables = { placeId, day, after };
    return follow(StaffWeekChanges, variables, {
      next({ staffWeekChanges: { kind, cursor, week } }) {
        variables.after = cursor;
        next({ kind, cursor, value: week });
      },
      refused,
    });
  },
});
