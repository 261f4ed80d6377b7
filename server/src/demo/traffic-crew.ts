import { demoPeople } from './people.ts';
import type { TrafficSession } from './traffic-client.ts';
import { VISITORS_DISTRICT } from './visitor.ts';

/** A member of staff, or a volunteer, whom the traffic plays. */
export interface TrafficActor {
  email: string;
  displayName: string;
  district: string;
  isVolunteer: boolean;
  session: TrafficSession | null;
  /** Which request they have open, for colleagues to see. */
  reading: string | null;
  /** Last heartbeat, in milliseconds since the epoch. */
  seenAt: number;
}

type Turn = readonly [district: string, who: 'TEAM' | 'VOLUNTEER'];

/** Who comes one after another; the first few at once, the rest later. */
const TURNS: readonly Turn[] = [
  ...([
    [VISITORS_DISTRICT, 'TEAM'],
    ['praga-poludnie', 'TEAM'],
    [VISITORS_DISTRICT, 'VOLUNTEER'],
    [VISITORS_DISTRICT, 'TEAM'],
  ] as const),
  ...([
    ['mokotow', 'TEAM'],
    [VISITORS_DISTRICT, 'VOLUNTEER'],
    ['praga-poludnie', 'VOLUNTEER'],
    ['ochota', 'TEAM'],
    ['srodmiescie', 'TEAM'],
    ['mokotow', 'VOLUNTEER'],
    ['wola', 'TEAM'],
    [VISITORS_DISTRICT, 'VOLUNTEER'],
    [VISITORS_DISTRICT, 'TEAM'],
  ] as const),
  ...([
    ['ursynow', 'TEAM'],
    ['ochota', 'VOLUNTEER'],
    ['praga-poludnie', 'VOLUNTEER'],
    ['praga-polnoc', 'TEAM'],
    ['srodmiescie', 'VOLUNTEER'],
    ['wola', 'VOLUNTEER'],
    ['mokotow', 'VOLUNTEER'],
    ['bialoleka', 'TEAM'],
    ['bemowo', 'TEAM'],
  ] as const),
];

/** Only people who aren't offered on the sign-in page: those the visitor may be playing. */
export function trafficCrew(): TrafficActor[] {
  const free = demoPeople().filter(({ offered }) => !offered);
  return TURNS.flatMap(([district, who]) => {
    const isVolunteer = who === 'VOLUNTEER';
    const index = free.findIndex(({ scope, home }) => (isVolunteer ? home : scope) === district);
    return free
      .splice(index, index < 0 ? 0 : 1)
      .map(({ email, name }) => ({ email, displayName: name, district, isVolunteer, session: null, reading: null, seenAt: 0 }));
  });
}

/** People whom the visitor may be playing, and what they are asked is for them to answer. */
export function visitorsNames(): ReadonlySet<string> {
  return new Set(
    demoPeople()
      .filter(({ offered }) => offered)
      .map(({ name }) => name),
  );
}
