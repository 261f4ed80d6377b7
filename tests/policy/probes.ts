import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { State } from '@ww/shared/request/transitions';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { give, requestIn, type StaffCommand } from '../support/commands.ts';
import { aLink, askForLink, enterBy } from '../support/links.ts';
import { giveOwn, OWN_REQUEST, type Own } from '../support/own.ts';
import { accept, anInvitation, grantIdOf, invitation, INVITE, REMOVE, REVOKE, SHOW, tokenOf } from '../support/people.ts';
import { CREATE, intake, REVEAL, SUBMIT } from '../support/requests.ts';
import { BOARD_PROBES } from './board-probes.ts';
import { BOOKING_PROBES } from './booking-probes.ts';
import { DISPATCH_PROBES } from './dispatch-probes.ts';
import { LIVE_PROBES } from './live-probes.ts';
import { MEETING_PROBES } from './meeting-probes.ts';
import { NETWORK_MEMBER_PROBES } from './network-member-probes.ts';
import { PLACE_PROBES } from './place-probes.ts';
import { ROSTER_PROBES } from './roster-probes.ts';
import { agreed, districtOf, firstFrame, isAllowed, sessionOf, someAddress, type Scene, type Where } from './scene.ts';

/** Tries an action for real, on something of the given scope; true when it was let through. */
export type Probe = (scene: Scene, where: Where) => Promise<boolean>;

/** A cursor of another log: whoever may follow is told at once to load again. */
const foreignCursor = () => `${newId()}.0`;
const inDistrict = (scene: Scene, where: Where, state: State) =>
  requestIn(scene.world, state, scene.host[where], { district: districtOf(where) });

/** A command on a request that is in the state for it, and held or changed by the actor where that is asked for. */
function onRequest(command: StaffCommand, state: State, { mine }: { mine?: 'held' | 'changed' } = {}): Probe {
  return async (scene, where) => {
    const { by, world, host } = scene;
    const row = await inDistrict(scene, where, state);
    const em = world.orm.em.fork();
    if (mine === 'held' && by.personId) await em.execute('update help_request set assignee_id = ? where id = ?', [by.personId, row.id]);
    if (mine === 'changed')
      await em.execute(`update help_request set undo = jsonb_set(undo, '{by}', to_jsonb(?::text)) where id = ?`, [
        by.personId ?? '',
        row.id,
      ]);
    return isAllowed(await give(world, by, command, row, command === 'assign' ? { assigneeId: host[where].personId } : {}));
  };
}

const readRequest: Probe = async (scene, where) => {
  const { by } = scene;
  const { id, number } = await inDistrict(scene, where, 'NEW');
  const district = districtOf(where);
  const ask = async (query: string, variables: object) => isAllowed(await by.send(query, variables));
  const live = 'subscription ($district: ID!, $after: String) { queueChanges(district: $district, after: $after) { kind } }';
  return agreed({
    queue: await ask('query ($district: ID!) { queue(district: $district) { total } }', { district }),
    closedToday: await ask('query ($district: ID!) { closedToday(district: $district) { id } }', { district }),
    deskFigures: await ask('query ($district: ID!) { deskFigures(district: $district) { open } }', { district }),
    findRequest: await ask('query ($district: ID!, $number: Int!) { findRequest(district: $district, number: $number) { id } }', {
      district,
      number,
    }),
    request: await ask('query ($id: ID!) { request(id: $id) { noteCount } }', { id }),
    queueChanges: isAllowed(await firstFrame(scene, live, { district, after: foreignCursor() })),
  });
};

type Seen = 'full' | 'suppressed' | 'refused';
interface Counted {
  district: string;
  open: number | null;
  suppressed: boolean;
}

/** What of the city's numbers is seen, by query and by subscription; one request alone is too few to be told to an analyst. */
async function countsSeen(scene: Scene, where: Where): Promise<Seen> {
  const after = scene.world.app.services.feed.cursor;
  await inDistrict(scene, where, 'NEW');
  const seen = (row: Counted | null | undefined): Seen => (row?.suppressed === false ? 'full' : 'suppressed');
  const asked = await scene.by.send<{ cityCounts: { districts: Counted[] } }>(
    'query { cityCounts { districts { district open suppressed } } }',
  );
  const byQuery = isAllowed(asked)
    ? seen(dataOf(asked).cityCounts.districts.find(({ district }) => district === districtOf(where)))
    : 'refused';
  const live = 'subscription ($after: String) { countsChanges(after: $after) { row { district open suppressed } } }';
  const frame = await firstFrame<{ countsChanges: { row: Counted } }>(scene, live, { after });
  const bySocket = isAllowed(frame) ? seen(frame.data?.countsChanges.row) : 'refused';
  if (byQuery !== bySocket) throw new Error(`the counts disagree: ${byQuery}, ${bySocket}`);
  return byQuery;
}

const follow: Probe = async (scene, where) => {
  const code = scene.code[where];
  const live = 'subscription ($code: String!, $after: String) { ownRequestChanges(code: $code, after: $after) { kind } }';
  return agreed({
    ownRequest: isAllowed(await scene.by.send<{ ownRequest: Own }>(OWN_REQUEST, { code })),
    ownRequestChanges: isAllowed(await firstFrame(scene, live, { code, after: foreignCursor() })),
  });
};

const presence: Probe = async (scene, where) => {
  const district = districtOf(where);
  const shown = await scene.by.send<{ showPresence: boolean }>(SHOW, { district });
  return agreed({
    showPresence: isAllowed(shown) && dataOf(shown).showPresence,
    presence: isAllowed(
      await firstFrame(scene, 'subscription ($district: ID!) { presence(district: $district) { lookers { personId } } }', { district }),
    ),
  });
};

