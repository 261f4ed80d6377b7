import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import { PlaceDocument } from '#lib/place/documents.ts';
import { FridgeChanges, FridgeDocument, type Board } from './documents.ts';

/** A place's fridge as everybody sees it. */
export const fridgeSource = (placeId: string): WholeSource<Board> => ({
  async read() {
    const answer = await read(FridgeDocument, { placeId });
    return answer.ok ? { ok: true, data: answer.data.fridge } : answer;
  },
  open(after, next, refused) {
    const variables = { placeId, after };
    return follow(FridgeChanges, variables, {
      next({ fridgeChanges: { kind, cursor, board } }) {
        variables.after = cursor;
        next({ kind, cursor, value: board });
      },
      refused,
    });
  },
});

/** For `load`: the fridge of the place with this slug. */
export async function fridgeAt(slug: string, fetch: typeof globalThis.fetch, url: URL): Promise<Board> {
  const { place } = need(await read(PlaceDocument, { slug }, fetch), url);
  return need(await read(FridgeDocument, { placeId: place.id }, fetch), url).fridge;
}
