import type { Action } from '@ww/shared/policy';
import { newId } from '@ww/shared/id';
import { signIn } from './actors.ts';
import { aHelper } from './dispatch.ts';
import { OWN, permissions } from './permissions.ts';
import { aHost, askedPool } from './pool.ts';
import { HOSTS } from './roster-permissions.ts';
import { aRequest } from './requests.ts';
import { asked } from './tasks.ts';
import type { World } from './world.ts';

const STAFF = ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'] as const;

/** The permissions of a step of a search for somebody: the staff of the request's district. `on` picks what it is about. */
export function dispatchPermissions(
  world: World,
  document: string,
  { action, on, more }: { action: Action; on: 'request' | 'dispatch' | 'offer'; more: (volunteerId: string) => object },
): void {
  permissions(world, {
    ...{ action, allowed: STAFF },
    async prepare() {
      const anna = await signIn(world, 'DISTRICT_COORDINATOR', OWN);
      const olena = await aHelper(world);
      const about = (id: string) => ({
        document,
        variables: { input: { key: newId(), ...(on === 'request' ? { id: newId(), requestId: id } : { id }), ...more(olena.volunteerId) } },
      });
      if (on === 'request') {
        const { id } = await aRequest(world, anna);
        return { subjectId: id, operation: () => about(id), missing: () => about(newId()) };
      }
      const { request, offerId, dispatch } = await asked(world, anna, olena);
      const id = on === 'offer' ? offerId : dispatch.id;
      return { subjectId: request.id, operation: () => about(id), missing: () => about(newId()) };
    },
  });
}

/** The permissions of an organisation's answer for its pool: its own coordinator's alone. */
export function poolPermissions(world: World, document: string, more: (volunteerId: string) => object): void {
  permissions(world, {
    ...{ action: 'pool.answer', allowed: ['ORGANISATION_COORDINATOR'], scopes: { ORGANISATION_COORDINATOR: HOSTS } },
    async prepare() {
      const anna = await signIn(world, 'DISTRICT_COORDINATOR', OWN);
      const host = await aHost(world, anna, { id: HOSTS[OWN] });
      const olena = await aHelper(world, { organisation_id: host.id });
      const { request, offerId } = await askedPool(world, anna, host);
      const about = (id: string) => ({ document, variables: { input: { key: newId(), id, ...more(olena.volunteerId) } } });
      return { subjectId: request.id, operation: () => about(offerId), missing: () => about(newId()) };
    },
  });
}
