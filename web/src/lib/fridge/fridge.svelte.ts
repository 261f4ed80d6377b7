import type { TypedDocumentNode } from '@urql/core';
import { newId } from '@ww/shared/id';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import type { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, run } from '#lib/graphql/client.ts';
import { refocus } from '#lib/keys/focus.ts';
import { announcer } from '#lib/live/announcer.svelte.ts';
import { Whole } from '#lib/live/whole.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Me } from '#lib/request/actor.ts';
import { Drafts } from '#lib/ui/drafts.ts';
import { type Failure, toFailure } from '#lib/ui/failure.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { DiscardFood, PutFoodBack, TakeFood, type Board, type Food, type Shelf } from './documents.ts';
import { Intentions } from './intentions.ts';
import { fridgeSource } from './source.ts';

/** What stands over the board. */
export type FridgeDialog =
  { name: 'put'; shelf: Shelf | null } | { name: 'part'; food: Food } | { name: 'temperature' | 'settings' | 'shelves' };

/** A step that failed; `retry` sends the same once more, with the same key. */
interface Trouble {
  failure: Failure;
  retry: (() => Promise<void>) | null;
}

type Command<I> = TypedDocumentNode<{ board: Board }, { input: I }>;

/** A fridge on the screen: seeded by `load`, kept up by its subscription, replaced whole by each answer. */
export class FridgeState {
  readonly #whole: Whole<Board>;
  readonly board: Board;
  /** Whether the reader looks after this fridge. */
  readonly tends: boolean;
  /** The server no longer lets us follow. */
  readonly refused: AppError | null;
  readonly drafts = new Drafts();
  dialog = $state.raw<FridgeDialog | null>(null);
  /** The food whose step is on its way. */
  busy = $state<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** Of steps that were not answered: trying again must not do them twice. */
  readonly #intentions = new Intentions();

  constructor(seed: Board, me: Me | null) {
    this.#whole = new Whole(fridgeSource(seed.place.id), seed);
    this.board = $derived(this.#whole.value);
    this.refused = $derived(this.#whole.refused);
    this.tends = me !== null && can(actorOf(me), 'fridge.tend', { place: seed.place.id });
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    return this.#whole.start();
  }

  /** Reads it anew. */
  reload(): Promise<void> {
    return this.#whole.reload();
  }

  /** The answer to a form's command: the dialog has done its work. */
  settled(board: Board, message: string): void {
    this.#whole.take(board);
    this.dialog = null;
    toasts.show({ message, seconds: 8 });
  }

  /** The answer to a part being taken: it can be undone until somebody takes more. @param left how much stays */
  partTaken(board: Board, food: Food, left: number): void {
    this.#whole.take(board);
    this.dialog = null;
    const rest = board.shelves.flatMap(({ items }) => items).find(({ id }) => id === food.id);
    const undoKey = newId();
    const isOurs = left === 0 ? !rest : rest?.amount === left;
    toasts.show({
      message: left === 0 ? m.fridge_taken({ what: food.what }) : m.fridge_part_taken({ what: food.what }),
      ...(isOurs ? { undo: () => this.#putBack(food, undoKey, rest?.version ?? null) } : { seconds: 8 }),
    });
  }

  /** The answer to a command in a dialog that stays. */
  take(board: Board): void {
    this.#whole.take(board);
  }

  takeAll(food: Food): Promise<void> {
    return this.#end(TakeFood, food, { id: food.id, left: null }, m.fridge_taken({ what: food.what }));
  }

  discard(food: Food): Promise<void> {
    return this.#end(DiscardFood, food, { id: food.id }, m.fridge_discarded({ what: food.what }));
  }

  async #end<I extends { key: string }>(command: Command<I>, food: Food, input: Omit<I, 'key'>, message: string): Promise<void> {
    if (this.busy !== null) return;
    const intention = JSON.stringify([message, food.id, food.version]);
    const { key } = this.#intentions.of(intention);
    this.busy = food.id;
    this.trouble = null;
    try {
      const { board } = await orThrow(run(command, { input: { ...input, key } as I }));
      this.#intentions.settle(intention);
      this.#whole.take(board);
      const undoKey = newId();
      toasts.show({ message, undo: () => this.#putBack(food, undoKey) });
      // the button that was pressed is gone; the row is there for a while
      this.busy = null;
      await refocus(`#jedzenie-${food.id}`, '#jadlodzielnia');
    } catch (thrown) {
      const failure = toFailure(thrown);
      const canHeal = failure.code === 'OFFLINE' || failure.code === 'INTERNAL' || failure.code === 'RATE_LIMITED';
      if (!canHeal) await this.reload();
      this.trouble = { failure, retry: canHeal ? () => this.#end(command, food, input, message) : null };
    } finally {
      this.busy = null;
    }
  }

  /** @param version of what lies there after a part was taken; null where all was */
  async #putBack(food: Food, key: string, version: number | null = null): Promise<void> {
    const { board } = await orThrow(run(PutFoodBack, { input: { key, id: food.id, version } }));
    this.#whole.take(board);
    announcer.say('fridge', m.fridge_back({ what: food.what }));
    await refocus(`#jedzenie-${food.id}`);
  }
}
