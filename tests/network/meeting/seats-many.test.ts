import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { crowd } from '../../support/crowd.ts';
import { aMeeting, answered, coordinatorOf, meetingDetails, meetingDocument, meetingFor } from '../../support/meetings.ts';
import { statementsOf } from '../../support/statements.ts';
import { useWorld } from '../../support/world.ts';

/** What gives and takes seats; letters read sign-ups as well, after the commit. */
const SEATS = /from meeting_seat s\b|update "rsvp"/;

describe('many who wait', () => {
  const world = useWorld();
  const resize = meetingDocument('amendMeeting');

  it('move up, and lose their seats again, by as many statements as a few do: the meeting is locked meanwhile', async () => {
    const anna = await coordinatorOf(world);
    const sent: number[] = [];
    for (const many of [3, 24]) {
      const { id } = await aMeeting(anna, { seats: 2 });
      for (const member of await crowd(world, many + 2)) await answered(member, id);
      const details = (version: number, seats: number, losing: string[] = []) => ({
        input: { key: newId(), id, version, ...meetingDetails({ seats }), losing },
      });
      sent.push(await statementsOf(world, SEATS, anna, resize, details(1, 2 + many)));
      expect((await meetingFor(anna, id)).row).toMatchObject({ accepted: many + 2, waiting: 0 });

      const rows = await world.orm.em
        .fork()
        .execute<{ id: string; seat: number }[]>('select id, seat from rsvp where meeting_id = ? order by place', [id]);
      // in the order of signing up
      expect(rows.map(({ seat }) => seat)).toEqual(rows.map((_, index) => index + 1));
      const losing = rows.slice(2).map((row) => row.id);
      sent.push(await statementsOf(world, SEATS, anna, resize, details(2, 2, losing)));
      expect((await meetingFor(anna, id)).row).toMatchObject({ accepted: 2, waiting: many });
    }
    expect(sent.slice(2)).toEqual(sent.slice(0, 2));
  });
});
