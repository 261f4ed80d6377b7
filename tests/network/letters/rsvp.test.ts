import { smtpMail } from '@ww/server/platform/mail';
import { newId } from '@ww/shared/id';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../../support/actors.ts';
import { dataOf } from '../../support/client.ts';
import { didMeeting } from '../../support/meetings.ts';
import { aDraft, answer, aReader, details, lettersTo, LINK, ofMeetings, startOf } from '../../support/meetings-told.ts';
import type { Member } from '../../support/network.ts';
import { openPostbox, type Postbox } from '../../support/smtp.ts';
import { useTimedWorld } from '../../support/timed-world.ts';

describe('letters about a sign-up', () => {
  let box: Postbox;
  const { world, pass, settled } = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>') };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());

  const told = ({ actor }: Member) => lettersTo(box.letters, actor);
  async function afterUndo(): Promise<void> {
    await settled();
    await pass(35);
    await settled();
  }
  /** A published meeting of one seat, everybody invited, the postbox emptied. */
  async function meeting(anna: Actor, over: object = {}): Promise<string> {
    const id = await aDraft(world, anna, { seats: 1, ...over });
    await didMeeting(anna, 'publishMeeting', { id });
    await afterUndo();
    box.letters.length = 0;
    return id;
  }
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it('bring the link to whoever is accepted, the place on the list to whoever waits, half a minute later', async () => {
    const anna = await coordinator();
    const [olga, jan, ewa] = [await aReader(world), await aReader(world), await aReader(world)];
    const id = await meeting(anna);
    await answer(olga, id);
    await answer(jan, id);
    await answer(ewa, id);
    await settled();
    await pass(29);
    await settled();
    expect(ofMeetings(box.letters)).toEqual([]);
    await pass(6);
    await settled();

    const [accepted] = told(olga);
    expect(accepted?.subject).toMatch(/masz miejsce/);
    expect(accepted?.text.split(LINK)).toHaveLength(4);
    expect(accepted?.calendar).toMatchObject({ method: 'REQUEST', sequence: 0, attendees: [{ partstat: 'ACCEPTED' }] });
    expect(accepted?.calendar.description).toContain(LINK);
    for (const [member, place] of [[jan, 1] as const, [ewa, 2] as const]) {
      const [waiting] = told(member);
      expect(waiting?.subject).toMatch(/lista rezerwowa/);
      expect(waiting?.text).toContain(`Twoje miejsce na liście rezerwowej: ${String(place)}.`);
      expect(waiting?.calendar).toMatchObject({ method: 'REQUEST', attendees: [{ partstat: 'TENTATIVE' }] });
      expect(waiting?.whole).not.toContain('sekretny');
    }
    expect(ofMeetings(box.letters)).toHaveLength(3);
    for (const { subject } of ofMeetings(box.letters)) expect(subject).toMatch(/^Warszawa Wspiera: [^0-9@]+$/);
  });

  it('tell whoever moves up that a seat came free, and take the meeting out of the calendar of whoever left', async () => {
    const anna = await coordinator();
    const [olga, jan] = [await aReader(world), await aReader(world)];
    const id = await meeting(anna);
    await answer(olga, id);
    await answer(jan, id);
    await afterUndo();
    box.letters.length = 0;

    await answer(olga, id, false);
    await afterUndo();

    expect(told(jan)).toMatchObject([
      { subject: expect.stringMatching(/zwolniło się miejsce/) as string, calendar: { method: 'REQUEST' } },
    ]);
    expect(told(jan)[0]?.calendar.attendees).toMatchObject([{ partstat: 'ACCEPTED' }]);
    expect(told(jan)[0]?.whole).toContain(LINK);
    expect(told(olga)).toMatchObject([
      {
        subject: expect.stringMatching(/wycofane/) as string,
        calendar: { method: 'CANCEL', status: 'CANCELLED', uid: `${id}@warszawa-wspiera` },
      },
    ]);
    expect(told(olga)[0]?.whole).not.toContain('sekretny');
  });

  it('tell whoever loses a seat because there are fewer, and take the link back from the calendar', async () => {
    const anna = await coordinator();
    const [olga, jan] = [await aReader(world), await aReader(world)];
    const id = await meeting(anna, { seats: 2 });
    await answer(olga, id);
    await answer(jan, id);
    await afterUndo();
    box.letters.length = 0;

    const query = 'select id from rsvp where meeting_id = ? and person_id = ?';
    const [rsvp] = await world.orm.em.fork().execute<{ id: string }[]>(query, [id, jan.actor.personId]);
    await didMeeting(anna, 'amendMeeting', {
      id,
      version: 1,
      ...details(world, { seats: 1, startsAt: await startOf(world, id) }),
      losing: [rsvp?.id],
    });
    await afterUndo();

    expect(told(olga)).toEqual([]);
    const [letter, ...more] = told(jan);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/mniej miejsc/);
    expect(letter?.text).toContain('Twoje miejsce na liście rezerwowej: 1.');
    expect(letter?.calendar.attendees).toMatchObject([{ partstat: 'TENTATIVE' }]);
    expect(letter?.whole).not.toContain('sekretny');
  });

  it('tell what is so in the end, once, when somebody changes their mind in time; and nothing to who says no at once', async () => {
    const anna = await coordinator();
    const [olga, jan] = [await aReader(world), await aReader(world)];
    const id = await meeting(anna);
    await answer(olga, id);
    await pass(10);
    await answer(olga, id, false);
    await pass(10);
    await answer(olga, id);
    await answer(jan, id, false);
    await afterUndo();
    await afterUndo();

    expect(told(olga).map(({ subject }) => subject)).toEqual([expect.stringMatching(/masz miejsce/)]);
    expect(told(jan)).toEqual([]);
  });

  it('tell nothing of a sign-up when the meeting was called off meanwhile', async () => {
    const anna = await coordinator();
    const olga = await aReader(world);
    const id = await meeting(anna);
    await answer(olga, id);
    await pass(10);
    await didMeeting(anna, 'cancelMeeting', { id, reason: 'Sala jest zalana.' });
    await afterUndo();

    expect(told(olga).map(({ subject }) => subject)).toEqual([expect.stringMatching(/odwołane/)]);
  });

  it('tell the members of an organisation that leaves the Network that they are signed up no more', async () => {
    const anna = await coordinator();
    const olga = await aReader(world);
    const id = await meeting(anna);
    await answer(olga, id);
    await afterUndo();
    box.letters.length = 0;

    const document = 'mutation ($input: OnMembershipInput!) { done: endMembership(input: $input) { id } }';
    dataOf(await anna.send(document, { input: { key: newId(), id: olga.membershipId } }));
    await afterUndo();

    const about = told(olga).filter(({ calendar }) => calendar.uid === `${id}@warszawa-wspiera`);
    expect(about).toMatchObject([{ calendar: { method: 'CANCEL' } }]);
  });
});
