import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import { jobIdOf } from '../../platform/jobs.ts';
import type { Em } from '../../platform/orm.ts';
import { meetingMail } from './mails.ts';
import { Meeting, MeetingPrivate } from './meeting.entity.ts';
import type { Rsvp } from './rsvp.entity.ts';

const QUEUE = 'meeting-mail';
const LETTER_QUEUE = 'meeting-letter';

/** One thing to tell of a meeting: how it is with this `sequence`. */
interface Told {
  meetingId: string;
  sequence: number;
  state: 'PUBLISHED' | 'CANCELLED';
}

interface ToldTo extends Told {
  personId: string;
  /** Nobody was told of the meeting before. */
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
  await jobs.work(QUEUE, async (data) => {
    const told = data as Told;
    const em = services.orm.em.fork();
    const meeting = await stillSo(em, told);
    if (!meeting) return;
    const upTo = await toldUpTo(em, told.meetingId);
    if (upTo !== null && upTo >= told.sequence) return;
    const isFirst = upTo === null;
    // one that was called off before anybody heard of it is told to nobody
    const readers = isFirst && told.state === 'CANCELLED' ? [] : await readersOf(em, meeting);
    for (const { personId } of readers)
      await jobs.send(LETTER_QUEUE, { ...told, personId, isFirst }, jobIdOf(LETTER_QUEUE, `${nameOf(told)}:${personId}`));
    await remember(em, told);
  });
  await jobs.work(LETTER_QUEUE, async (data) => {
    const told = data as ToldTo;
    const em = services.orm.em.fork();
    const meeting = await stillSo(em, told);
    const [reader] = meeting ? await readersOf(em, meeting, told.personId) : [];
    // whoever has answered an invitation already has a letter of their own
    if (!meeting || !reader || (told.isFirst && reader.state !== null)) return;
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

  return async ({ topic, subjectId }) => {
    if (topic !== 'meeting') return;
    const told = await whatToTell(services.orm.em.fork(), subjectId);
    if (!told) return;
    const startAfter = new Date(services.clock.now().getTime() + UNDO_WINDOW_MS);
    await jobs.send(QUEUE, told, jobIdOf(QUEUE, nameOf(told)), startAfter);
  };
}

const nameOf = ({ meetingId, sequence, state }: Told): string => `${meetingId}:${String(sequence)}:${state}`;

/** A meeting names itself thousands of times while it runs: most of them there is nothing to tell. */
async function whatToTell(em: Em, meetingId: string): Promise<Told | null> {
  const [told] = await em.execute<Told[]>(
    `select m.id as "meetingId", m.sequence, m.state
     from meeting m left join meeting_told t on t.meeting_id = m.id
     where m.id = ? and m.state in ('PUBLISHED', 'CANCELLED') and m.published_at is not null and coalesce(t.sequence, -1) < m.sequence`,
    [meetingId],
  );
  return told ?? null;
}

async function toldUpTo(em: Em, meetingId: string): Promise<number | null> {
  const [told] = await em.execute<{ sequence: number }[]>('select sequence from meeting_told where meeting_id = ?', [meetingId]);
  return told?.sequence ?? null;
}

async function remember(em: Em, { meetingId, sequence }: Told): Promise<void> {
  await em.execute(
    `insert into meeting_told (meeting_id, sequence) values (?, ?)
     on conflict (meeting_id) do update set sequence = greatest(meeting_told.sequence, excluded.sequence)`,
    [meetingId, sequence],
  );
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

/**
 * Who is told: the Network as it was when the meeting was published, the deputies and who signed up, but nobody who declined.
 * @param only whether this one is among them
 */
function readersOf(em: Em, { id, district, deputyIds, publishedAt }: Meeting, only: string | null = null): Promise<Reader[]> {
  const joinedUntil = new Date((publishedAt?.getTime() ?? 0) + UNDO_WINDOW_MS);
  return em.execute<Reader[]>(
    `select p.id as "personId", p.email, r.state from person p left join rsvp r on r.meeting_id = ? and r.person_id = p.id
     where (?::uuid is null or p.id = ?) and (r.state in ('ACCEPTED', 'WAITING') or r.state is null and (p.id = any(?::uuid[])
       or p.id in (select s.person_id from standing s where s.role = 'NETWORK_MEMBER' and s.scope = ? and s.created_at <= ?)))
     order by p.id`,
    [id, only, only, `{${deputyIds.join(',')}}`, district, joinedUntil],
  );
}
