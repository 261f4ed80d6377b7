import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Action } from '@ww/shared/policy';
import { command, type Tx } from '../platform/command.ts';
import type { AuditOf } from '../platform/outbox.ts';
import { aboutVolunteer, announceVolunteer, loadVolunteer } from './volunteer-record.ts';
import type { Volunteer } from './volunteer.entity.ts';

type OnVolunteer = StandardSchemaV1<unknown, { key: string; id: string }>;

/** The key's row holds the volunteer's id alone; what the caller may see is read afterwards. */
export interface VolunteerAnswer {
  id: string;
}

type Change<S extends StandardSchemaV1> = (
  tx: Tx,
  volunteer: Volunteer,
  input: StandardSchemaV1.InferOutput<S>,
) => Partial<AuditOf> | undefined | Promise<Partial<AuditOf> | undefined>;

/**
 * A command on one volunteer who helps still; `change` may add to the audit entry. Where it served before is told as well.
 * @throws AppError `INVALID` on `id` (`volunteer`) for one who has stopped.
 */
export function volunteerCommand<S extends OnVolunteer>(
  action: Action,
  input: S,
  change: Change<S>,
  volunteerIdOf: (input: StandardSchemaV1.InferOutput<S>) => string = ({ id }) => id,
) {
  return command<S, Volunteer, VolunteerAnswer>({
    action,
    input,
    load: (tx, given) => loadVolunteer(tx, volunteerIdOf(given)),
    async run(tx, volunteer, given) {
      volunteer.expectActive();
      const before = [...volunteer.districts];
      const more = await change(tx, volunteer, given);
      volunteer.version += 1;
      announceVolunteer(tx, volunteer, before);
      tx.audit({ ...aboutVolunteer(volunteer), ...more });
      return { id: volunteer.id };
    },
  });
}
