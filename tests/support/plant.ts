import { newId } from '@ww/shared/id';
import type { State } from '@ww/shared/request/transitions';
import type { World } from './world.ts';

/** A row of the queue put into the database as it is, for what no sequence of mutations makes quickly. */
export interface Planted {
  id: string;
  district: string;
  state: State;
  priority: 'URGENT' | 'NORMAL' | 'LOW';
  createdAt: Date;
  acceptedAt: Date | null;
  closedAt: Date | null;
  dueTo: Date;
  /** Who holds or did it; kept null in states where nobody does. */
  assigneeId: string;
}

const isClosed = (state: State) => state === 'DONE' || state === 'CANCELLED';
const isHeld = (state: State) => state === 'ACCEPTED' || state === 'IN_PROGRESS';

/** Plants rows; each gets the next number of its district, and people of its own. */
export async function plant(world: World, rows: readonly (Partial<Planted> & Pick<Planted, 'assigneeId'>)[]): Promise<Planted[]> {
  const em = world.orm.em.fork();
  const now = world.clock.now();
  const planted: Planted[] = [];
  for (const row of rows) {
    const state = row.state ?? 'NEW';
    const createdAt = row.createdAt ?? now;
    const whole: Planted = {
      ...{ id: newId(), district: 'wlochy', state, priority: 'NORMAL', createdAt },
      dueTo: new Date(createdAt.getTime() + 4 * 3_600_000),
      ...row,
      acceptedAt: row.acceptedAt ?? (isHeld(state) || state === 'DONE' ? createdAt : null),
      closedAt: isClosed(state) ? (row.closedAt ?? now) : null,
    };
    const [counter] = await em.execute<{ last: number }[]>(
      'update district_counter set last = last + 1 where district = ? returning last',
      [whole.district],
    );
    const cancelled = state === 'CANCELLED' ? 'RESIGNED' : null;
    const assignee = isHeld(state) || state === 'DONE' ? whole.assigneeId : null;
    await em.execute(
      `insert into help_request (id, number, district, kind, state, priority, channel, due_to, created_at, accepted_at, closed_at, assignee_id, changed_at,
         cancel_reason, version, reporter_kind, informed, helpers) values (?, ?, ?, 'OTHER', ?, ?, 'PHONE', ?, ?, ?, ?, ?, ?, ?, 1, 'SELF', 'IS_CALLER', '{}')`,
      [
        whole.id,
        counter?.last,
        whole.district,
        state,
        whole.priority,
        whole.dueTo,
        createdAt,
        whole.acceptedAt,
        whole.closedAt,
        assignee,
        now,
        cancelled,
      ],
    );
    await em.execute(
      `insert into request_private (request_id, words, person_name, person_phone, street, house) values (?, 'x', 'x', 'x', 'x', 'x')`,
      [whole.id],
    );
    planted.push(whole);
  }
  return planted;
}
