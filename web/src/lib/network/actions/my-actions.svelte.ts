import { read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import { Whole, type WholeSource } from '#lib/live/whole.svelte.ts';
import type { Action } from '../meeting/documents.ts';
import { MyActionsChanges, MyActionsDocument, type MyActions } from './documents.ts';
import { Ticks } from './ticks.svelte.ts';

const source: WholeSource<MyActions> = {
  async read() {
    const answer = await read(MyActionsDocument, {});
    return answer.ok ? { ok: true, data: answer.data.myActions } : answer;
  },
  open(after, next, refused) {
    const variables = { after };
    return follow(MyActionsChanges, variables, {
      next({ myActionsChanges: { kind, cursor, mine } }) {
        variables.after = cursor;
        next({ kind, cursor, value: mine });
      },
      refused,
    });
  },
};

const isOpen = ({ doneAt }: Action) => doneAt === null;
const byUrgency = (a: Action, b: Action) => Number(isOpen(b)) - Number(isOpen(a)) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

/** What the reader is to do for the Network: followed whole, ticked off one at a time each, with a way back. */
export class MyActionsState {
  readonly #whole: Whole<MyActions>;
  /** Ids in the order in which they stand. */
  #stood: readonly string[] = [];
  readonly ticks = new Ticks((mine) => {
    this.#whole.take(mine);
  });

  constructor(seed: MyActions) {
    this.#whole = new Whole(source, seed);
  }

  start(): () => void {
    return this.#whole.start();
  }

  /** Those to do, the most urgent first, then what was done lately; who ticks one off finds it where it was. */
  get all(): Action[] {
    const { actions } = this.#whole.value;
    const fresh = actions.toSorted(byUrgency).filter(({ id }) => !this.#stood.includes(id));
    this.#stood = [...this.#stood, ...fresh.map(({ id }) => id)];
    return actions.toSorted((a, b) => this.#stood.indexOf(a.id) - this.#stood.indexOf(b.id));
  }

  get openCount(): number {
    return this.#whole.value.actions.filter(isOpen).length;
  }
}
