interface AlikeDays {
  /** Counted from Monday, which is 0. */
  first: number;
  last: number;
  hours: string;
}

/** Days in a row that have the same hours; closed ones are left out. @param week hours of each day from Monday on, empty for a closed one */
export function alikeDays(week: readonly string[]): AlikeDays[] {
  const groups: AlikeDays[] = [];
  for (const [day, hours] of week.entries()) {
    const before = groups.at(-1);
    if (hours === '') continue;
    if (before?.hours === hours && before.last === day - 1) before.last = day;
    else groups.push({ first: day, last: day, hours });
  }
  return groups;
}
