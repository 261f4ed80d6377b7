import { newId } from '@ww/shared/id';
import { warsawDay } from '@ww/shared/week';
import { resident } from './actors.ts';
import type { Answer } from './client.ts';
import { plantPlace, requestBooking, type Booked, type PlantedPlace } from './places.ts';
import type { World } from './world.ts';

/** Open around the clock for three days, so that there is a slot for each round; whoever asks for a free room has it. */
export async function plantBusyPlace(world: World, rooms: number): Promise<PlantedPlace & { rooms: string[] }> {
  const place = await plantPlace(world, { approval: 'AT_ONCE', perMonth: 100 });
  const em = world.orm.em.fork();
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 24 * 60 }));
  const until = warsawDay(world.clock.now().getTime() + 3 * 86_400_000);
  await em.execute('update opening_week set weekly = ?::jsonb, until_day = ? where place_id = ?', [
    JSON.stringify(weekly),
    until,
    place.id,
  ]);
  await em.execute('delete from room where place_id = ?', [place.id]);
  const ids = Array.from({ length: rooms }, () => newId());
  await em.execute(
    `insert into room (id, place_id, name, capacity, equipment, step_free, setup_minutes, cleaning_minutes, rank, version)
     select id, ?, 'Sala', 20, '{}', false, 15, 15, 0, 1 from unnest(?::uuid[]) id`,
    [place.id, `{${ids.join(',')}}`],
  );
  return { ...place, rooms: ids };
}

interface Proof {
  proofId: string;
  code: string;
}

/** Proofs of so many residents, each at an address of their own. */
export async function crowdOfProofs(world: World, count: number): Promise<Proof[]> {
  const ids = Array.from({ length: count }, () => newId());
  await world.orm.em.fork().execute(
    `insert into booking_proof (id, email, made_at, expires_at)
     select id, 'osoba-' || id || '@example.org', ?::timestamptz, ?::timestamptz + interval '1 hour' from unnest(?::uuid[]) id`,
    [world.clock.now(), world.clock.now(), `{${ids.join(',')}}`],
  );
  return ids.map((proofId) => ({ proofId, code: world.app.services.secrets.proofCode(proofId) }));
}

/** One resident's request for a room and a time. */
export function tryBooking(
  world: World,
  proof: Proof,
  at: { roomId: string; startsAt: string; endsAt: string },
): Promise<Answer<{ booked: Booked }>> {
  const who = { kind: 'RESIDENT', groupName: null, name: 'Zofia Czapla', phone: null, words: null, rulesVersion: 1 };
  return requestBooking(resident(world), { id: newId(), ...at, people: 5, purpose: 'MEETING', ...who, ...proof });
}
