import { PRIORITIES } from '@ww/shared/request/kinds';
import { priorityName } from '#lib/i18n/domain.ts';
import { stopAsking } from '#lib/dispatch/give.ts';
import { refocus } from '#lib/keys/focus.ts';
import type { Command } from '#lib/palette/palette.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Row } from './documents.ts';
import { permits } from './permits.ts';
import type { QueueState } from './queue.svelte.ts';
import { type Verb, verbsOf } from './verbs.ts';

/** Everything that the queue's buttons do, for the palette. */
export function queueCommands(queue: QueueState): Command[] {
  const row = queue.openRow;
  return [...(row ? onRequest(queue, row) : []), ...onQueue(queue)];
}

function onRequest(queue: QueueState, row: Row): Command[] {
  const { open } = queue;
  const verbs: Verb[] = [...verbsOf(queue, row), ...(open?.detail ? onData(queue, row, open) : []), ...priorities(queue, row)];
  return verbs.map(({ id, label, hint, run }) => ({
    id,
    label: m.staff_palette_verb({ verb: label, number: row.number }),
    ...(hint ? { hint } : {}),
    run,
  }));
}

function onData(queue: QueueState, row: Row, open: NonNullable<QueueState['open']>): Verb[] {
  const cover = () => {
    open.cover();
    void refocus('.reveal button');
  };
  return [
    ...(open.revealed
      ? [
          { id: 'cover', label: m.staff_cover(), run: cover },
          ...(permits('amend', row, queue.me) ? [{ id: 'amend', label: m.staff_amend(), run: () => (queue.dialog = 'amend') }] : []),
          { id: 'print-card', label: m.staff_print_card(), run: () => queue.printCard() },
        ]
      : [{ id: 'reveal', label: m.staff_reveal(), run: () => (queue.dialog = 'reveal') }]),
    ...(permits('unoffer', row, queue.me) ? [{ id: 'unoffer', label: m.dispatch_stop(), run: () => void stopAsking(queue, row) }] : []),
    { id: 'note', label: m.staff_verb_note(), run: () => document.querySelector<HTMLElement>('.note input')?.focus() },
  ];
}

function priorities(queue: QueueState, row: Row): Verb[] {
  if (!permits('prioritise', row, queue.me)) return [];
  return PRIORITIES.filter((priority) => priority !== row.priority).map((priority) => ({
    id: `priority-${priority}`,
    label: m.staff_verb_priority({ priority: priorityName(priority) }),
    run: () => void queue.give.prioritise(row, priority),
  }));
}

function onQueue(queue: QueueState): Command[] {
  const isHeld = queue.list.heldSince !== null;
  return [
    { id: 'hold', label: isHeld ? m.staff_resume() : m.staff_hold(), run: () => queue.list.hold(!isHeld) },
    { id: 'print-queue', label: m.staff_print_queue(), run: () => print() },
  ];
}
