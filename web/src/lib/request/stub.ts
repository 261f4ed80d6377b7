import type { Band } from '@ww/shared/request/age';
import { WAITING_STATES } from '@ww/shared/request/transitions';
import { clock } from '#lib/i18n/format.ts';
import type { Item } from '#lib/live/live-rows.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Row } from './documents.ts';

/** What became of a row that left the view while somebody was on it. */
export function stubWords({ row, gone }: Item<Row>): string {
  if (gone) return m.staff_stub_gone();
  const by = row.changedByName ?? m.staff_the_resident();
  const at = clock(row.changedAt);
  if (row.state === 'DONE') return m.staff_stub_done({ by, at });
  if (row.state === 'CANCELLED') return m.staff_stub_cancelled({ by, at });
  if (row.assigneeName) return m.staff_stub_taken({ by: row.assigneeName, at });
  return m.staff_stub_changed({ by, at });
}

/** The mark of such a row: what it has become. */
export function endOf({ state }: Row): Band {
  if (state === 'DONE') return 'done';
  if (state === 'CANCELLED') return 'cancelled';
  return WAITING_STATES.includes(state) ? 'new' : 'taken';
}
