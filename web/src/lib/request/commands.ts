import type { CancelReason, Priority } from '@ww/shared/request/kinds';
import { priorityName } from '#lib/i18n/domain.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions } from './actions.svelte.ts';
import type { Colleague, Row } from './documents.ts';
import { Assign, Cancel, Claim, Finish, Prioritise, Release, Start, Triage } from './mutations.ts';

const numbers = (rows: readonly Row[]) => rows.map(({ number }) => number).join(', ');
const id = ({ id }: Row) => ({ id });

/** The verbs of a request, each with what the toast says afterwards. */
export const commandsOver = (actions: Actions) => ({
  triage: (row: Row) => actions.give(Triage, [row], id, () => m.staff_done_triage({ number: row.number })),
  claim: (row: Row) => actions.give(Claim, [row], id, () => m.staff_done_claim({ number: row.number })),
  release: (row: Row) => actions.give(Release, [row], id, () => m.staff_done_release({ number: row.number })),
  start: (row: Row) => actions.give(Start, [row], id, () => m.staff_done_start({ number: row.number })),
  finish: (row: Row) => actions.give(Finish, [row], id, () => m.staff_done_finish({ number: row.number })),
  prioritise: (row: Row, priority: Priority) =>
    actions.give(
      Prioritise,
      [row],
      () => ({ id: row.id, priority }),
      () => m.staff_done_prioritise({ number: row.number, priority: priorityName(priority) }),
    ),
  assign: (rows: readonly Row[], to: Colleague) =>
    actions.give(
      Assign,
      rows,
      (row) => ({ id: row.id, assigneeId: to.personId }),
      (done) => m.staff_done_assign({ count: done.length, numbers: numbers(done), name: to.displayName }),
    ),
  cancel: (rows: readonly Row[], reason: CancelReason) =>
    actions.give(
      Cancel,
      rows,
      (row) => ({ id: row.id, reason }),
      (done) => m.staff_done_cancel({ count: done.length, numbers: numbers(done) }),
    ),
});
