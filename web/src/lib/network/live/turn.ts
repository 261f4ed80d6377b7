import type { MeetingState } from '../meeting/meeting.svelte.ts';

/**
 * Waits for what is on its way to be answered: a quick second press on something else must not be lost.
 * Returns false when it is the same thing that is on its way: pressed twice, it is done once.
 */
export async function inTurn(meeting: MeetingState, doing: string): Promise<boolean> {
  if (meeting.busy === doing) return false;
  while (meeting.busy !== null) await meeting.idle();
  return true;
}
