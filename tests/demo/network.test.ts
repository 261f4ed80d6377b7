import { seedDemo } from '@ww/server/demo/seed';
import { Secrets } from '@ww/server/platform/secrets';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { openSession, type Actor } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { SECRET } from '../support/secret.ts';
import { useWorld, type World } from '../support/world.ts';

const MEETINGS = `{ meetings(district: "wlochy") { rows { id title state accepted waiting proposals minutes movedFrom } } }`;
interface Row {
  id: string;
  title: string;
  state: string;
  accepted: number;
  waiting: number;
  proposals: number;
  minutes: string | null;
  movedFrom: string | null;
}

async function asPerson(world: World, email: string): Promise<Actor> {
  const [person] = await world.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [email]);
  if (!person) throw new Error(`nobody has ${email}`);
  return openSession(world, person.id);
}

describe('the Network of the demo', () => {
  const world = useWorld();
  async function cast() {
    await seedDemo(world.orm, world.clock, new Secrets(SECRET), () => undefined);
    const [marta, natalia] = [await asPerson(world, 'marta.zielonka@example.org'), await asPerson(world, 'natalia.pliszka@example.org')];
    const rows = dataOf(await marta.send<{ meetings: { rows: Row[] } }>(MEETINGS)).meetings.rows;
    const called = (title: string) => rows.find((row) => row.title === title);
    return { marta, natalia, rows, called };
  }

  it('has meetings in every state, with a full one and one that was moved; a draft is the coordinator’s alone', async () => {
    const { natalia, rows, called } = await cast();

    expect(rows.map(({ state }) => state)).toEqual(['PUBLISHED', 'PUBLISHED', 'DRAFT', 'ENDED', 'CANCELLED', 'ENDED']);
    expect(called('Zasoby na święta')).toMatchObject({ accepted: 5, waiting: 2, movedFrom: expect.any(String) as string });
    expect(called('Zimowe dyżury zakupowe')).toMatchObject({ accepted: 8, waiting: 0, proposals: 1 });
    const seen = dataOf(await natalia.send<{ meetings: { rows: Row[] } }>(MEETINGS)).meetings.rows;
    expect(seen).toEqual(rows.filter(({ state }) => state !== 'DRAFT'));
  });

  it('goes on from there: today’s meeting begins with what is still to be done, and its owner sees it', async () => {
    const { marta, natalia, called } = await cast();
    const id = called('Zimowe dyżury zakupowe')?.id;
    const start = `mutation ($input: OnNetworkInput!) { startMeeting(input: $input) { row { state } items { kind state } followUps { ownerName } present } }`;

    const { startMeeting } = dataOf(
      await marta.send<{ startMeeting: { row: object; items: { kind: string; state: string }[]; followUps: object[]; present: number } }>(
        start,
        {
          input: { key: newId(), id },
        },
      ),
    );

    expect(startMeeting).toMatchObject({ row: { state: 'RUNNING' }, present: 1 });
    expect(startMeeting.items[0]).toEqual({ kind: 'FOLLOW_UP', state: 'CURRENT' });
    expect(startMeeting.followUps).toHaveLength(3);
    const { myActions } = dataOf(await natalia.send<{ myActions: { actions: { text: string }[] } }>('{ myActions { actions { text } } }'));
    expect(myActions.actions).toEqual([{ text: 'Zarezerwować salę na galę' }]);
  });

  it('has minutes that members read once approved, and one draft to work on', async () => {
    const { marta, natalia, called } = await cast();
    const minutes = (by: Actor, title: string) =>
      by.send<{ minutes: { state: string; items: { spentMinutes: number }[]; attendance: object[] } }>(
        'query ($id: ID!) { minutes(meetingId: $id) { state items { spentMinutes } attendance { name } } }',
        { id: called(title)?.id },
      );

    const approved = dataOf(await minutes(natalia, 'Jesienne porządki w grafiku')).minutes;
    expect(approved).toMatchObject({ state: 'APPROVED', items: [{ spentMinutes: 18 }, { spentMinutes: 34 }, { spentMinutes: 16 }] });
    expect(approved.attendance).toHaveLength(8);
    expect((await minutes(natalia, 'Kto dowozi zakupy zimą')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(dataOf(await minutes(marta, 'Kto dowozi zakupy zimą')).minutes.state).toBe('DRAFT');
  });

  it('has a board on which something suits something, and something is done together', async () => {
    const { natalia } = await cast();
    const { board } = dataOf(
      await natalia.send<{ board: { entries: { title: string; side: string; suggestions: object[] }[]; activities: { title: string }[] } }>(
        '{ board(district: "wlochy") { entries { title side suggestions { entryId } } activities { title } } }',
      ),
    );

    const suited = board.entries.filter(({ side, suggestions }) => side === 'NEED' && suggestions.length > 0).map(({ title }) => title);
    expect(suited.toSorted()).toEqual(['Kierowca na czwartki', 'Ręce do pakowania paczek', 'Sala na szkolenie']);
    expect(board.activities).toEqual([{ title: 'Plakaty o zimowych dyżurach' }]);
  });
});
