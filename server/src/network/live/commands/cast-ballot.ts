import { CastBallot } from '@ww/shared/network/input';
import { conflict, notFound } from '../../../platform/errors.ts';
import { takesPart } from '../../meeting/attendance.ts';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState, loadMeetingOf } from '../../meeting/meeting-record.ts';
import { expectVoting } from '../voting.ts';

/**
 * One's hand in a vote; it can be changed until the leader saves the count.
 * @throws AppError `CONFLICT`: `RECOUNTED`, `NO_SEAT`, or how the vote ended.
 */
export const castBallot = meetingCommand(
  'meeting.answer',
  CastBallot,
  async (tx, meeting, { id, round, ballot }) => {
    expectState(meeting, 'RUNNING');
    const { personId } = tx.actor;
    if (personId === null) throw notFound();
    await expectVoting(tx, id, round);
    if (!(await takesPart(tx, meeting, personId))) throw conflict({ by: null, at: null, state: 'NO_SEAT' });
    await tx.em.execute(
      `insert into ballot (arrangement_id, person_id, choice) values (?, ?, ?)
       on conflict (arrangement_id, person_id) do update set choice = excluded.choice`,
      [id, personId, ballot],
    );
    // that somebody voted, never what
    return { reason: 'BALLOT' };
  },
  (tx, { id }) => loadMeetingOf(tx, 'arrangement', id),
);
