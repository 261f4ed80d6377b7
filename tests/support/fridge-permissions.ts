import { newId } from '@ww/shared/id';
import { ROLES } from '@ww/shared/roles';
import { expect, it } from 'vitest';
import { resident, signIn } from './actors.ts';
import { fridgeDocument, type FridgeMutation } from './fridge-steps.ts';
import { OTHER, OWN, permissions, scopeFor } from './permissions.ts';
import { plantPlace, type PlantedPlace } from './places.ts';
import { sendRaw } from './raw.ts';
import type { World } from './world.ts';

/** Places whose staff tries: the fridge's own, and another. */
const PLACES = { [OWN]: newId(), [OTHER]: newId() } as const;

interface Tried {
  subjectId: string;
  input: object;
  /** What makes it one of something that is not there, where that is answered alike. */
  missing?: object;
}

/** Only the place's own staff tends its fridge. */
export function fridgePermissions(world: World, mutation: FridgeMutation, prepare: (place: PlantedPlace) => Promise<Tried> | Tried): void {
  permissions(world, {
    ...{ action: 'fridge.tend', allowed: ['PLACE_STAFF'], scopes: { PLACE_STAFF: PLACES } },
    async prepare() {
      await plantPlace(world, { id: PLACES[OTHER], district: OTHER });
      const { subjectId, input, missing } = await prepare(await plantPlace(world, { id: PLACES[OWN], district: OWN }));
      const about = (over: object) => ({ document: fridgeDocument(mutation), variables: { input: { key: newId(), ...input, ...over } } });
      return { subjectId, operation: () => about({}), ...(missing ? { missing: () => about(missing) } : {}) };
    },
  });
}

type Asked = Required<Omit<Tried, 'subjectId'>>;

/** Everybody may, signed in or not; what is not there is missing for all alike. */
export function everybodyMay(world: World, mutation: FridgeMutation, prepare: (place: PlantedPlace) => Promise<Asked> | Asked): void {
  it.each([...ROLES, null, undefined])('lets %s', async (role) => {
    const { input, missing } = await prepare(await plantPlace(world, { id: PLACES[OWN] }));
    const scope = role === 'PLACE_STAFF' ? PLACES[OTHER] : role && scopeFor(role, OTHER);
    const by = role === undefined ? resident(world) : await signIn(world, role, scope);
    const send = (over: object) =>
      sendRaw(world, by, { document: fridgeDocument(mutation), variables: { input: { key: newId(), ...input, ...over } } });
    expect(JSON.parse((await send(missing)).text)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(JSON.parse((await send({})).text)).not.toHaveProperty('errors');
  });
}
