import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { Answer } from '../support/client.ts';
import { auditOf } from '../support/log.ts';
import {
  aDraft,
  aMeeting,
  answered,
  didMeeting,
  giveMeeting,
  LOSING_SEATS,
  meetingDetails,
  newMeeting,
  rsvpOf,
  type MeetingMutation,
} from '../support/meetings.ts';
import { aMember } from '../support/network.ts';
import { agreed, districtOf, firstFrame, isAllowed, organisationIn, type Scene, type Where } from './scene.ts';

/** In an hour: late enough to sign up, and early enough to check in. */
const soon = ({ world }: Scene) => ({ startsAt: world.clock.in(3_600) });

/** A meeting of the place's coordinator; the actor may lead the own one, where that is what they are. */
async function meetingIn(scene: Scene, where: Where, over: object = {}): Promise<string> {
  const { id } = await aMeeting(scene.host[where], { district: districtOf(where), ...over });
  return named(scene, where, id);
}

async function named({ by, host, kind }: Scene, where: Where, id: string): Promise<string> {
  if (kind === 'meeting' && where === 'own') await didMeeting(host[where], 'setDeputies', { id, people: [by.personId] });
  return id;
}

/** Whether the journal says that the actor did it; the answer is read by another permission than the step is taken by. */
async function wasDone({ world, by }: Scene, subjectId: string, action: Action, answer: Answer<unknown>): Promise<boolean> {
  const entries = await auditOf(world, subjectId);
  const done = entries.some((entry) => entry.action === action && entry.outcome === 'DONE' && entry.actor_id === by.personId);
  if (isAllowed(answer) && !done) throw new Error(`${action} was answered and is not in the journal`);
  return done;
}

/** Each way on a meeting of its own. */
async function call(scene: Scene, where: Where): Promise<boolean> {
  const { by, host } = scene;
  const gives = async (mutation: MeetingMutation, id: string, input: object) =>
    wasDone(scene, id, 'meeting.call', await giveMeeting(by, mutation, { id, ...input }));
  const fresh = newMeeting({ district: districtOf(where) });
  const draft = await aDraft(host[where], { district: districtOf(where) });
  return agreed({
    callMeeting: await gives('callMeeting', fresh.id, fresh),
    publishMeeting: await gives('publishMeeting', await named(scene, where, draft.id), {}),
    amendMeeting: await gives('amendMeeting', await meetingIn(scene, where), { version: 1, ...meetingDetails() }),
    setDeputies: await gives('setDeputies', await meetingIn(scene, where), { people: [] }),
    cancelMeeting: await gives('cancelMeeting', await meetingIn(scene, where), { reason: 'Sala jest zalana.' }),
  });
}

async function people(scene: Scene, where: Where): Promise<boolean> {
  const { by, host, world } = scene;
  const guest = (meetingId: string) => ({ id: newId(), meetingId, name: 'Gość z Ursusa' });
  const gives = async (mutation: MeetingMutation, subjectId: string, input: object) =>
    wasDone(scene, subjectId, 'meeting.people', await giveMeeting(by, mutation, input));
  const [id, other] = [await meetingIn(scene, where), await meetingIn(scene, where)];
  const member = await aMember(world, districtOf(where));
  await answered(member, id, { needs: 'Pętla indukcyjna.' });
  const rsvp = await rsvpOf(member.actor, id);
  const mistake = guest(other);
  await didMeeting(host[where], 'checkIn', mistake);
  const live = 'subscription ($id: ID!, $after: String) { meetingPeopleChanges(id: $id, after: $after) { kind } }';
  return agreed({
    meetingPeople: isAllowed(await by.send('query ($id: ID!) { meetingPeople(id: $id) { guests { name } } }', { id })),
    losingSeats: isAllowed(await by.send(LOSING_SEATS, { id, seats: 1 })),
    meetingPeopleChanges: isAllowed(await firstFrame(scene, live, { id, after: `${newId()}.0` })),
    revealNeeds: await gives('revealNeeds', rsvp, { id: rsvp }),
    checkIn: await gives('checkIn', id, guest(id)),
    undoCheckIn: await undone(scene, other, mistake.id),
  });
}

/** The check-in that was a mistake is there no more. */
async function undone(scene: Scene, meetingId: string, id: string): Promise<boolean> {
  isAllowed(await giveMeeting(scene.by, 'undoCheckIn', { id }));
  const left = await scene.world.orm.em
    .fork()
    .execute<object[]>('select 1 from attendance where id = ? and meeting_id = ?', [id, meetingId]);
  return left.length === 0;
}

async function answer(scene: Scene, where: Where): Promise<boolean> {
  const { id: organisationId } = await organisationIn(scene, 'own');
  const id = await meetingIn(scene, where, soon(scene));
  return agreed({
    answerMeeting: isAllowed(await giveMeeting(scene.by, 'answerMeeting', { id, coming: true, organisationId })),
    checkInMyself: isAllowed(await giveMeeting(scene.by, 'checkInMyself', { id: newId(), meetingId: id })),
  });
}

/** With a seat that the actor got in whatever way: it alone opens nothing. */
async function join(scene: Scene, where: Where): Promise<boolean> {
  const { world, by } = scene;
  const { id: organisationId } = await organisationIn(scene, where);
  const id = await meetingIn(scene, where, { link: 'https://spotkania.example.org/pokoj-4' });
  if (by.personId)
    await world.orm.em.fork().execute(
      `insert into rsvp (id, meeting_id, person_id, organisation_id, state, place, seat, interpreter, interpreter_late, has_needs, answered_at, version)
       values (?, ?, ?, ?, 'ACCEPTED', 900, 1, false, false, false, ?, 1)`,
      [newId(), id, by.personId, organisationId, world.clock.now()],
    );
  return wasDone(scene, id, 'meeting.join', await giveMeeting(by, 'revealLink', { id }));
}

/** Of a Network's meetings, who comes to them and their link. */
export const MEETING_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'meeting.call': call,
  'meeting.people': people,
  'meeting.answer': answer,
  'meeting.join': join,
};
