import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Role } from '@ww/shared/roles';
import { signIn } from './actors.ts';
import { memberDocument, type MemberMutation } from './members.ts';
import { makeMember } from './network.ts';
import { OTHER, OWN, permissions } from './permissions.ts';
import { HOSTS } from './roster-permissions.ts';
import { anOrganisation } from './volunteers.ts';
import type { World } from './world.ts';

/** Organisations of the coordinators who try: the one that it is about, and another. */
export const ORGANISATIONS = { ORGANISATION_COORDINATOR: HOSTS };

interface Case {
  action: Action;
  allowed: readonly Role[];
  /** Where the organisation stands with the Network of `OWN`. */
  state: string;
  inputOf?: () => object;
}

/** The permissions of a command on one membership. */
export function memberPermissions(world: World, mutation: MemberMutation, { action, allowed, state, inputOf = () => ({}) }: Case): void {
  permissions(world, {
    ...{ action, allowed, scopes: ORGANISATIONS },
    async prepare() {
      const [own, other] = [await signIn(world, 'DISTRICT_COORDINATOR', OWN), await signIn(world, 'DISTRICT_COORDINATOR', OTHER)];
      const { id: organisationId } = await anOrganisation(world, own, { id: HOSTS[OWN] });
      await makeMember(world, OTHER, (await anOrganisation(world, other, { id: HOSTS[OTHER], district: OTHER, districts: [OTHER] })).id);
      const id = await makeMember(world, OWN, organisationId, state);
      const about = (of: string) => ({
        document: memberDocument(mutation),
        variables: { input: { key: newId(), id: of, ...inputOf() } },
      });
      return { subjectId: id, operation: () => about(id), missing: () => about(newId()) };
    },
  });
}
