import { inWarsaw, WARSAW } from '@ww/shared/time';
import type { Dice } from './random.ts';

const MINUTE = 60_000;
/** A duty lasts until one of these hours of Warsaw's clock. */
const DUTY_ENDS = [16, 18, 20, 22] as const;
const LONGEST_DUTY_HOURS = 13;

/** An hour of this evening, or of the morning for who starts in the night. */
export function dutyEnd(dice: Dice, now: Date): Date {
  const today = inWarsaw(now);
  const at = (hour: number, days = 0) =>
    new Date(today.toPlainDate().add({ days }).toZonedDateTime({ timeZone: WARSAW, plainTime: { hour } }).epochMilliseconds);
  const ends = [...(today.hour < 5 ? [at(8)] : []), ...DUTY_ENDS.map((hour) => at(hour)), at(8, 1)].filter((end) => {
    const minutes = (end.getTime() - now.getTime()) / MINUTE;
    return minutes >= 90 && minutes <= LONGEST_DUTY_HOURS * 60;
  });
  return ends.length > 0 ? dice.pick(ends) : new Date(now.getTime() + 120 * MINUTE);
}
