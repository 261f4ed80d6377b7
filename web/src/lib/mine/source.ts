import { read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import { isOlder } from './day.ts';
import { MyDay, MyDayChanges, type Day } from './documents.ts';

/** The reader's own day. */
export const daySource: WholeSource<Day> = {
  async read() {
    const answer = await read(MyDay, {});
    return answer.ok ? { ok: true, data: answer.data.myDay } : answer;
  },
  open(after, next, refused) {
    const variables = { after };
    return follow(MyDayChanges, variables, {
      next({ myDayChanges: { kind, cursor, day } }) {
        variables.after = cursor;
        next({ kind, cursor, value: day });
      },
      refused,
    });
  },
  isOlder,
};
