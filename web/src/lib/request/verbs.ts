import { m } from '#lib/paraglide/messages.js';
import type { Row } from './documents.ts';
import { permits } from './permits.ts';
import type { QueueState } from './queue.svelte.ts';

export interface Verb {
  id: string;
  label: string;
  hint?: string;
  /** Opens a dialog. */
  opens?: boolean;
  run: () => void;
}

/** What can be done with a request now, the likeliest first; buttons and palette share it. */
export function verbsOf(queue: QueueState, row: Row): Verb[] {
  const { give, me } = queue;
  const verb = (command: Parameters<typeof permits>[0], label: string, run: () => void, more: Partial<Verb> = {}): Verb[] =>
    permits(command, row, me) ? [{ id: command, label, run, ...more }] : [];
  const open = (dialog: NonNullable<QueueState['dialog']>) => () => {
    queue.selected.clear();
    queue.current = row.id;
    queue.dialog = dialog;
  };
  return [
    ...verb('claim', m.staff_verb_claim(), () => void give.claim(row)),
    ...(row.state === 'IN_PROGRESS'
      ? verb('finish', m.staff_verb_finish(), () => void give.finish(row))
      : verb('start', m.staff_verb_start(), () => void give.start(row))),
    ...verb('offer', m.dispatch_verb_offer(), open('offer'), { hint: 'P', opens: true }),
    ...verb('assign', m.staff_assign_to(), open('assign'), { hint: 'A', opens: true }),
    ...verb('triage', m.staff_verb_triage(), () => void give.triage(row)),
    ...(row.state === 'ACCEPTED' ? verb('finish', m.staff_verb_finish(), () => void give.finish(row)) : []),
    ...verb('release', m.staff_verb_release(), () => void give.release(row)),
    ...verb('cancel', m.staff_verb_cancel(), open('close'), { hint: 'E', opens: true }),
  ];
}
