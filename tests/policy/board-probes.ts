import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { anEntry, boardAfter, joining, newEntry, onBoard, said, suitable, type BoardMutation, type Entry } from '../support/board.ts';
import { aMember, makeMember } from '../support/network.ts';
import { agreed, districtOf, isJournalled, organisationIn, type Scene, type Where } from './scene.ts';

/** Whose the entries are: the organisation's, a member by now, or the district's own. */
async function ownerIn(scene: Scene, where: Where): Promise<string | null> {
  if (scene.kind !== 'organisation') return null;
  const { id } = await organisationIn(scene, where);
  await makeMember(scene.world, districtOf(where), id);
  return id;
}

/** Each way on entries of its own, posted by the district's coordinator. */
async function writeBoard(scene: Scene, where: Where): Promise<boolean> {
  const { by, host, world } = scene;
  const district = districtOf(where);
  const poster = { actor: host[where], organisationId: await ownerIn(scene, where) };
  const other = await aMember(world, district);
  const need = () => anEntry(poster, { district });
  const offer = () => anEntry(other, { ...suitable, district });
  const pair = async (): Promise<[Entry, Entry]> => [await offer(), await need()];
  const tells = (mutation: BoardMutation, input: object) => isJournalled(scene, 'board.write', () => onBoard(by, mutation, input));

  const [amended, closed, joined, both] = [await need(), await need(), await pair(), await pair()];
  const activity = joining(both[0].id, both[1].id, host[where].personId);
  await boardAfter(host[where], 'joinEntries', activity);
  return agreed({
    postEntry: await tells('postEntry', { ...newEntry(poster.organisationId), id: newId(), district }),
    amendEntry: await tells('amendEntry', { id: amended.id, version: 1, ...said() }),
    closeEntry: await tells('closeEntry', { id: closed.id }),
    joinEntries: await tells('joinEntries', joining(joined[0].id, joined[1].id, host[where].personId)),
    finishActivity: await tells('finishActivity', { id: activity.id, done: true }),
  });
}

/** Of a Network's resources and needs. */
export const BOARD_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'board.write': writeBoard,
};
