import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { sendRaw } from '../support/raw.ts';
import { aRequest, aSubmitted, reveal, ROW, type Row } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const DETAIL = `query ($id: ID!) { request(id: $id) { row { ${ROW} } reporterKind informed helpers hasReporter hasContact noteCount undoableUntil
  history { action byName at reason toName } } }`;
interface Detail {
  row: Row;
  hasReporter: boolean;
  hasContact: boolean;
  noteCount: number;
  undoableUntil: string | null;
  history: { action: string; byName: string | null; at: string; reason: string | null; toName: string | null }[];
}
const FIND = `query ($district: ID!, $number: Int!) { findRequest(district: $district, number: $number) { ${ROW} } }`;

describe('request', () => {
  const world = useWorld();

  it('shows the row, what was said of the people without naming them, and what happened, oldest first', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    const halina = resident(world);
    const at = [world.clock.now().toISOString()];
    const next = () => {
      world.clock.advance(60);
      at.push(world.clock.now().toISOString());
    };
    const { id } = await aSubmitted(world, halina, {
      reporterKind: 'SOMEONE_ELSE',
      reporter: { name: 'Zenon' },
      helpers: ['FAMILY', 'OPS'],
      informed: 'TOLD_BY_REPORTER',
    });
    next();
    await done(world, anna, 'triage', { id }, { priority: 'URGENT' });
    next();
    await done(world, anna, 'assign', { id }, { assigneeId: pawel.personId });
    next();
    await give(world, ewa, 'claim', { id });
    await reveal(anna, id, 'CALL_BACK');
    next();
    await done(world, pawel, 'note', { id });
    next();
    const row = await done(world, pawel, 'finish', { id });

    const { request } = dataOf(await anna.send<{ request: Detail }>(DETAIL, { id }));

    expect(request).toMatchObject({
      row,
      reporterKind: 'SOMEONE_ELSE',
      informed: 'TOLD_BY_REPORTER',
      helpers: ['FAMILY', 'OPS'],
      hasReporter: true,
      hasContact: false,
      noteCount: 1,
    });
    const nothing = { reason: null, toName: null };
    expect(request.history).toEqual([
      { action: 'request.submit', byName: null, at: at[0], ...nothing },
      { action: 'request.triage', byName: anna.name, at: at[1], ...nothing, reason: 'URGENT' },
      { action: 'request.assign', byName: anna.name, at: at[2], ...nothing, toName: pawel.name },
      { action: 'request.reveal', byName: anna.name, at: at[3], ...nothing, reason: 'CALL_BACK' },
      { action: 'request.note', byName: pawel.name, at: at[4], ...nothing },
      { action: 'request.finish', byName: pawel.name, at: at[5], ...nothing },
    ]);
  });

  it('tells until when the last change can be taken back to who made it, and to nobody else', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const until = async (by: typeof anna, id: string) => dataOf(await by.send<{ request: Detail }>(DETAIL, { id })).request.undoableUntil;
    const fresh = await aRequest(world, anna);
    expect(await until(anna, fresh.id)).toBeNull();
    const { id } = await requestIn(world, 'ACCEPTED', anna);
    expect(await until(anna, id)).toBe(world.clock.in(30));
    expect(await until(pawel, id)).toBeNull();
    await done(world, pawel, 'note', { id });
    expect(await until(anna, id)).toBeNull();
  });

  it('is missing to everyone but the Team of its district, to the byte', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    for (const by of [await signIn(world, 'TEAM_MEMBER', 'ochota'), await signIn(world, 'AUDITOR'), await signIn(world, null)]) {
      const forbidden = await sendRaw(world, by, { document: DETAIL, variables: { id } });
      expect(forbidden.text).toContain('NOT_FOUND');
      expect(await sendRaw(world, by, { document: DETAIL, variables: { id: newId() } })).toEqual(forbidden);
    }
    expect(errorOf(await resident(world).send(DETAIL, { id }))).toEqual({ code: 'UNAUTHENTICATED' });
    expect(errorOf(await anna.send(DETAIL, { id: newId() }))).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('findRequest', () => {
  const world = useWorld();

  it('finds by the number said on the phone, in its district, open or closed', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    const [open, closed] = [await aRequest(world, anna), await requestIn(world, 'CANCELLED', anna)];
    const elsewhere = await aRequest(world, ewa, { district: 'ochota' });
    const find = async (by: typeof anna, district: string, number: number) =>
      dataOf(await by.send<{ findRequest: Row | null }>(FIND, { district, number })).findRequest;
    expect(await find(anna, 'wlochy', 1)).toEqual(open);
    expect(await find(anna, 'wlochy', 2)).toEqual(closed);
    expect(await find(anna, 'wlochy', 3)).toBeNull();
    expect(await find(ewa, 'ochota', 1)).toEqual(elsewhere);
    expect(errorOf(await anna.send(FIND, { district: 'ochota', number: 1 }))).toEqual({ code: 'NOT_FOUND' });
  });
});
