import { m } from '#lib/paraglide/messages.js';
import type { AgendaItem } from '../meeting/documents.ts';
import type { MeetingState } from '../meeting/meeting.svelte.ts';
import { itemTitle } from '../minutes/words.ts';
import { arranged, before, isMovable, moved, onAgenda, stepped } from './arrange.ts';
import { MoveItem } from './mutations.ts';

interface Held {
  id: string;
  /** The order while it is held; others' moves wait until it is let go. */
  ids: string[];
}

/** The order of an agenda: the server's, and over it one's own hand while it holds an item. */
export class AgendaOrder {
  readonly #meeting: MeetingState;
  /** What is held by keys or by the pointer. */
  held = $state.raw<Held | null>(null);
  /** For ears: where the held item is. */
  said = $state('');
  readonly items: readonly AgendaItem[];
  /** One's own moves go one after another, each from what the one before made. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(meeting: MeetingState) {
    this.#meeting = meeting;
    this.items = $derived.by(() => {
      const items = onAgenda(meeting.view.items);
      return this.held ? arranged(items, this.held.ids) : items;
    });
  }

  pick(id: string): void {
    this.held = { id, ids: this.items.map((item) => item.id) };
    this.#say(id, m.meeting_order_picked);
  }

  /** One step of the held item. */
  step(by: -1 | 1): void {
    if (!this.held) return;
    const { id } = this.held;
    const ids = stepped(this.items, id, by);
    if (ids) this.held = { id, ids };
    this.#say(id, m.meeting_order_moved);
  }

  /** The order that a drag would make. */
  drag(id: string, ids: readonly string[]): void {
    this.held = { id, ids: [...ids] };
  }

  drop(): void {
    if (!this.held) return;
    const { id, ids } = this.held;
    this.#say(id, m.meeting_order_dropped);
    const { items } = this.#meeting.view;
    const stood = before(
      onAgenda(items).map((item) => item.id),
      id,
    );
    const now = before(ids, id);
    // shown as the server will have it before the hand opens, so that nothing jumps back and forth
    if (now !== stood) void this.#send(id, () => now);
    this.held = null;
  }

  cancel(): void {
    if (!this.held) return;
    this.said = m.meeting_order_cancelled();
    this.held = null;
  }

  /** One step by a button: sent at once, from the order of that moment. */
  nudge(id: string, by: -1 | 1): void {
    void this.#send(id, () => {
      const ids = stepped(onAgenda(this.#meeting.view.items), id, by);
      if (!ids) return undefined;
      const place = ids.indexOf(id) + 1;
      const item = this.items.find((each) => each.id === id);
      if (item) this.said = m.meeting_order_moved({ title: itemTitle(item), place, count: ids.length });
      return before(ids, id);
    });
  }

  mayMove(item: AgendaItem, by: -1 | 1): boolean {
    return isMovable(item) && stepped(this.items, item.id, by) !== null;
  }

  /** What others did to the held item: once its turn has come, or it is gone, the hand is empty. */
  letGoOfGone(): void {
    const { held } = this;
    const item = held && this.items.find(({ id }) => id === held.id);
    if (held && (!item || !isMovable(item))) this.cancel();
  }

  /** @param behind decides where when its turn comes; undefined: nowhere */
  #send(id: string, behind: () => string | null | undefined): Promise<unknown> {
    const run = async () => {
      await this.#meeting.idle();
      const afterId = behind();
      if (afterId === undefined) return;
      await this.#meeting.do(
        MoveItem,
        { id, afterId },
        { doing: `move ${id}`, guess: (meeting) => ({ ...meeting, items: moved(meeting.items, id, afterId) }) },
      );
    };
    this.#last = this.#last.then(run, run);
    return this.#last;
  }

  #say(id: string, words: (about: { title: string; place: number; count: number }) => string): void {
    const at = this.items.findIndex((item) => item.id === id);
    const item = this.items[at];
    if (item) this.said = words({ title: itemTitle(item), place: at + 1, count: this.items.length });
  }
}
