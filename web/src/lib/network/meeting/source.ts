import { type Answer, read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { LiveSource, Seed } from '#lib/live/live-list.svelte.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import {
  MeetingChanges,
  MeetingDocument,
  Meetings,
  MeetingsChanges,
  MyMeetingChanges,
  MyMeetingDocument,
  type MeetingRow,
  type MeetingView,
  type MyMeeting,
} from './documents.ts';
import { isOlder } from './view.ts';

/** One part of an answer. */
export const picked = <T, P>(answer: Answer<T>, pick: (data: T) => P): Answer<P> =>
  answer.ok ? { ok: true, data: pick(answer.data) } : answer;

/** A meeting as everybody in the Network sees it. */
export const meetingSource = (id: string): WholeSource<MeetingView> => ({
  read: async () => picked(await read(MeetingDocument, { id }), ({ meeting }) => meeting),
  open(after, next, refused) {
    const variables = { id, after };
    return follow(MeetingChanges, variables, {
      next({ meetingChanges: { kind, cursor, meeting } }) {
        variables.after = cursor;
        next({ kind, cursor, value: meeting });
      },
      refused,
    });
  },
  isOlder,
});

/** The caller's own part of a meeting. */
export const mySource = (id: string): WholeSource<MyMeeting> => ({
  read: async () => picked(await read(MyMeetingDocument, { id }), ({ myMeeting }) => myMeeting),
  open(after, next, refused) {
    const variables = { id, after };
    return follow(MyMeetingChanges, variables, {
      next({ myMeetingChanges: { kind, cursor, mine } }) {
        variables.after = cursor;
        next({ kind, cursor, value: mine });
      },
      refused,
    });
  },
});

export const loadMeetings = async (district: string, fetch?: typeof globalThis.fetch): Promise<Answer<Seed<MeetingRow>>> =>
  picked(await read(Meetings, { district }, fetch), ({ meetings }) => meetings);

/** A district's meetings as a live list. */
export const meetingsSource = (district: string): LiveSource<MeetingRow> => ({
  load: () => loadMeetings(district),
  open(after, next, refused) {
    const variables = { district, after };
    return follow(MeetingsChanges, variables, {
      next({ meetingsChanges: change }) {
        variables.after = change.cursor;
        next(change);
      },
      refused,
    });
  },
});
