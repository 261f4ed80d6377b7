import { RevealNeeds } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import type { AuditOf } from '../../../platform/outbox.ts';
import type { Revealed } from '../../../platform/reveal.ts';
import { loadMeetingOf } from '../meeting-record.ts';
import type { Meeting } from '../meeting.entity.ts';

const aboutRsvp = (subjectId: string, { district }: Meeting): AuditOf => ({ subjectType: 'rsvp', subjectId, district });

/** Writes down that whoever prepares the meeting looks at what somebody needs to take part. */
export const revealNeeds = command<typeof RevealNeeds, Meeting, Revealed>({
  action: 'meeting.people',
  input: RevealNeeds,
  limit: RATE_LIMITS.reveal,
  async load(tx, { id }) {
    const loaded = await loadMeetingOf(tx, 'rsvp', id);
    return loaded && { ...loaded, about: aboutRsvp(id, loaded.it) };
  },
  run(tx, meeting, { id }) {
    tx.audit({ ...aboutRsvp(id, meeting), reason: 'NEEDS' });
    return Promise.resolve({ id, revealedAt: tx.now.toISOString() });
  },
});
