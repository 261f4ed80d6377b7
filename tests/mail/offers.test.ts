import { smtpMail } from '@ww/server/platform/mail';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, mine, wavesFor, type Helper } from '../support/dispatch.ts';
import { aHost, askedPool, fillOffer } from '../support/pool.ts';
import { aRequest } from '../support/requests.ts';
import { openPostbox, type Postbox } from '../support/smtp.ts';
import { asked, offerOf, taskOf } from '../support/tasks.ts';
import { useTimedWorld } from '../support/timed-world.ts';

const PERSONAL = /Halina|Wilga|Krakowiak|00134|000 13|Chleb|jabłk|zakup|shopping|wlochy|Włochy/i;
const ASKED = /^Warszawa Wspiera: prośba o pomoc /;
const RELEASED = /^Warszawa Wspiera: pomoc już się znalazła /;

describe('letters to those who are asked', () => {
  let box: Postbox;
  const { world, pass, until, settled } = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>') };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());

  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const lettersTo = ({ email }: Pick<Helper, 'email'>) =>
    box.letters.filter(({ to }) => to?.some(({ address }) => address === email)).map(({ subject, text }) => ({ subject, text }));
  const arrived = (count: number) =>
    until(
      () => Promise.resolve(box.letters.length),
      (letters) => letters >= count,
    );

  it('say that somebody needs help and where to answer, to those who chose e-mail, and nothing about anybody', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const others = [await aHelper(world, { contact: 'PHONE' }), await aHelper(world, { contact: 'SMS' })];
    const request = await aRequest(world, anna);
    dataOf(await wavesFor(anna, request.id));

    await arrived(1);
    await pass(60);
    await settled();

    const [letter, ...more] = lettersTo(olena);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(ASKED);
    expect(letter?.subject).not.toMatch(/[0-9@]/);
    expect(letter?.text?.match(new RegExp(`^${world.url}/moje$`, 'gm'))).toHaveLength(3);
    expect(`${letter?.subject ?? ''}${letter?.text ?? ''}`).not.toMatch(PERSONAL);
    for (const other of others) expect(lettersTo(other)).toEqual([]);
    expect(box.letters).toHaveLength(1);
    expect(world.logs.join('')).not.toContain(olena.email ?? '?');
  });

  it('tell those who were asked that somebody else came forward, half a minute after, and only them', async () => {
    const anna = await coordinator();
    const [olena, petro, kinga] = [await aHelper(world), await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    await arrived(3);
    await mine(kinga, 'declineOffer', offerOf(dispatch, kinga));
    await pass(60);
    await mine(olena, 'acceptOffer', offerOf(dispatch, olena));

    await pass(29);
    await settled();
    expect(box.letters).toHaveLength(3);
    await pass(1);
    await arrived(4);
    await pass(60);
    await settled();

    expect(box.letters).toHaveLength(4);
    const [, letter] = lettersTo(petro);
    expect(letter?.subject).toMatch(RELEASED);
    expect(letter?.text).not.toContain('http');
    expect(`${letter?.subject ?? ''}${letter?.text ?? ''}`).not.toMatch(PERSONAL);
    for (const each of [olena, kinga]) expect(lettersTo(each)).toHaveLength(1);
  });

  it('tell nothing when the yes is taken back in time, and do not ask again who was asked', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    await arrived(2);
    const { id, version } = taskOf(await mine(olena, 'acceptOffer', offerOf(dispatch, olena)), request);
    await pass(20);
    await mine(olena, 'undoTask', id, { version });

    await pass(120);
    await settled();

    for (const each of [olena, petro]) expect(lettersTo(each).map(({ subject }) => subject)).toEqual([expect.stringMatching(ASKED)]);
    await mine(petro, 'acceptOffer', offerOf(dispatch, petro));
    await pass(31);
    await arrived(3);
    expect(lettersTo(olena)[1]?.subject).toMatch(RELEASED);
  });

  it('tell whoever was asked when the request is called off', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await asked(world, anna, olena);
    await arrived(1);
    await done(world, anna, 'cancel', request);
    await pass(31);
    await arrived(2);

    expect(lettersTo(olena).map(({ subject }) => subject)).toEqual([expect.stringMatching(ASKED), expect.stringMatching(RELEASED)]);
  });

  it('tell the next wave when it is their turn, and nothing to those whose time ran out', async () => {
    const anna = await coordinator();
    const [first, second] = [await aHelper(world, { last_asked_at: world.clock.in(-9 * 86_400) }), await aHelper(world)];
    const { id } = await aRequest(world, anna);
    await world.orm.em.fork().execute('update volunteer set last_asked_at = ? where id = ?', [world.clock.in(-86_400), second.volunteerId]);
    dataOf(await wavesFor(anna, id, { size: 1, minutes: 5 }));
    await arrived(1);
    await pass(299);
    await settled();
    expect(lettersTo(second)).toEqual([]);

    await pass(1);
    await arrived(2);

    expect(lettersTo(second)).toMatchObject([{ subject: expect.stringMatching(ASKED) as string }]);
    expect(lettersTo(first)).toHaveLength(1);
  });

  it('go to every coordinator of an organisation whose pool is asked, once, and tell no release', async () => {
    const anna = await coordinator();
    const host = await aHost(world, anna);
    const natalia = await signIn(world, 'ORGANISATION_COORDINATOR', host.id);
    const olena = await aHelper(world, { organisation_id: host.id });
    box.letters.length = 0;
    const first = await askedPool(world, anna, host);
    await until(
      () => Promise.resolve(lettersTo(natalia).length),
      (letters) => letters > 0,
    );
    const [letter] = lettersTo(natalia);
    expect(letter?.subject).toMatch(/^Warszawa Wspiera: prośba do organizacji [^0-9@]+$/);
    expect(letter?.text?.match(new RegExp(`^${world.url}/wolontariusze/organizacje$`, 'gm'))).toHaveLength(3);
    expect(`${letter?.subject ?? ''}${letter?.text ?? ''}`).not.toMatch(PERSONAL);

    await done(world, anna, 'cancel', first.request);
    const second = await askedPool(world, anna, host);
    dataOf(await fillOffer(host.coordinator, second.offerId, olena.volunteerId));
    await pass(120);
    await settled();

    expect(lettersTo(natalia).length).toBeLessThanOrEqual(2);
    for (const { subject } of lettersTo(natalia)) expect(subject).toMatch(/prośba do organizacji/);
    expect(lettersTo(olena)).toEqual([]);
  });
});
