import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Role } from '@ww/shared/roles';
import { OTHER, OWN, permissions } from './permissions.ts';
import { placeDocument, plantPlace, type PlaceMutation, type PlantedPlace } from './places.ts';
import type { World } from './world.ts';

/** Places whose staff tries: the one that it is about, and another. */
const PLACES = { [OWN]: newId(), [OTHER]: newId() } as const;

interface Tried {
  /** Of what a refusal is written down, where it is not the place. */
  subjectId?: string;
  input: object;
  /** What makes it one of something that is not there. */
  missing: object;
}

/** The permissions of a step with a place: its own staff may, and nobody else. */
export function placePermissions(
  world: World,
  mutation: PlaceMutation,
  prepare: (place: PlantedPlace) => Promise<Tried> | Tried,
  { action, allowed }: { action: Action; allowed: readonly Role[] },
): void {
  permissions(world, {
    ...{ action, allowed, scopes: { PLACE_STAFF: PLACES } },
    async prepare() {
      await plantPlace(world, { id: PLACES[OTHER], district: OTHER });
      const place = await plantPlace(world, { id: PLACES[OWN], district: OWN });
      const { subjectId = place.id, input, missing } = await prepare(place);
      const about = (over: object) => ({ document: placeDocument(mutation), variables: { input: { key: newId(), ...input, ...over } } });
      return { subjectId, operation: () => about({}), missing: () => about(missing) };
    },
  });
}
