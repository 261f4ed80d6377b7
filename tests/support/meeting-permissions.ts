import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Role } from '@ww/shared/roles';
import type { Actor } from './actors.ts';
import { coordinatorOf, meetingDocument, type MeetingMutation } from './meetings.ts';
import { aMember, type Member } from './network.ts';
import { OTHER, OWN, permissions } from './permissions.ts';
import { HOSTS } from './roster-permissions.ts';
import type { World } from './world.ts';

interface Tried {
  /** What a refusal is written down about. */
  subjectId: string;
  /** What is sent beside the key. */
  input: object;
  /** The same about what is not there. */
  missing: object;
}

interface Case {
  action: Action;
  allowed: readonly Role[];
  /** By the district's coordinator, with the member whose coordinator is the one who tries. */
  prepare: (dkw: Actor, member: Member) => Promise<Tried>;
}

/** The permissions of a command in a meeting; every organisation's coordinator who tries is in the Network of their own district. */
export function meetingPermissions(world: World, mutation: MeetingMutation, { action, allowed, prepare }: Case): void {
  permissions(world, {
    ...{ action, allowed, scopes: { ORGANISATION_COORDINATOR: HOSTS } },
    async prepare() {
      await aMember(world, OTHER, { id: HOSTS[OTHER] });
      const { subjectId, input, missing } = await prepare(await coordinatorOf(world, OWN), await aMember(world, OWN, { id: HOSTS[OWN] }));
      const sent = (given: object) => ({ document: meetingDocument(mutation), variables: { input: { key: newId(), ...given } } });
      return { subjectId, operation: () => sent(input), missing: () => sent(missing) };
    },
  });
}
