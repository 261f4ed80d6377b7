import { smtpMail } from '@ww/server/platform/mail';
import { newId } from '@ww/shared/id';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { didMeeting, meetingFor, mineIn } from '../../support/meetings.ts';
import { aDraft, answer, aReader, lettersTo, ofMeetings } from '../../support/meetings-told.ts';
import { openPostbox, type Postbox } from '../../support/smtp.ts';
import { useTimedWorld } from '../../support/timed-world.ts';

const WEEKS = 15 * 86_400;

describe('checking in', () => {
  let box: Postbox;
  const { world, pass, settled } = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>') };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());

  it('brings nobody a letter, also where the sign-up is so old that the queue has forgotten its letter', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [olga, jan] = [await aReader(world), await aReader(world)];
    const id = await aDraft(world, anna, { startsAt: world.clock.in(WEEKS) });
    await didMeeting(anna, 'publishMeeting', { id });
    for (const member of [olga, jan]) await answer(member, id);
    await settled();
    await pass(35);
    await settled();
    expect(lettersTo(box.letters, olga.actor)).toHaveLength(1);

    // what is done is kept for a week
    await world.orm.em.fork().execute(`delete from jobs.job where state = 'completed'`);
    box.letters.length = 0;
    world.clock.set((await meetingFor(anna, id)).row.startsAt);
    await didMeeting(anna, 'checkIn', { id: newId(), meetingId: id, personId: olga.actor.personId });
    await didMeeting(jan.actor, 'checkInMyself', { id: newId(), meetingId: id });
    await didMeeting(anna, 'undoCheckIn', { id: (await mineIn(olga.actor, id)).attendanceId });
    await settled();
    await pass(35);
    await settled();

    expect(ofMeetings(box.letters).map(({ subject }) => subject)).toEqual([]);
  });
});
