import { newId } from '@ww/shared/id';
import { HOSTS } from '../../support/roster-permissions.ts';
import { type Actor } from '../../support/actors.ts';
import { boardDocument, type BoardMutation } from '../../support/board.ts';
import { aMember, type Member } from '../../support/network.ts';
import { OTHER, OWN, permissions } from '../../support/permissions.ts';
import type { World } from '../../support/world.ts';

/** The organisation in whose name the coordinators of `permissions` may act. */
export async function ownMember(world: World): Promise<Member> {
  await aMember(world, OTHER, { id: HOSTS[OTHER] });
  return aMember(world, OWN, { id: HOSTS[OWN] });
}

interface Tried {
  subjectId: string;
  input: (by: Actor) => object;
  /** The same about what is not there. */
  missing: (by: Actor) => object;
}

/** Who may write on the board: the district's coordinator, and the organisation's while it is a member. */
export function boardPermissions(world: World, mutation: BoardMutation, prepare: (member: Member) => Promise<Tried>): void {
  permissions(world, {
    action: 'board.write',
    allowed: ['DISTRICT_COORDINATOR', 'ORGANISATION_COORDINATOR'],
    scopes: { ORGANISATION_COORDINATOR: HOSTS },
    async prepare() {
      const { subjectId, input, missing } = await prepare(await ownMember(world));
      const asked = (given: object) => ({ document: boardDocument(mutation), variables: { input: { key: newId(), ...given } } });
      return { subjectId, operation: (by: Actor) => asked(input(by)), missing: (by: Actor) => asked(missing(by)) };
    },
  });
}
