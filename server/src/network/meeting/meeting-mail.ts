import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import { jobIdOf } from '../../platform/jobs.ts';
import type { Em } from '../../platform/orm.ts';
import { meetingMail } from './mails.ts';
import { Meeting, MeetingPrivate } from './meeting.entity.ts';
import type { Rsvp } from './rsvp.entity.ts';

const QUEUE = 'meeting-mail';
const LETTER_QUEUE = 'meeting-letter';
/** The finished job is what remembers that a meeting's state was told: it holds ids only and stays. */
const FOR_EVER = 0;
/** A change that commits just as the first letters leave counts as one that came after them. */
const MARGIN_MS = 5_000;
const REMEMBERED = 1_000;

/** One thing to tell of a meeting: how it is with this `sequence`. */
interface Told {
  meetingId: string;
  sequence: number;
  state: 'PUBLISHED' | 'CANCELLED';
  /** So soon after publication that nobody has been told anything yet. */
  isFirst: boolean;
}

interface Reader {
  personId: string;
  email: string;
  state: Exclude<Rsvp['state'], 'DECLINED'> | null;
}

/**
 * Tells by e-mail that a meeting is published, has changed in people's calendars, or is off: everybody concerned once, after
 * the undo window. What has moved on by then is not told; the later change tells.
 */
export async function meetingLetters({ services, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(
    QUEUE,
    async (data) => {
      const told = data as Told;
      const em = services.orm.em.fork();
      const meeting = await stillSo(em, told);
      if (!meeting || (told.isFirst && told.state === 'CANCELLED')) return;
      for (const { personId } of await readersOf(em, meeting)) {
        await jobs.send(LETTER_QUEUE, { ...told, personId }, jobIdOf(LETTER_QUEUE, `${nameOf(told)}:${personId}`));
      }
    },
    FOR_EVER,
  );
  await jobs.work(LETTER_QUEUE, async (data) => {
    const told = data as Told & { personId: string };
    const em = services.orm.em.fork();
    const meeting = await stillSo(em, told);
    const reader = meeting && (await readersOf(em, meeting)).find(({ personId }) => personId === told.personId);
    // whoever has answered an invitation already has a letter of their own
    if (!reader || (told.isFirst && reader.state !== null)) return;
    const isOff = told.state === 'CANCELLED';
    const letter = meetingMail({
      ...{ kind: isOff ? 'cancelled' : told.isFirst ? 'invited' : 'changed', standing: isOff ? 'OUT' : (reader.state ?? 'INVITED') },
      ...{ meeting, to: reader.email, from: mail.from, origin, now: services.clock.now() },
      ...{
        link: reader.state === 'ACCEPTED' ? await linkOf(em, meeting.id) : null,
        until: meeting.signUpUntil,
        reason: meeting.cancelReason,
      },
    });
    await mail.send({ ...letter, id: jobIdOf(LETTER_QUEUE, `${nameOf(told)}:${told.personId}`) });
  });

  // a running meeting names itself thousands of times: what was sent from here is not sent to the queue again
  const known = new Map<string, string>();
  return async ({ topic, subjectId, position }) => {
    if (topic !== 'meeting') return;
    const told = await whatToTell(services.orm.em.fork(), subjectId, position);
    if (!told || known.get(subjectId) === nameOf(told)) return;
    const startAfter = new Date(services.clock.now().getTime() + UNDO_WINDOW_MS);
    await jobs.send(QUEUE, told, jobIdOf(QUEUE, nameOf(told)), startAfter);
    if (known.size >= REMEMBERED) known.clear();
    known.set(subjectId, nameOf(told));
  };
}

const nameOf = ({ meetingId, sequence, state }: Told): string => `${meetingId}:${String(sequence)}:${state}`;

async function whatToTell(em: Em, meetingId: string, position: number): Promise<Told | null> {
  const [told] = await em.execute<Told[]>(
    `select m.id as "meetingId", m.sequence, m.state,
       (select extract(epoch from e.at - m.published_at) * 1000 < ? from event e where e.position = ?) is true as "isFirst"
     from meeting m where m.id = ? and m.state in ('PUBLISHED', 'CANCELLED') and m.published_at is not null`,
    [UNDO_WINDOW_MS - MARGIN_MS, position, meetingId],
  );
  return told ?? null;
}

/** The meeting, unless it has moved on; one that has begun meanwhile is still told of. */
function stillSo(em: Em, { meetingId, sequence, state }: Told): Promise<Meeting | null> {
  const states = state === 'CANCELLED' ? [state] : [state, 'RUNNING' as const];
  return em.findOne(Meeting, { id: meetingId, sequence, state: { $in: states } });
}

/** The online link, for a letter to whoever is accepted. */
export async function linkOf(em: Em, meetingId: string): Promise<string | null> {
  return (await em.findOne(MeetingPrivate, { meetingId }))?.link ?? null;
}

/** Who is told: the Network as it was when the meeting was published, the deputies and who signed up, but nobody who declined. */
function readersOf(em: Em, { id, district, deputyIds, publishedAt }: Meeting): Promise<Reader[]> {
  const joinedUntil = new Date((publishedAt?.getTime() ?? 0) + UNDO_WINDOW_MS);
  return em.execute<Reader[]>(
    `select p.id as "personId", p.email, r.state from person p left join rsvp r on r.meeting_id = ? and r.person_id = p.id
     where r.state in ('ACCEPTED', 'WAITING') or r.state is null and (p.id = any(?::uuid[])
       or p.id in (select s.person_id from standing s where s.role = 'NETWORK_MEMBER' and s.scope = ? and s.created_at <= ?))
     order by p.id`,
    [id, `{${deputyIds.join(',')}}`, district, joinedUntil],
  );
}
