import { can } from '@ww/shared/policy';
import type { Subject } from '@ww/shared/roles';
import { actorOf } from '#lib/account/next.ts';
import type { AppError } from '#lib/graphql/app-error.ts';
import { read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import { announcer } from '#lib/live/announcer.svelte.ts';
import { connection } from '#lib/live/connection.svelte.ts';
import { isBefore } from '#lib/live/order.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Me } from '#lib/request/actor.ts';
import { standing } from './arrange.ts';
import { BoardChanges, BoardDocument, type Activity, type Board, type Entry, type Host } from './documents.ts';
import type { EntryValues } from './entry-values.ts';

/** What stands over the board; `other` is the entry that it is joined with. */
export type BoardDialog =
  | { name: 'post' }
  | { name: 'edit' | 'close'; entry: Entry }
  | { name: 'join'; entry: Entry; other: Entry }
  | { name: 'cancel'; activity: Activity };

/** A Network's board on the screen: seeded by `load`, kept up by its subscription, replaced whole by each answer. */
export class BoardPageState {
  readonly me: Me;
  /** For whom the reader may post; null is the district itself. */
  readonly hosts: readonly (Host | null)[];
  board: Board;
  /** Which entries the columns hold. */
  stood: ReadonlySet<string>;
  dialog = $state.raw<BoardDialog | null>(null);
  /** The server no longer lets us follow. */
  refused = $state.raw<AppError | null>(null);
  /** A new entry, as far as typed: closing the dialog by mistake loses nothing. */
  draft: EntryValues | null = null;

  constructor(me: Me, hosts: readonly (Host | null)[], seed: Board) {
    this.me = me;
    this.hosts = hosts;
    this.board = $state.raw(seed);
    this.stood = $state.raw(standing(seed.entries));
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    const variables = { district: this.board.district, after: this.board.cursor };
    return follow(BoardChanges, variables, {
      next: ({ boardChanges: { kind, cursor, board } }) => {
        variables.after = cursor;
        connection.noteChange();
        if (kind === 'UPSERT' && board) this.#receive(board);
        else void this.reload();
      },
      refused: (error) => (this.refused = error),
    });
  }

  /** Reads it anew, for example when the server asks to start over. What is shown stays when that fails. */
  async reload(): Promise<void> {
    const answer = await read(BoardDocument, { district: this.board.district });
    if (answer.ok) this.#receive(answer.data.board);
  }

  /** The answer to one's own command: what it changed is in its place at once. */
  settled(board: Board): void {
    this.dialog = null;
    if (!isBefore(board.cursor, this.board.cursor)) this.board = board;
    this.arrange();
  }

  /** What came takes its place, and what ended leaves. */
  arrange(): void {
    this.stood = standing(this.board.entries);
  }

  entry(id: string): Entry | undefined {
    return this.board.entries.find((entry) => entry.id === id);
  }

  mayWrite({ organisation }: { organisation: Host | null }): boolean {
    const subject: Subject = { district: this.board.district, ...(organisation ? { organisation: organisation.id } : {}) };
    return this.board.enabled && can(actorOf(this.me), 'board.write', subject);
  }

  /** Whoever may write one of the two entries, and whoever sees to it. */
  mayFinish({ offer, need, owners }: Activity): boolean {
    const owns = this.board.enabled && owners.some(({ personId }) => personId === this.me.personId);
    return owns || this.mayWrite(offer) || this.mayWrite(need);
  }

  #receive(next: Board): void {
    if (isBefore(next.cursor, this.board.cursor)) return;
    const known = this.board.entries.map(({ id }) => id);
    const fresh = next.entries.filter(({ id, state }) => state === 'OPEN' && !known.includes(id));
    if (fresh.length > 0) announcer.say('board', m.board_new_said({ count: fresh.length }));
    this.board = next;
  }
}
