import type { Em } from '../../platform/orm.ts';
import { Rsvp } from './rsvp.entity.ts';

/** Those who signed up last, and would lose their seat if there were only so many. */
export async function losersOf(em: Em, meetingId: string, seats: number): Promise<Rsvp[]> {
  const accepted = await em.find(Rsvp, { meetingId, state: 'ACCEPTED' }, { orderBy: { place: 'asc' } });
  return accepted.slice(seats);
}
