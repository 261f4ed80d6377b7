import { SvelteSet } from 'svelte/reactivity';
import { refocus } from '#lib/keys/focus.ts';
import { LiveList, type Seed } from '#lib/live/live-list.svelte.ts';
import { Actions } from './actions.svelte.ts';
import type { Me } from './actor.ts';
import { commandsOver } from './commands.ts';
import { OpenRequest } from './detail.svelte.ts';
import type { Row } from './documents.ts';
import { Presence } from './presence.svelte.ts';
import { queueSource } from './source.ts';
import { type ViewName, VIEW_NAMES, viewOf } from './views.ts';

const WINDOW = 50;

/** The queue page's state: the live list, who has the focus, what is open and what is selected. */
export class QueueState {
  readonly district: string;
  readonly me: Me;
  readonly list: LiveList<Row>;
  readonly actions: Actions;
  readonly give: ReturnType<typeof commandsOver>;
  readonly presence: Presence;
  readonly selected = new SvelteSet<string>();
  view = $state<ViewName>('otwarte');
  /** The row that takes Tab and the keys. */
  current = $state<string | null>(null);
  open = $state.raw<OpenRequest | null>(null);
  limit = $state(WINDOW);
  /** Whether single letters act. */
  letterKeys = $state(true);
  dialog = $state<'assign' | 'close' | 'reveal' | 'amend' | 'offer' | null>(null);
  #hasFocus = false;

  constructor(district: string, me: Me, seed: Seed<Row>, view: ViewName) {
    this.district = district;
    this.me = me;
    this.view = view;
    this.list = new LiveList<Row>(queueSource(district), viewOf(view, me.personId), seed);
    this.presence = new Presence(district, me.personId);
    this.actions = new Actions(
      (row) => this.#settled(row),
      (on) => this.keepFocus(on[0]?.id),
    );
    this.give = commandsOver(this.actions);
  }

  lookAt(view: ViewName): void {
    if (view === this.view) return;
    this.view = view;
    this.limit = WINDOW;
    this.selected.clear();
    this.list.lookAt(viewOf(view, this.me.personId));
  }

  /** How many rows each view holds. */
  counts = (now: number): Record<ViewName, number> =>
    Object.fromEntries(
      VIEW_NAMES.map((name) => {
        const { matches } = viewOf(name, this.me.personId);
        return [name, this.list.all.filter((row) => matches(row, now)).length];
      }),
    ) as Record<ViewName, number>;

  show(id: string | null): void {
    if (this.open?.id === id) return;
    this.open = id === null ? null : new OpenRequest(id);
    void this.open?.load();
    this.presence.lookAt(id);
    this.#pin();
  }

  /** The focus came to a row, or left the list. */
  focus(id: string | null): void {
    this.#hasFocus = id !== null;
    if (id !== null) this.current = id;
    this.#pin();
  }

  /** What the verbs act on: the selected rows, else the row with the focus, else the open one. */
  get targets(): Row[] {
    const ids = this.selected.size > 0 ? [...this.selected] : [this.current ?? this.open?.id ?? ''];
    return ids.flatMap((id) => this.list.get(id) ?? []);
  }

  /** The open request's row as it is now, from the list or, when it is not there, from its detail. */
  get openRow(): Row | null {
    const { open } = this;
    if (!open) return null;
    const live = this.list.get(open.id);
    const read = open.detail?.row;
    return live && (!read || live.version >= read.version) ? live : (read ?? null);
  }

  /** The button or the row that held the focus may be gone with the state it belonged to: next best, never nowhere. */
  keepFocus(id = this.current): void {
    const verb = this.open?.id === id ? ['.pane-actions button'] : [];
    void refocus(...verb, `[data-row='${id}'] a`, '.queue a[tabindex="0"]', '#nr-otwarte');
  }

  /** After one's own command whose answer holds no row. */
  async refresh(id: string): Promise<void> {
    const open = this.open?.id === id ? this.open : new OpenRequest(id);
    await open.load();
    if (open.detail) this.list.own(open.detail.row);
  }

  /** Prints the open request instead of the queue, with what is uncovered. */
  printCard(): void {
    document.documentElement.dataset['print'] = 'karta';
    addEventListener('afterprint', () => delete document.documentElement.dataset['print'], { once: true });
    print();
  }

  /** The answer to one's own command. */
  #settled(row: Row): void {
    this.list.own(row);
    this.selected.delete(row.id);
    if (this.open?.id === row.id) void this.open.load();
  }

  #pin(): void {
    this.list.pin([...(this.#hasFocus && this.current ? [this.current] : []), ...(this.open ? [this.open.id] : [])]);
  }
}