const invite: Probe = async ({ by }, where) => {
  const district = districtOf(where);
  return agreed({
    inviteTeamMember: isAllowed(await by.send(INVITE, { input: invitation({ district }) })),
    invitations: isAllowed(await by.send('query ($district: ID!) { invitations(district: $district) { id } }', { district })),
  });
};

const listSessions: Probe = async (scene, where) => {
  const id = await sessionOf(scene, where);
  const answer = await scene.by.send<{ mySessions: { id: string }[] }>('query { mySessions { id } }');
  return isAllowed(answer) && dataOf(answer).mySessions.some((session) => session.id === id);
};

const steerDemo: Probe = async ({ by, world }) => {
  const { services } = world.app;
  let steered = false;
  services.demo = { letters: [], trafficUntil: () => null, steerTraffic: () => void (steered = true) };
  const answer = await by.send('mutation { steerDemoTraffic(on: true) { trafficUntil } }');
  services.demo = null;
  return isAllowed(answer) && steered;
};

/** By the link of somebody in the given place, as whoever the scene is about. */
const enterByLink: Probe = async ({ by, world, host }, where) => {
  const token = await aLink(world, host[where].personId);
  const { status } = await enterBy(world, token, { cookie: by.cookie, address: someAddress() });
  if (status !== 200 && status !== 401 && status !== 404) throw new Error(`neither allowed nor refused: ${status}`);
  return status === 200;
};

const coverage: Probe = async (scene) => {
  const live = 'subscription ($after: String) { coverageChanges(kind: PET, after: $after) { kind } }';
  return agreed({
    coverage: isAllowed(await scene.by.send('query { coverage { halves { day } rows { onDuty } } }')),
    coverageChanges: isAllowed(await firstFrame(scene, live, { after: foreignCursor() })),
  });
};

export const PROBES: Partial<Record<Action, Probe>> = {
  'request.intake': async ({ by, world }, where) =>
    isAllowed(await by.send(CREATE, { input: intake(world, { district: districtOf(where) }) })),
  'request.submit': async ({ by, world }, where) =>
    isAllowed(await by.send(SUBMIT, { input: intake(world, { district: districtOf(where) }) })),
  'request.read': readRequest,
  'request.reveal': async (scene, where) =>
    isAllowed(await scene.by.send(REVEAL, { input: { key: newId(), id: (await inDistrict(scene, where, 'NEW')).id, reason: 'CHECK' } })),
  'request.triage': onRequest('triage', 'NEW'),
  'request.claim': onRequest('claim', 'NEW'),
  'request.release': onRequest('release', 'ACCEPTED', { mine: 'held' }),
  'request.assign': onRequest('assign', 'NEW'),
  'request.start': onRequest('start', 'ACCEPTED', { mine: 'held' }),
  'request.finish': onRequest('finish', 'ACCEPTED', { mine: 'held' }),
  'request.cancel': onRequest('cancel', 'NEW'),
  'request.prioritise': onRequest('prioritise', 'NEW'),
  'request.amend': onRequest('amend', 'NEW'),
  'request.note': onRequest('note', 'NEW'),
  'request.undo': onRequest('undo', 'ACCEPTED', { mine: 'changed' }),
  // by someone who may release, and does not hold it
  'request.act-for-others': async (scene, where) =>
    isAllowed(await give(scene.world, scene.by, 'release', await inDistrict(scene, where, 'ACCEPTED')), 'CONFLICT'),
  'request.follow': follow,
  'request.amend-own': async ({ by, world, code }, where) => isAllowed(await giveOwn(world, by, 'amend', code[where])),
  'request.withdraw-own': async ({ by, world, code }, where) => isAllowed(await giveOwn(world, by, 'withdraw', code[where])),
  'presence.show': presence,
  'counts.read': async (scene, where) => (await countsSeen(scene, where)) === 'full',
  'counts.read-suppressed': async (scene, where) => (await countsSeen(scene, where)) === 'suppressed',
  'coverage.read': coverage,
  'audit.read': async ({ by }, where) =>
    isAllowed(
      await by.send('query ($district: ID) { auditTrail(filter: { district: $district }) { entries { id } } }', {
        district: districtOf(where),
      }),
    ),
  'team.read': async ({ by }, where) =>
    isAllowed(await by.send('query ($district: ID!) { team(district: $district) { email } }', { district: districtOf(where) })),
  'team.invite': invite,
  async 'team.remove'({ by, world }, where) {
    const { personId } = await signIn(world, 'TEAM_MEMBER', districtOf(where));
    return isAllowed(await by.send(REMOVE, { input: { key: newId(), grantId: await grantIdOf(world, personId) } }));
  },
  async 'invitation.accept'({ by, world, host }, where) {
    const { id } = await anInvitation(host[where], { district: districtOf(where) });
    return isAllowed(await accept(by, tokenOf(world, id)));
  },
  'session.list': listSessions,
  'session.revoke': async (scene, where) =>
    isAllowed(await scene.by.send(REVOKE, { input: { key: newId(), id: (await sessionOf(scene, where)) ?? newId() } })),
  'link.ask': async ({ by, host }, where) => isAllowed(await askForLink(by, host[where].email)),
  'link.enter': enterByLink,
  'demo.steer': steerDemo,
  ...ROSTER_PROBES,
  ...DISPATCH_PROBES,
  ...NETWORK_MEMBER_PROBES,
  ...BOARD_PROBES,
  ...BOOKING_PROBES,
  ...PLACE_PROBES,
  ...MEETING_PROBES,
  ...LIVE_PROBES,
};
