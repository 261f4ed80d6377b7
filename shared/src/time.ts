/** Where a person reads or enters a time. */
export const WARSAW = 'Europe/Warsaw';

/** An instant as a wall clock in Warsaw. */
export function inWarsaw(instant: Date | number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Number(instant)).toZonedDateTimeISO(WARSAW);
}

/** Warsaw's wall clock as an instant; an hour that DST skips moves on, an hour that it repeats is the first. */
export function fromWarsaw(local: Temporal.PlainDateTime | string): Date {
  const plain = typeof local === 'string' ? Temporal.PlainDateTime.from(local) : local;
  return new Date(plain.toZonedDateTime(WARSAW, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The first instant of the Warsaw day that holds `instant`. */
export function startOfWarsawDay(instant: Date | number): Date {
  return new Date(inWarsaw(instant).startOfDay().epochMilliseconds);
}
