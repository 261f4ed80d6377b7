import { fromWarsaw, inWarsaw } from '@ww/shared/time';

/** A resident's ways to say by when, from the nearest; the Team on the phone has shorter terms. */
export const ASK_DUE_CHOICES = ['soon', 'today', 'tomorrow', 'week', 'other'] as const;
export type AskDueChoice = (typeof ASK_DUE_CHOICES)[number];

const SOON_HOURS = 4;
const DAY = { opens: 8, closes: 20 } as const;
/** After this hour "today" is no longer a promise that can be kept. */
const LAST_HOUR_FOR_TODAY = 19;

export interface TypedDue {
  choice: AskDueChoice;
  /** For `other`: a Warsaw day and hours as the browser's own inputs give them. */
  day: string;
  from: string;
  to: string;
}

interface Due {
  from: Date | null;
  /** Null when it can't be read yet. */
  to: Date | null;
}

export const dueChoicesAt = (now: Date): readonly AskDueChoice[] =>
  ASK_DUE_CHOICES.filter((choice) => choice !== 'today' || inWarsaw(now).hour < LAST_HOUR_FOR_TODAY);

function wallClock(day: string, time: string): Date | null {
  try {
    return fromWarsaw(`${day}T${time}`);
  } catch {
    return null; // not filled in, or not a time
  }
}

/** What was chosen or typed, as instants. Hours are Warsaw's. */
export function readDue({ choice, day, from, to }: TypedDue, now: Date): Due {
  const today = inWarsaw(now).toPlainDate();
  const at = (days: number, hour: number) => fromWarsaw(today.add({ days }).toPlainDateTime({ hour }));
  switch (choice) {
    case 'soon':
      return { from: null, to: new Date(now.getTime() + SOON_HOURS * 3_600_000) };
    case 'today':
      return { from: null, to: at(0, DAY.closes) };
    case 'tomorrow':
      return { from: at(1, DAY.opens), to: at(1, DAY.closes) };
    case 'week':
      return { from: null, to: at(7, DAY.closes) };
    case 'other':
      return { from: from ? wallClock(day, from) : null, to: wallClock(day, to) };
  }
}

/** A known window as it is typed, to be changed. */
export function typeDue(from: string | null, to: string): TypedDue {
  const end = inWarsaw(new Date(to));
  const time = (zoned: Temporal.ZonedDateTime) => zoned.toPlainTime().toString({ smallestUnit: 'minute' });
  // the inputs hold one day; a start on an earlier day is left open
  const start = from ? inWarsaw(new Date(from)) : null;
  const sameDay = start?.toPlainDate().equals(end.toPlainDate()) ?? false;
  return { choice: 'other', day: end.toPlainDate().toString(), from: start && sameDay ? time(start) : '', to: time(end) };
}
