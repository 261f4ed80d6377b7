import { smtpMail } from '@ww/server/platform/mail';
import { fromWarsaw } from '@ww/shared/time';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { didMeeting } from '../../support/meetings.ts';
import { aDraft, answer, aReader, details, lettersTo, LINK, ofMeetings, startOf } from '../../support/meetings-told.ts';
import { openSecondApp } from '../../support/second-app.ts';
import { openPostbox, type Postbox } from '../../support/smtp.ts';
import { useTimedWorld } from '../../support/timed-world.ts';

const FROM = 'Warszawa Wspiera <no-reply@example.org>';
const SUBJECT = /^Warszawa Wspiera: [^0-9@]+$/;

describe('letters about a meeting', () => {
  let box: Postbox;
  const { world, pass, settled } = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, FROM) };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());

  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const told = (reader: { email: string | null }) => lettersTo(box.letters, reader);
  /** Long enough for what was committed to be told. */
  async function afterUndo(): Promise<void> {
    await settled();
    await pass(35);
    await settled();
  }

  it('invite the Network once, half a minute after publication, and nobody else', async () => {
    const anna = await coordinator();
    const [olga, jan] = [await aReader(world), await aReader(world)];
    const elsewhere = await aReader(world, 'bielany');
    const outside = await signIn(world, 'ORGANISATION_COORDINATOR', olga.organisationId.replace(/^./, 'f'));
    const id = await aDraft(world, anna);
    await afterUndo();
    expect(ofMeetings(box.letters)).toEqual([]);

    await didMeeting(anna, 'publishMeeting', { id });
    await settled();
    await pass(29);
    await settled();
    expect(ofMeetings(box.letters)).toEqual([]);
    await pass(6);
    await settled();

    for (const { actor } of [olga, jan]) {
      const [letter, ...more] = told(actor);
      expect(more).toEqual([]);
      expect(letter?.subject).toMatch(SUBJECT);
      expect(letter?.subject).toContain('zaproszenie');
      for (const prefix of ['', '/en', '/uk']) expect(letter?.text).toContain(`${world.url}${prefix}/siec/${id}\n`);
      expect(letter?.text).toContain('Jesień w dzielnicy');
      const dayBefore = new Date(Date.parse(await startOf(world, id)) - 86_400_000);
      const words = dayBefore.toLocaleDateString('pl', { dateStyle: 'full', timeZone: 'Europe/Warsaw' });
      expect(letter?.text).toContain(`\nZapisy do: ${words}\n`);
      expect(letter?.calendar).toMatchObject({
        ...{ method: 'REQUEST', sequence: 0, uid: `${id}@warszawa-wspiera`, organizer: { address: 'mailto:no-reply@example.org' } },
        attendees: [{ address: `mailto:${actor.email ?? ''}`, partstat: 'NEEDS-ACTION' }],
      });
      expect(letter?.whole).not.toContain('sekretny');
    }
    for (const other of [anna, elsewhere.actor, outside]) expect(told(other)).toEqual([]);
    expect(world.logs.join('')).not.toContain('sekretny');
  });

  it('tell nothing of a draft that is called off, nor of what is called off before anybody was told', async () => {
    const anna = await coordinator();
    await aReader(world);
    const draft = await aDraft(world, anna);
    await didMeeting(anna, 'cancelMeeting', { id: draft, reason: 'Pomyłka.' });
    const id = await aDraft(world, anna);
    await didMeeting(anna, 'publishMeeting', { id });
    await settled();
    await pass(10);
    await didMeeting(anna, 'cancelMeeting', { id, reason: 'Pomyłka.' });
    await afterUndo();
    await afterUndo();

    expect(ofMeetings(box.letters)).toEqual([]);
  });

  it('tell a change of time once to whoever has not declined, with the link for those accepted only', async () => {
    const anna = await coordinator();
    const [olga, jan, ewa, iwo] = [await aReader(world), await aReader(world), await aReader(world), await aReader(world)];
    const id = await aDraft(world, anna, { seats: 1 });
    await didMeeting(anna, 'publishMeeting', { id });
    await afterUndo();
    await answer(olga, id);
    await answer(jan, id);
    await answer(ewa, id, false);
    await afterUndo();
    await afterUndo();
    box.letters.length = 0;

    const summer = fromWarsaw('2027-07-01T17:00').toISOString();
    await didMeeting(anna, 'amendMeeting', { id, version: 1, ...details(world, { seats: 1, startsAt: summer }) });
    await pass(10);
    // a second thought within the undo window: only the last is told
    const later = fromWarsaw('2027-07-01T18:00').toISOString();
    await didMeeting(anna, 'amendMeeting', { id, version: 2, ...details(world, { seats: 1, startsAt: later }) });
    await afterUndo();
    await afterUndo();

    const seen = (member: typeof olga) => told(member.actor).map(({ subject, calendar, whole }) => ({ subject, calendar, whole }));
    for (const [member, partstat] of [[olga, 'ACCEPTED'] as const, [jan, 'TENTATIVE'] as const, [iwo, 'NEEDS-ACTION'] as const]) {
      const [letter, ...more] = seen(member);
      expect(more).toEqual([]);
      expect(letter?.subject).toMatch(/zmiana/);
      expect(letter?.calendar).toMatchObject({ method: 'REQUEST', sequence: 2, uid: `${id}@warszawa-wspiera`, attendees: [{ partstat }] });
      expect(letter?.calendar.start).toEqual({
        zone: 'Europe/Warsaw',
        wall: '2027-07-01T18:00:00',
        instant: new Date('2027-07-01T16:00:00Z'),
      });
      expect(letter?.whole.includes(LINK)).toBe(member === olga);
    }
    expect(told(ewa.actor)).toEqual([]);
    expect(told(anna)).toEqual([]);
  });

  it('invite to what it has become, when it changed again and again before anybody was told', async () => {
    const anna = await coordinator();
    const olga = await aReader(world);
    const id = await aDraft(world, anna);
    await didMeeting(anna, 'publishMeeting', { id });
    for (const version of [1, 2]) {
      await settled();
      await pass(20);
      const startsAt = world.clock.in(version * 86_400);
      await didMeeting(anna, 'amendMeeting', { id, version, ...details(world, { startsAt }) });
    }
    await afterUndo();

    const [letter, ...more] = told(olga.actor);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain('zaproszenie');
    expect(letter?.calendar.sequence).toBe(2);
    expect(letter?.calendar.start.instant.toISOString()).toBe(await startOf(world, id));
  });

  it('tell nothing of what is in nobody’s calendar: seats, deputies, answers', async () => {
    const anna = await coordinator();
    const [olga, jan] = [await aReader(world), await aReader(world)];
    const id = await aDraft(world, anna);
    await didMeeting(anna, 'publishMeeting', { id });
    await afterUndo();
    box.letters.length = 0;

    await didMeeting(anna, 'setDeputies', { id, people: [olga.actor.personId] });
    await didMeeting(anna, 'amendMeeting', { id, version: 1, ...details(world, { seats: 9, startsAt: await startOf(world, id) }) });
    await answer(jan, id);
    await afterUndo();
    await afterUndo();

    expect(told(olga.actor)).toEqual([]);
    expect(told(jan.actor).map(({ subject }) => subject)).toEqual([expect.stringMatching(/masz miejsce/)]);
  });

  it('call it off in the calendars of those who had it, with the reason', async () => {
    const anna = await coordinator();
    const [olga, ewa] = [await aReader(world), await aReader(world)];
    const id = await aDraft(world, anna);
    await didMeeting(anna, 'publishMeeting', { id });
    await afterUndo();
    await answer(olga, id);
    await answer(ewa, id, false);
    await afterUndo();
    const late = await aReader(world);
    box.letters.length = 0;

    await didMeeting(anna, 'cancelMeeting', { id, reason: 'Sala jest zalana.' });
    await afterUndo();

    const [letter, ...more] = told(olga.actor);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/odwołane/);
    expect(letter?.text).toContain('Sala jest zalana.');
    expect(letter?.calendar).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1, uid: `${id}@warszawa-wspiera` });
    expect(letter?.whole).not.toContain('sekretny');
    for (const { actor } of [ewa, late]) expect(told(actor)).toEqual([]);
  });

  it('come once, however often the jobs run, the log is read or the server starts', async () => {
    const anna = await coordinator();
    const olga = await aReader(world);
    const id = await aDraft(world, anna);
    await didMeeting(anna, 'publishMeeting', { id });
    await afterUndo();
    expect(told(olga.actor)).toHaveLength(1);

    const em = world.orm.em.fork();
    // the log from its beginning, by a server that remembers nothing
    await em.execute('update log_follower set position = 0');
    const second = await openSecondApp(world, { mail: smtpMail(box.url, FROM) });
    await didMeeting(anna, 'setDeputies', { id, people: [olga.actor.personId] });
    await afterUndo();
    await second.close();
    // the job that tells, once more
    await em.execute(`update jobs.job set state = 'created', completed_on = null where name = 'meeting-mail'`);
    await pass(5);
    await settled();
    expect(told(olga.actor)).toHaveLength(1);

    // and when the queue has forgotten it all
    await em.execute(`delete from jobs.job where name in ('meeting-mail', 'meeting-letter')`);
    await didMeeting(anna, 'setDeputies', { id, people: [] });
    await afterUndo();
    expect(told(olga.actor)).toHaveLength(1);
  });

  it('wait for a mail server that is down', async () => {
    const anna = await coordinator();
    const olga = await aReader(world);
    await box.stop();
    const id = await aDraft(world, anna);
    await didMeeting(anna, 'publishMeeting', { id });
    await settled();
    await pass(40);
    await pass(2);
    await box.start();
    await pass(3_600);
    await settled();

    expect(told(olga.actor)).toHaveLength(1);
  });
});
