import { RevealLink } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import type { Revealed } from '../../../platform/reveal.ts';
import { aboutMeeting, loadMeeting } from '../meeting-record.ts';
import type { Meeting } from '../meeting.entity.ts';
import { mayHaveLink } from '../link.queries.ts';

/** Writes down that somebody who was accepted looks at the online link. @throws AppError `NOT_FOUND` for anybody else, and where there is none. */
export const revealLink = command<typeof RevealLink, Meeting, Revealed>({
  action: 'meeting.join',
  input: RevealLink,
  limit: RATE_LIMITS.reveal,
  async load(tx, { id }) {
    const loaded = await loadMeeting(tx, id);
    if (!loaded?.it.online) return null;
    // of no district, so that whoever tries it is refused and written down
    return (await mayHaveLink(tx.em, tx.actor, loaded.it)) ? loaded : { ...loaded, subject: {} };
  },
  run(tx, meeting) {
    tx.audit({ ...aboutMeeting(meeting), reason: 'LINK' });
    return Promise.resolve({ id: meeting.id, revealedAt: tx.now.toISOString() });
  },
});
