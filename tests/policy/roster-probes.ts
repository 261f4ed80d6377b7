import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { newcomer, newOrganisation, newPool, profile, tell, told, type RosterMutation } from '../support/volunteers.ts';
import { dataOf } from '../support/client.ts';
import { agreed, districtOf, firstFrame, isAllowed, organisationIn, volunteerIn, type Scene, type Where } from './scene.ts';

const tells = async ({ by }: Scene, mutation: RosterMutation, input: object) => isAllowed(await tell(by, mutation, input));

/** Each way on a volunteer of its own: what one of them changes, another may need. */
async function writeVolunteer(scene: Scene, where: Where): Promise<boolean> {
  const amended = await volunteerIn(scene, where);
  const wasAmended = await tells(scene, 'amendVolunteer', { id: amended.id, version: 1, ...profile({ email: `o${newId()}@example.org` }) });
  const { id } = await volunteerIn(scene, where);
  await scene.world.orm.em.fork().execute('update volunteer_private set email = ? where volunteer_id = ?', [`o${newId()}@example.org`, id]);
  const ways = { amendVolunteer: wasAmended, inviteVolunteer: await tells(scene, 'inviteVolunteer', { id }) };
  const ended = await volunteerIn(scene, where);
  return agreed({
    ...ways,
    endVolunteer: await tells(scene, 'endVolunteer', { id: ended.id }),
    ...(await addVolunteer(scene, where, ways)),
  });
}

/** There is no adding to a person. */
async function addVolunteer(scene: Scene, where: Where, ways: object): Promise<object> {
  if (scene.kind === 'person') return ways;
  const organisationId = scene.kind === 'organisation' ? (await organisationIn(scene, where)).id : null;
  return { addVolunteer: await tells(scene, 'addVolunteer', newcomer({ district: districtOf(where), organisationId })) };
}

async function writeAvailability(scene: Scene, where: Where): Promise<boolean> {
  const { id } = await volunteerIn(scene, where);
  const [absence, other] = [newId(), newId()];
  await scene.world.orm.em
    .fork()
    .execute(`insert into volunteer_absence (id, volunteer_id, from_day, to_day) values (?, ?, '2026-12-24', '2026-12-24')`, [absence, id]);
  return agreed({
    setAvailability: await tells(scene, 'setAvailability', { id, version: 1, weekly: [], exceptions: [] }),
    setDuty: await tells(scene, 'setDuty', { id, until: scene.world.clock.in(3600) }),
    addAbsence: await tells(scene, 'addAbsence', { id: other, volunteerId: id, from: '2026-12-01', to: '2026-12-01' }),
    removeAbsence: await tells(scene, 'removeAbsence', { id: absence, volunteerId: id }),
  });
}

async function readVolunteers(scene: Scene, where: Where): Promise<boolean> {
  const { by, kind } = scene;
  const { id } = await volunteerIn(scene, where);
  const detail = isAllowed(await by.send('query ($id: ID!) { volunteerDetail(id: $id) { hasEmail } }', { id }));
  if (kind === 'person') return detail;
  if (kind === 'organisation') {
    const { id: organisation } = await organisationIn(scene, where);
    const list = 'query ($organisation: ID!) { rosterOfOrganisation(organisation: $organisation) { rows { id } } }';
    return agreed({ volunteerDetail: detail, rosterOfOrganisation: isAllowed(await by.send(list, { organisation })) });
  }
  const district = districtOf(where);
  const live = 'subscription ($district: ID!, $after: String) { rosterChanges(district: $district, after: $after) { kind } }';
  return agreed({
    volunteerDetail: detail,
    roster: isAllowed(await by.send('query ($district: ID!) { roster(district: $district) { rows { id } } }', { district })),
    rosterChanges: isAllowed(await firstFrame(scene, live, { district, after: `${newId()}.0` })),
  });
}

async function readOrganisations(scene: Scene, where: Where): Promise<boolean> {
  const { id } = await organisationIn(scene, where);
  if (scene.kind !== 'organisation')
    return isAllowed(
      await scene.by.send('query ($district: ID!) { organisations(district: $district) { volunteers } }', { district: districtOf(where) }),
    );
  const answer = await scene.by.send<{ myOrganisations: { row: { id: string } }[] }>('query { myOrganisations { row { id } } }');
  return isAllowed(answer) && dataOf(answer).myOrganisations.some(({ row }) => row.id === id);
}

async function writePools(scene: Scene, where: Where): Promise<boolean> {
  const { id, coordinator } = await organisationIn(scene, where);
  const pool = newPool(id);
  await told(coordinator, 'offerPool', pool);
  return agreed({
    offerPool: await tells(scene, 'offerPool', newPool(id)),
    withdrawPool: await tells(scene, 'withdrawPool', { id: pool.id }),
  });
}

/** Of volunteers and their hosts. */
export const ROSTER_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'organisation.register': (scene, where) => tells(scene, 'registerOrganisation', newOrganisation({ district: districtOf(where) })),
  'organisation.read': readOrganisations,
  'volunteer.read': readVolunteers,
  'volunteer.write': writeVolunteer,
  'volunteer.reveal': async (scene, where) =>
    tells(scene, 'revealVolunteer', { id: (await volunteerIn(scene, where)).id, reason: 'CHECK' }),
  'availability.write': writeAvailability,
  'pool.write': writePools,
};
