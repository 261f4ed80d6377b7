import type { World } from '../../support/world.ts';

/** The bookings of a place that wait for it to open, by time. */
export async function suspendedIn(world: World, { id }: { id: string }): Promise<string[]> {
  const rows = await world.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from booking where place_id = ? and suspended_at is not null order by starts_at, id', [id]);
  return rows.map((row) => row.id);
}
