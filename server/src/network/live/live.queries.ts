import type { Em } from '../../platform/orm.ts';
import { Speaker } from './live.entity.ts';
import type { ArrangementView, SpeakerView } from './live.types.ts';

/** Whoever speaks, then who waits. One statement. */
export async function speakersOf(em: Em, meetingId: string): Promise<SpeakerView[]> {
  const open = { meetingId, state: { $in: ['WAITING', 'SPEAKING'] as const } };
  const rows = await em.find(Speaker, open, { orderBy: { raisedAt: 'asc', id: 'asc' }, disableIdentityMap: true });
  const views = rows.map(({ id, personId, name, organisation, remote, state, raisedAt, spokeFrom }) => ({
    ...{ id, personId, name, remote, state, raisedAt },
    ...{ organisation: organisation ?? null, spokeFrom: spokeFrom ?? null },
  }));
  return views.toSorted((a, b) => Number(b.state === 'SPEAKING') - Number(a.state === 'SPEAKING'));
}

type Raw = Omit<ArrangementView, 'savedAt'> & { savedAt: Date | string | null };

/** What was put to a vote and not withdrawn; of an open vote the hands so far. One statement. */
export async function arrangementsOf(em: Em, meetingId: string): Promise<ArrangementView[]> {
  const rows = await em.execute<Raw[]>(
    `select a.id, a.item_id as "itemId", a.text, a.state, a.round, a.saved_at as "savedAt",
       coalesce(a.votes_for, count(b.choice) filter (where b.choice = 'FOR'))::int as "for",
       coalesce(a.votes_against, count(b.choice) filter (where b.choice = 'AGAINST'))::int as against,
       coalesce(a.votes_abstained, count(b.choice) filter (where b.choice = 'ABSTAINED'))::int as abstained
     from arrangement a left join ballot b on b.arrangement_id = a.id
     where a.meeting_id = ? and a.state <> 'WITHDRAWN' group by a.id order by a.put_at, a.id`,
    [meetingId],
  );
  return rows.map((row) => ({ ...row, savedAt: row.savedAt === null ? null : new Date(row.savedAt) }));
}
