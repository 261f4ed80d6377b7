import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import type { Standing } from '../../platform/calendar.ts';
import { jobIdOf } from '../../platform/jobs.ts';
import type { Em } from '../../platform/orm.ts';
import { meetingMail, type MeetingLetterKind } from './mails.ts';
import { linkOf } from './meeting-mail.ts';
import { Meeting } from './meeting.entity.ts';
import { Rsvp } from './rsvp.entity.ts';

const QUEUE = 'rsvp-mail';

/** What a person is told of their sign-up, by its state and by who changed it. */
const KINDS: Record<Rsvp['state'], { own: MeetingLetterKind; moved: MeetingLetterKind; standing: Standing }> = {
  ACCEPTED: { own: 'accepted', moved: 'promoted', standing: 'ACCEPTED' },
  WAITING: { own: 'waiting', moved: 'lostSeat', standing: 'WAITING' },
  DECLINED: { own: 'withdrawn', moved: 'withdrawn', standing: 'OUT' },
};

interface Told {
  rsvpId: string;
  version: number;
  /** Changed by the person's own answer, and not by the waiting list or by the meeting. */
  isOwn: boolean;
}

/** Tells by e-mail what somebody's sign-up is now, after the undo window, unless it has changed again by then. */
export async function rsvpLetters({ services, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { rsvpId, version, isOwn } = data as Told;
    const em = services.orm.em.fork();
    const rsvp = await em.findOne(Rsvp, { id: rsvpId, version });
    // whoever says no at once was promised nothing
    if (!rsvp || (rsvp.state === 'DECLINED' && version === 1)) return;
    const meeting = await em.findOne(Meeting, { id: rsvp.meetingId, state: { $in: ['PUBLISHED', 'RUNNING'] } });
    const [person] = await em.execute<{ email: string }[]>('select email from person where id = ?', [rsvp.personId]);
    if (!meeting || !person) return;
    const { own, moved, standing } = KINDS[rsvp.state];
    const letter = meetingMail({
      ...{ kind: isOwn ? own : moved, standing, meeting, to: person.email, from: mail.from, origin, now: services.clock.now() },
      ...{ link: standing === 'ACCEPTED' ? await linkOf(em, meeting.id) : null, place: await placeOf(em, rsvp) },
    });
    await mail.send({ ...letter, id: jobIdOf(QUEUE, `${rsvpId}:${String(version)}`) });
  });
  return async ({ topic, subjectId, version, position }) => {
    if (topic !== 'rsvp') return;
    const isOwn = await isOwnAnswer(services.orm.em.fork(), subjectId, position);
    const startAfter = new Date(services.clock.now().getTime() + UNDO_WINDOW_MS);
    await jobs.send(QUEUE, { rsvpId: subjectId, version, isOwn }, jobIdOf(QUEUE, `${subjectId}:${String(version)}`), startAfter);
  };
}

/** A sign-up is answered in the instant of its event; what moves it afterwards leaves that instant as it was. */
async function isOwnAnswer(em: Em, rsvpId: string, position: number): Promise<boolean> {
  const [answered] = await em.execute<object[]>(
    'select 1 from rsvp r join event e on e.position = ? where r.id = ? and r.answered_at = e.at',
    [position, rsvpId],
  );
  return answered !== undefined;
}

/** How manieth on the waiting list. */
async function placeOf(em: Em, { meetingId, place, state }: Rsvp): Promise<number> {
  return state === 'WAITING' ? em.count(Rsvp, { meetingId, state, place: { $lte: place } }) : 0;
}
