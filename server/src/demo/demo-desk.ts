import type { Clock } from '../platform/clock.ts';
import type { Letter, Mail } from '../platform/mail.ts';
import { newId } from '@ww/shared/id';

export interface DemoLetter extends Letter {
  id: string;
  sentAt: Date;
}

/** Letters kept for reading on the demo's mail page. */
const KEPT = 50;

/** What only the demo has: letters that can be read on a page, and the switch of the made-up traffic. */
export interface DemoDesk {
  letters: readonly DemoLetter[];
  trafficUntil(): Date | null;
  steerTraffic(on: boolean): void;
}

declare module '../platform/context.ts' {
  interface Services {
    /** Null outside demo mode. */
    demo: DemoDesk | null;
  }
}

/** Mail that goes nowhere and can be read on a page. */
export function demoMail(clock: Clock): { mail: Mail; letters: readonly DemoLetter[] } {
  const letters: DemoLetter[] = [];
  const mail: Mail = {
    from: 'Warszawa Wspiera <no-reply@example.org>',
    send(letter) {
      letters.unshift({ ...letter, id: newId(), sentAt: clock.now() });
      letters.splice(KEPT);
      return Promise.resolve();
    },
    close: () => undefined,
  };
  return { mail, letters };
}
