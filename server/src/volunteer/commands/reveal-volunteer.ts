import { RevealVolunteer } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import { aboutVolunteer, loadVolunteer, subjectFor } from '../volunteer-record.ts';
import type { Volunteer } from '../volunteer.entity.ts';

/**
 * Writes down who looks at how a volunteer is reached, and why. The data is read afterwards, so that the key's row
 * never holds it.
 */
export const revealVolunteer = command<typeof RevealVolunteer, Volunteer, { id: string; revealedAt: string }>({
  action: 'volunteer.reveal',
  input: RevealVolunteer,
  limit: RATE_LIMITS.reveal,
  async load(tx, { id }) {
    const loaded = await loadVolunteer(tx, id);
    return loaded && { ...loaded, subject: subjectFor(tx.actor, 'volunteer.reveal', loaded.it) };
  },
  run(tx, volunteer, { reason }) {
    tx.audit({ ...aboutVolunteer(volunteer), reason, toName: volunteer.displayName });
    return Promise.resolve({ id: volunteer.id, revealedAt: tx.now.toISOString() });
  },
});
