import type { Logger } from 'pino';
import type { Clock } from '../platform/clock.ts';
import { TrafficCity } from './traffic-city.ts';
import { createTrafficClient, TrafficError } from './traffic-client.ts';

interface TrafficOptions {
  /** Where the public API of this server answers. */
  url: string;
  origin: string;
  clock: Clock;
  log: Logger;
}

/** Made-up traffic through the public API; it stops by itself. */
export interface Traffic {
  /** On starts it, or its time anew. Off ends it at once, with what is under way. */
  steer(on: boolean): void;
  until(): Date | null;
}

const LASTS_MS = 15 * 60_000;
/** Between two changes in the city. */
const PAUSE_MS = { from: 1_000, to: 1_900 } as const;
const FAILURES_TO_STOP = 10;
/** Losing a race or meeting a changed request is daily life. */
const EXPECTED: ReadonlySet<string> = new Set(['CONFLICT', 'STALE', 'NOT_FOUND', 'RATE_LIMITED']);

interface Run {
  stop: AbortController;
  endsAt: number;
  failures: number;
}

export function createTraffic({ url, origin, clock, log }: TrafficOptions): Traffic {
  // Kept between runs: whoever is signed in stays so.
  const city = new TrafficCity(createTrafficClient(url, origin), clock);
  let run: Run | null = null;

  function end(): void {
    run?.stop.abort();
    run = null;
  }

  function schedule(current: Run): void {
    setTimeout(() => void tick(current), city.dice.int(PAUSE_MS.from, PAUSE_MS.to)).unref();
  }

  async function tick(current: Run): Promise<void> {
    if (run !== current) return;
    if (clock.now().getTime() >= current.endsAt) return end();
    try {
      await city.move(current.stop.signal);
      current.failures = 0;
    } catch (error) {
      if (current.stop.signal.aborted) return;
      if (!(error instanceof TrafficError && EXPECTED.has(error.code))) {
        log.warn({ err: error }, 'demo traffic');
        if (++current.failures >= FAILURES_TO_STOP) return end();
      }
    }
    schedule(current);
  }

  return {
    steer(on) {
      end();
      if (!on) return;
      run = { stop: new AbortController(), endsAt: clock.now().getTime() + LASTS_MS, failures: 0 };
      schedule(run);
    },
    until: () => (run && run.endsAt > clock.now().getTime() ? new Date(run.endsAt) : null),
  };
}
