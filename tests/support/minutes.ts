import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { MINUTES_VIEW, MY_ACTIONS_VIEW, type MinutesSeen, type MyActionsSeen } from './meeting-views.ts';
import { coordinatorOf, didMeeting, running, type Running } from './meetings.ts';
import type { World } from './world.ts';

/** Asks for the minutes of a meeting. */
export const askMinutes = (by: Actor, meetingId: string): Promise<Answer<{ minutes: MinutesSeen }>> =>
  by.send<{ minutes: MinutesSeen }>(`query ($id: ID!) { minutes(meetingId: $id) { ${MINUTES_VIEW} } }`, { id: meetingId });

export const minutesFor = async (by: Actor, meetingId: string): Promise<MinutesSeen> => dataOf(await askMinutes(by, meetingId)).minutes;

/** A meeting that has ended after its first point, and its minutes as they were built. */
export async function ended(world: World, over: object = {}): Promise<Running & { minutes: MinutesSeen }> {
  const at = await running(world, await coordinatorOf(world), { over });
  world.clock.advance(600);
  await didMeeting(at.dkw, 'endMeeting', { id: at.id });
  return { ...at, minutes: await minutesFor(at.dkw, at.id) };
}

export const MY_ACTIONS = `query { myActions { ${MY_ACTIONS_VIEW} } }`;
export const LIVE_ACTIONS = `subscription ($after: String) { change: myActionsChanges(after: $after) { kind cursor mine { ${MY_ACTIONS_VIEW} } } }`;

export interface ActionsFrame {
  change: { kind: string; cursor: string; mine: MyActionsSeen | null };
}

export const actionsFor = async (by: Actor): Promise<MyActionsSeen> =>
  dataOf(await by.send<{ myActions: MyActionsSeen }>(MY_ACTIONS)).myActions;
