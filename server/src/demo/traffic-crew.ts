import { demoPeople } from './people.ts';
import type { TrafficSession } from './traffic-client.ts';
import { VISITORS_DISTRICT } from './visitor.ts';

/** A member of staff whom the traffic plays. */
export interface TrafficActor {
  email: string;
  displayName: string;
  district: string;
  session: TrafficSession | null;
  /** Which request they have open, for colleagues to see. */
  reading: string | null;
  /** Last heartbeat, in milliseconds since the epoch. */
  seenAt: number;
}

/** Who comes one after another; the first few at once, the rest later. */
const TURNS = [
  ...[VISITORS_DISTRICT, 'praga-poludnie', VISITORS_DISTRICT, 'mokotow'],
  ...['ochota', 'srodmiescie', 'wola', VISITORS_DISTRICT, 'ursynow', 'praga-polnoc', 'bialoleka', 'bemowo'],
];

/** Only people who aren't offered on the sign-in page: those the visitor may be playing. */
export function trafficCrew(): TrafficActor[] {
  const free = demoPeople().filter(({ offered, scope }) => !offered && scope !== null);
  return TURNS.flatMap((district) => {
    const index = free.findIndex(({ scope }) => scope === district);
    return free
      .splice(index, index < 0 ? 0 : 1)
      .map(({ email, name }) => ({ email, displayName: name, district, session: null, reading: null, seenAt: 0 }));
  });
}
