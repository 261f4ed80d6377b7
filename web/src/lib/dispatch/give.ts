import { newId } from '@ww/shared/id';
import { orThrow, read, run } from '#lib/graphql/client.ts';
import { announcer } from '#lib/live/announcer.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Row } from '#lib/request/documents.ts';
import { Undo } from '#lib/request/mutations.ts';
import type { QueueState } from '#lib/request/queue.svelte.ts';
import { failureSentence, toFailure } from '#lib/ui/failure.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { DispatchLog, type Search, StopDispatch } from './documents.ts';
import { whoWords } from './words.ts';

type Numbered = Pick<Row, 'id' | 'number'>;

/** Says who is asked. To take it back is to stop asking. */
export function offered(queue: QueueState, row: Numbered, search: Search): void {
  const { id, offers, inWaves } = search;
  const [first] = offers;
  const { number } = row;
  const message =
    inWaves || !first ? m.dispatch_done_waves({ number, count: offers.length }) : m.dispatch_done_one({ number, name: whoWords(first) });
  toasts.show({
    message,
    undo: async () => {
      await orThrow(run(StopDispatch, { input: { key: newId(), id } }));
      announcer.say('undo', m.staff_undone());
      await settle(queue, row);
    },
  });
  void settle(queue, row);
}

/** Nobody is asked any more. @throws AppError */
export async function stop(queue: QueueState, row: Numbered, searchId: string, key: string): Promise<void> {
  await orThrow(run(StopDispatch, { input: { key, id: searchId } }));
  toasts.show({ message: m.dispatch_done_stop({ number: row.number }) });
  await settle(queue, row);
}

/** The same from a place that doesn't know the search; what failed is told at the foot of the screen. */
export async function stopAsking(queue: QueueState, row: Numbered): Promise<void> {
  try {
    const { dispatchLog } = await orThrow(read(DispatchLog, { requestId: row.id }));
    const running = dispatchLog.dispatches.find(({ state }) => state === 'RUNNING');
    if (running) await stop(queue, row, running.id, newId());
  } catch (thrown) {
    toasts.show({ message: failureSentence(toFailure(thrown)) });
  }
}

/** Says what was written down of a volunteer's answer; a yes can be taken back as if one's own. */
export async function answered(queue: QueueState, row: Numbered, name: string, accepted: boolean): Promise<void> {
  await settle(queue, row);
  if (!accepted) return void toasts.show({ message: m.dispatch_answered_no({ name }) });
  const version = queue.list.get(row.id)?.version;
  const undo = async () => {
    await orThrow(run(Undo, { input: { key: newId(), id: row.id, version: version ?? 0 } }));
    announcer.say('undo', m.staff_undone());
    await settle(queue, row);
  };
  toasts.show({ message: m.dispatch_answered_yes({ number: row.number, name }), ...(version ? { undo } : {}) });
}

async function settle(queue: QueueState, { id }: Numbered): Promise<void> {
  await queue.refresh(id);
  queue.keepFocus(id);
}
