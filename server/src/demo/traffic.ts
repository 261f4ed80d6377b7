import type { Logger } from 'pino';
import type { Clock } from '../platform/clock.ts';

interface TrafficOptions {
  /** Where the public API of this server answers. */
  url: string;
  origin: string;
  clock: Clock;
  log: Logger;
}

/** Made-up traffic through the public API; it stops by itself. */
export interface Traffic {
  steer(on: boolean): void;
  until(): Date | null;
}

export function createTraffic(_options: TrafficOptions): Traffic {
  return { steer: () => undefined, until: () => null };
}
