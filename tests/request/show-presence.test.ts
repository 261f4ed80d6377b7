import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { SHOW } from '../support/people.ts';
import { aRequest } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const PRESENCE = 'subscription ($district: ID!) { presence(district: $district) { lookers { personId displayName requestId } } }';
interface Shown {
  presence: { lookers: { personId: string; displayName: string; requestId: string | null }[] };
}

describe('showPresence', () => {
  const world = useWorld();
  const rows = () =>
    world.orm.em.fork().execute('select person_id, district, request_id, display_name from presence order by display_name');

  it('says who has which request open, moves with them, and ends when they leave', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    expect(dataOf(await anna.send<object>(SHOW, { district: 'wlochy' }))).toEqual({ showPresence: true });
    const row = { person_id: anna.personId, district: 'wlochy', display_name: anna.name };
    expect(await rows()).toEqual([{ ...row, request_id: null }]);
    dataOf(await anna.send(SHOW, { district: 'wlochy', requestId: id }));
    expect(await rows()).toEqual([{ ...row, request_id: id }]);
    dataOf(await anna.send(SHOW, { district: 'wlochy', leaving: true }));
    expect(await rows()).toEqual([]);
  });

  it('reaches the others in the queue, until 25 seconds without a heartbeat', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aRequest(world, anna);
    const socket = await LiveClient.open(world, marta);
    const shown = socket.subscribe<Shown>(PRESENCE, { district: 'wlochy' });
    dataOf(await anna.send(SHOW, { district: 'wlochy', requestId: id }));

    const lookersOf = ({ presence }: Shown) => presence.lookers;
    const here = [{ personId: anna.personId, displayName: anna.name, requestId: id }];
    let frames: Shown[] = [];
    while (!frames.some((frame) => lookersOf(frame).length > 0)) frames = await shown.take(frames.length + 1);
    expect(lookersOf(frames.at(-1) ?? { presence: { lookers: [] } })).toEqual(here);

    world.clock.advance(25);
    dataOf(await marta.send(SHOW, { district: 'ochota' }).then(() => marta.send<object>('query { me { personId } }')));
    frames = await shown.take(frames.length + 1);
    expect(lookersOf(frames.at(-1) ?? { presence: { lookers: [] } })).toEqual([]);
    socket.close();
  });

  it('keeps the queues of two districts apart', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    dataOf(await anna.send(SHOW, { district: 'wlochy' }));
    dataOf(await ewa.send(SHOW, { district: 'ochota' }));
    const socket = await LiveClient.open(world, ewa);
    const [first] = await socket.subscribe<Shown>(PRESENCE, { district: 'ochota' }).take(1);
    expect(first?.presence.lookers).toEqual([{ personId: ewa.personId, displayName: ewa.name, requestId: null }]);
    socket.close();
  });

  it('leaves nothing in the log: no event, no audit entry, no key', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    dataOf(await anna.send(SHOW, { district: 'wlochy', requestId: newId() }));
    const [counts] = await world.orm.em
      .fork()
      .execute(
        'select (select count(*)::int from event) as events, (select count(*)::int from audit_entry) as entries, (select count(*)::int from command_key) as keys',
      );
    expect(counts).toEqual({ events: 0, entries: 0, keys: 0 });
  });

  it.each(['x', '', '\u0000'])('refuses a request id that is none, %j', async (requestId) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect(errorOf(await anna.send(SHOW, { district: 'wlochy', requestId }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'requestId', rule: 'uuid' }],
    });
  });
});
