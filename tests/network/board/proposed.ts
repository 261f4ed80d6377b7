import { proposeNeed } from '@ww/server/network/board/commands/propose-need';
import { timerContext } from '@ww/server/platform/timer-context';
import { anEntry, itemsOf, type Entry } from '../../support/board.ts';
import type { Member } from '../../support/network.ts';
import type { World } from '../../support/world.ts';

/** What the timer of a need does now. */
export async function runOut(world: World, id: string, key?: string): Promise<void> {
  const [row] = await world.orm.em
    .fork()
    .execute<{ timer: string | null }[]>('select timer_id as timer from board_entry where id = ?', [id]);
  await proposeNeed(timerContext(world.app.services), { key: key ?? row?.timer, id });
}

/** A need that nobody answered, on the agenda of the meeting that is called; two weeks have passed. */
export async function proposedOn(world: World, member: Member): Promise<Entry> {
  const entry = await anEntry(member);
  world.clock.set(entry.proposeAt ?? '');
  await runOut(world, entry.id);
  if ((await itemsOf(world, entry.id)).length === 0) throw new Error('it was not proposed');
  return entry;
}
