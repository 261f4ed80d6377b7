import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Role } from '@ww/shared/roles';
import type { State } from '@ww/shared/request/transitions';
import { signIn, type Actor } from './actors.ts';
import { documentOf, leastOf, requestIn, type StaffCommand } from './commands.ts';
import { OWN, permissions } from './permissions.ts';
import type { World } from './world.ts';

interface Options {
  action: Action;
  /** The state that allows the command. */
  state?: State;
  allowed?: readonly Role[];
  /** As `PermissionCase.skip`. */
  skip?: readonly Role[];
  more?: (helper: Actor) => object;
}

/** The permissions of a staff command on one request. */
export function requestPermissions(
  world: World,
  command: StaffCommand,
  { action, state = 'NEW', allowed = ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'], skip = [], more }: Options,
): void {
  permissions(world, {
    action,
    allowed,
    skip,
    async prepare() {
      const helper = await signIn(world, 'TEAM_MEMBER', OWN);
      const { id, version } = await requestIn(world, state, helper);
      const input = (by: Actor, of: string) => ({ key: newId(), id: of, ...leastOf(world, command, by, version), ...more?.(helper) });
      return {
        subjectId: id,
        operation: (by) => ({ document: documentOf(command), variables: { input: input(by, id) } }),
        missing: (by) => ({ document: documentOf(command), variables: { input: input(by, newId()) } }),
      };
    },
  });
}
