import type { Command, State } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf, type Answer } from '../support/client.ts';
import { done, give, offered, requestIn, type StaffCommand } from '../support/commands.ts';
import { giveOwn } from '../support/own.ts';
import { aSubmitted } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld, type World } from '../support/world.ts';

type Way = State | 'same' | '-';
/** What volunteers and their dispatch do is shown with them. */
type Given = Exclude<Command, 'offer' | 'unoffer' | 'accept' | 'return'>;

/** The life of a request as the issue tells it, written down apart from the table in `shared`. `-`: a conflict. */
const LIFE: Record<Given, Record<State, Way>> = {
  triage: { NEW: 'TRIAGED', TRIAGED: '-', OFFERED: '-', ACCEPTED: '-', IN_PROGRESS: '-', DONE: '-', CANCELLED: '-' },
  claim: { NEW: 'ACCEPTED', TRIAGED: 'ACCEPTED', OFFERED: 'ACCEPTED', ACCEPTED: '-', IN_PROGRESS: '-', DONE: '-', CANCELLED: '-' },
  assign: { NEW: 'ACCEPTED', TRIAGED: 'ACCEPTED', OFFERED: 'ACCEPTED', ACCEPTED: 'ACCEPTED', IN_PROGRESS: '-', DONE: '-', CANCELLED: '-' },
  release: { NEW: '-', TRIAGED: '-', OFFERED: '-', ACCEPTED: 'TRIAGED', IN_PROGRESS: 'TRIAGED', DONE: '-', CANCELLED: '-' },
  start: { NEW: '-', TRIAGED: '-', OFFERED: '-', ACCEPTED: 'IN_PROGRESS', IN_PROGRESS: '-', DONE: '-', CANCELLED: '-' },
  finish: { NEW: '-', TRIAGED: '-', OFFERED: '-', ACCEPTED: 'DONE', IN_PROGRESS: 'DONE', DONE: '-', CANCELLED: '-' },
  cancel: {
    NEW: 'CANCELLED',
    TRIAGED: 'CANCELLED',
    OFFERED: 'CANCELLED',
    ACCEPTED: 'CANCELLED',
    IN_PROGRESS: 'CANCELLED',
    DONE: '-',
    CANCELLED: '-',
  },
  withdraw: {
    NEW: 'CANCELLED',
    TRIAGED: 'CANCELLED',
    OFFERED: 'CANCELLED',
    ACCEPTED: 'CANCELLED',
    IN_PROGRESS: 'CANCELLED',
    DONE: '-',
    CANCELLED: '-',
  },
  prioritise: { NEW: 'same', TRIAGED: 'same', OFFERED: 'same', ACCEPTED: 'same', IN_PROGRESS: 'same', DONE: '-', CANCELLED: '-' },
  amend: { NEW: 'same', TRIAGED: 'same', OFFERED: 'same', ACCEPTED: 'same', IN_PROGRESS: 'same', DONE: '-', CANCELLED: '-' },
  amendOwn: { NEW: 'same', TRIAGED: 'same', OFFERED: 'same', ACCEPTED: 'same', IN_PROGRESS: '-', DONE: '-', CANCELLED: '-' },
  note: { NEW: 'same', TRIAGED: 'same', OFFERED: 'same', ACCEPTED: 'same', IN_PROGRESS: 'same', DONE: 'same', CANCELLED: 'same' },
};
const FOR_HOLDER: readonly Given[] = ['release', 'start', 'finish'];
const WAY = {
  NEW: [],
  TRIAGED: ['triage'],
  OFFERED: [],
  ACCEPTED: ['claim'],
  IN_PROGRESS: ['claim', 'start'],
  DONE: ['claim', 'finish'],
  CANCELLED: ['cancel'],
} as const;

const CASES = Object.entries(LIFE).flatMap(([command, ways]) =>
  Object.entries(ways).map(([state, way]) => [command, state, way] as [Given, State, Way]),
);

describe('the life of a request', () => {
  const world = useWorld();

  it.each(CASES)('%s in %s: %s', async (command, state, way) => {
    const holder = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, number, version, send } = await prepare(world, command, state, holder);
    const before = await snapshotOf(world);

    const answer = await send();

    if (way === '-') {
      expect(errorOf(answer)).toMatchObject({ code: 'CONFLICT', conflict: { state } });
      expect(await snapshotOf(world)).toBe(before);
    } else {
      expect(Object.values(dataOf(answer))[0]).toMatchObject({ number, state: way === 'same' ? state : way, version: version + 1 });
      const [row] = await world.orm.em.fork().execute<{ state: string }[]>('select state from help_request where id = ?', [id]);
      expect(row?.state).toBe(way === 'same' ? state : way);
    }
  });

  const ofHolder = CASES.filter(([command, , way]) => FOR_HOLDER.includes(command) && way !== '-');
  it.each(ofHolder)('%s in %s is a conflict for a colleague, and open to a coordinator', async (command, state, way) => {
    const holder = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const row = await requestIn(world, state, holder);
    const colleague = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const answer = await give(world, colleague, command as StaffCommand, row);
    expect(errorOf(answer)).toEqual({ code: 'CONFLICT', conflict: { by: holder.name, at: row.acceptedAt, state } });
    const coordinator = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    expect((await done(world, coordinator, command as StaffCommand, row)).state).toBe(way);
  });
});

interface Prepared {
  id: string;
  number: number;
  version: number;
  send: () => Promise<Answer<object>>;
}

async function prepare(world: World, command: Given, state: State, holder: Actor): Promise<Prepared> {
  if (command !== 'withdraw' && command !== 'amendOwn') {
    const row = await requestIn(world, state, holder);
    return { ...row, send: () => give(world, holder, command, row) };
  }
  const halina = resident(world);
  const submitted = await aSubmitted(world, halina);
  let version = 1;
  for (const step of WAY[state]) ({ version } = await done(world, holder, step, submitted));
  if (state === 'OFFERED') ({ version } = await offered(world, holder, submitted));
  const send = () =>
    command === 'withdraw'
      ? giveOwn(world, halina, 'withdraw', submitted.code)
      : giveOwn(world, halina, 'amend', submitted.code, { version });
  return { ...submitted, version, send };
}
