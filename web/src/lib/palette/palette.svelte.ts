export interface Command {
  id: string;
  label: string;
  /** A key or a word at the end of the line. */
  hint?: string;
  run: () => void;
}

/** The palette: the same verbs as the buttons of the page, plus the pages. */
class Palette {
  open = $state(false);
  keysOpen = $state(false);
  #providers = $state.raw<readonly (() => readonly Command[])[]>([]);

  /** Verbs of what is on the screen; until the returned function is called. */
  provide(commands: () => readonly Command[]): () => void {
    this.#providers = [...this.#providers, commands];
    return () => (this.#providers = this.#providers.filter((other) => other !== commands));
  }

  get verbs(): Command[] {
    return this.#providers.flatMap((provider) => provider());
  }
}

export const palette = new Palette();
