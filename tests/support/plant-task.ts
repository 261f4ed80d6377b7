import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { aRequest } from './requests.ts';
import type { World } from './world.ts';

/** A task put into the database as it is, for what is not about how it was accepted; from now on for so many minutes. */
export async function plantTask(world: World, by: Actor, volunteerId: string, minutes = 60): Promise<string> {
  const request = await aRequest(world, by);
  const id = newId();
  const now = world.clock.now();
  await world.orm.em
    .fork()
    .execute(
      `insert into task (id, request_id, volunteer_id, state, from_at, to_at, accepted_at, version) values (?, ?, ?, 'ACCEPTED', ?, ?, ?, 1)`,
      [id, request.id, volunteerId, now, new Date(now.getTime() + minutes * 60_000), now],
    );
  return id;
}
