import { can } from '@ww/shared/policy';
import type { Grant } from '@ww/shared/roles';
import type { Context } from '../../platform/context.ts';
import { demandGrant } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import { liveSource } from '../../platform/live-source.ts';
import type { Em } from '../../platform/orm.ts';
import { isInNetwork } from '../member/people.ts';
import { expectPrepared, guestsOf } from './guests.queries.ts';
import { seesDrafts, subjectOf } from './meeting-record.ts';
import { Meeting } from './meeting.entity.ts';
import { expectMeeting, findMeeting, findMeetingRow } from './meeting.queries.ts';
import type { MeetingPeopleChange } from './guests.types.ts';
import type { MeetingChange, MeetingsChange } from './meeting.types.ts';
import type { MyMeeting, MyMeetingChange } from './mine.types.ts';
import { findMine } from './mine.queries.ts';

/** Of a burst (hands, ballots, sign-ups) one new picture is made in so many milliseconds; an eye needs no more. */
const GATHER_MS = 40;

/** Who sees drafts is an audience of its own, also where they are a member besides. */
function audienceOf(ctx: Context, district: string): { grant: Grant; drafts: boolean } {
  const drafts = seesDrafts(ctx.actor, district);
  return { drafts, grant: demandGrant(ctx, drafts ? 'meeting.call' : 'network.read', { district }) };
}

liveSource<{ district: string }>('meetingsChanges', (ctx, { district }) => {
  const { grant, drafts } = audienceOf(ctx, district);
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope }) => topic === 'meeting' && scope === district,
      gatherMs: GATHER_MS,
      async read(em, id, cursor): Promise<MeetingsChange> {
        const row = await findMeetingRow(em, id, drafts);
        return row ? { kind: 'UPSERT', cursor, id, row } : { kind: 'REMOVE', cursor, id, row: null };
      },
      reset: (cursor): MeetingsChange => ({ kind: 'RESET', cursor, id: null, row: null }),
    },
  };
});

liveSource<{ id: string }>('meetingChanges', async (ctx, { id }) => {
  const { district } = await expectMeeting(ctx, id);
  const { grant, drafts } = audienceOf(ctx, district);
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      // the answer to its room is given at the place
      accepts: ({ topic, subjectId }) => (topic === 'meeting' || topic === 'borrower') && subjectId === id,
      gatherMs: GATHER_MS,
      async read(em, _id, cursor): Promise<MeetingChange> {
        const meeting = await findMeeting(em, id, drafts, cursor);
        return meeting ? { kind: 'UPSERT', cursor, meeting } : { kind: 'REMOVE', cursor, meeting: null };
      },
      reset: (cursor): MeetingChange => ({ kind: 'RESET', cursor, meeting: null }),
    },
  };
});

/** Whoever was to lead may be named no more, or have left the Network. */
async function isDeputy(em: Em, meetingId: string, personId: string): Promise<boolean> {
  const meeting = await em.findOne(Meeting, { id: meetingId });
  return meeting !== null && meeting.deputyIds.includes(personId) && isInNetwork(em, personId, meeting.district);
}

liveSource<{ id: string }>('meetingPeopleChanges', async (ctx, { id }) => {
  const meeting = await expectPrepared(ctx, id);
  const isCoordinator = can(ctx.actor, 'meeting.people', subjectOf(meeting));
  const personId = ctx.actor.personId ?? '';
  return {
    audience: isCoordinator ? 'coordinators' : `person:${personId}`,
    log: {
      accepts: ({ topic, subjectId }) => topic === 'meeting' && subjectId === id,
      gatherMs: GATHER_MS,
      async read(em, _id, cursor): Promise<MeetingPeopleChange> {
        const stands = isCoordinator || (await isDeputy(em, id, personId));
        return stands ? { kind: 'UPSERT', cursor, people: await guestsOf(em, id, cursor) } : { kind: 'REMOVE', cursor, people: null };
      },
      reset: (cursor): MeetingPeopleChange => ({ kind: 'RESET', cursor, people: null }),
    },
  };
});

liveSource<{ id: string }>('myMeetingChanges', async (ctx, { id }) => {
  await expectMeeting(ctx, id);
  const { personId } = ctx.actor;
  if (personId === null) throw notFound();
  const isWaiting = ({ rsvp }: MyMeeting) => rsvp?.state === 'WAITING';
  // only who waits moves when somebody else's answer changes
  let waits = isWaiting(await findMine(ctx.em, id, personId, ctx.services.feed.cursor));
  return {
    audience: `person:${personId}`,
    log: {
      accepts: ({ topic, scope, subjectId }) =>
        ((topic === 'rsvp' || topic === 'attendance') && scope === personId) || (waits && topic === 'meeting' && subjectId === id),
      subjectOf: () => id,
      gatherMs: GATHER_MS,
      async read(em, _id, cursor): Promise<MyMeetingChange> {
        const mine = await findMine(em, id, personId, cursor);
        waits = isWaiting(mine);
        return { kind: 'UPSERT', cursor, mine };
      },
      reset: (cursor): MyMeetingChange => ({ kind: 'RESET', cursor, mine: null }),
    },
  };
});
