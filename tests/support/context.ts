import type { Context } from '@ww/server/platform/context';
import { newId } from '@ww/shared/id';
import { ANYONE } from '@ww/shared/roles';
import type { World } from './world.ts';

/** The context of an operation by nobody, for what is tried below GraphQL. */
export function nobodysContext(world: World): Context {
  const em = world.orm.em.fork();
  em.setFilterParams('scope', { districts: 'all' });
  return { services: world.app.services, actor: ANYONE, signedIn: null, requestId: newId(), address: 'nobody', em };
}
