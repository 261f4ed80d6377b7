import { newId } from '@ww/shared/id';
import { warsawDay } from '@ww/shared/week';
import { ENTRIES } from './entries.ts';
import type { Room } from './invent-meetings.ts';

const DAY = 86_400_000;
/** A Network's usual patience with a need that nobody answers. */
const UNANSWERED_DAYS = 14;

interface Board {
  entries: Record<string, unknown>[];
  activities: Record<string, unknown>[];
  /** Ids of the entries, by title. */
  ids: ReadonlyMap<string, string>;
  /** Needs whose timer is yet to be set. */
  waiting: string[];
}

/** The board of a Network: what its organisations have and lack, and what they do together. */
export function inventBoard({ district, guests, coordinator, now }: Room): Board {
  const ids = new Map(ENTRIES.map(({ title, ago }) => [title, newId(now.getTime() - ago * DAY)]));
  const joined = ENTRIES.flatMap((entry) => (entry.joined ? [{ ...entry.joined, need: entry.title, ago: entry.ago }] : []));
  const matched = new Map(
    joined.flatMap(({ need, offer, ago }) => [need, offer].map((title) => [title, new Date(now.getTime() - (ago - 4) * DAY)])),
  );
  const day = (days: number | undefined) => (days === undefined ? null : warsawDay(now.getTime() + days * DAY));
  const idOf = (name: string) => guests.get(name)?.personId ?? coordinator.id;
  const entries = ENTRIES.map(({ side, kind, title, words, by, organisation, ago, amount, place, days }) => {
    const endedAt = matched.get(title) ?? null;
    const createdAt = new Date(now.getTime() - ago * DAY);
    const isWaiting = side === 'NEED' && endedAt === null;
    return {
      ...{ id: ids.get(title), district, side, kind, title, words, amount: amount ?? null, place: place ?? null },
      organisation_id: organisation === null ? null : (guests.get(by)?.organisationId ?? null),
      ...{ from_day: day(days?.[0]), to_day: day(days?.[1]), posted_by_id: idOf(by), posted_by: by, created_at: createdAt },
      ...{ state: endedAt ? 'MATCHED' : 'OPEN', ended_at: endedAt, version: endedAt ? 2 : 1 },
      propose_at: isWaiting ? new Date(createdAt.getTime() + UNANSWERED_DAYS * DAY) : null,
      timer_id: isWaiting ? newId(now.getTime()) : null,
    };
  });
  const activities = joined.map(({ need, offer, title, inDays, owners }) => ({
    ...{ id: newId(now.getTime()), district, offer_id: ids.get(offer), need_id: ids.get(need), title, day: day(inDays) },
    owners: owners.map((name) => ({ personId: idOf(name), name })),
    ...{ state: 'PLANNED', created_at: matched.get(need), ended_at: null, version: 1 },
  }));
  const waiting = entries.flatMap(({ id, propose_at }) => (id && propose_at ? [id] : []));
  return { entries, activities, ids, waiting };
}
