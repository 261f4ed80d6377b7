import { smtpMail } from '@ww/server/platform/mail';
import type { Email } from 'postal-mime';
import { afterAll, beforeEach } from 'vitest';
import { calendarIn, type CalendarSeen } from './calendar.ts';
import { plantPlace, at, type PlantedPlace } from './places.ts';
import { openPostbox, type Postbox } from './smtp.ts';
import { useTimedWorld, type TimedWorld } from './timed-world.ts';

export const FROM = 'Warszawa Wspiera <no-reply@example.org>';

export interface LetterSeen {
  to: string;
  subject: string;
  text: string;
  /** As the reader's calendar has it; null for a letter without such a part. */
  calendar: CalendarSeen | null;
  /** The part itself, its lines unfolded. */
  part: string;
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
        .map(({ subject = '', text = '', attachments }) => ({ to: address, subject, text, ...partIn(attachments) })),
    async afterUndo() {
      await timed.settled();
      await timed.pass(35);
      await timed.settled();
    },
  };
}

/** The calendar part, which is there once as an alternative and once as a file, and the same. */
function partIn(attachments: Email['attachments']): Pick<LetterSeen, 'calendar' | 'part'> {
  const [part, ...more] = attachments.map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)));
  if (more.some((other) => other !== part)) throw new Error('one calendar part expected');
  return part === undefined ? { calendar: null, part: '' } : { calendar: calendarIn(part), part: part.replaceAll(/\r?\n[ \t]/g, '') };
}

/** A place whose year lies open: each test has its own day. */
export const plantYear = ({ world }: TimedWorld, approval: 'STAFF' | 'AT_ONCE' = 'STAFF'): Promise<PlantedPlace> =>
  plantPlace(world, { approval, daysAhead: 365 });

/** Friday 5 February, hours of the wall clock. */
export const friday = (from = '14:00', until = '16:00') => ({ startsAt: at(`2027-02-05T${from}`), endsAt: at(`2027-02-05T${until}`) });
export const shut = { from: at('2027-02-05T15:00'), to: at('2027-02-05T20:00') };

/** As a letter writes it in Polish. */
export const POLISH_DAY = 'piątek, 5 lutego 2027';
