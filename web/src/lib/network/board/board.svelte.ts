import { can } from '@ww/shared/policy';
import type { Subject } from '@ww/shared/roles';
import { actorOf } from '#lib/account/next.ts';
import type { AppError } from '#lib/graphql/app-error.ts';
import { Whole } from '#lib/live/whole.svelte.ts';
import type { Me } from '#lib/request/actor.ts';
import { standing } from './arrange.ts';
import type { Activity, Board, Entry, Host } from './documents.ts';
import type { EntryValues } from './entry-values.ts';
import { boardSource } from './source.ts';

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
  readonly #whole: Whole<Board>;
  readonly board: Board;
  /** Which entries the columns hold. */
  stood: ReadonlySet<string>;
  dialog = $state.raw<BoardDialog | null>(null);
  /** The server no longer lets us follow. */
  readonly refused: AppError | null;
  /** A new entry, as far as typed: closing the dialog by mistake loses nothing. */
  draft: EntryValues | null = null;

  constructor(me: Me, hosts: readonly (Host | null)[], seed: Board) {
    this.me = me;
    this.hosts = hosts;
    this.#whole = new Whole(boardSource(seed.district), seed);
    this.board = $derived(this.#whole.value);
    this.refused = $derived(this.#whole.refused);
    this.stood = $state.raw(standing(seed.entries));
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    return this.#whole.start();
  }

  /** Reads it anew. What is shown stays when that fails. */
  reload(): Promise<void> {
    return this.#whole.reload();
  }

  /** The answer to one's own command: what it changed is in its place at once. */
  settled(board: Board): void {
    this.dialog = null;
    this.#whole.take(board);
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
}
