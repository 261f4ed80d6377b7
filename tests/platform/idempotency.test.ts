import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf, gql } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aRequest, change, CREATE, intake, type Row } from '../support/requests.ts';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld } from '../support/world.ts';

const NOTE = change('noteRequest', 'NoteRequestInput');
const RELEASE = change('releaseRequest', 'OnRequestInput');
const CLAIM = change('claimRequest', 'OnRequestInput');

describe('the key of a command', () => {
  const world = useWorld();

  it('sent eight times at once is done once, and everyone gets the same answer', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id, text: 'Dzwonić po 17.' };

    const answers = await Promise.all(Array.from({ length: 8 }, () => anna.send<{ noteRequest: Row }>(NOTE, { input })));

    expect(dataOf(answers[0] ?? { status: 0, data: null }).noteRequest.version).toBe(2);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await world.orm.em.fork().execute('select text from request_note')).toHaveLength(1);
    expect(await eventsOf(world, id)).toHaveLength(2);
    expect((await auditOf(world, id)).filter(({ action }) => action === 'request.note')).toHaveLength(1);
  });

  it('sent to two servers at once is done once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const input = intake(world);
    const send = (url: string) => gql<{ createRequest: Row }>(url, CREATE, { input }, { cookie: anna.cookie });

    const answers = await Promise.all([send(world.url), send(second.url), send(world.url), send(second.url)]);

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(dataOf(answers[0]).createRequest.number).toBe(1);
    expect(await eventsOf(world, input.id)).toHaveLength(1);
  });

  it('of a command that failed is free again', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id };
    expect(errorOf(await anna.send(RELEASE, { input })).code).toBe('CONFLICT');
    dataOf(await anna.send(CLAIM, { input: { key: newId(), id } }));

    expect(dataOf(await anna.send<{ releaseRequest: Row }>(RELEASE, { input })).releaseRequest.state).toBe('TRIAGED');
  });

  it('belongs to whoever used it', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id };
    dataOf(await anna.send(CLAIM, { input }));

    expect(errorOf(await pawel.send(CLAIM, { input }))).toMatchObject({ code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] });
  });

  it('is a UUID', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);

    expect(errorOf(await anna.send(CLAIM, { input: { key: 'again', id } }))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'uuid' }],
    });
  });
});
