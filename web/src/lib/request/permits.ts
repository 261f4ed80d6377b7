import { can } from '@ww/shared/policy';
import { allows, type Command, type State, TRANSITIONS } from '@ww/shared/request/transitions';
import { actorOf } from '#lib/account/next.ts';
import type { Me } from './actor.ts';

interface Subject {
  district: string;
  state: State;
  assigneeId: string | null;
}

/** Whether the button belongs on the screen: by role, by the request's state and by who holds it. */
export function permits(command: Command, row: Subject, me: Me): boolean {
  const actor = actorOf(me);
  const mayActForOthers = can(actor, 'request.act-for-others', { district: row.district });
  return (
    can(actor, TRANSITIONS[command].action, { district: row.district }) &&
    allows(command, row.state, row.assigneeId === me.personId, mayActForOthers)
  );
}
