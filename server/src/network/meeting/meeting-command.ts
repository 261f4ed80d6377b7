import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Action } from '@ww/shared/policy';
import { command, type Loaded, type Tx } from '../../platform/command.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { aboutMeeting, announceMeeting, loadMeeting } from './meeting-record.ts';
import type { Meeting } from './meeting.entity.ts';

type Keyed = StandardSchemaV1<unknown, { key: string; id: string }>;

/** The key's row holds the meeting's id alone; what the caller may see is read afterwards. */
export interface MeetingAnswer {
  id: string;
}

type More = Partial<AuditOf> | undefined;
type Change<S extends StandardSchemaV1> = (tx: Tx, meeting: Meeting, input: StandardSchemaV1.InferOutput<S>) => More | Promise<More>;
type Find<S extends StandardSchemaV1> = (tx: Tx, input: StandardSchemaV1.InferOutput<S>) => Promise<Loaded<Meeting> | null>;

/** A command on one meeting; `change` may add to the audit entry, and `find` tells which meeting, where that is not its `id`. */
export function meetingCommand<S extends Keyed>(
  action: Action,
  input: S,
  change: Change<S>,
  find: Find<S> = (tx, { id }) => loadMeeting(tx, id),
) {
  return command<S, Meeting, MeetingAnswer>({
    action,
    input,
    load: find,
    async run(tx, meeting, given) {
      const more = await change(tx, meeting, given);
      announceMeeting(tx, meeting);
      tx.audit({ ...aboutMeeting(meeting), ...more });
      return { id: meeting.id };
    },
  });
}
