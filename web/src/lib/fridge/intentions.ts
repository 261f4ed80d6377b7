import { newId } from '@ww/shared/id';

interface Intention {
  key: string;
  /** Of what it makes, if it makes something. */
  id: string;
}

/** What was meant to be done and is not answered yet: sent again, it carries the same key. */
export class Intentions {
  readonly #open = new Map<string, Intention>();

  of(content: string): Intention {
    const known = this.#open.get(content) ?? { key: newId(), id: newId() };
    this.#open.set(content, known);
    return known;
  }

  settle(content: string): void {
    this.#open.delete(content);
  }
}
