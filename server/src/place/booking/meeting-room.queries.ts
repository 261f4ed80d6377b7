import type { BookingState } from '@ww/shared/place/terms';
import type { Em } from '../../platform/orm.ts';

interface RoomOfMeeting {
  roomId: string;
  roomName: string;
  placeName: string;
  state: BookingState;
  isSuspended: boolean;
}

/** The latest room that a meeting of the Network took; one that it gave back is none. */
export async function roomOfMeeting(em: Em, meetingId: string): Promise<RoomOfMeeting | null> {
  const [room] = await em.execute<RoomOfMeeting[]>(
    `select b.room_id as "roomId", r.name as "roomName", p.name as "placeName", b.state, b.suspended_at is not null as "isSuspended"
     from booking b join room r on r.id = b.room_id join place p on p.id = b.place_id
     where b.meeting_id = ? and not (b.state = 'WITHDRAWN' and b.answered_by is null) order by b.requested_at desc, b.id desc limit 1`,
    [meetingId],
  );
  return room ?? null;
}
