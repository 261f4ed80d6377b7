import { RevealNeeds } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import type { Revealed } from '../../../platform/reveal.ts';
import { loadMeetingOf } from '../meeting-record.ts';
import type { Meeting } from '../meeting.entity.ts';

/** Writes down that whoever prepares the meeting looks at what somebody needs to take part. */
export const revealNeeds = command<typeof RevealNeeds, Meeting, Revealed>({
  action: 'meeting.people',
  input: RevealNeeds,
  load: (tx, { id }) => loadMeetingOf(tx, 'rsvp', id),
  run(tx, meeting, { id }) {
    tx.audit({ subjectType: 'rsvp', subjectId: id, district: meeting.district, reason: 'NEEDS' });
    return Promise.resolve({ id, revealedAt: tx.now.toISOString() });
  },
});
