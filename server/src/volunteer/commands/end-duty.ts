import { EndDuty } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { aboutVolunteer, announceVolunteer, loadVolunteer } from '../volunteer-record.ts';
import type { Volunteer } from '../volunteer.entity.ts';

/**
 * A duty has run out; its key is the timer's id. A duty that was ended or set again since has another timer, and stays.
 * @throws Error before its time.
 */
export const endDuty = command<typeof EndDuty, Volunteer, { id: string }>({
  action: 'duty.end',
  input: EndDuty,
  load: (tx, { id }) => loadVolunteer(tx, id),
  run(tx, volunteer, { key }) {
    const { dutyUntil, dutyTimer } = volunteer;
    if (dutyUntil && dutyTimer === key) {
      if (dutyUntil > tx.now) throw new Error('this duty has not run out yet');
      volunteer.endDuty();
      volunteer.version += 1;
      announceVolunteer(tx, volunteer);
      tx.audit(aboutVolunteer(volunteer));
    }
    return Promise.resolve({ id: volunteer.id });
  },
});
