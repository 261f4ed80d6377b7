import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Role } from '@ww/shared/roles';
import { describe } from 'vitest';
import { signIn } from './actors.ts';
import { OTHER, OWN, permissions } from './permissions.ts';
import { anOrganisation, aVolunteer, rosterDocument, type RosterMutation } from './volunteers.ts';
import type { World } from './world.ts';

/** Organisations of the coordinators who try: the volunteer's own, and another. */
export const HOSTS = { [OWN]: newId(), [OTHER]: newId() } as const;
const scopes = { ORGANISATION_COORDINATOR: HOSTS };

interface Case {
  action: Action;
  /** Who may where the district holds the volunteer, and where an organisation does. */
  ofDistrict: readonly Role[];
  ofOrganisation: readonly Role[];
  /** What is sent about the volunteer, beside the key. */
  inputOf: (volunteer: { id: string; version: number }) => object;
  /** What the volunteer is like, over the usual. */
  over?: object;
}

/** The permissions of a command on one volunteer, held by a district and by an organisation. */
export function rosterPermissions(
  world: World,
  mutation: RosterMutation,
  { action, ofDistrict, ofOrganisation, inputOf, over = {} }: Case,
): void {
  const tried = (volunteer: { id: string; version: number }) => {
    const about = (of: string) => ({
      document: rosterDocument(mutation),
      variables: { input: { key: newId(), ...inputOf({ ...volunteer, id: of }) } },
    });
    return { subjectId: volunteer.id, operation: () => about(volunteer.id), missing: () => about(newId()) };
  };

  describe('about a volunteer of the district', () => {
    permissions(world, {
      ...{ action, allowed: ofDistrict, scopes },
      prepare: async () => tried(await aVolunteer(await signIn(world, 'DISTRICT_COORDINATOR', OWN), over)),
    });
  });

  describe('about a volunteer of an organisation', () => {
    permissions(world, {
      ...{ action, allowed: ofOrganisation, scopes },
      async prepare() {
        const { coordinator } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', OWN), { id: HOSTS[OWN] });
        return tried(await aVolunteer(coordinator, { organisationId: HOSTS[OWN], ...over }));
      },
    });
  });
}
