import { newId } from '@ww/shared/id';
import { TIMER } from '@ww/shared/roles';
import type { Context, Services } from './context.ts';

/** The context of a command that a timer gives when it runs out: nobody is signed in, and every district is in reach. */
export function timerContext(services: Services): Context {
  const em = services.orm.em.fork();
  em.setFilterParams('scope', { districts: 'all' });
  return { services, actor: TIMER, signedIn: null, requestId: newId(), address: 'timer', em };
}
