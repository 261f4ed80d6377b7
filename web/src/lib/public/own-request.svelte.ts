import { follow, onSocket } from '#lib/graphql/socket.ts';
import { read } from '#lib/graphql/client.ts';
import type { ResultOf } from '#lib/graphql/schema.ts';
import { OwnRequestChangesDocument, OwnRequestDocument } from './documents.ts';

export type OwnRequest = ResultOf<typeof OwnRequestDocument>['ownRequest'];

/** A resident's own request on the screen: seeded by `load`, then kept up by the subscription to its steps. */
export class OwnRequestState {
  request: OwnRequest;
  /** False while the line is down; what is shown is then as old as `seenAt`. */
  live = $state(true);
  seenAt = $state(Date.now());
  readonly #code: string;

  constructor(code: string, seed: OwnRequest) {
    this.#code = code;
    this.request = $state.raw(seed);
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    const variables = { code: this.#code, after: this.request.cursor };
    const stopFollowing = follow(OwnRequestChangesDocument, variables, {
      next: ({ ownRequestChanges: { kind, cursor, steps } }) => {
        variables.after = cursor;
        this.seenAt = Date.now();
        if (kind !== 'UPSERT' || !steps) return void this.reload();
        if (steps.version < this.request.version) return;
        const newer = steps.version > this.request.version;
        this.request = { ...this.request, ...steps, cursor };
        // words and the helper's first name don't cross the socket
        if (newer) void this.reload();
      },
    });
    const stopListening = onSocket({
      connected: () => {
        this.live = true;
      },
      lost: () => {
        this.live = false;
      },
      retrying: () => {},
    });
    return () => {
      stopFollowing();
      stopListening();
    };
  }

  /** Reads it anew, for example after an edit or when the server asks to start over. */
  async reload(): Promise<void> {
    const answer = await read(OwnRequestDocument, { code: this.#code });
    if (!answer.ok) return; // what is shown stays; the line's own state says that it is old
    const next = answer.data.ownRequest;
    if (next.version >= this.request.version) this.request = next;
    this.seenAt = Date.now();
  }
}
