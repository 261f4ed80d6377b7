import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import type { MinutesSeen } from '../../support/meeting-views.ts';
import { conflictOf, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor } from '../../support/meetings.ts';
import { askMinutes, ended, minutesFor } from '../../support/minutes.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('approveMinutes', () => {
  const world = useWorld();

  it('fixes them under the coordinator’s name, and opens them to the Network, which is told', async () => {
    const { id: meeting, dkw: marta, members, minutes } = await ended(world);
    const olga = members[0]?.actor ?? marta;
    world.clock.advance(3600);
    const told = (await eventsOf(world, meeting)).length;
    expect((await meetingFor(olga, meeting)).row.minutes).toBe('DRAFT');
    expect(errorOf(await askMinutes(olga, meeting)).code).toBe('NOT_FOUND');

    const seen = await didMeeting<MinutesSeen>(marta, 'approveMinutes', { id: meeting, version: 1 });

    expect(seen).toEqual({ ...minutes, state: 'APPROVED', version: 2, approvedAt: world.clock.in(0), approvedBy: marta.name });
    expect(await minutesFor(olga, meeting)).toEqual(seen);
    expect((await meetingFor(olga, meeting)).row.minutes).toBe('APPROVED');
    expect((await eventsOf(world, meeting)).slice(told)).toMatchObject([{ topic: 'meeting', scope: 'wlochy' }]);
    expect((await auditOf(world, meeting)).at(-1)).toMatchObject({ action: 'minutes.write', actor_id: marta.personId, reason: 'APPROVE' });
  });

  it('leaves nothing to change, whatever tries: the database refuses', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    await didMeeting(marta, 'approveMinutes', { id: meeting, version: 1 });
    const before = await minutesFor(marta, meeting);
    for (const sql of [
      `update minutes set content = jsonb_set(content, '{title}', '"Inne"')`,
      `update minutes set state = 'DRAFT', approved_at = null`,
      `update minutes set version = version + 1`,
      'delete from minutes',
    ])
      await expect(world.orm.em.fork().execute(`${sql} where meeting_id = ?`, [meeting])).rejects.toThrow(/approved minutes are fixed/);
    expect(await minutesFor(marta, meeting)).toEqual(before);
  });

  it('approves what was read, once: of two at the same time one is told who did', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    await didMeeting(marta, 'amendMinutes', { id: meeting, version: 1, remarks: 'Poprawka.', items: [] });
    expect(await refusal(world, marta, 'approveMinutes', { id: meeting, version: 1 })).toEqual({ code: 'STALE', version: 2 });
    const others = [marta, await coordinatorOf(world)];
    const answers = await Promise.all(others.map((by) => giveMeeting<MinutesSeen>(by, 'approveMinutes', { id: meeting, version: 2 })));
    const won = others[answers.findIndex(({ errors }) => !errors)];
    const conflict = { by: won?.name, at: world.clock.in(0), state: 'APPROVED' };
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([{ code: 'CONFLICT', conflict }]);
    expect(await conflictOf(world, marta, 'approveMinutes', { id: meeting, version: 3 })).toEqual(conflict);
  });

  it('has nothing to approve before the end', async () => {
    const { dkw: marta } = await ended(world);
    const { id } = await aMeeting(marta, { startsAt: world.clock.in(86_400) });
    expect((await refusal(world, marta, 'approveMinutes', { id, version: 1 })).code).toBe('NOT_FOUND');
    expect(errorOf(await askMinutes(marta, id)).code).toBe('NOT_FOUND');
  });

  it('opens them to nobody else, draft or approved', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    const outside = [
      await signIn(world, 'TEAM_MEMBER', 'wlochy'),
      await signIn(world, 'AUDITOR'),
      await coordinatorOf(world, 'ochota'),
      (await aMember(world, 'ochota')).actor,
    ];
    const refused = async () => {
      for (const by of outside) {
        expect(errorOf(await askMinutes(by, meeting))).toEqual({ code: 'NOT_FOUND' });
        expect(errorOf(await askMinutes(by, newId()))).toEqual({ code: 'NOT_FOUND' });
      }
    };
    await refused();
    await didMeeting(marta, 'approveMinutes', { id: meeting, version: 1 });
    await refused();
    expect(errorOf(await askMinutes(marta, 'protokol'))).toMatchObject({ code: 'INVALID', fields: [{ path: 'meetingId', rule: 'uuid' }] });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    const input = { key: newId(), id: meeting, version: 1 };
    const first = await didMeeting<MinutesSeen>(marta, 'approveMinutes', input);
    const before = await snapshotOf(world);
    expect(await didMeeting<MinutesSeen>(marta, 'approveMinutes', input)).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });
});
