/** What was typed into dialogs that were closed before sending, by the form's name: closing one by mistake loses nothing. */
export class Drafts {
  readonly #kept = new Map<string, unknown>();

  /** What was kept under the name, or what the form starts with. */
  of<Typed extends object>(name: string, initial: Typed): Typed {
    return (this.#kept.get(name) as Typed | undefined) ?? initial;
  }

  /** Keeps what is typed when it differs from what the form started with; null when it was sent. */
  keep<Typed extends object>(name: string, initial: Typed, typed: Typed | null): void {
    if (typed && JSON.stringify(typed) !== JSON.stringify(initial)) this.#kept.set(name, typed);
    else this.#kept.delete(name);
  }
}
