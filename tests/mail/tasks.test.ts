import { smtpMail } from '@ww/server/platform/mail';
import { newId } from '@ww/shared/id';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, mine, RECORD_ANSWER } from '../support/dispatch.ts';
import { openPostbox, type Postbox } from '../support/smtp.ts';
import { asked, taskIn } from '../support/tasks.ts';
import { useTimedWorld } from '../support/timed-world.ts';

const OFF = /^Warszawa Wspiera: zadanie odwołane [^0-9@]+$/;

describe('the letter to whoever loses a task', () => {
  let box: Postbox;
  const { world, pass, settled } = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>') };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());

  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const told = () => box.letters.filter(({ subject }) => OFF.test(subject ?? ''));

  it.each(['release', 'cancel'] as const)('comes half a minute after staff %s the request, and names nobody', async (command) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await taskIn(world, anna, olena);
    await done(world, anna, command, request);

    await pass(29);
    await settled();
    expect(told()).toEqual([]);
    await pass(30);
    await settled();

    expect(told()).toHaveLength(1);
    const [letter] = told();
    expect(letter?.to?.map(({ address }) => address)).toEqual([olena.email]);
    expect(letter?.text?.match(new RegExp(`^${world.url}/moje$`, 'gm'))).toHaveLength(3);
    expect(`${letter?.subject ?? ''}${letter?.text ?? ''}`).not.toMatch(/Halina|Wilga|Krakowiak|00134|000 13|Chleb|Włochy|wlochy/);
  });

  it('does not come when it was undone in time', async () => {
    const anna = await coordinator();
    const { request } = await taskIn(world, anna, await aHelper(world));
    const { version } = await done(world, anna, 'release', request);
    await pass(20);
    await done(world, anna, 'undo', { id: request.id, version });

    await pass(120);
    await settled();

    expect(told()).toEqual([]);
  });

  it('does not come for what the volunteer did, for what is done, nor to those who chose the phone', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world, { contact: 'PHONE' })];
    const undone = await taskIn(world, anna, olena);
    await mine(olena, 'undoTask', undone.taskId, { version: undone.version });
    await taskIn(world, anna, olena, 'RETURNED');
    const finished = await taskIn(world, anna, olena);
    await done(world, anna, 'finish', finished.request);
    const { request, offerId } = await asked(world, anna, petro);
    dataOf(await anna.send(RECORD_ANSWER, { input: { key: newId(), id: offerId, accepted: true } }));
    await done(world, anna, 'release', request);

    await pass(120);
    await settled();

    expect(told()).toEqual([]);
  });
});
