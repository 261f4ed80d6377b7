import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { Invitation } from './people.ts';
import { OTHER, OWN, permissions } from './permissions.ts';
import { plantPlace, type PlantedPlace } from './places.ts';
import type { Operation } from './raw.ts';
import type { World } from './world.ts';

export const INVITE_STAFF = `mutation ($input: InvitePlaceStaffInput!) { invitePlaceStaff(input: $input) { id name email role invitedAt expiresAt acceptedAt } }`;
const REMOVE_STAFF = `mutation ($input: RemovePlaceStaffInput!) { removePlaceStaff(input: $input) { id } }`;

let made = 0;

/** A valid invitation to the staff of a place; override what the test is about. */
export const staffInvitation = ({ id: placeId }: { id: string }, over: object = {}) => ({
  ...{ key: newId(), id: newId(), placeId, name: 'Iga Kowalik', email: `obsluga${made++}@example.org`, ...over },
});

export const inviteStaff = (by: Actor, input: object): Promise<Answer<{ invitePlaceStaff: Invitation }>> =>
  by.send<{ invitePlaceStaff: Invitation }>(INVITE_STAFF, { input });

export async function aStaffInvitation(by: Actor, place: { id: string }, over: object = {}): Promise<Invitation> {
  return dataOf(await inviteStaff(by, staffInvitation(place, over))).invitePlaceStaff;
}

export const removal = (grantId: string, key = newId()): Operation => ({ document: REMOVE_STAFF, variables: { input: { key, grantId } } });

export function removeStaff(by: Actor, grantId: string, key = newId()): Promise<Answer<{ removePlaceStaff: { id: string } }>> {
  const { document, variables } = removal(grantId, key);
  return by.send<{ removePlaceStaff: { id: string } }>(document, variables);
}

/** Places whose staff tries: the one that it is about, and another. */
const PLACES = { [OWN]: newId(), [OTHER]: newId() } as const;

interface Tried {
  /** Of what a refusal is written down. */
  subjectId: string;
  operation: () => Operation;
  /** The same about something that is not there. */
  missing: () => Operation;
}

/** The permissions of a step with the staff of a place: its own staff and whoever opens places may, and nobody else. */
export function staffPermissions(world: World, action: Action, prepare: (place: PlantedPlace) => Promise<Tried> | Tried): void {
  permissions(world, {
    ...{ action, allowed: ['PLACE_STAFF', 'ADMIN'], scopes: { PLACE_STAFF: PLACES } },
    async prepare() {
      await plantPlace(world, { id: PLACES[OTHER], district: OTHER });
      return prepare(await plantPlace(world, { id: PLACES[OWN], district: OWN }));
    },
  });
}
