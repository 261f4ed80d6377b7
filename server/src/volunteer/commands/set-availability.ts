import { checkWeekly, type WeeklyHours } from '@ww/shared/spans';
import { checkExceptions, type ExceptionDay } from '@ww/shared/volunteer/availability';
import { SetAvailability } from '@ww/shared/volunteer/input';
import type { Tx } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { volunteerCommand } from '../volunteer-command.ts';

/**
 * The whole week and the days that differ, over what was there.
 * @throws AppError `STALE`; `INVALID` for hours that end before they start (`hoursOrder`) or overlap (`hoursOverlap`).
 */
export const setAvailability = volunteerCommand(
  'availability.write',
  SetAvailability,
  async (tx, volunteer, { version, weekly, exceptions }) => {
    volunteer.expect(version);
    const wrong = [...checkWeekly(weekly), ...checkExceptions(exceptions)];
    if (wrong.length > 0) throw invalid(wrong);
    await tx.em.execute('delete from volunteer_hours where volunteer_id = ?', [volunteer.id]);
    await tx.em.execute('delete from volunteer_exception where volunteer_id = ?', [volunteer.id]);
    await writeWeekly(tx, volunteer.id, weekly);
    await writeExceptions(tx, volunteer.id, exceptions);
    return undefined;
  },
);

async function writeWeekly(tx: Tx, id: string, weekly: readonly WeeklyHours[]): Promise<void> {
  if (weekly.length === 0) return;
  await tx.em.execute(
    `insert into volunteer_hours (volunteer_id, weekday, from_minute, to_minute) values ${weekly.map(() => '(?, ?, ?, ?)').join(', ')}`,
    weekly.flatMap(({ weekday, from, to }) => [id, weekday, from, to]),
  );
}

async function writeExceptions(tx: Tx, id: string, exceptions: readonly ExceptionDay[]): Promise<void> {
  const rows = exceptions.flatMap(({ day, hours }): (string | number | null)[][] =>
    hours.length === 0 ? [[id, day, null, null]] : hours.map(({ from, to }) => [id, day, from, to]),
  );
  if (rows.length === 0) return;
  await tx.em.execute(
    `insert into volunteer_exception (volunteer_id, day, from_minute, to_minute) values ${rows.map(() => '(?, ?, ?, ?)').join(', ')}`,
    rows.flat(),
  );
}
