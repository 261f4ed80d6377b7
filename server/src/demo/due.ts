import { fromWarsaw, inWarsaw, WARSAW } from '@ww/shared/time';
import type { Errand } from '@ww/shared/request/kinds';
import type { Dice } from './random.ts';

export interface Due {
  from: Date | null;
  to: Date;
}

const MINUTE = 60_000;
/** Hours of Warsaw's clock at which an errand may be due. */
const HOURS = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
/** Errands with an appointment: a short window on a later day. */
const APPOINTMENTS: ReadonlySet<Errand | null> = new Set(['DOCTOR', 'OFFICE', 'VET']);
const APPOINTMENT_HOURS = [8, 9, 10, 11, 12, 13, 14, 15] as const;

/** The next moments at which Warsaw's clock shows one of `hours`, from `earliest` on. */
function moments(earliest: Date, hours: readonly number[], count: number): Date[] {
  const found: Date[] = [];
  for (let day = inWarsaw(earliest).toPlainDate(); found.length < count; day = day.add({ days: 1 })) {
    for (const hour of hours) {
      const moment = fromWarsaw(day.toPlainDateTime({ hour }));
      if (moment > earliest) found.push(moment);
    }
  }
  return found.slice(0, count);
}

/** A due window that ends after `earliest`: today if it can be, now and then in a day or three. */
export function dueAfter(dice: Dice, errand: Errand | null, asked: Date, earliest: Date): Due {
  if (APPOINTMENTS.has(errand)) {
    const tomorrow = new Date(
      inWarsaw(earliest)
        .add({ days: dice.int(1, 3) })
        .startOfDay().epochMilliseconds,
    );
    const from = dice.pick(moments(tomorrow, APPOINTMENT_HOURS, APPOINTMENT_HOURS.length));
    return { from, to: new Date(from.getTime() + 60 * MINUTE) };
  }
  const later = dice.chance(0.22) ? dice.int(4, 24) : dice.int(0, 3);
  const to = moments(earliest, HOURS, later + 1).at(-1) ?? earliest;
  return { from: startOf(dice, asked, to), to };
}

/** A window that has ended `minutes` before now, at the quarter of an hour. */
export function dueBefore(now: Date, minutes: number): Due {
  const to = inWarsaw(now.getTime() - minutes * MINUTE).round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' });
  return { from: null, to: new Date(to.epochMilliseconds) };
}

/** The same hours, days later: shopping for Saturday. */
export function dueLater({ from, to }: Due, days: number): Due {
  const later = (at: Date) => new Date(inWarsaw(at).add({ days }).epochMilliseconds);
  return { from: from && later(from), to: later(to) };
}

/** Towards this evening; whoever asks late has until the next day's. */
export function dueThisAfternoon(dice: Dice, now: Date): Due {
  const [to = now] = moments(new Date(now.getTime() + 100 * MINUTE), [dice.int(15, 20), 21], 1);
  return { from: null, to };
}

/** Most ask for it at once; the rest from an hour on. */
function startOf(dice: Dice, asked: Date, to: Date): Date | null {
  if (dice.chance(0.55)) return null;
  const from = inWarsaw(to).subtract({ hours: dice.int(2, 4) });
  const isDaytime = from.withTimeZone(WARSAW).hour >= 8 && from.toPlainDate().equals(inWarsaw(to).toPlainDate());
  return isDaytime && from.epochMilliseconds > asked.getTime() ? new Date(from.epochMilliseconds) : null;
}
