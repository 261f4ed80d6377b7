import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { aHand, anAction, aVote, proposal } from '../support/meeting-steps.ts';
import { aMeeting, answered, didMeeting, giveMeeting, newPoint, type MeetingMutation } from '../support/meetings.ts';
import { askMinutes } from '../support/minutes.ts';
import { aMember } from '../support/network.ts';
import { agreed, districtOf, isAllowed, isJournalled, type Scene, type Where } from './scene.ts';

/** A meeting of the place's coordinator in an hour, early enough to begin; the actor may lead the own one, where that is what they are. */
async function meetingIn({ world, by, host, kind }: Scene, where: Where): Promise<string> {
  const { id } = await aMeeting(host[where], { district: districtOf(where), startsAt: world.clock.in(3_600) });
  if (kind === 'meeting' && where === 'own') await didMeeting(host[where], 'setDeputies', { id, people: [by.personId] });
  return id;
}

const does = (scene: Scene, action: Action, mutation: MeetingMutation, input: object) =>
  isJournalled(scene, action, () => giveMeeting<unknown>(scene.by, mutation, input));

/** Each step of whoever leads, one after another in one meeting, over which the actor takes the lead. */
async function lead(scene: Scene, where: Where): Promise<boolean> {
  const { world, host } = scene;
  const leads = (mutation: MeetingMutation, input: object) => does(scene, 'meeting.lead', mutation, input);
  const [id, member] = [await meetingIn(scene, where), await aMember(world, districtOf(where))];
  await answered(member, id);
  const points = [newPoint(id), newPoint(id), newPoint(id)];
  for (const point of points) await didMeeting(host[where], 'proposeItem', point);
  const [first, second] = points.map((point) => point.id);
  await didMeeting(host[where], 'startMeeting', { id });
  const [hand, vote] = [await aHand(member.actor, id), await aVote(host[where], id)];
  const put = { id: newId(), meetingId: id, text: 'Spotykamy się co miesiąc.' };
  const task = { id: newId(), meetingId: id, text: 'Zamówić kartony', ownerId: host[where].personId, due: '2026-12-31' };
  return agreed({
    startMeeting: await leads('startMeeting', { id: await meetingIn(scene, where) }),
    takeLead: await leads('takeLead', { id }),
    noteItem: await leads('noteItem', { id, itemId: first, version: 1, note: 'Koców jest 40.' }),
    extendItem: await leads('extendItem', { id, from: first, minutes: 5 }),
    nextItem: await leads('nextItem', { id, from: first }),
    previousItem: await leads('previousItem', { id, from: second }),
    parkItem: await leads('parkItem', { id, from: first }),
    resumeItem: await leads('resumeItem', { id, from: second, itemId: first }),
    giveVoice: await leads('giveVoice', { id: hand.id }),
    endVoice: await leads('endVoice', { id: hand.id }),
    recountArrangement: await leads('recountArrangement', vote),
    saveArrangement: await leads('saveArrangement', { ...vote, round: 2, for: 1, against: 0, abstained: 0 }),
    putArrangement: await leads('putArrangement', put),
    withdrawArrangement: await leads('withdrawArrangement', { id: put.id }),
    addAction: await leads('addAction', task),
    endMeeting: await leads('endMeeting', { id }),
  });
}

/** A point that the actor is said to have proposed. */
async function proposedIn(scene: Scene, where: Where, meetingId: string): Promise<string> {
  const { id } = await proposal((await aMember(scene.world, districtOf(where))).actor, meetingId);
  await scene.world.orm.em.fork().execute('update agenda_item set proposed_by_id = ? where id = ?', [scene.by.personId, id]);
  return id;
}

async function propose(scene: Scene, where: Where): Promise<boolean> {
  const id = await meetingIn(scene, where);
  const proposes = (mutation: MeetingMutation, input: object) => does(scene, 'agenda.propose', mutation, input);
  const { meetingId: _meeting, ...words } = newPoint(id);
  return agreed({
    proposeItem: await proposes('proposeItem', newPoint(id)),
    amendItem: await proposes('amendItem', { ...words, id: await proposedIn(scene, where, id), version: 1 }),
    withdrawItem: await proposes('withdrawItem', { id: await proposedIn(scene, where, id) }),
  });
}

async function order(scene: Scene, where: Where): Promise<boolean> {
  const id = await meetingIn(scene, where);
  const points = [newPoint(id), newPoint(id)];
  for (const point of points) await didMeeting(scene.host[where], 'proposeItem', point);
  return does(scene, 'agenda.order', 'moveItem', { id: points[0]?.id, afterId: points[1]?.id });
}

async function answerProposal(scene: Scene, where: Where): Promise<boolean> {
  const id = await proposedIn(scene, where, await meetingIn(scene, where));
  return does(scene, 'agenda.answer', 'answerItem', { id, accepted: true });
}

/** Of the actor's own; for a district's coordinator, of somebody else's. */
async function finish(scene: Scene, where: Where): Promise<boolean> {
  const { world, by, host } = scene;
  const em = world.orm.em.fork();
  const meeting = await meetingIn(scene, where);
  await didMeeting(host[where], 'startMeeting', { id: meeting });
  const { id } = await anAction(host[where], meeting, host[where].personId);
  const coordinates = await em.execute<object[]>(`select 1 from role_grant where person_id = ? and role = 'DISTRICT_COORDINATOR'`, [
    by.personId,
  ]);
  if (where === 'own' && by.personId && coordinates.length === 0)
    await em.execute('update action_item set owner_id = ? where id = ?', [by.personId, id]);
  return does(scene, 'action.finish', 'finishAction', { id, done: true });
}

async function writeMinutes(scene: Scene, where: Where): Promise<boolean> {
  const id = await meetingIn(scene, where);
  for (const mutation of ['startMeeting', 'endMeeting'] as const) await didMeeting(scene.host[where], mutation, { id });
  const writes = (mutation: MeetingMutation, input: object) => does(scene, 'minutes.write', mutation, { id, ...input });
  return agreed({
    minutes: isAllowed(await askMinutes(scene.by, id)),
    amendMinutes: await writes('amendMinutes', { version: 1, remarks: 'Dziękujemy bibliotece.', items: [] }),
    approveMinutes: await writes('approveMinutes', { version: 2 }),
  });
}

/** Of what happens in a meeting, and what it leaves behind. */
export const LIVE_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'meeting.lead': lead,
  'agenda.propose': propose,
  'agenda.order': order,
  'agenda.answer': answerProposal,
  'action.finish': finish,
  'minutes.write': writeMinutes,
};
