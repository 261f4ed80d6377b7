import type { FieldError } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { tick } from 'svelte';
import { type Failure, ruleSentence, toFailure } from './failure.ts';

interface FormOptions<Values, Answer> {
  /** The local check, the same that the server makes; runs before sending. */
  check?: (values: Values) => readonly FieldError[];
  /** Sends with the key of this intention; throws a `Failure`. */
  send: (values: Values, key: string) => Promise<Answer>;
  done?: (answer: Answer) => void | Promise<void>;
}

/**
 * One form: what is typed, what is wrong with it, and the sending.
 * Whatever fails, what was typed stays. A retry of the same content carries the same key, so that
 * a save whose answer got lost is not done twice; changed content is a new intention.
 */
export class FormState<Values extends object, Answer = unknown> {
  values: Values;
  errors = $state.raw<readonly FieldError[]>([]);
  failure = $state.raw<Failure | null>(null);
  submitting = $state(false);
  /** The `<form>`, set with `bind:this`: the first wrong field in it gets the focus. */
  element: HTMLFormElement | undefined = $state();
  readonly #options: FormOptions<Values, Answer>;
  #intention: { key: string; content: string } | null = null;

  constructor(initial: Values, options: FormOptions<Values, Answer>) {
    this.values = $state(initial);
    this.#options = options;
  }

  /** The sentence for a field, by its dotted path. */
  errorOf(path: string): string | undefined {
    const error = this.errors.find((e) => e.path === path);
    return error && ruleSentence(error);
  }

  /** Forget what is wrong with a field: it is being changed. */
  clear(...paths: string[]): void {
    if (this.errors.some((e) => paths.includes(e.path))) this.errors = this.errors.filter((e) => !paths.includes(e.path));
  }

  /** The local check of some of the fields, by their paths' beginnings; true when none is wrong. */
  async verify(...prefixes: string[]): Promise<boolean> {
    const inPart = ({ path }: FieldError) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));
    const wrong = (this.#options.check?.(this.#typed()) ?? []).filter(inPart);
    this.errors = [...this.errors.filter((e) => !inPart(e)), ...wrong];
    if (wrong.length > 0) await this.#focusFirst();
    return wrong.length === 0;
  }

  submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (this.submitting) return;
    const values = this.#typed();
    const pressed = this.element?.ownerDocument.activeElement;
    this.failure = null;
    this.errors = this.#options.check?.(values) ?? [];
    if (this.errors.length > 0) return this.#focusFirst();
    this.submitting = true;
    try {
      const answer = await this.#options.send(values, this.#keyFor(values));
      this.#intention = null;
      await this.#options.done?.(answer);
    } catch (thrown) {
      this.failure = toFailure(thrown);
      this.errors = this.failure.fields;
      await this.#focusFirst();
    } finally {
      this.submitting = false;
    }
    await this.#giveBack(pressed);
  };

  /** A button that is off while the form is sent loses the focus; it gets it back unless something else took it. */
  async #giveBack(pressed: Element | null | undefined): Promise<void> {
    await tick();
    if (!(pressed instanceof HTMLElement) || !pressed.isConnected) return;
    if (pressed.ownerDocument.activeElement === pressed.ownerDocument.body) pressed.focus();
  }

  /** What is typed at this moment, apart from what is typed afterwards. */
  #typed(): Values {
    const copy: unknown = $state.snapshot(this.values);
    return copy as Values;
  }

  #keyFor(values: Values): string {
    const content = JSON.stringify(values);
    if (this.#intention?.content !== content) this.#intention = { key: newId(), content };
    return this.#intention.key;
  }

  async #focusFirst(): Promise<void> {
    await tick();
    const wrong = this.element?.querySelector('.is-wrong');
    const target =
      // among radio buttons the chosen one holds the place
      wrong?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
      // among several that stand together, the one that is wrong
      wrong?.querySelector<HTMLElement>('input[aria-invalid="true"], select[aria-invalid="true"], textarea[aria-invalid="true"]') ??
      wrong?.querySelector<HTMLElement>('input, select, textarea, button') ??
      this.element?.querySelector<HTMLElement>('[data-form-failure]');
    target?.focus();
  }
}
