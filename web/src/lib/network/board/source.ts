import { read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import { announcer } from '#lib/live/announcer.svelte.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { BoardChanges, BoardDocument, type Board } from './documents.ts';

/** A district's board; says how many entries came. */
export const boardSource = (district: string): WholeSource<Board> => ({
  async read() {
    const answer = await read(BoardDocument, { district });
    return answer.ok ? { ok: true, data: answer.data.board } : answer;
  },
  open(after, next, refused) {
    const variables = { district, after };
    return follow(BoardChanges, variables, {
      next({ boardChanges: { kind, cursor, board } }) {
        variables.after = cursor;
        next({ kind, cursor, value: board });
      },
      refused,
    });
  },
  heard(next, known) {
    const before = known.entries.map(({ id }) => id);
    const fresh = next.entries.filter(({ id, state }) => state === 'OPEN' && !before.includes(id));
    if (fresh.length > 0) announcer.say('board', m.board_new_said({ count: fresh.length }));
  },
});
