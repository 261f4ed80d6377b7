import { smtpMail } from '@ww/server/platform/mail';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { another, entry, strangers, toldMember } from '../../support/members.ts';
import { aMember } from '../../support/network.ts';
import { openPostbox, type Postbox } from '../../support/smtp.ts';
import { useTimedWorld } from '../../support/timed-world.ts';

const INVITED = /^Warszawa Wspiera: zaproszenie do Sieci \//;
const ADMITTED = /^Warszawa Wspiera: jesteście w Sieci \//;
const REFUSED = /^Warszawa Wspiera: odpowiedź w sprawie Sieci \//;

describe('letters about a membership', () => {
  let box: Postbox;
  const { world, settled } = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>') };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());

  /** Those about the Network, each with who got it; links into accounts go out as well. */
  const letters = () =>
    box.letters.flatMap(({ to, subject = '', text = '' }) =>
      /Siec/.test(subject) ? [{ to: to?.[0]?.address, subject, text: text.replaceAll('\r\n', '\n') }] : [],
    );
  const emailOf = async ({ personId }: Actor) =>
    (await world.orm.em.fork().execute<{ email: string }[]>('select email from person where id = ?', [personId]))[0]?.email;

  it('invite each coordinator of the organisation once, in three languages, by the district and by nobody’s name', async () => {
    const { marta, olga, organisationId, name, pair } = await strangers(world);
    const jan = await another(world, organisationId);

    await toldMember(marta, 'inviteOrganisation', pair());
    await settled();

    const sent = letters();
    expect(sent.map(({ to }) => to).toSorted()).toEqual([await emailOf(olga), await emailOf(jan)].toSorted());
    for (const { subject, text } of sent) {
      expect(subject).toMatch(INVITED);
      expect(subject).not.toMatch(/Włochy|[0-9@]/);
      expect(text.match(/Włochy/g)).toHaveLength(3);
      expect(text.match(new RegExp(`^${world.url}/siec$`, 'gm'))).toHaveLength(3);
      for (const secret of [name, marta.name, 'Olga', organisationId]) expect(text).not.toContain(secret);
    }
    expect(world.logs.join('')).not.toContain((await emailOf(olga)) ?? '?');
  });

  it.each([
    [true, ADMITTED],
    [false, REFUSED],
  ])('tell who asked what came of it: %s', async (accepted, subject) => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    await settled();
    expect(letters()).toEqual([]);
    await toldMember(marta, 'answerMembership', { id, accepted });
    await settled();
    expect(letters()).toMatchObject([{ to: await emailOf(olga), subject: expect.stringMatching(subject) as string }]);
  });

  it('say nothing of what was taken back, described or left', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(marta, 'inviteOrganisation', pair());
    await toldMember(marta, 'endMembership', { id });
    const { actor, membershipId } = await aMember(world);
    await toldMember(actor, 'describeMember', { id: membershipId, version: 1, ...entry() });
    await toldMember(actor, 'endMembership', { id: membershipId });
    await settled();
    expect(letters()).toEqual([]);

    await toldMember(olga, 'askToJoin', pair());
    await toldMember(marta, 'inviteOrganisation', pair());
    await settled();
    expect(letters().map(({ subject }) => ADMITTED.test(subject))).toEqual([true]);
  });
});
