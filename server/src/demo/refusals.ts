import type { Action } from '@ww/shared/policy';
import type { SeededPerson } from './seed-people.ts';
import type { Story } from './story.ts';

/** A neighbour's request, and two looks at what one has no business with: the audit trail keeps refusals too. */
const REFUSALS: readonly { district: string; who: Pick<SeededPerson, 'role' | 'scope'>; action: Action; minutesAgo: number }[] = [
  { district: 'wlochy', who: { role: 'ORGANISATION_COORDINATOR', scope: 'fundacja-kladka' }, action: 'request.reveal', minutesAgo: 47 },
  { district: 'praga-polnoc', who: { role: 'TEAM_MEMBER', scope: 'praga-poludnie' }, action: 'request.claim', minutesAgo: 96 },
  { district: 'wlochy', who: { role: 'DISTRICT_COORDINATOR', scope: 'ursus' }, action: 'request.reveal', minutesAgo: 1_530 },
];

/** Adds each refusal to a request that was there at the time. */
export function addRefusals(stories: readonly Story[], people: readonly SeededPerson[], now: Date): void {
  for (const { district, who, action, minutesAgo } of REFUSALS) {
    const at = new Date(now.getTime() - minutesAgo * 60_000);
    const person = people.find(({ role, scope }) => role === who.role && scope === who.scope);
    const story = stories.findLast(({ request }) => request.district === district && request.createdAt < at);
    if (person && story) story.refuse(person, action, at);
  }
}
