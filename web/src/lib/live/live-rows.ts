export interface LiveRow {
  id: string;
  /** Grows with every change of the row; an older one never replaces a newer. */
  version: number;
}

export interface Change<R extends LiveRow> {
  kind: 'UPSERT' | 'REMOVE' | 'RESET';
  id?: string | null;
  row?: R | null;
}

/** Which rows a screen lists and in which order. `now` in milliseconds: a view may depend on age. */
export interface View<R> {
  matches: (row: R, now: number) => boolean;
  compare: (a: R, b: R) => number;
}

/** A line on the screen. A stub stands for a row that left the view while somebody was on it. */
export interface Item<R> {
  id: string;
  row: R;
  stub: boolean;
  /** The row is not ours to read any more; what is known of it is old. */
  gone: boolean;
}

/**
 * The manners of a live list, without a framework. Rows on the screen are patched in place and keep their order;
 * a row that comes to match waits until it is asked for, unless it came by our own action; a pinned row
 * (focused or open) that leaves turns into a stub until it is let go.
 */
export class LiveRows<R extends LiveRow> {
  #rows = new Map<string, R>();
  #shown: string[] = [];
  #waiting = new Set<string>();
  #stubs = new Map<string, { row: R; gone: boolean }>();
  #pinned = new Set<string>();
  #held: Change<R>[] | null = null;
  #view: View<R>;

  constructor(view: View<R>) {
    this.#view = view;
  }

  /** The first rows: everything that matches is on the screen at once. */
  seed(rows: readonly R[], now: number): void {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.lookAt(this.#view, now);
  }

  /** Loaded again: what is missing is gone, what is new waits, the screen keeps its place. */
  reseed(rows: readonly R[], now: number): void {
    const known = this.#rows;
    this.#rows = new Map(rows.map((row) => [row.id, newer(known.get(row.id), row)]));
    for (const [id, row] of known)
      if (!this.#rows.has(id) && this.#pinned.has(id) && this.#shown.includes(id)) this.#stubs.set(id, { row, gone: true });
    this.#held &&= [];
    this.settle(now);
  }

  /** Somebody's change. Returns whether anything is different now. */
  apply(change: Change<R>, now: number): boolean {
    if (this.#held) {
      this.#held.push(change);
      return true;
    }
    const changed = this.#merge(change);
    if (changed) this.settle(now);
    return changed;
  }

  /** The answer to our own action: shown at once, held or not. */
  own(row: R, now: number): void {
    this.#merge({ kind: 'UPSERT', row });
    this.settle(now);
    if (this.#waiting.delete(row.id)) this.#admit([row.id]);
  }

  hold(): void {
    this.#held ??= [];
  }

  /** Applies what came meanwhile, in order; returns how many changes. */
  resume(now: number): number {
    const held = this.#held ?? [];
    this.#held = null;
    for (const change of held) this.#merge(change);
    this.settle(now);
    return held.length;
  }

  /** Another view of the same rows: a fresh screen, nothing waits. */
  lookAt(view: View<R>, now: number): void {
    this.#view = view;
    this.#waiting.clear();
    this.#stubs.clear();
    this.#shown = [];
    this.#admit([...this.#rows.values()].filter((row) => view.matches(row, now)).map(({ id }) => id));
  }

  /** The rows somebody is on; those let go drop their stubs. */
  pin(ids: Iterable<string>, now: number): void {
    this.#pinned = new Set(ids);
    this.settle(now);
  }

  /** Puts the waiting rows on the screen; returns their ids in screen order. */
  showWaiting(): string[] {
    const ids = new Set(this.#waiting);
    this.#waiting.clear();
    this.#admit([...ids]);
    return this.#shown.filter((id) => ids.has(id));
  }

  /** Decides anew who is on the screen; to be called as time passes, too. */
  settle(now: number): void {
    for (const row of this.#rows.values()) {
      const isShown = this.#shown.includes(row.id) && !this.#stubs.has(row.id);
      if (this.#view.matches(row, now)) {
        if (this.#stubs.delete(row.id) || isShown) continue;
        this.#waiting.add(row.id);
      } else {
        this.#waiting.delete(row.id);
        if (isShown && this.#pinned.has(row.id)) this.#stubs.set(row.id, { row, gone: false });
        else if (this.#stubs.has(row.id)) this.#stubs.set(row.id, { row, gone: false });
      }
    }
    for (const id of this.#waiting) if (!this.#rows.has(id)) this.#waiting.delete(id);
    for (const id of this.#stubs.keys()) if (!this.#pinned.has(id)) this.#stubs.delete(id);
    this.#shown = this.#shown.filter((id) => {
      if (this.#stubs.has(id)) return true;
      const row = this.#rows.get(id);
      return row !== undefined && this.#view.matches(row, now);
    });
  }

  get items(): Item<R>[] {
    return this.#shown.flatMap((id) => {
      const stub = this.#stubs.get(id);
      const row = this.#rows.get(id) ?? stub?.row;
      return row ? [{ id, row, stub: stub !== undefined, gone: stub?.gone ?? false }] : [];
    });
  }

  get waiting(): R[] {
    return [...this.#waiting].flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** Every row held, on the screen or not. */
  get all(): R[] {
    return [...this.#rows.values()];
  }

  get heldCount(): number {
    return this.#held?.length ?? 0;
  }

  get(id: string): R | undefined {
    return this.#rows.get(id) ?? this.#stubs.get(id)?.row;
  }

  #merge({ kind, id, row }: Change<R>): boolean {
    if (kind === 'UPSERT' && row) {
      const known = this.#rows.get(row.id);
      if (known && known.version > row.version) return false;
      this.#rows.set(row.id, row);
      return true;
    }
    if (kind !== 'REMOVE' || !id) return false;
    const known = this.#rows.get(id);
    if (!known) return false;
    if (this.#shown.includes(id) && this.#pinned.has(id)) this.#stubs.set(id, { row: known, gone: true });
    return this.#rows.delete(id);
  }

  /** Sorted into their places; those already on the screen stay in the order they have. */
  #admit(ids: readonly string[]): void {
    const { compare } = this.#view;
    const incoming = ids.flatMap((id) => this.#rows.get(id) ?? []).sort(compare);
    for (const row of incoming) {
      const before = this.#shown.findIndex((id) => {
        const other = this.get(id);
        return other !== undefined && compare(row, other) < 0;
      });
      if (before < 0) this.#shown.push(row.id);
      else this.#shown.splice(before, 0, row.id);
    }
  }
}

const newer = <R extends LiveRow>(known: R | undefined, row: R): R => (known && known.version > row.version ? known : row);
