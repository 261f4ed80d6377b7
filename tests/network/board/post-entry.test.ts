import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { aMember, makeMember } from '../../support/network.ts';
import { boardAfter, boardFor, coordinatorOf, entryOf, newEntry, onBoard } from '../../support/board.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { anOrganisation } from '../../support/volunteers.ts';
import { useWorld } from '../../support/world.ts';

describe('postEntry', () => {
  const world = useWorld();

  it('puts a need on the board under the organisation, with the day on which it is proposed for the agenda', async () => {
    const member = await aMember(world);
    const input = newEntry(member.organisationId, { title: '  Krzesła\u00A0na spotkanie ', words: ' Najlepiej składane. ' });

    const entry = entryOf(await boardAfter(member.actor, 'postEntry', input), input.id);

    expect(entry).toMatchObject({
      ...{ side: 'NEED', kind: 'EQUIPMENT', title: 'Krzesła na spotkanie', words: 'Najlepiej składane.', amount: 40, state: 'OPEN' },
      ...{ place: 'Rejonowa 6', fromDay: '2026-12-10', toDay: '2026-12-10', version: 1, endedAt: null, proposedOn: null },
      ...{ organisation: { id: member.organisationId, name: member.organisationName }, createdAt: world.clock.in(0), suggestions: [] },
      // fourteen days from Thursday noon, at eight in Warsaw
      proposeAt: '2026-12-10T07:00:00.000Z',
    });
    expect(await eventsOf(world, entry.id)).toMatchObject([{ topic: 'board', scope: 'wlochy', version: 1 }]);
    expect(await auditOf(world, entry.id)).toMatchObject([
      { action: 'board.write', actor_id: member.actor.personId, subject_type: 'board', district: 'wlochy', outcome: 'DONE' },
    ]);
  });

  it('waits so many days as the Network is set to, to the hour in Warsaw also over a change of the clocks', async () => {
    const member = await aMember(world);
    await world.orm.em.fork().execute(`update network set unanswered_days = 30, version = 2 where district = 'wlochy'`);
    world.clock.set('2027-03-01T11:00:00.000Z');
    const input = newEntry(member.organisationId, { fromDay: null, toDay: null });
    const entry = entryOf(await boardAfter(member.actor, 'postEntry', input), input.id);

    expect(entry.proposeAt).toBe('2027-03-31T06:00:00.000Z');
  });

  it('takes an offer, which waits for nothing', async () => {
    const member = await aMember(world);
    const input = newEntry(member.organisationId, { side: 'OFFER', amount: null, place: ' ', fromDay: null, toDay: '' });
    const entry = entryOf(await boardAfter(member.actor, 'postEntry', input), input.id);
    expect(entry).toMatchObject({ side: 'OFFER', proposeAt: null, amount: null, place: null, fromDay: null, toDay: null });
  });

  it('takes one of the district itself, and of any member, from its coordinator', async () => {
    const anna = await coordinatorOf(world);
    const member = await aMember(world);
    const [own, theirs] = [newEntry(null), newEntry(member.organisationId)];
    await boardAfter(anna, 'postEntry', own);
    const board = await boardAfter(anna, 'postEntry', theirs);
    expect(entryOf(board, own.id)).toMatchObject({ organisation: null, postedBy: anna.name });
    expect(entryOf(board, theirs.id)).toMatchObject({ organisation: { id: member.organisationId }, postedBy: anna.name });
  });

  it('takes nothing of an organisation outside the Network, whoever posts it', async () => {
    const anna = await coordinatorOf(world);
    const outside = await anOrganisation(world, anna);
    const elsewhere = await aMember(world, 'ochota');
    for (const [by, id] of [
      [outside.coordinator, outside.id],
      [anna, outside.id],
      [anna, elsewhere.organisationId],
      [elsewhere.actor, elsewhere.organisationId],
    ] as const)
      expect(errorOf(await onBoard(by, 'postEntry', newEntry(id)))).toEqual({ code: 'NOT_FOUND' });
    expect((await boardFor(anna)).entries).toEqual([]);
  });

  it('takes nothing where no Network runs', async () => {
    const anna = await coordinatorOf(world, 'wola');
    const { id } = await anOrganisation(world, anna, { district: 'wola', districts: ['wola'] });
    await makeMember(world, 'wola', id);
    for (const organisationId of [null, id])
      expect(errorOf(await onBoard(anna, 'postEntry', newEntry(organisationId, { district: 'wola' })))).toEqual({ code: 'NOT_FOUND' });
  });

  it.each([
    ['title', 'required', { title: ' \u200B ' }],
    ['title', 'tooLong', { title: 'a'.repeat(121) }],
    ['words', 'tooLong', { words: 'a'.repeat(1001) }],
    ['amount', 'tooSmall', { amount: 0 }],
    ['amount', 'tooLarge', { amount: 10_000 }],
    ['fromDay', 'day', { fromDay: '2026-02-30' }],
    ['toDay', 'daysOrder', { fromDay: '2026-12-10', toDay: '2026-12-09' }],
    ['toDay', 'dueInPast', { fromDay: null, toDay: '2026-11-25' }],
    ['district', 'district', { district: 'krakow' }],
  ])('refuses %s: %s', async (path, rule, over) => {
    const { actor, organisationId } = await aMember(world);
    const refused = errorOf(await onBoard(actor, 'postEntry', newEntry(organisationId, over)));
    expect(refused).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('answers a repeated key once, and tells that an id is taken', async () => {
    const { actor, organisationId } = await aMember(world);
    const input = { key: newId(), ...newEntry(organisationId) };
    await boardAfter(actor, 'postEntry', input);
    expect((await boardAfter(actor, 'postEntry', input)).entries).toHaveLength(1);
    const again = errorOf(await onBoard(actor, 'postEntry', { ...input, key: newId() }));
    expect(again).toMatchObject({ code: 'INVALID', fields: [{ path: 'id', rule: 'taken' }] });
  });
});
