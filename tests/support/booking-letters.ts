import { smtpMail } from '@ww/server/platform/mail';
import { afterAll, beforeEach } from 'vitest';
import { plantPlace, at, type PlantedPlace } from './places.ts';
import { openPostbox, type Postbox } from './smtp.ts';
import { useTimedWorld, type TimedWorld } from './timed-world.ts';

export const FROM = 'Warszawa Wspiera <no-reply@example.org>';

export interface LetterSeen {
  to: string;
  subject: string;
  text: string;
}

export interface ReadingWorld extends TimedWorld {
  /** The mail server, once the tests run. */
  box: () => Postbox;
  /** What came to an address since the test began, in order. */
  lettersTo: (address: string) => LetterSeen[];
  /** Everything that is committed has been told, the undo window over. */
  afterUndo: () => Promise<void>;
}

/** A server that sends its letters to a real mail server. */
export function useReadingWorld(): ReadingWorld {
  let box: Postbox;
  const timed = useTimedWorld(async () => {
    box = await openPostbox();
    return { mail: smtpMail(box.url, FROM) };
  });
  beforeEach(() => void (box.letters.length = 0));
  afterAll(() => box.stop());
  return {
    ...timed,
    box: () => box,
    lettersTo: (address) =>
      box.letters
        .filter(({ to }) => to?.some((each) => each.address === address))
        .map(({ subject = '', text = '' }) => ({ to: address, subject, text })),
    async afterUndo() {
      await timed.settled();
      await timed.pass(35);
      await timed.settled();
    },
  };
}

/** A place whose year lies open: each test has its own day. */
export const plantYear = ({ world }: TimedWorld, approval: 'STAFF' | 'AT_ONCE' = 'STAFF'): Promise<PlantedPlace> =>
  plantPlace(world, { approval, daysAhead: 365 });

/** Friday 5 February, hours of the wall clock. */
export const friday = (from = '14:00', until = '16:00') => ({ startsAt: at(`2027-02-05T${from}`), endsAt: at(`2027-02-05T${until}`) });
export const shut = { from: at('2027-02-05T15:00'), to: at('2027-02-05T20:00') };

/** As a letter writes it in Polish. */
export const POLISH_DAY = 'piątek, 5 lutego 2027';
