import { newId } from '@ww/shared/id';
import { NETWORK_INPUT } from '@ww/shared/network/input';
import { describe, expect, it } from 'vitest';
import { conflictOf, expectOnce, orderOf, pointOf, proposal, recorded, refusal } from '../../support/meeting-steps.ts';
import { aDraft, aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('proposeItem', () => {
  const world = useWorld();

  it('is a proposal from a member, with the organisation that it comes from', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { actor: olga, organisationName } = await aMember(world);
    const point = newPoint(meeting, { title: ' Koce\u00A0i\r\nkołdry ', presenter: ' Olga Wilga ', kind: 'RESOURCES_NEEDS', minutes: 15 });

    const seen = await recorded(world, olga, 'proposeItem', point, {
      ...{ meeting, action: 'agenda.propose', about: { type: 'agenda', id: point.id } },
    });

    expect(pointOf(seen, point.id)).toEqual({
      ...{ id: point.id, version: 1, title: 'Koce i kołdry', kind: 'RESOURCES_NEEDS', state: 'PROPOSED', presenter: 'Olga Wilga' },
      ...{ minutes: 15, extraMinutes: 0, proposedById: olga.personId, proposedBy: `Olga Wilga, ${organisationName}`, entryId: null },
      ...{ answer: null, note: null, since: null, spentMs: 0 },
    });
    expect(seen.row).toMatchObject({ proposals: 1, plannedMinutes: 0 });
  });

  it('is on the agenda at once from whoever orders it: the coordinator and a deputy', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const [{ actor: jan }, { actor: olga }] = [await aMember(world), await aMember(world)];
    await didMeeting(marta, 'setDeputies', { id: meeting, people: [jan.personId] });
    const points = [newPoint(meeting), newPoint(meeting), newPoint(meeting)];
    for (const [at, by] of [olga, jan, marta].entries()) await didMeeting(by, 'proposeItem', points[at] ?? {});
    const seen = await meetingFor(marta, meeting);
    expect(orderOf(seen)).toEqual(points.map(({ id }) => id));
    expect(seen.items.map(({ state, proposedById }) => [state, proposedById])).toEqual([
      ['PROPOSED', olga.personId],
      ['PLANNED', jan.personId],
      ['PLANNED', marta.personId],
    ]);
    expect(pointOf(seen, points[2]?.id).proposedBy).toBe(marta.name);
    expect(seen.row).toMatchObject({ proposals: 1, plannedMinutes: 20 });
  });

  it('takes points into a draft from its coordinator, and while a meeting runs; not once it is over', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting, startsAt } = await aDraft(marta);
    const { actor: olga } = await aMember(world);
    await didMeeting(marta, 'proposeItem', newPoint(meeting));
    expect((await refusal(world, olga, 'proposeItem', newPoint(meeting))).code).toBe('NOT_FOUND');
    await didMeeting(marta, 'publishMeeting', { id: meeting });
    world.clock.set(startsAt);
    await didMeeting(marta, 'startMeeting', { id: meeting });
    await proposal(olga, meeting);
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, olga, 'proposeItem', newPoint(meeting))).toEqual({ by: null, at: startsAt, state: 'ENDED' });
    const { id: cancelled } = await aMeeting(marta, { startsAt: world.clock.in(86_400) });
    await didMeeting(marta, 'cancelMeeting', { id: cancelled, reason: 'Awaria prądu.' });
    expect(await conflictOf(world, olga, 'proposeItem', newPoint(cancelled))).toMatchObject({ state: 'CANCELLED' });
  });

  it.each([
    ['title', 'required', { title: ' \u200B ' }],
    ['title', 'tooLong', { title: 'a'.repeat(NETWORK_INPUT.title + 1) }],
    ['presenter', 'tooLong', { presenter: 'a'.repeat(NETWORK_INPUT.name + 1) }],
    ['minutes', 'tooSmall', { minutes: 0 }],
    ['minutes', 'tooLarge', { minutes: 181 }],
    // what comes by itself is nobody's to choose
    ['kind', 'choice', { kind: 'FOLLOW_UP' }],
  ])('refuses %s: %s', async (path, rule, over) => {
    const marta = await coordinatorOf(world);
    const { id } = await aMeeting(marta);
    expect(await refusal(world, marta, 'proposeItem', newPoint(id, over))).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('refuses an id that is taken, and one point more than an agenda has', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const point = newPoint(meeting);
    await didMeeting(marta, 'proposeItem', point);
    expect((await refusal(world, marta, 'proposeItem', point)).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    await world.orm.em.fork().execute(
      `insert into agenda_item (id, meeting_id, title, kind, state, minutes, extra_minutes, rank, spent_ms, created_at, version)
       select gen_random_uuid(), ?, 'Punkt', 'INFORMATION', 'PLANNED', 5, 0, 'b' || lpad(n::text, 2, '0') || 'V', 0, ?, 1 from generate_series(2, ?) n`,
      [meeting, world.clock.now(), NETWORK_INPUT.items],
    );
    expect((await refusal(world, marta, 'proposeItem', newPoint(meeting))).fields).toEqual([
      { path: 'meetingId', rule: 'tooLarge', limit: NETWORK_INPUT.items },
    ]);
  });

  it('lets nobody fill an agenda: ten of one person wait at most, and others go on', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const [{ actor: olga }, { actor: jan }] = [await aMember(world), await aMember(world)];
    const [first] = await Promise.all(Array.from({ length: NETWORK_INPUT.proposals }, () => proposal(olga, meeting)));

    expect(await refusal(world, olga, 'proposeItem', newPoint(meeting))).toMatchObject({
      fields: [{ path: 'meetingId', rule: 'tooLarge', limit: NETWORK_INPUT.proposals }],
    });
    await proposal(jan, meeting);
    await didMeeting(marta, 'answerItem', { id: first?.id, accepted: true });
    await proposal(olga, meeting);
  });

  it('answers the same again for the same key, of many at once each has its own place', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { actor: olga } = await aMember(world);
    await expectOnce(world, olga, 'proposeItem', newPoint(meeting));
    const points = Array.from({ length: 8 }, () => ({ key: newId(), ...newPoint(meeting) }));
    const answers = await Promise.all(points.map((point, at) => giveMeeting(at % 2 ? olga : marta, 'proposeItem', point)));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const { items } = await meetingFor(marta, meeting);
    expect(new Set(items.map(({ id }) => id)).size).toBe(9);
  });
});
